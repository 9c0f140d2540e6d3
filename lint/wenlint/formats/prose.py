"""The text a reader sees, and the way from each of its characters back to the source.

A segment ties a stretch of prose to a stretch of source. In an *exact* one the two are the same
characters. A *whole* one stands for markup that a reader sees as something else (an escape, a line
break with the quote prefix after it) and can only be replaced as a whole. A *fixed* one (code, an
image, the gap between two cells) can't be edited.
"""

from array import array
from bisect import bisect_right
from enum import Enum, auto
from io import StringIO
from typing import NamedTuple

from wenlint.formats.rows import Rows
from wenlint.model.findings import Edit, Fix


class Tie(Enum):
    EXACT = auto()
    WHOLE = auto()
    FIXED = auto()


class Segment(NamedTuple):
    """Prose from `prose` on stands for the source from `start` up to `end`.

    `point` is where an insertion before this segment goes: after the markup that closes and before
    the markup that opens.
    """

    prose: int
    start: int
    end: int
    tie: Tie
    point: int


#: Ties by their numbers.
TIES = tuple(Tie)
NUMBERS = {tie: number for number, tie in enumerate(TIES)}


def _segment(prose: int, start: int, end: int, tie: int, point: int) -> Segment:
    return Segment(prose, start, end, TIES[tie], point)


class Prose:
    """A text with its segments in ascending order; without segments it is the source itself."""

    def __init__(self, text: str, segments: Rows[Segment] | None = None, newline: str = "\n", end: int | None = None):
        """`newline` is what the source writes for a line end, `end` where an insertion after all prose goes."""
        self.text = text
        self._end_point = end
        self.segments = segments
        self._newline = newline
        self._starts = segments.columns[0] if segments is not None else array("Q")

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _end(self, index: int) -> int:
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a prose span; markup inside it is included, markup around it is not."""
        if self.segments is None:
            return start, end
        if start == end:
            point = self._point(start)
            return point, point
        first, last = self.segments[self._index(start)], self.segments[self._index(end - 1)]
        begin = first.start + (start - first.prose) if first.tie is Tie.EXACT else first.start
        stop = last.start + (end - last.prose) if last.tie is Tie.EXACT else last.end
        return begin, stop

    def _point(self, offset: int) -> int:
        if not self.segments:
            return 0
        if offset >= len(self.text):
            return self.segments[-1].end if self._end_point is None else self._end_point
        segment = self.segments[self._index(offset)]
        if offset > segment.prose:
            return segment.start + (offset - segment.prose)
        return segment.point

    def fix_in_source(self, fix: Fix) -> Fix | None:
        """The same fix as edits of the source; None where it would have to touch what is not prose."""
        if self.segments is None:
            return fix
        edits: list[Edit] = []
        for edit in fix.edits:
            text = edit.text if self._newline == "\n" else edit.text.replace("\n", self._newline)
            pieces = [Edit(*self.to_source(edit.start, edit.end), text)]
            if edit.start != edit.end:
                cut = self._pieces(edit.start, edit.end)
                if cut is None:
                    return None
                pieces = _dealt(text, cut)
            edits += pieces
        return Fix(tuple(edits), fix.safety)

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]] | None:
        assert self.segments is not None
        pieces: list[tuple[int, int]] = []
        for index in range(self._index(start), self._index(end - 1) + 1):
            segment = self.segments[index]
            if segment.tie is Tie.FIXED:
                return None
            piece = (segment.start, segment.end)
            if segment.tie is Tie.EXACT:
                low, high = max(start, segment.prose), min(end, self._end(index))
                piece = (segment.start + low - segment.prose, segment.start + high - segment.prose)
            elif start > segment.prose or end < self._end(index):
                return None
            if pieces and pieces[-1][1] == piece[0]:
                piece = (pieces.pop()[0], piece[1])
            pieces.append(piece)
        return pieces


def _dealt(text: str, pieces: list[tuple[int, int]]) -> list[Edit]:
    """The new text over the pieces of source that it replaces; what markup lies between them stays.

    Character for character where the lengths agree; otherwise it goes where the old text began.
    """
    if len(text) != sum(end - start for start, end in pieces):
        return [Edit(start, end, "" if i else text) for i, (start, end) in enumerate(pieces)]
    edits, at = [], 0
    for start, end in pieces:
        edits.append(Edit(start, end, text[at : at + end - start]))
        at += end - start
    return edits


def newline_of(text: str) -> str:
    """The line end that a text uses most; a line feed where it has none."""
    crlf = text.count("\r\n")
    counts = {"\n": text.count("\n") - crlf, "\r\n": crlf, "\r": text.count("\r") - crlf}
    return max(counts, key=counts.__getitem__)


class ProseBuilder:
    """Collects segments from the beginning of a source to its end."""

    def __init__(self, source: str):
        self.source = source
        self.length = 0
        self._text = StringIO(newline="")
        self._segments = Rows(_segment, "QQQBQ")  # but for the last
        self.last: Segment | None = None
        self._point: int | None = None

    def opens(self, start: int) -> None:
        """Markup that belongs to what follows begins here."""
        if self._point is None:
            self._point = start

    def closes(self, end: int) -> None:
        """Markup that belongs to what came before ends here."""
        self._point = end

    def exact(self, start: int, end: int) -> None:
        """The source itself is prose from `start` up to `end`."""
        last = self.last
        if last is not None and last.tie is Tie.EXACT and last.end == start:
            self.last = last._replace(end=end)
            self._point = None
            self._append(self.source[start:end])
        else:
            self._add(self.source[start:end], start, end, Tie.EXACT)

    def whole(self, text: str, start: int, end: int) -> None:
        """The source from `start` up to `end` is seen as `text` and may be replaced as a whole."""
        self._add(text, start, end, Tie.WHOLE)

    def fixed(self, text: str, start: int, end: int) -> None:
        """The source from `start` up to `end` is seen as `text` and must stay."""
        self._add(text, start, end, Tie.FIXED)

    def shorten(self) -> None:
        """Take back the last character of an exact segment: it turned out to be markup."""
        assert self.last is not None
        self.length -= 1
        self._text.seek(self.length)
        self._text.truncate()
        if self.last.end - 1 > self.last.start:
            self.last = self.last._replace(end=self.last.end - 1)
        else:
            self.last = self._segments.pop() if self._segments else None

    @property
    def point(self) -> int | None:
        """Where an insertion before what comes next would go, if markup stands there."""
        return self._point

    def build(self) -> Prose:
        self._keep()
        return Prose(self._text.getvalue(), self._segments, newline_of(self.source), self._point)

    def _add(self, text: str, start: int, end: int, tie: Tie) -> None:
        point = start if self._point is None else min(self._point, start)  # a parser may count a blank as markup
        self._keep()
        self.last = Segment(self.length, start, end, tie, point)
        self._point = None
        self._append(text)

    def _keep(self) -> None:
        """The last segment is as it will be."""
        if self.last is not None:
            prose, start, end, tie, point = self.last
            self._segments.append(prose, start, end, NUMBERS[tie], point)

    def _append(self, text: str) -> None:
        self._text.write(text)
        self.length += len(text)
