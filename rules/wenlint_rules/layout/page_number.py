from collections.abc import Iterator

from wenlint import Document, Finding, edit, report, rule
from wenlint.formats.page_markers import removal

PAGE = "春天来了，花都开了，孩子们到河边去放风筝。" * 8


@rule(
    bad={
        "会议强调，要抓好落实。\n\n⟦第 1 页 共 3 页⟧\n\f会议要求，要加强领导。\n\n⟦第 2 页 共 3 页⟧\n\f会议指出，要总结经验。\n\n⟦第 3 页 共 3 页⟧\n": "会议强调，要抓好落实。\n\n\f会议要求，要加强领导。\n\n\f会议指出，要总结经验。\n",
        "甲说完了。\n\n⟦— 1 —⟧\n\n乙开始了。\n\n⟦— 2 —⟧\n\n丙也说。": "甲说完了。\n\n乙开始了。\n\n丙也说。",
        f"{PAGE}\n⟦1⟧\n\f{PAGE}\n⟦2⟧\n\f{PAGE}\n⟦3⟧\n": f"{PAGE}\n\f{PAGE}\n\f{PAGE}\n",
    },
    reported=[
        "甲说完了，现在轮到乙来说。\n\n⟦— 7 —⟧\n\n乙开始了。",
        "张三\n⟦90⟧\n\f李四\n⟦91⟧\n\f王五\n⟦92⟧\n",
        "⟦1⟧\n首都是哪里？\n\f⟦2⟧\n长江多长？\n\f⟦3⟧\n谁写的？\n",
    ],
    good=[
        "- 1 -\n\n第一节的正文。\n\n- 2 -\n\n第二节的正文。",
        "得分\n12\n得分\n13",
        "甲。\n3\n\f乙。\n7\n\f丙。\n1\n",
        "第 3 页 有误，请改。",
        f"{PAGE}\n年龄：\n21\n\f{PAGE}\n年龄：\n22\n\f{PAGE}\n年龄：\n23\n",
    ],
    source="GB/T 9704—2012, 7.5; the output of pdftotext, pypdf and MuPDF",
    furniture=True,
    reshapes=True,
)
def page_number(document: Document) -> Iterator[Finding]:
    """The number of a page, left between the lines of the text.

    It is known by its place at the edge of a page and by rising with the pages, on three pages at the
    least; of a form that is a page number and nothing else (`第 3 页 共 20 页`, `— 3 —`), also by less.
    Where nothing marks the pages, numbers of such a form that rise one by one are taken out, and one by itself
    is reported. So is a bare number on pages that hold few words: it may be a question's, or a score.
    """
    for start, end, what, sure in document.layout.furniture:
        if what == "page number":
            if sure:
                yield edit((start, end), [removal(document.prose, start, end)], "page number in the text")
            else:
                yield report((start, end), "this may be a page number")
