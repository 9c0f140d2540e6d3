"""One look at a text for all patterns that will be looked for in it: where could each of them be?

RE2 looks for the supersets of all patterns at once, part by part, about as fast as `re` looks for one of them. In most
parts most patterns are not, and `re` then need not look.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import msgspec

from wenlint.search.patterns import SOUGHT

#: The size of a part, in code points; it ends with the line.
PART = 2048
#: What begins in a part may reach over so many line ends, or code points, into the next ones.
LINES, WIDTH = 5, 64
#: The supersets of our own patterns, which take a fifth of the start to make. `python tools/supersets.py` wrote them.
READY = Path(__file__).with_name("supersets.json")
#: Bytes for what RE2 remembers.
MEMORY = 1 << 26


class FirstLook:
    """Where in one text each pattern could be."""

    def __init__(self, text: str, of_source: bool = False):
        """`of_source`: whether the text is a source, in which other patterns are looked for than in the prose."""
        self.text = text
        self._of_source = of_source
        self._reached: dict[int, int] = {}
        self._areas: dict[re.Pattern[str], list[tuple[int, int]] | None] = {}

    def prepare(self) -> None:
        """Look now."""
        _ = self._seen

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What `pattern.finditer(text)` gives."""
        areas = self.areas(pattern)
        if areas is None or (areas and pattern not in self._known.whole):
            yield from pattern.finditer(self.text)
            return
        at = 0
        for (start, end), (following, _) in pairwise([*areas, (len(self.text) + 1, 0)]):
            stop = self._beyond(end)
            for match in pattern.finditer(self.text, max(at, start), self._beyond(stop)):
                if match.start() >= following or (match.start() >= stop and stop < len(self.text)):
                    break
                yield match
                at = match.end()

    def areas(self, pattern: re.Pattern[str]) -> list[tuple[int, int]] | None:
        """The spans, ascending, in which what a match of the pattern looks at could begin; None where nothing is known."""
        if pattern not in self._areas:
            self._areas[pattern] = self._find_areas(pattern)
        return self._areas[pattern]

    def may_hold(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        """Whether a match of the pattern could begin in a part of the text."""
        areas = self.areas(pattern)
        if areas is None:
            return True
        index = bisect_left(areas, end, key=itemgetter(0)) - 1
        return index >= 0 and self._beyond(areas[index][1]) > start

    def _find_areas(self, pattern: re.Pattern[str]) -> list[tuple[int, int]] | None:
        known = self._known
        if pattern not in known.numbers or self._seen is None:
            return None
        parts, starts = self._seen[known.numbers[pattern]], self._starts
        areas: list[tuple[int, int]] = []
        for part in parts:
            if areas and areas[-1][1] == starts[part]:
                areas[-1] = (areas[-1][0], starts[part + 1])
            else:
                areas.append((starts[part], starts[part + 1]))
        return areas

    @property
    def _known(self) -> "_Known":
        return _known(self._of_source, len(SOUGHT))

    @cached_property
    def _starts(self) -> list[int]:
        """Where the parts begin, and the text's end."""
        starts, size, find = [0], len(self.text), self.text.find
        while starts[-1] < size:
            starts.append(find("\n", starts[-1] + PART) + 1 or size)
        return starts

    @cached_property
    def _seen(self) -> list[list[int]] | None:
        """For each pattern the parts in which it could begin; None for a text that is no Unicode."""
        known = self._known
        seen: list[list[int]] = [[] for _ in known.numbers]
        text, starts = self.text, self._starts
        looks = [(group.together.Match, group.numbers) for group in known.groups]
        try:
            for part in range(len(starts) - 1):
                data = text[starts[part] : self._beyond(starts[part + 1])].encode()
                for match, numbers in looks:
                    for index in match(data) or ():
                        seen[numbers[index]].append(part)
        except UnicodeEncodeError:
            return None
        return seen

    def _beyond(self, end: int) -> int:
        """So far reaches what begins before the end of a part."""
        if end not in self._reached:
            stop = end
            for _ in range(LINES):
                stop = self.text.find("\n", stop) + 1 or len(self.text)
            self._reached[end] = min(max(stop, end + WIDTH), len(self.text))
        return self._reached[end]


class _Group:
    """Patterns that are looked for together: by the index that RE2 gives them, their numbers."""

    def __init__(self) -> None:
        import re2

        options = re2.Options()
        options.max_mem, options.log_errors = MEMORY, False
        self.together: re2.Set = re2.Set.SearchSet(options)
        self.numbers: list[int] = []

    def add(self, source: str, number: int) -> bool:
        """False for what RE2 refuses, such as a pattern that is too large."""
        import re2

        try:
            self.together.Add(source)
        except re2.error:
            return False
        self.numbers.append(number)
        return True

    def compile(self) -> bool:
        """False where all of them together are too large: then nothing is known of any."""
        import re2

        try:
            self.together.Compile()
        except re2.error:
            return False
        return True


class _Known:
    """The patterns that can be looked for, with their numbers.

    Those that a whole line may lie in are by themselves: RE2 remembers for each place what has begun before it.
    """

    def __init__(self, in_source: bool) -> None:
        near, far = _Group(), _Group()
        self.groups: tuple[_Group, ...] = (near, far)
        self.numbers: dict[object, int] = {}
        self.whole: set[object] = set()
        ready = msgspec.json.decode(READY.read_bytes(), type=dict[str, tuple[str, bool, bool] | None])
        for pattern in (pattern for pattern, where in SOUGHT.items() if where == in_source):
            key = key_of(*pattern.source)
            if found := ready[key] if key in ready else _superset(*pattern.source):
                source, is_far, whole = found
                if not (far if is_far else near).add(source, len(self.numbers)):
                    continue
                self.numbers[pattern] = len(self.numbers)
                if whole:
                    self.whole.add(pattern)
        if not all(group.compile() for group in self.groups):
            self.groups = ()
            self.numbers.clear()


def key_of(source: str, flags: int) -> str:
    """By which a pattern's superset is found in `READY`."""
    return f"{int(flags)} {source!a}"


def _superset(source: str, flags: int) -> tuple[str, bool, bool] | None:
    from wenlint.search import re2_superset  # a plugin's pattern, or one that was just written

    return re2_superset.of(source, flags)


@cache
def _known(in_source: bool, count: int) -> _Known:
    """`count`: of all patterns; importing a rule may add to them."""
    return _Known(in_source)
