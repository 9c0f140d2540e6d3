"""What page ends and line ends did to a text: which lines belong to the page, and which paragraphs go on over a line end.

Everything is read from the text as it came: the rules that take away blanks and markers would take the evidence with them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wenlint import pages
from wenlint.characters import HANGUL
from wenlint.findings import Safety
from wenlint.labels import begins_with_label
from wenlint.layout import columns, evidence, fragments, furniture, lines, paragraphs
from wenlint.layout.columns import Columns
from wenlint.layout.lines import Line
from wenlint.witness import Seam

if TYPE_CHECKING:
    from wenlint.document import Document

#: The odds, as a logarithm, at which a join is safe, and at which it is likely.
SAFE, LIKELY = 2.0, 0.5
#: A table of contents, the row of a table, what Markdown and code write.
CLOSED = re.compile(r"[.…·．‥]{4}[ ]*[0-9]*\Z|…{2,}[ ]*[0-9]+\Z|\S(?: {2,}|\t)\S.*?(?: {2,}|\t)\S|\A(?:[|>]|```|~~~)")
#: Lines shorter than this, in code points, may be headings, verse or names.
RUNNING = 20
#: What a word or a sentence of an alphabet begins and ends with.
LATIN_END, LATIN_BEGIN = re.compile(r"[!-,.-~\u00c0-\u024f’”]\Z"), re.compile(r"[!-~\u00c0-\u024f‘“]")
BETWEEN_WORDS = re.compile("[A-Za-z][A-Za-z]")
#: Where a sentence or a clause has ended no word is cut: that the text elsewhere goes on there in one piece is not enough for a join.
SPENT = re.compile(r"[。！？；：…_][”’」』）)]*\Z")
ADDRESS = re.compile(r"(?:https?://|www\.|@[\w-]+\.)\S*\Z")
SYLLABLE = re.compile(f"[{HANGUL}]")
#: So near to the width of the column, in columns, a line is full.
NEAR_FULL = 6
#: How many signs a message gives.
SIGNS = 3
#: How far back an address is looked for, in code points.
NEAR = 80


class Join(NamedTuple):
    """Where a paragraph goes on: put `text` in place of what stands from `start` up to `end`, offsets of the prose."""

    start: int
    end: int
    text: str
    safety: Safety
    why: str


class Furnishing(NamedTuple):
    """A line that belongs to the page; `sure`: whether it may be taken away."""

    start: int
    end: int
    what: str
    sure: bool


class Layout:
    """What the layout of one document shows; each fact is found when it is first asked for."""

    def __init__(self, document: "Document"):
        self._document = document
        self._text = document.prose
        self._cuts = pages.find(self._text, document.settings)

    @cached_property
    def _lines(self) -> list[Line]:
        return lines.read(self._text, self._cuts)

    @cached_property
    def _furniture(self) -> furniture.Furniture:
        return furniture.find(self._text, self._lines)

    @cached_property
    def furniture(self) -> list[Furnishing]:
        """Page numbers, running headers and footers, ascending."""
        found = [(index, what, True) for index, what in self._furniture.sure.items()]
        found += [(index, what, False) for index, what in self._furniture.likely.items()]
        return [Furnishing(*self._lines[index][:2], what, sure) for index, what, sure in sorted(found)]

    def without_furniture(self, part: slice) -> str:
        """A part of the source without the page markers, page numbers and running headers in it."""
        kept: list[str] = []
        at = part.start
        index = bisect_right(self._removable, (at, at))
        while index < len(self._removable) and (span := self._removable[index])[1] <= part.stop:
            kept.append(self._document.text[at : span[0]])
            at = span[1]
            index += 1
        return "".join((*kept, self._document.text[at : part.stop]))

    @cached_property
    def _removable(self) -> list[tuple[int, int]]:
        """What belongs to the page, in offsets of the source."""
        spans = [*self._cuts, *((start, end) for start, end, _, sure in self.furniture if sure)]
        return sorted(self._document.parsed.prose.to_source(*span) for span in spans)

    @cached_property
    def joins(self) -> list[Join]:
        """The line ends at which a paragraph goes on, or a line was torn, ascending."""
        body = [line for index, line in enumerate(self._lines) if index not in self._furniture.sure]
        if len(body) < 2:
            return []
        is_plain = self._document.format == "plain"
        measured = self._measure(body) if is_plain else columns.NONE
        rows = fragments.gather(self._text, body, measured) if measured.everywhere else [[i] for i in range(len(body))]
        found = [
            Join(one.end, other.start, fragments.glue(self._text, one, other), Safety.SAFE, "the line was torn")
            for row in rows
            for one, other in pairwise(body[index] for index in row)
        ]
        whole = [fragments.joined([body[index] for index in row]) for row in rows]
        found += self._of_paragraphs(whole, measured)
        return sorted(found)

    def _measure(self, body: Sequence[Line]) -> Columns:
        if self._document.language in ("ko", "other"):
            return columns.NONE  # words are parted by spaces: whoever wraps such text may mean it
        firsts = [index == 0 or begins_with_label(self._text, line.start) for index, line in enumerate(body)]
        return columns.measure(self._text, body, _left_edges(body), firsts)

    def _of_paragraphs(self, whole: Sequence[Line], measured: Columns) -> list[Join]:
        seams = [Seam(a.end, b.start) for a, b in pairwise(whole)]
        words = (seam for seam in seams if not BETWEEN_WORDS.match(self._text[seam.start - 1] + self._text[seam.end]))
        attested = self._document.witness.attested(words)
        witnessed = {i for i, seam in enumerate(seams) if seam in attested and all(map(self._runs, whole[i : i + 2]))}
        edges = _left_edges(whole)
        shut = [self._is_closed(line, edge, measured) for line, edge in zip(whole, edges, strict=True)]
        closed = {
            i
            for i, (a, b) in enumerate(pairwise(whole))
            if shut[i]
            or shut[i + 1]
            or not (self._is_cut(i in witnessed, a) or a.page != b.page or _in_reach(measured, b))
        }
        decided = paragraphs.decide(self._text, whole, edges, measured, witnessed, closed)
        return [self._join(whole[i], whole[i + 1], odds, signs) for i, odds, signs in decided if odds > LIKELY]

    def _join(self, a: Line, b: Line, odds: float, signs: Mapping[str, float]) -> Join:
        text, safety = self._text, Safety.SAFE if odds >= SAFE else Safety.UNSAFE
        end, begin = text[max(a.start, a.end - NEAR) : a.end], text[b.start : b.start + 1]
        glue = ""
        if LATIN_END.search(end) and LATIN_BEGIN.match(begin) and not (ADDRESS.search(end) and not a.trailing):
            glue = " "
        if SYLLABLE.match(end[-1]) and SYLLABLE.match(begin):
            glue, safety = " ", Safety.UNSAFE  # a word may be cut here
        strongest = sorted((name for name in signs if signs[name] > 0), key=lambda name: -signs[name])
        return Join(a.end, b.start, glue, safety, ", ".join(strongest[:SIGNS]))

    def _is_cut(self, witnessed: bool, line: Line) -> bool:
        return witnessed and not SPENT.search(self._text[max(line.start, line.end - 4) : line.end])

    def _runs(self, line: Line) -> bool:
        return (
            line.end - line.start >= RUNNING
            or evidence.MARK_INSIDE.search(self._text, line.start, line.end) is not None
        )

    def _is_closed(self, line: Line, edge: int, measured: Columns) -> bool:
        """Whether a line is joined to none: no paragraph, or written for a machine; what fills a column is neither."""
        document, full = self._document, abs(columns.reach(line, edge, measured.narrow) - measured.width) <= NEAR_FULL
        return (
            document.block_at(line.start).kind != "paragraph"
            or (document.is_notation(line.start) and not full)
            or CLOSED.search(self._text[line.start : line.end]) is not None
        )


def _in_reach(measured: Columns, line: Line) -> bool:
    """Whether the width of the column says anything of the end of the line before."""
    return measured.width > 0 and (measured.everywhere or not line.blanks)


def _left_edges(body: Sequence[Line]) -> list[int]:
    """For each line where the text of its page begins, in columns."""
    edges: dict[int, int] = defaultdict(lambda: 1 << 30)
    for line in body:
        edges[line.page] = min(edges[line.page], line.indent)
    return [edges[line.page] for line in body]
