from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.document.numbering import begins_with_label
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, KANA

MARK = sought("(?<=\n)[ \t\u3000]{0,8}([，。、；：？！）》〉」』】〕”])")
#: The line before is running text: long enough, or with a mark in it, and it ends in a letter or a mark.
CLAUSE, RUNNING = lazy("[，。；：？！、]"), 12
ENDS = lazy(f"[{HAN}{KANA}A-Za-z0-9，。；：？！、”’」』）》]")
LETTER = lazy(f"[{HAN}{KANA}]")
NEAR = 200  # how far back a mark is looked for, in code points


@rule(
    languages={"zh", "ja"},
    reported=[
        "会议认为，要认真总结经验，扎实推动工作\n⟦，⟧守正创新。",
        "根据《中华人民共和国行政处罚法\n⟦》⟧的规定，制定本办法。",
    ],
    good=[
        "会议认为，要认真总结。\n\n，守正创新",
        "标点\n，\n。\n、",
        "好的\n，走",
        "会议认为，要认真总结经验\n……他走了。",
        "会议认为，要认真总结经验\n——某人",
        "会议认为，要认真总结经验\n“守正创新”。",
        "| 会议认为，要认真总结 |\n|---|\n| ，守 |",
    ],
    source="GB/T 15834—2011, 5.1.3; CLREQ 3.1.3",
)
def mark_at_line_start(document: Document) -> Iterator[Finding]:
    """A mark that closes or pauses at the beginning of a line of running text.

    No line may begin with one, so the text before was cut there by a machine. Lines of marks alone, short lines
    and lines after a blank one are left alone.
    """
    prose = document.prose
    for match in document.find(MARK):
        at = match.start(1)
        start, end = document.line_at(match.start() - 1)
        while end > start and prose[end - 1] in " \t\u3000":
            end -= 1
        runs = end - start >= RUNNING or (end - start > 1 and CLAUSE.search(prose, max(start, end - NEAR), end))
        words = LETTER.search(prose, max(start, end - NEAR), end) and LETTER.search(prose, at, document.line_at(at)[1])
        if words and runs and ENDS.match(prose, end - 1) and not begins_with_label(prose, match.start()):
            yield report((at, at + 1), "“{0}” at the beginning of a line")
