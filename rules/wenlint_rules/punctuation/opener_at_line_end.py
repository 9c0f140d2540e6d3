from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, KANA

OPENER = sought(
    f"(?<=[{HAN}{KANA}A-Za-z0-9，。；：？！、”’」』）》])([（《〈「『【〔“‘])[ \t]{{0,8}}\n(?=[{HAN}{KANA}A-Za-z0-9《“])"
)
#: The line is running text: long enough, or with a mark in it.
CLAUSE, RUNNING = lazy("[，。；：？！、]"), 12
NEAR = 200  # how far a mark is looked for, in code points


@rule(
    languages={"zh", "ja"},
    reported=[
        "会议认为，要认真学习⟦《⟧\n中华人民共和国行政处罚法》。",
        "会议强调，我们要坚定⟦“⟧\n四个自信”，做到两个维护。",
    ],
    good=[
        "会议认为，要认真学习《\n\n中华人民共和国》。",
        "参数（\n甲，乙\n）",
        "会议认为，要认真学习\n《条例》。",
        "开括号（\n闭括号）",
    ],
    source="GB/T 15834—2011, 5.1.3; CLREQ 3.1.3",
)
def opener_at_line_end(document: Document) -> Iterator[Finding]:
    """An opening quote, bracket or title mark at the end of a line of running text.

    No line may end in one, so the text was cut there by a machine. Short lines, lists of arguments and lines
    before a blank one are left alone.
    """
    prose = document.prose
    for match in document.find(OPENER):
        at = match.start()
        start, below = document.line_at(at)[0], document.line_at(match.end())
        runs = at - start >= RUNNING or CLAUSE.search(prose, max(start, at - NEAR), at)
        goes_on = below[1] - below[0] >= RUNNING or CLAUSE.search(prose, below[0], min(below[1], below[0] + NEAR))
        if runs and goes_on:
            yield report((at, at + 1), "“{0}” at the end of a line")
