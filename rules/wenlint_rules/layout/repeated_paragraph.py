import re
from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy

LINE = lazy(r"[^\n\f]+")
#: Shorter paragraphs, in code points, recur by right: a formula of law, a caption, a note.
SHORTEST = 60
SENTENCE = lazy("[，、；：].*[。！？]", re.DOTALL)

LONG = "会议指出，要认真总结经验，把这项工作放在更加突出的位置，坚持问题导向，完善制度机制，压实各方责任，加强督促检查，确保各项任务落到实处、见到成效。"


@rule(
    default=False,
    languages={"zh", "ja"},
    reported=[f"{LONG}\n\n会议要求，加强领导。\n\n⟦{LONG}⟧\n"],
    good=[
        f"{LONG}\n\n会议要求，加强领导。\n",
        "依照前款规定办理，逾期不候。\n\n好。\n\n依照前款规定办理，逾期不候。\n",
    ],
    source="The output of extractors; the repetition filters of Gopher and FineWeb",
)
def repeated_paragraph(document: Document) -> Iterator[Finding]:
    """A long paragraph that the text holds word for word before.

    Pages that were read twice leave it. Laws and manuals repeat paragraphs by right, so this rule speaks only when asked.
    """
    seen: set[str] = set()
    for line in LINE.finditer(document.prose):
        text = line[0].strip()
        if len(text) < SHORTEST or not SENTENCE.search(text):
            continue
        if text in seen:
            start = line.start() + line[0].index(text[0])
            yield report((start, start + len(text)), "the text holds this paragraph before")
        seen.add(text)
