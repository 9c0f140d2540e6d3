import re
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.characters import HAN
from wenlint.labels import begins_with_label
from wenlint.pages import page_cuts, without_markers
from wenlint.witness import Seam

LINE_END = re.compile(rf"(?<=[{HAN}])[ \t]*\n[ \t\n]*(?=[{HAN}])")
#: A line ends here in the middle of a sentence, or the next begins in the middle of one.
GOES_ON, CARRIES_ON = re.compile(r"[，、（《“‘「『]"), re.compile(r"[，。、；？！）》”’」』]")
LETTER, LOWER = re.compile(f"[{HAN}]"), re.compile("[a-z,][a-z]")
MARK, STOP = re.compile("[，。；：？！、]"), re.compile("[。？！]")
INDENT = re.compile(r"\n(?:\u3000| {2,}|\t)[^\n]*\Z")
#: Lines shorter than this, in code points, may be headings, verse or names; so far marks are looked for.
RUNNING, NEAR = 20, 200


@rule(
    bad={
        "我们要扎实推动党史学习教育的常态化长效化，不断巩⟦固\n\n<PAGE_DIV>\n拓⟧展教育成果，推动工作。": "我们要扎实推动党史学习教育的常态化长效化，不断巩固拓展教育成果，推动工作。",
        "在健全机制上，持续用力⟦，<PAGE_DIV> \n\n守⟧正创新，探索制度。": "在健全机制上，持续用力，守正创新，探索制度。",
        "会议指出，要把这项工作放在更加突出的位置，坚持稳中⟦求\n进⟧工作总基调，不动摇。\n\n坚持稳中求进工作总基调。": "会议指出，要把这项工作放在更加突出的位置，坚持稳中求进工作总基调，不动摇。\n\n坚持稳中求进工作总基调。",
    },
    unsafe={"关于教育⟦成\n\f\n果⟧总结工作的若干意见和建议": "关于教育成果总结工作的若干意见和建议"},
    good=[
        "会议结束。<PAGE_DIV>\n\n会议强调：床前明月光\n疑是地上霜",
        "会议提出，要做好以下几项重点工作和安排部署\n<PAGE_DIV>\n（一）加强领导，落实责任。",
        "这一段话，没有写完就结束了\n<PAGE_DIV>\n　　新的一段，开始了。",
    ],
    notation=True,
    source="CSS Text 4.1.3, Segment Break Transformation Rules; CLREQ",
    removes=without_markers,
    reshapes=True,
)
def broken_line(document: Document) -> Iterator[Finding]:
    """A paragraph cut in two by a page end, or by a line end where the document writes the words unbroken.

    At a page marker the fix is safe where a sentence plainly goes on: a comma before the cut, a
    closing mark after it, or running text on both sides. Without a marker only the document itself
    is evidence enough. Numbered clauses, indented lines and short lines are not joined.
    """
    prose = document.prose
    cuts = dict.fromkeys(Seam(*cut) for cut in page_cuts(prose, document.settings))
    ends = [seam for end in LINE_END.finditer(prose) if _is_running(document, seam := Seam(*end.span()))]
    seams = dict.fromkeys(seam for seam in (*cuts, *ends) if _may_join(document, seam))
    witnessed = document.witness.attested(seams)
    for seam in seams:
        safety = Safety.SAFE if seam in witnessed else _evidence(document, seam)
        why = "the document writes it in one piece" if seam in witnessed else "the sentence goes on"
        if seam in witnessed or (seam in cuts and safety > Safety.SUGGESTION):
            span = (seam.start - 1, seam.end + 1)
            space = " " if (prose[span[0]] + prose[seam.end]).isascii() else ""
            yield edit(span, [Edit(*seam, space)], f"paragraph cut in two: {why}", safety)


def _may_join(document: Document, seam: Seam) -> bool:
    start, end, prose = *seam, document.prose
    if start == 0 or end == len(prose) or begins_with_label(prose, end) or INDENT.search(prose, start, end):
        return False
    return document.block_at(start - 1).kind == document.block_at(end).kind == "paragraph"


def _is_running(document: Document, seam: Seam) -> bool:
    lines = map(document.line_at, seam)
    return all(end - start >= RUNNING or MARK.search(document.prose, start, end) for start, end in lines)


def _evidence(document: Document, seam: Seam) -> Safety:
    """How sure it is, without a witness, that the sentence goes on over a page end."""
    prose, begin, end = document.prose, document.line_at(seam.start)[0], document.line_at(seam.end)[1]
    ends, begins = prose[seam.start - 1], prose[seam.end]
    runs_on = MARK.search(prose, seam.end, min(end, seam.end + NEAR)) is not None
    if CARRIES_ON.match(begins) or (GOES_ON.match(ends) and runs_on) or LOWER.match(ends + begins):
        return Safety.SAFE
    if not LETTER.match(ends) or not LETTER.match(begins):
        return Safety.SUGGESTION
    ran = seam.start - begin >= RUNNING and MARK.search(prose, max(begin, seam.start - NEAR), seam.start)
    return Safety.SAFE if ran and STOP.search(prose, seam.end, min(end, seam.end + NEAR)) else Safety.UNSAFE
