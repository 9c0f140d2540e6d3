from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.document.convention import wanted
from wenlint.search.patterns import sought

MONTH, DAY = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
#: A day in digits. With a time of day it is a machine's; after `版` or a letter it is a version.
DATE = sought(
    rf"(?:19|20)(?<![A-Za-z0-9.\-/_版]..)[0-9]{{2}}"
    rf"(?:(年){MONTH}月{DAY}日|([./-]){MONTH}\2{DAY}(?![A-Za-z0-9.\-/_]|[ ][0-9]{{1,2}}:|版))"
)
FORMS = {"年": "han", ".": "dots", "-": "hyphens", "/": "slashes"}
SAMPLES = {"han": "2022年1月8日", "dots": "2022.1.8", "hyphens": "2022-1-8", "slashes": "2022/1/8"}


@rule(
    languages={"zh", "ja"},
    reported=["2022年1月8日，" * 20 + "于⟦2022.1.8⟧到⟦2022-01-09⟧"],
    good=[
        "2022年1月8日和2022.1.8", "2022年1月8日，" * 20 + "时间2022-01-08 10:30，版2022.1.8，v2022.1.8",
        "2022年1月8日，" * 20 + "2022.1.8.2，2022.13.8，见 https://a.cn/2022/1/8/ 和 `2022-1-8`、报告2022-01-08.pdf",
        "2022年1月8日，" * 20 + "2022-01-08T10:30，二〇二二年一月八日", "2022.1.8，" * 20,
        "2022年1月8日，" * 20 + "\n\n| 日期 |\n|---|\n| 2022-01-08 |\n",
    ],
    source="GB/T 15835—2011",
    disputed="ISO 8601 and GB/T 7408 write `2022-01-08`.",
)  # fmt: skip
def date_form(document: Document) -> Iterator[Finding]:
    """A date in another form than the document's: `2022.1.8` where it is `2022年1月8日` elsewhere.

    What the configuration (`style.dates`) or nearly all of the document's dates say is right. Tables,
    file names, versions and dates with a time of day, which come from machines, are left alone.
    """
    found = list(document.find(DATE))
    if document.settings.style.dates == "consistent" and len({date[1] or date[2] for date in found}) < 2:
        return
    dates = [
        date
        for date in found
        if document.block_at(date.start()).kind not in ("cell", "opaque")
        and not document.excused(*date.span())
        and not document.is_notation(date.start())
    ]
    forms = [FORMS[date[1] or date[2]] for date in dates]
    right = wanted(document.settings.style.dates, Counter(forms))
    for date, form in zip(dates, forms, strict=True):
        if right and form != right:
            yield report(date.span(), f"the date “{{0}}” is not written as others are: “{SAMPLES[right]}”")
