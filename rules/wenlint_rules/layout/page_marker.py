import re
from collections.abc import Iterator

from wenlint import Document, Finding, edit, rule
from wenlint.formats.page_markers import removal
from wenlint.search.patterns import lazy

#: Between spaces in the middle of a line stands a marker that the sentence speaks of.
MENTIONED = lazy(r"\S .*\S.* \S\Z", re.DOTALL)


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
    furniture=True,
    reshapes=True,
)
def page_marker(document: Document) -> Iterator[Finding]:
    """What an extractor leaves where a page ended: `<PAGE_DIV>`, a form feed, `--- Page 3 ---`.

    It is not the author's. A marker with a line to itself goes with that line; the paragraphs around
    it stay as they are (whether they are one is for `broken-line` to say). More forms are named in
    the configuration by `page-markers`, a list of regular expressions.
    """
    prose = document.prose
    for start, end in document.layout.cuts:
        if not MENTIONED.match(prose, start - 2 if start > 1 else start, end + 2):
            yield edit((start, end), [removal(prose, start, end)], "page marker in the text")
