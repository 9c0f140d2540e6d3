from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import sought

#: 千 and 百 begin units and words: 千克, 百货.
UNIT = "克米瓦卡赫字帕伏安升焦吨噸年分货貨多余餘万萬"
MIXED = sought(
    rf"(?<![A-Za-z0-9.])[0-9]{{1,9}}[十百千](?![{UNIT}])(?:[0-9一二三四五六七八九][十百千]?){{0,4}}"
    r"|(?<![0-9])[0-9]{1,4}几(?=[个個人年天次岁歲块元十])"
    r"|[一二三四五六七八九][十百千][0-9]{1,4}(?=[年月日个個元人条條岁歲])"
    r"|(?<![0-9一二三四五六七八九〇])[一二](?=[0-9一二三四五六七八九〇]{0,2}[1-9])[0-9一二三四五六七八九〇]{3}(?=年)"
)


@rule(
    languages={"zh"},
    needs="0123456789",
    reported=["共⟦3千5百⟧元，⟦5百⟧人，⟦二十5⟧个，⟦20几⟧岁，⟦一99八⟧年"],
    good=[
        "4500千克，3万，16亿，50千瓦，5千米", "三千五百元", "星期一5点，高一2班，周三10点", "第二十条", "二0二二年", "2022年", "`3千`", "20多岁",
        "3百货，5百分", "ISO9千",
    ],
    source="GB/T 15835—2011",
    default=False,
)  # fmt: skip
def mixed_numerals(document: Document) -> Iterator[Finding]:
    """A number half in Arabic and half in Chinese numerals: `3千5百`, `二十5`.

    Only `万` and `亿` go with digits. What the author would rather write, `3500` or `三千五百`, is not for
    a tool to say. Units such as `千克`, and a numeral that ends the word before a number (`星期一5点`), are
    left alone.
    """
    for mixed in document.find(MIXED):
        yield report(mixed.span(), "“{0}” mixes two kinds of numerals")
