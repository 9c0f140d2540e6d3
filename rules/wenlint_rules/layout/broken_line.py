from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, rule


@rule(
    bad={
        "我们要扎实推动党史学习教育的常态化长效化，不断巩固⟦\n\n<PAGE_DIV>\n⟧拓展教育成果，推动工作。": "我们要扎实推动党史学习教育的常态化长效化，不断巩固拓展教育成果，推动工作。",
        "在健全机制上，持续用力，⟦<PAGE_DIV> \n\n⟧守正创新，探索制度。": "在健全机制上，持续用力，守正创新，探索制度。",
        "会议指出，要把这项工作放在更加突出的位置，坚持稳中求⟦\n⟧进工作总基调，不动摇。\n\n坚持稳中求进工作总基调。": "会议指出，要把这项工作放在更加突出的位置，坚持稳中求进工作总基调，不动摇。\n\n坚持稳中求进工作总基调。",
    },
    unsafe={"关于教育成⟦\n\f\n⟧果总结工作的若干意见和建议": "关于教育成果总结工作的若干意见和建议"},
    good=[
        "会议结束。<PAGE_DIV>\n\n会议强调：床前明月光\n疑是地上霜",
        "会议提出，要做好以下几项重点工作和安排部署\n<PAGE_DIV>\n（一）加强领导，落实责任。",
        "这一段话，没有写完就结束了\n<PAGE_DIV>\n　　新的一段，开始了。",
    ],
    notation=True,
    source="CSS Text 4.1.3, Segment Break Transformation Rules; CLREQ; JLREQ",
    furniture=True,
    reshapes=True,
)
def broken_line(document: Document) -> Iterator[Finding]:
    """A paragraph cut by a line end or a page end.

    Whether a paragraph goes on is judged by all that the text shows, and the message names it: whether the
    line is full, measured against the width to which the text was set; how it ends and how the next
    begins; whether the document writes the words in one piece elsewhere; and blank lines, indents and
    white space at line ends, each by what it says in this text and not by itself. Numbered clauses,
    headings, tables, verse and dialogue stay as they are. East Asian text is joined with nothing, words
    of an alphabet with a space. The fix is safe where the evidence leaves no second reading.
    """
    for start, end, text, safety, why in document.layout.joins:
        yield edit((start, end), [Edit(start, end, text)], f"paragraph cut in two: {why}", safety)
