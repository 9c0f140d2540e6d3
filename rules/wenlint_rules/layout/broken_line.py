import re
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.characters import HAN
from wenlint.labels import begins_with_label
from wenlint.pages import markers, page_cuts
from wenlint.witness import Seam

LINE_END = re.compile(rf"(?<=[{HAN}])[ \t]*\n[ \t\n]*(?=[{HAN}])")
MARK = re.compile("[，。；：？！、]")
#: A line ends here in the middle of a sentence, or the next begins in the middle of one.
GOES_ON, CARRIES_ON = re.compile(r"[，、；（《“‘「『]"), re.compile(r"[，。、；？！）》”’」』]")
LETTER, LOWER = re.compile(f"[{HAN}]"), re.compile("[a-z,]")
INDENT = re.compile(r"\n(?:\u3000| {2,}|\t)[^\n]*\Z")
#: Lines shorter than this, in code points, may be headings, verse or names.
RUNNING = 20


@rule(
    needs="\n\f<{[-",
    bad={
        "我们要扎实推动党史学习教育的常态化长效化，不断巩⟦固\n\n<PAGE_DIV>\n拓⟧展教育成果，推动工作。": "我们要扎实推动党史学习教育的常态化长效化，不断巩固拓展教育成果，推动工作。",
        "在健全机制上，持续用力⟦，<PAGE_DIV> \n\n守⟧正创新，探索制度。": "在健全机制上，持续用力，守正创新，探索制度。",
        "会议指出，要把这项工作放在更加突出的位置，坚持稳中⟦求\n进⟧工作总基调，不动摇。\n\n坚持稳中求进工作总基调。": "会议指出，要把这项工作放在更加突出的位置，坚持稳中求进工作总基调，不动摇。\n\n坚持稳中求进工作总基调。",
    },
    unsafe={"关于教育⟦成\n\f\n果⟧总结工作的若干意见和建议": "关于教育成果总结工作的若干意见和建议"},
    good=[
        "会议结束。<PAGE_DIV>\n\n会议强调。",
        "床前明月光\n疑是地上霜",
        "会议提出，要做好以下几项重点工作和安排部署\n<PAGE_DIV>\n（一）加强领导，落实责任。",
        "这一段话，没有写完就结束了的时候没有句号\n<PAGE_DIV>\n　　新的一段，开始了。",
    ],
    source="CSS Text 4.1.3, Segment Break Transformation Rules; CLREQ",
    removes=markers,
    reshapes=True,
)
def broken_line(document: Document) -> Iterator[Finding]:
    """A paragraph cut in two by a page end, or by a line end where the document writes the words unbroken.

    At a page marker the fix is safe where a sentence plainly goes on: a comma before the cut, a
    closing mark after it, or running text on both sides. Without a marker only the document itself
    is evidence enough. Numbered clauses, indented lines and short lines are not joined.
    """
    prose = document.prose
    cuts = [Seam(*cut) for cut in page_cuts(prose, document.settings)]
    ends = [Seam(*end.span()) for end in LINE_END.finditer(prose) if _is_running(document, Seam(*end.span()))]
    seams = [seam for seam in dict.fromkeys(cuts + ends) if _may_join(document, seam)]
    witnessed = document.witness.attested(seams)
    at_page = set(cuts)
    for seam in seams:
        safety, why = Safety.SAFE, "the document writes it in one piece"
        if seam not in witnessed:
            if seam not in at_page:
                continue
            safety, why = _evidence(document, seam), "the sentence goes on over the page end"
            if safety is Safety.SUGGESTION:
                continue
        words = prose[seam.start - 1].isascii() and prose[seam.end].isascii()
        span = (seam.start - 1, seam.end + 1)
        yield edit(span, [Edit(*seam, " " if words else "")], f"paragraph cut in two: {why}", safety)


def _may_join(document: Document, seam: Seam) -> bool:
    prose = document.prose
    if seam.start == 0 or seam.end == len(prose) or begins_with_label(prose, seam.end):
        return False
    kinds = {document.block_at(seam.start - 1).kind, document.block_at(seam.end).kind}
    return kinds == {"paragraph"} and not INDENT.search(prose, seam.start, seam.end)


def _is_running(document: Document, seam: Seam) -> bool:
    before, after = document.line_at(seam.start), document.line_at(seam.end)
    return all(
        end - start >= RUNNING or MARK.search(document.prose, start, end) for start, end in (before, after)
    )


def _evidence(document: Document, seam: Seam) -> Safety:
    """How sure it is, without a witness, that the text goes on over a page end."""
    prose = document.prose
    (begin, _), (_, end) = document.line_at(seam.start), document.line_at(seam.end)
    before, after = prose[seam.start - 1], prose[seam.end]
    marked = bool(MARK.search(prose, begin, seam.start)), bool(MARK.search(prose, seam.end, end))
    if (
        CARRIES_ON.match(after)
        or (GOES_ON.match(before) and marked[1])
        or (LOWER.match(before) and LOWER.match(after))
    ):
        return Safety.SAFE
    if LETTER.match(before) and LETTER.match(after):
        return Safety.SAFE if all(marked) and seam.start - begin >= RUNNING else Safety.UNSAFE
    return Safety.SUGGESTION
