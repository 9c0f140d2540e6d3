import re
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, rule
from wenlint.pages import find, without_markers

BLANKS = re.compile(r"[ \t]*")
BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
#: Between spaces in the middle of a line stands a marker that the sentence speaks of.
MENTIONED = re.compile(r"\S .*\S.* \S\Z", re.DOTALL)
WORDS = re.compile(r"[A-Za-z0-9,;]\Z")


@rule(
    bad={
        "贯到底。⟦<PAGE_DIV>⟧\n\n会议强调。": "贯到底。\n\n会议强调。",
        "甲。\n\n⟦--- Page 3 ---⟧\n\n乙。": "甲。\n\n乙。",
        "甲。\n⟦\f⟧乙。": "甲。\n乙。",
        "甲。\n\n⟦<!-- Page 3 -->⟧\n\n乙。\n\n⟦{3}------------------------------------------------⟧\n\n丙。": "甲。\n\n乙。\n\n丙。",
        "甲。\n\n⟦--- end of page=3 ---⟧\n\n乙。\n\n⟦[Page 4]⟧\n\n丙。": "甲。\n\n乙。\n\n丙。",
        "the end⟦<PAGE_BREAK>⟧of it": "the end of it",
    },
    good=[
        "`<PAGE_DIV>` 是分页标记。",
        "甲。\n\n---\n\n乙。",
        "see [Page 3](p3.md) 和 {3}",
        "标记写作 <PAGE_DIV> 的，要删",
    ],
    notation=True,
    source="The output of marker, MinerU, pymupdf4llm, docling and pdftotext",
    removes=without_markers,
    reshapes=True,
)
def page_marker(document: Document) -> Iterator[Finding]:
    """What an extractor leaves where a page ended: `<PAGE_DIV>`, a form feed, `--- Page 3 ---`.

    It is not the author's. A marker with a line to itself goes with that line; the paragraphs around
    it stay as they are (whether they are one is for `broken-line` to say). More forms are named in
    the configuration by `page-markers`, a list of regular expressions.
    """
    prose = document.prose
    for start, end in find(prose, document.settings):
        if not MENTIONED.match(prose, start - 2 if start > 1 else start, end + 2):
            yield edit((start, end), [_removal(prose, start, end)], "page marker in the text")


def _removal(prose: str, start: int, end: int) -> Edit:
    left = start
    while left and prose[left - 1] in " \t":
        left -= 1
    right = _skip(BLANKS, prose, end)
    begins, ends = left == 0 or prose[left - 1] == "\n", right == len(prose) or prose[right] == "\n"
    if prose[start] == "\f":  # it ends a line, if nothing else does
        return Edit(start, end, "" if begins or ends else "\n")
    if begins and ends:
        after = _skip(BLANK_LINES, prose, min(right + 1, len(prose)))
        parted = left == 0 or prose[left - 2 : left] == "\n\n"
        return Edit(left, after if parted else min(right + 1, len(prose)), "")
    if begins or ends:
        return Edit(left if ends else start, right, "")
    both_words = WORDS.search(prose, left - 1, left) and prose[right].isascii() and prose[right].isalnum()
    return Edit(left, right, " " if both_words else "")


def _skip(pattern: re.Pattern[str], prose: str, offset: int) -> int:
    """Where what the pattern matches at an offset ends."""
    match = pattern.match(prose, offset)
    return match.end() if match else offset
