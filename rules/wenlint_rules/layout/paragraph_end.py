from collections.abc import Iterator

from wenlint import Document, Finding, insert, rule

#: Paragraphs cut to a width of twenty characters, a list, and verse.
ONE = "　　会议指出，要认真总结经验。把这项工作\n放在更加突出的位置，完善制度机制，压实各\n方责任，加强督促检查，确保任务落实。\n"
OTHER = "　　会议要求，各级领导干部要带头学习，深\n入基层一线，倾听群众呼声，解决实际问题，\n推动各项部署落地见效，取得新的成绩。\n"
ITEMS = "（一）会议认为，要加强领导，压实各方责任，\n落实各项任务；\n（二）深入基层，解决问题。\n"
VERSE = "五花马，千金裘，呼儿将出换美酒，与尔同销万古愁。\n"


@rule(
    languages={"zh", "ja"},
    formats={"plain"},
    bad={f"{ONE}⟦⟧{OTHER}": f"{ONE}\n{OTHER}", f"{ONE}\f⟦⟧{OTHER}": f"{ONE}\f\n{OTHER}"},
    good=[
        f"{ONE}\n{OTHER}",
        ONE,
        f"{ONE}\n{VERSE}{VERSE}\n{OTHER}",
        f"{ONE}\n{ITEMS}\n{OTHER}",
        "　　会议指出，要总结经验。\n　　会议要求，要加强领导。\n",
        "会议指出，要总结经验。\n会议要求，要加强领导，落实责任。\n",
    ],
    source="CommonMark 0.31.2, 4.8 Paragraphs",
    reshapes=True,
)
def paragraph_end(document: Document) -> Iterator[Finding]:
    """A paragraph that ends in a single line end, in a text whose paragraphs were cut at line ends.

    Where `broken-line` joins the lines of a text that was cut to a width everywhere, nothing but a line end would part
    its paragraphs, as it parted their lines; a blank line tells them apart. Verse, the items of a list and the cells of a
    table stay as they are. With `style.paragraphs = "source"` the text keeps its own habit.
    """
    if document.settings.style.paragraphs == "source":
        return
    prose = document.prose
    for start, end in document.layout.paragraph_ends:
        begin = max(prose.rfind("\n", start, end), prose.rfind("\f", start, end)) + 1
        if begin:  # a marker in the middle of a line leaves no line end behind
            yield insert(begin, "\n", "a single line end after a paragraph")
