"""The lines of a text as they were laid out: where each stands, how far it is indented, how wide it is."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import CHINESE, HANGUL, KANA

Span = tuple[int, int]

#: White space around a line. U+FEFF and U+200B stand there too, as extractors leave them.
SPACE = " \t\r\v\u00a0\u2002\u2003\u3000\u200b\ufeff"
#: What takes one column: all but East Asian letters and marks, and the curly quotes, ellipsis and dash among them.
NARROW = lazy(
    rf"[^{CHINESE}{KANA}{HANGUL}\u2e80-\u303e\u3105-\u4dbf\uff01-\uff60\uffe0-\uffe6①-⓿■-◿★☆※→←↑↓‖′″℃№Ⅰ-Ⅻⅰ-ⅹ]"
)
TAB = 4
#: So many code points are parted into lines at a time.
PORTION = 1 << 16


class Line(msgspec.Struct, eq=False, gc=False):
    """One line, never changed; `start` and `end` are offsets of its text, without the white space around it.

    `indent`: columns of white space before the text. `trailing`: whether white space stands after it. `blanks`: blank lines between it
    and the line before. `page`: the number of the page, from 0. `parts`: the spans of what was torn from it, if anything was. `counted`: its narrow characters, when they are known.
    """

    text: str
    start: int
    end: int
    indent: int
    trailing: bool
    blanks: int
    page: int
    parts: tuple[Span, ...] = ()
    counted: int = -1

    @property
    def wide(self) -> int:
        """How many of its characters take two columns."""
        return sum(end - start for start, end in self._spans) - self.narrow

    @property
    def narrow(self) -> int:
        """How many take one."""
        if self.counted < 0:
            self.counted = sum(len(NARROW.findall(self.text, *span)) for span in self._spans)
        return self.counted

    @property
    def _spans(self) -> tuple[Span, ...]:
        return self.parts or ((self.start, self.end),)

    def columns(self, narrow: float = 1) -> float:
        """The width of the text, where one narrow character takes so many columns."""
        return 2 * self.wide + narrow * self.narrow


def read(text: str, cuts: Iterable[Span]) -> list[Line]:
    """The lines of a text that are not blank. `cuts`: the spans of page markers, ascending."""
    lines: list[Line] = []
    start = 0
    for page, cut in enumerate(chain(cuts, [(len(text), len(text))])):
        blanks = 0
        for raw in _split(text, start, cut[0]):
            body = raw.strip(SPACE)
            if not body:
                blanks += 1
            else:
                lines.append(_line(text, start, raw, body, blanks, page))
                blanks = 0
            start += len(raw) + 1
        start = cut[1]
    return lines


def _split(text: str, start: int, end: int) -> Iterator[str]:
    """The lines of a part of a text; few of them are in memory at a time."""
    while (stop := text.find("\n", start + PORTION, end)) >= 0:
        yield from text[start:stop].split("\n")
        start = stop + 1
    yield from text[start:end].split("\n")


def _line(text: str, start: int, raw: str, body: str, blanks: int, page: int) -> Line:
    if len(body) == len(raw):
        return Line(text, start, start + len(raw), 0, False, blanks, page)
    before = len(raw) - len(raw.lstrip(SPACE))
    indent = sum(2 if c in "\u3000\u2003" else TAB if c == "\t" else c not in "\u200b\ufeff\r" for c in raw[:before])
    trailing = raw.rstrip("\r")[-1] in " \u00a0\u3000\t"
    return Line(text, start + before, start + before + len(body), indent, trailing, blanks, page)
