from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule

from wenlint_rules.punctuation.quote_direction import turned

OTHER = str.maketrans("“”", "”“")


@rule(
    languages={"zh"},
    bad={
        "他说：⟦”你好“⟧，然后走了。": "他说：“你好”，然后走了。",
        "口号有：⟦”团结“、”奋斗“⟧。大家都会。": "口号有：“团结”、“奋斗”。大家都会。",
    },
    unsafe={
        "他说⟦”你好“⟧，然后走了。": "他说“你好”，然后走了。",
        "他说“你好⟦“⟧，然后走了。": "他说“你好”，然后走了。",
        "他说：⟦”⟧你好”然后走了。": "他说：“你好”然后走了。",
    },
    good=[
        "他说：“你好”，又说：“再见”。",
        "甲”和“乙。",
        "“好吧，”他说，“走。”",
        "他说：“第一段。\n\n“第二段”，完了。",
        "他说：“甲\n\n乙：”丙“，丁”，好。",
        "他说：`”你好“`，走了。",
        "他说的”自由“是什么。",
    ],
    source="GB/T 15834—2011, 4.8",
)
def reversed_quote(document: Document) -> Iterator[Finding]:
    """Curly quotes that look the wrong way: `”你好“`.

    Input methods and extractors take one for the other. A fix is safe where no other reading is left: the
    first after a colon, the last before a pause or stop mark, and neither with a partner anywhere else.
    """
    prose = document.prose
    for offsets, safety in turned(document):
        edits = [Edit(at, at + 1, prose[at].translate(OTHER)) for at in offsets]
        yield edit((offsets[0], offsets[-1] + 1), edits, _message(safety), safety)


def _message(safety: Safety) -> str:
    return "quotes that look the wrong way" if safety is Safety.SAFE else "quotes that seem to look the wrong way"
