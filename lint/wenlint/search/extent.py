"""How far a match of a regular expression may reach: over how many line ends, and how many code points."""

import math
import re
from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from wenlint.search.prefilter import LINES, WIDTH

#: What matches one character, what matches none and looks at what is around, and what matches something repeatedly.
ONE = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
AROUND = (op.ASSERT, op.ASSERT_NOT, op.AT)
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_WITH_LINE_END = (op.CATEGORY_SPACE, op.CATEGORY_NOT_DIGIT, op.CATEGORY_NOT_WORD)

#: An operation and what it works on, as the parser of `re` gives them.
Item = tuple[Any, Any]
Items = Sequence[Item]


class Reach(NamedTuple):
    """How many line ends, and code points, a match consists of, and how many more it looks at on either side."""

    lines: float
    width: float
    lines_around: float
    width_around: float

    @property
    def is_near(self) -> bool:
        """Whether what begins in one part of a text is seen in that part and the little that is read beyond it."""
        return self.lines + 2 * self.lines_around <= LINES or self.width + 2 * self.width_around <= WIDTH


def reach(items: Iterable[Item], flags: int, groups: dict[int, Reach] | None = None) -> Reach:
    """How far a match of these items, one after the other, may reach. `groups`: how far those before them do."""
    groups = {} if groups is None else groups
    total = Reach(0, 0, 0, 0)
    for kind, value in items:
        more = _of(kind, value, flags, groups)
        total = Reach(
            total.lines + more.lines,
            total.width + more.width,
            max(total.lines_around, more.lines_around),
            max(total.width_around, more.width_around),
        )
    return total


def _of(kind: Any, value: Any, flags: int, groups: dict[int, Reach]) -> Reach:
    if kind in ONE:
        return Reach(_may_be_line_end(kind, value, flags), 1, 0, 0)
    if kind is op.BRANCH:
        return Reach(*map(max, zip(*(reach(branch, flags, groups) for branch in value[1]), strict=True)))
    if kind in REPEATS:
        once = reach(value[2], flags, groups)
        times = math.inf if value[1] is op.MAXREPEAT else value[1]
        return once._replace(lines=once.lines and once.lines * times, width=once.width and once.width * times)
    if kind is op.SUBPATTERN:
        groups[value[0]] = reach(value[3], flags, groups)
        return groups[value[0]]
    if kind is op.ATOMIC_GROUP:
        return reach(value, flags, groups)
    if kind in (op.ASSERT, op.ASSERT_NOT):
        looked = reach(value[1], flags, groups)
        return Reach(0, 0, looked.lines + looked.lines_around, looked.width + looked.width_around)
    if kind is op.GROUPREF:
        return groups.get(value, Reach(math.inf, math.inf, 0, 0))
    return Reach(0, 0, 1, 1)  # a boundary: what stands beside it


def _may_be_line_end(kind: Any, value: Any, flags: int) -> bool:
    if kind is op.LITERAL:
        return bool(value == 10)
    if kind is op.NOT_LITERAL:
        return bool(value != 10)
    if kind is op.ANY:
        return bool(flags & re.DOTALL)
    held = any(
        (kind is op.LITERAL and member == 10)
        or (kind is op.RANGE and member[0] <= 10 <= member[1])
        or (kind is op.CATEGORY and member in _WITH_LINE_END)
        for kind, member in value
    )
    return held != (value[0][0] is op.NEGATE)
