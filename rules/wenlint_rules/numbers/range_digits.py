from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, report, rule
from wenlint.search.patterns import sought

#: A range of which only the second number has the sign or the word that both are counted in.
RANGE = sought(
    r"(?<![A-Za-z0-9.\-–—/_:：%％～~])([0-9]{1,9}(?:\.[0-9]{1,4})?)[-－–—~～〜]"
    r"([0-9]{1,9}(?:\.[0-9]{1,4})?)([%％万萬亿億])"
)


@rule(
    languages={"zh"},
    unsafe={"增长⟦15～30%⟧，约⟦3-5％⟧": "增长15%～30%，约3％-5％"},
    reported=["约⟦9～16亿⟧人，⟦13—17万⟧元"],
    good=[
        "增长15%～30%", "9亿～16亿", "5000～1万元", "400～429页", "见 NIST 800-63%", "2022-05-30%", "比例1:3-5%", "`15～30%`",
        "3至5万元", "从3到5万元", "30～15%", "https://a.cn/1-5%20",
    ],
    source="GB/T 15835—2011",
)  # fmt: skip
def range_digits(document: Document) -> Iterator[Finding]:
    """A range whose first number lacks what it is counted in: `15～30%`, `9～16亿`.

    A unit may be left out of the first number where nothing else can be meant; `%`, `万` and `亿` change
    the number itself, so the standard wants them at both ends: `9～16亿` may begin at nine.

    A sign can be put in, though not safely. `5000～1万`, where the first is counted otherwise, and words (`3至5万`)
    are left alone.
    """
    for found in document.find(RANGE):
        first, second = float(found[1]), float(found[2])
        if first >= second:
            continue
        message = f"“{{0}}” lacks “{found[3]}” after its first number"
        if found[3] in "%％":
            edits = [Edit(found.end(1), found.end(1), found[3])]
            yield edit(found.span(), edits, message, Safety.UNSAFE)
        else:
            yield report(found.span(), message)
