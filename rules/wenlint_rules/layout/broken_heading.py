from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.document.numbering import begins_with_label
from wenlint.document.witness import Seam
from wenlint.formats import Block
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN

ENDS_IN_HAN, BEGINS_WITH_HAN = lazy(rf"[{HAN}]\Z"), lazy(f"[{HAN}]")
SENTENCE = lazy("[。！？；，：]")
#: What was opened in the heading and is closed in the line after it.
OPEN, CLOSE = lazy(r"[（《“「『][^）》”」』]*\Z"), lazy(r"[^（《“「『\n]*[）》”」』]")
#: A heading is cut where its line is full: one shorter than this, in code points, is one by itself.
FULL = 12
#: A second half longer than this, in code points, is a paragraph.
LONGEST = 40


@rule(
    languages={"zh", "ja"},
    bad={
        "# 扎实推动各项工作奋进新征程⟦建功\n\n新时⟧代\n\n我们要奋进新征程建功新时代。": "# 扎实推动各项工作奋进新征程建功新时代\n\n我们要奋进新征程建功新时代。",
    },
    unsafe={"# 关于印发条例（⟦试行\n\n的通⟧知）\n\n正文。": "# 关于印发条例（试行的通知）\n\n正文。"},
    good=[
        "# 静夜思\n\n李白诗歌\n\n静夜思李白诗歌赏析。",
        "# 会议指出\n\n认真总结经验\n\n会议指出，认真总结经验。",
        "# 总则\n\n第一条 为了维护秩序。",
        "# 建功\n\n新时代来了。\n\n我们建功新时代。",
    ],
    notation=True,
    source="The document itself",
    reshapes=True,
)
def broken_heading(document: Document) -> Iterator[Finding]:
    """A heading cut in two by a line end or a page end.

    The second half stands below as a paragraph of its own. The fix is safe where the document
    elsewhere writes the words at the cut in one piece, and unsafe where only a bracket opened in the
    heading and closed below says that they belong together.
    """
    prose = document.prose
    pairs = [
        (Seam(heading.end, below.start), heading, below)
        for heading, below in zip(document.blocks, document.blocks[1:], strict=False)
        if heading.kind == "heading" and below.kind == "paragraph" and _may_continue(prose, heading, below)
    ]
    witnessed = document.witness.attested(seam for seam, _, _ in pairs)
    for seam, heading, below in pairs:
        bracket = OPEN.search(prose, heading.start, heading.end) and CLOSE.match(prose, below.start, below.end)
        if (seam in witnessed and heading.end - heading.start >= FULL) or bracket:
            span = (max(seam.start - 2, heading.start), min(seam.end + 2, below.end))
            why = "the document writes it in one piece" if seam in witnessed else "a bracket is open"
            safety = Safety.SAFE if seam in witnessed else Safety.UNSAFE
            yield edit(span, [Edit(*seam, "")], f"heading cut in two: {why}", safety)


def _may_continue(prose: str, heading: Block, below: Block) -> bool:
    return bool(
        below.end - below.start <= LONGEST
        and ENDS_IN_HAN.search(prose, heading.end - 1, heading.end)
        and BEGINS_WITH_HAN.match(prose, below.start)
        and not SENTENCE.search(prose, below.start, below.end)
        and not begins_with_label(prose, below.start)
    )
