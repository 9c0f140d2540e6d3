from collections.abc import Iterator

from wenlint import Document, Finding, edit, report, rule
from wenlint.formats.page_markers import removal

#: A page of text.
PAGE = "县级以上人民政府应当加强对旅游工作的组织和领导，明确相关部门或者机构，统筹协调本行政区域的旅游业发展。\n" * 4


@rule(
    bad={
        f"⟦旅游条例汇编⟧\n{PAGE}\f⟦旅游条例汇编⟧\n{PAGE}\f⟦旅游条例汇编⟧\n{PAGE}": f"{PAGE}\f{PAGE}\f{PAGE}",
        f"{PAGE}⟦验证标准 4.0 12⟧\n\f{PAGE}⟦验证标准 4.0 13⟧\n\f{PAGE}⟦验证标准 4.0 14⟧\n": f"{PAGE}\f{PAGE}\f{PAGE}",
    },
    reported=[
        "⟦旅游条例汇编⟧\n总则。\n\f⟦旅游条例汇编⟧\n职责。\n",
        "⟦季度总结⟧\n收入增长\n\f⟦季度总结⟧\n成本下降\n\f⟦季度总结⟧\n人员稳定\n",
    ],
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
    it is taken out where both also bear page numbers, and else reported; and where pages hold few words it
    is reported, for it may be the title of a slide or a form.
    """
    for start, end, what, sure in document.layout.furniture:
        if what != "page number":
            if sure:
                yield edit((start, end), [removal(document.prose, start, end)], f"{what} in the text")
            else:
                yield report((start, end), "this may be a running header")
