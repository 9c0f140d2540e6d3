import re
from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import sought

#: A line with leaders and the number of a page. Blanks before it are not looked over again from each of them.
ENTRY = sought(
    r"^[^\S\n\f]*+[^\s.…·．‥][^\n]{0,120}?(?:[.·．‥][ ]?){4}[.·．‥ \t]{0,300}+([0-9]{1,4})[ \t]*$"
    r"|^[^\S\n\f]*+[^\s.…·．‥][^\n]{0,120}?……[…. \t]{0,300}+([0-9]{1,4})[ \t]*$",
    re.MULTILINE,
)
#: So many lines in a row, with numbers that do not fall, are a table of contents.
LINES = 3


@rule(
    reported=[
        "目录\n⟦第一章 总则…………1⟧\n第二章 职责…………3\n第三章 附则…………12\n正文。",
        "⟦Contents........1⟧\nChapter........2\nIndex........30",
        "⟦一、总则 . . . . . . . 1⟧\n\n二、职责 . . . . . . . 3\n\n三、附则 . . . . . . . 12",
    ],
    good=[
        "宫保鸡丁………38\n鱼香肉丝………28\n麻婆豆腐………18",
        "总则………………1\n\n正文。",
        "宫保鸡丁………二十元",
        "等等……\n\n1\n\n等等……\n\n2",
    ],
    notation=True,
    source="The output of pdftotext, pypdf and MuPDF",
)
def toc_leader(document: Document) -> Iterator[Finding]:
    """A table of contents with dots that lead to page numbers.

    In a text without pages it leads nowhere, and for reading and counting words it is noise. It is the
    author's, so it stays; the first of its lines is shown.
    """
    run: list[re.Match[str]] = []
    for entry in [*document.find(ENTRY), None]:
        if run and not (entry and _goes_on(document.prose, run[-1], entry)):
            if len(run) >= LINES:
                start = run[0].start() + len(run[0][0]) - len(run[0][0].lstrip())
                yield report((start, run[0].end()), f"a table of contents of {len(run)} lines with page numbers")
            run = []
        if entry:
            run.append(entry)


def _goes_on(prose: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether an entry follows another, with a cut entry between them at the most."""
    between = prose[one.end() : other.start()].split("\n")
    return len([line for line in between if line.strip()]) <= 1 and _page(one) <= _page(other)


def _page(entry: re.Match[str]) -> int:
    return int(entry[1] or entry[2])
