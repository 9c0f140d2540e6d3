from collections.abc import Iterator

from wenlint import Document, Finding, edit, report, rule
from wenlint.pages import removal


@rule(
    bad={
        "⟦旅游条例汇编⟧\n总则。\n\f⟦旅游条例汇编⟧\n职责。\n\f⟦旅游条例汇编⟧\n附则。\n": "总则。\n\f职责。\n\f附则。\n",
        "甲。\n⟦验证标准 4.0 12⟧\n\f乙。\n⟦验证标准 4.0 13⟧\n\f丙。\n⟦验证标准 4.0 14⟧\n": "甲。\n\f乙。\n\f丙。\n",
    },
    reported=["⟦旅游条例汇编⟧\n总则。\n\f⟦旅游条例汇编⟧\n职责。\n"],
    good=[
        "总则。\n\f总则。",
        "答：是的。\n问：好吗？\n\f答：是的。\n问：好吗？\n\f答：是的。\n问：好吗？\n\f好。",
    ],
    source="GB/T 9851.3—2008; the output of pdftotext, pypdf and MuPDF",
    furniture=True,
    reshapes=True,
)
def running_header(document: Document) -> Iterator[Finding]:
    """A running header or footer, left between the lines of the text.

    A line that recurs at the edges of three pages or more, and hardly elsewhere; the number of the page may stand
    in it, or beside it. The title that the first page shows below its header stays. On two pages only
    it is taken out where both also bear page numbers, and else reported.
    """
    for start, end, what, sure in document.layout.furniture:
        if what != "page number":
            if sure:
                yield edit((start, end), [removal(document.prose, start, end)], f"{what} in the text")
            else:
                yield report((start, end), "this may be a running header")
