"""What page ends and line ends did to a text: which lines belong to the page, and which paragraphs go on over a line end.

Everything is read from the text as it came: the rules that take away blanks and markers would take the evidence with them.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wenlint.document.layout import columns, evidence, fragments, furniture, lines, paragraphs
from wenlint.document.layout.columns import Columns
from wenlint.document.layout.joins import LIKELY, SAFE, Join, join
from wenlint.document.layout.lines import Line
from wenlint.document.numbering import begins_with_label
from wenlint.document.witness import Seam
from wenlint.formats import page_markers
from wenlint.formats.rows import spans
from wenlint.model.findings import Safety
from wenlint.search.patterns import lazy

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: Those against a join at which a paragraph surely ends: a sentence may end in a full line of its middle.
APART = 4.0
#: A table of contents, the row of a table, what Markdown and code write.
CLOSED = lazy(r"[.…·．‥]{4}[ ]*[0-9]*\Z|…{2,}[ ]*[0-9]+\Z|\S(?: {2,}|\t)\S.*?(?: {2,}|\t)\S|\A(?:[|>]|```|~~~)")
#: Lines shorter than this, in code points, may be headings, verse or names.
RUNNING = 20
#: What parts clauses, and not the words of a list or a name from what is said.
CLAUSE = lazy("[，。；！？]|(?<![0-9])[,;]")
BETWEEN_WORDS = lazy("[A-Za-z][A-Za-z]")
#: A word of at least two letters cut by a hyphen: as it is, or as an extractor writes it at a line's end; and its rest.
HYPHENED = lazy("[A-Za-z\u00c0-\u024f\ufb00-\ufb04]{2}[-\u2010\u00ad\ufffe\x02]\\Z")
SMALL = lazy("[a-z\u00df-\u00f6\u00f8-\u00ff\ufb00-\ufb04]")
#: Where a sentence or a clause has ended no word is cut, whatever the document writes elsewhere.
SPENT = lazy(r"[。！？：…_][”’」』）)]*\Z")
#: So near to the width of the column, in columns, a line is full.
NEAR_FULL = 6


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
        #: The spans of page markers.
        self.cuts = page_markers.find_in(document)

    @cached_property
    def _lines(self) -> list[Line]:
        return lines.read(self._text, self.cuts)

    @cached_property
    def _furniture(self) -> furniture.Furniture:
        return furniture.find(self._text, self._lines)

    @cached_property
    def furniture(self) -> list[Furnishing]:
        """Page numbers, running headers and footers, ascending."""
        found = [(index, what, True) for index, what in self._furniture.sure.items()]
        found += [(index, what, False) for index, what in self._furniture.likely.items()]
        lines = self._lines
        return [Furnishing(lines[index].start, lines[index].end, what, sure) for index, what, sure in sorted(found)]

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
    def _removable(self) -> Sequence[tuple[int, int]]:
        """What belongs to the page, in offsets of the source."""
        lines = ((start, end) for start, end, _, sure in self.furniture if sure)
        return spans(self._document.parsed.prose.to_source(*span) for span in merge(self.cuts, lines))

    @cached_property
    def joins(self) -> list[Join]:
        """The line ends at which a paragraph goes on, or a line was torn, ascending; none where a word is parted by a hyphen."""
        torn = (
            Join(one.end, other.start, fragments.glue(self._text, one), Safety.SAFE, "the line was torn")
            for row in self._rows
            for one, other in pairwise(row)
        )
        hyphens = {i for i, _ in self._hyphenated}
        found = (end for end in self._ends if end.odds > LIKELY and end.line not in hyphens)
        return sorted(
            [*torn, *(join(self._text, self._whole[i], self._whole[i + 1], odds, signs) for i, odds, signs in found)]
        )

    @property
    def hyphens(self) -> list[Seam]:
        """Where a line ends in a word's hyphen and the next may hold the rest: from the hyphen to the rest, ascending."""
        return [seam for _, seam in self._hyphenated]

    @cached_property
    def paragraph_ends(self) -> list[tuple[int, int]]:
        """Where a paragraph surely ends in a single line end in a text that is cut to a width everywhere, ascending.

        From its last letter to the first of the next. Neither verse nor a list ends its lines so.
        """
        if not self._measured.everywhere:
            return []
        goes_on = [odds >= SAFE for _, odds, _ in self._ends] + [False]
        firsts: list[Line] = []  # of the paragraph of each line
        for i, line in enumerate(self._whole):
            firsts.append(firsts[-1] if i and goes_on[i - 1] else line)
        return [
            (a.end, b.start)
            for (i, odds, signs), (a, b) in zip(self._ends, pairwise(self._whole), strict=True)
            if -math.inf < odds <= -APART
            and paragraphs.are_apart(self._text, firsts[i], a, b, evidence.FULL_LINE in signs, goes_on[i + 1])
        ]

    @cached_property
    def _body(self) -> list[Line]:
        return [line for index, line in enumerate(self._lines) if index not in self._furniture.sure]

    @cached_property
    def _measured(self) -> Columns:
        if self._document.format != "plain" or self._document.language in ("ko", "other") or len(self._body) < 2:
            return columns.NONE  # words are parted by spaces: whoever wraps such text may mean it
        firsts = [index == 0 or begins_with_label(self._text, line.start) for index, line in enumerate(self._body)]
        return columns.measure(self._text, self._body, _left_edges(self._body), firsts)

    @cached_property
    def _rows(self) -> list[list[Line]]:
        """The lines, those that were torn out of one together; none in a text of which no line is torn."""
        if not self._measured.everywhere:
            return []
        rows = fragments.gather(self._text, self._body, self._measured)
        return [[self._body[index] for index in row] for row in rows]

    @cached_property
    def _whole(self) -> list[Line]:
        return [fragments.joined(row) for row in self._rows] or self._body

    @cached_property
    def _hyphenated(self) -> list[tuple[int, Seam]]:
        return [
            (i, Seam(a.end - 1, b.start))
            for i, (a, b) in enumerate(pairwise(self._whole))
            if HYPHENED.search(self._text, max(a.start, a.end - 4), a.end)
            and SMALL.match(self._text, b.start)
            and not (self._is_closed(i) or self._is_closed(i + 1))
            and not self._document.excused(a.end - 1, a.end)
        ]

    @cached_property
    def _ends(self) -> list[paragraphs.LineEnd]:
        whole, measured = self._whole, self._measured
        seams = {Seam(a.end, b.start): i for i, (a, b) in enumerate(pairwise(whole)) if self._may_be_cut(a, b)}
        witnessed = {seams[seam] for seam in self._document.witness.attested(seams)} if not self._is_wrapped else set()
        open_ends = [
            i in witnessed or a.page != b.page or _in_reach(measured, b) for i, (a, b) in enumerate(pairwise(whole))
        ]
        if not any(open_ends):
            return []
        closed = {
            i for i, is_open in enumerate(open_ends) if not is_open or self._is_closed(i) or self._is_closed(i + 1)
        }
        return paragraphs.decide(self._text, whole, self._edges, measured, witnessed, closed)

    @cached_property
    def _is_wrapped(self) -> bool:
        """Whether the author of a structured text wraps lines: then a line end inside a paragraph is no damage."""
        if self._document.format == "plain":
            return False
        block = self._document.block_index
        return sum(block(a.end) == block(b.start) for a, b in pairwise(self._whole)) >= columns.LINES

    def _may_be_cut(self, a: Line, b: Line) -> bool:
        """Whether a word may be cut between two lines, so that the document may bear witness to it."""
        text = self._text
        return (
            not SPENT.search(text, max(a.start, a.end - 4), a.end)
            and not BETWEEN_WORDS.match(text[a.end - 1] + text[b.start])
            and self._runs(a)
            and self._runs(b)
        )

    def _runs(self, line: Line) -> bool:
        """Whether a line is running text; one that fills no column is, if it holds a clause."""
        inside = evidence.MARK_INSIDE if self._measured.width else CLAUSE
        long = self._measured.width > 0 and line.end - line.start >= RUNNING
        return long or inside.search(self._text, line.start, line.end) is not None

    def _is_closed(self, i: int) -> bool:
        """Whether a line is joined to none: no paragraph, or written for a machine; what fills a column is neither."""
        line, measured = self._whole[i], self._measured
        if self._document.block_at(line.start).kind != "paragraph" or CLOSED.search(self._text[line.start : line.end]):
            return True
        if measured.width and not measured.everywhere and not line.wide:
            return True  # only East Asian paragraphs of such a text are known to be cut: this may be code
        full = abs(columns.reach(line, self._edges[i], measured.narrow) - measured.width) <= NEAR_FULL
        return not full and self._document.is_notation(line.start)

    @cached_property
    def _edges(self) -> list[int]:
        return _left_edges(self._whole)


def _in_reach(measured: Columns, line: Line) -> bool:
    """Whether the width of the column says anything of the end of the line before."""
    return measured.width > 0 and (measured.everywhere or not line.blanks)


def _left_edges(body: Sequence[Line]) -> list[int]:
    """For each line where the text of its page begins, in columns."""
    edges: dict[int, int] = defaultdict(lambda: 1 << 30)
    for line in body:
        edges[line.page] = min(edges[line.page], line.indent)
    return [edges[line.page] for line in body]
