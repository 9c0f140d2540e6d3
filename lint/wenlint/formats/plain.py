"""Plain text: all of it is prose, and blank lines and ATX headings part the blocks."""

from wenlint.formats import KINDS, Block, Parsed, Section, Shape, no_blocks
from wenlint.formats.prose import Prose, ProseBuilder
from wenlint.formats.rows import Rows
from wenlint.model.settings import Settings
from wenlint.search.patterns import lazy

LINE = lazy(r"([^\r\n]*)(\r\n|\r|\n)?")
#: A heading as text that was made from Markdown still writes it.
HEADING = lazy(r"#{1,6}[ \t]+\S")
GAP = lazy(r"\n(?:[ \t\u3000\f]*\n)+|\n")


def parse(source: str, settings: Settings) -> Parsed:
    prose = Prose(source) if "\r" not in source else _without_carriage_returns(source)
    return Parsed(prose, _blocks(prose.text), [], [])


def sections(source: str) -> list[Section]:
    return []


def loosened(shape: Shape, settings: Settings) -> Shape:
    return shape


def keeps(old: str, new: str) -> bool:
    return True


def _without_carriage_returns(source: str) -> Prose:
    builder = ProseBuilder(source)
    for line in LINE.finditer(source):
        if line[1]:
            builder.exact(*line.span(1))
        if line[2]:
            builder.whole("\n", *line.span(2))
    return builder.build()


def _blocks(text: str) -> Rows[Block]:
    """Lines up to a blank one are one block; a heading is one by itself."""
    blocks = no_blocks()
    paragraph, head = KINDS.index("paragraph"), KINDS.index("heading")
    start = 0
    for gap in GAP.finditer(text):
        heading = HEADING.match(text, start) is not None
        if heading or gap.end() - gap.start() > 1 or HEADING.match(text, gap.end()):
            if gap.start() > start:
                blocks.append(head if heading else paragraph, start, gap.start())
            start = gap.end()
    if start < len(text):
        blocks.append(head if HEADING.match(text, start) else paragraph, start, len(text))
    return blocks
