"""The lines of a text as they were laid out: where each stands, how far it is indented, how wide it is."""

from collections.abc import Iterable
from typing import NamedTuple

from wenlint.characters import CHINESE, HANGUL, KANA
from wenlint.patterns import lazy

Span = tuple[int, int]

#: White space around a line. U+FEFF and U+200B stand there too, as extractors leave them.
SPACE = " \t\r\v\u00a0\u2002\u2003\u3000\u200b\ufeff"
#: What takes two columns: East Asian letters and marks, and the curly quotes, ellipsis and dash among them.
WIDE = lazy(rf"[{CHINESE}{KANA}{HANGUL}\u2e80-\u303e\u3105-\u4dbf\uff01-\uff60\uffe0-\uffe6①-⓿■-◿★☆※→←↑↓‖′″℃№Ⅰ-Ⅻⅰ-ⅹ]")
TAB = 4


class Line(NamedTuple):
    """One line; `start` and `end` are offsets of its text, without the white space around it.

    `indent`: columns of white space before the text. `trailing`: whether white space stands after it. `blanks`: blank lines between it
    and the line before. `page`: the number of the page, from 0. `wide`, `narrow`: how many of its characters take two columns and one.
    """

    start: int
    end: int
    indent: int
    trailing: bool
    blanks: int
    page: int
    wide: int
    narrow: int

    def columns(self, narrow: float = 1) -> float:
        """The width of the text, where one narrow character takes so many columns."""
        return 2 * self.wide + narrow * self.narrow


def read(text: str, cuts: Iterable[Span]) -> list[Line]:
    """The lines of a text that are not blank. `cuts`: the spans of page markers, ascending."""
    lines: list[Line] = []
    start, page, blanks = 0, 0, 0
    for cut in (*cuts, (len(text), len(text))):
        while start <= cut[0]:
            end = text.find("\n", start, cut[0])
            end = cut[0] if end < 0 else end
            if line := _line(text, start, end, blanks, page):
                lines.append(line)
                blanks = 0
            elif end < cut[0]:
                blanks += 1
            if end == cut[0]:
                break
            start = end + 1
        start, page, blanks = cut[1], page + 1, 0
    return lines


def _line(text: str, start: int, end: int, blanks: int, page: int) -> Line | None:
    raw = text[start:end]
    body = raw.strip(SPACE)
    if not body:
        return None
    before = len(raw) - len(raw.lstrip(SPACE))
    lead = raw[:before]
    wide = len(WIDE.findall(body))
    return Line(
        start + before,
        start + before + len(body),
        sum(2 if c in "\u3000\u2003" else TAB if c == "\t" else c not in "\u200b\ufeff\r" for c in lead),
        raw.rstrip("\r")[-1] in " \u00a0\u3000\t",
        blanks,
        page,
        wide,
        len(body) - wide,
    )
