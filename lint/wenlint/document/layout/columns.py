"""How wide the lines of a text may be: measured where a sentence goes on over a line end."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from wenlint.document.layout.lines import Line
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, HANGUL, KANA

#: What ends a sentence; of prose that is cut to a width one ends in the full lines, and those in which paragraphs end, to so many
#: letters at the least. Lists, slogans, tables and verse, whose lines are of one length by chance, have fewer.
SENTENCE_END, SENTENCE = lazy(rf"[。！？；．]|(?<=[{HAN}{KANA}])[.?!;]"), 100
#: One sentence may end there by chance.
CHANCE = 0.5
#: What a line ends in that is cut at its end, and what running text has inside.
LETTER_END = lazy(rf"[{HAN}{KANA}{HANGUL}A-Za-z0-9]\Z")
MARK_INSIDE = lazy(r"[，、；：。,;:.]")
#: So many lines of one width are a column; this many make it as good as certain.
LINES, CERTAIN = 3, 8
#: Lines of one column differ by so many columns: marks are squeezed or hang.
SPREAD = 2.5
#: A column is not narrower, in columns: lines of verse are.
NARROWEST = 20
#: A second column is one if it has so large a share of the lines of the first.
SHARE = 0.2
#: A column of another part of the text has so large a share, and stands out from the widths around it by so much.
LESSER, STEEP = 0.1, 2.0
#: Of the lines that might be full, and are cut, so many stand at the column.
CONCENTRATION = 0.4
#: Of the long lines of a text that is cut to a width everywhere so many end at it; in one that is not, blank lines part so many.
EVERYWHERE, PARTED = 0.25, 0.5
#: A first line is indented or set out by no more than this.
INDENT = 12
#: How much a narrow character may take where a wide one takes 2; proportional letters are not half an em.
NARROW = (1.0, 0.8, 0.85, 0.9, 0.95, 1.05, 1.1, 1.15, 1.2)


class Columns(NamedTuple):
    """`width`: the right edge in columns, 0 where lines are not cut to any. `indent`: how much shorter a first line is, the indent
    being lost. `others`: widths of other parts (footnotes, lists). `narrow`: columns of a narrow character. `trust`: 0 to 1. `everywhere`: whether the whole text is cut to the width, or only some paragraphs between blank lines."""

    width: float
    indent: float
    others: tuple[float, ...]
    narrow: float
    trust: float
    everywhere: bool


#: The lines of a text that is not cut to a width.
NONE = Columns(0, 0, (), 1, 0, False)


def reach(line: Line, base: int, narrow: float) -> float:
    """How far to the right a line goes, in columns from the left edge of its page's text."""
    return line.indent - base + line.columns(narrow)


def _reaches(line: Line, base: int, narrow: float, width: float) -> bool:
    """Whether a line goes so far to the right; of most the length says so already."""
    left, length = line.indent - base, line.end - line.start
    return left + narrow * length >= width or (left + 2 * length >= width and reach(line, base, narrow) >= width)


def measure(text: str, lines: Sequence[Line], bases: Sequence[int], firsts: Sequence[bool]) -> Columns:
    """The columns of a text. `bases`: the left edge of each line's page; `firsts`: whether a line surely begins a paragraph."""
    cut = [
        index
        for index, line in enumerate(lines)
        if LETTER_END.search(text, line.end - 1, line.end)
        and any(MARK_INSIDE.search(text, near.start, near.end) for near in lines[index : index + 2])
        and line.wide
    ]
    mixed = [i for i in cut if lines[i].narrow > 0.1 * (lines[i].wide + lines[i].narrow)]
    best = max(NARROW, key=lambda narrow: _concentrated(lines, bases, cut, narrow)) if len(mixed) >= CERTAIN else 1.0
    cuts = {i: reach(lines[i], bases[i], best) for i in cut}
    peaks = _peaks(Counter(map(round, cuts.values())))
    if not peaks:
        return NONE
    most = max(count for _, count in peaks)
    width, count = next((peak for peak in peaks if peak[1] >= SHARE * most), peaks[0])
    near = sum(1 for r in cuts.values() if 0.6 * width <= r <= width + SPREAD)
    full = [i for i, r in cuts.items() if width - INDENT / 2 <= r <= width + SPREAD]
    if len(full) < CONCENTRATION * near or not _has_sentences(text, lines, full):
        return NONE
    long = sum(_reaches(line, base, best, 0.6 * width) for line, base in zip(lines, bases, strict=True))
    everywhere = len(full) >= EVERYWHERE * long
    parted = sum(1 for line in lines if line.blanks) >= PARTED * len(lines)
    if not (everywhere or parted):
        return NONE
    indent = _indent(width, [cuts[i] for i in cut if firsts[i]])
    others = tuple(
        w
        for w, n in peaks
        if n >= LESSER * count
        and width / 2 <= w
        and min(abs(w - width), abs(w - width + indent)) > SPREAD
        and n >= STEEP * sum(1 for i in cut if w - 6.5 <= cuts[i] <= w + 6.5) / 13 * 3
    )
    return Columns(width, indent, others, best, min(1, (count - 1) / (CERTAIN - 1)), everywhere)


def _has_sentences(text: str, lines: Sequence[Line], full: Sequence[int]) -> bool:
    """Whether sentences end in the full lines of a text, or in the lines in which a run of those ends."""
    following = {index + 1 for index in full}
    ends = sum(
        SENTENCE_END.search(text, lines[i].start, lines[i].end) is not None
        for i in following.union(full)
        if i < len(lines)
    )
    return sum(lines[i].wide for i in full) <= SENTENCE * (ends - CHANCE)


def _concentrated(lines: Sequence[Line], bases: Sequence[int], cut: Sequence[int], narrow: float) -> int:
    counts = Counter(round(reach(lines[i], bases[i], narrow)) for i in cut)
    return max(sum(counts[w + k] for k in range(-2, 3)) for w in counts)


def _peaks(counts: Counter[int]) -> list[tuple[float, int]]:
    """Widths at which lines gather, from the widest, with how many lines are there."""
    peaks: list[tuple[float, int]] = []
    for width in sorted(counts, reverse=True):
        total = counts[width - 1] + counts[width] + counts[width + 1]
        is_top = counts[width] >= max(counts[width - 1], counts[width + 1])
        if width >= NARROWEST and total >= LINES and is_top and not (peaks and peaks[-1][0] - width <= 1):
            peaks.append((width, total))
    return peaks


def _indent(width: float, reaches: Sequence[float]) -> float:
    """By how much first lines that are cut are shorter than others."""
    near = Counter(round(width - first) for first in reaches if abs(width - first) <= INDENT)
    if sum(near.values()) < LINES:
        return 0
    usual = max(near, key=lambda d: near[d - 1] + near[d] + near[d + 1])
    share = (near[usual - 1] + near[usual] + near[usual + 1]) / sum(near.values())
    return usual if abs(usual) > 1 and share >= 0.5 else 0
