"""The document as its own witness: does it write these characters unbroken elsewhere?

Where a break stands between `建功` and `新时代`, and the document elsewhere writes `新征程建功新时代`
in one piece, the break is damage. One common word beside another proves little, and less the longer
the text is in which they might meet by chance: so the stretch of context that must agree grows with
the text.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, OBJECT

#: Characters that must agree on each side of a seam at the least.
SIDE = 2
#: In a text of this many code points four characters of context are enough; each tenfold asks for two more.
SMALL = 3_000
PER_TENFOLD = 2
#: How far context is compared, and at how many places.
REACH = 40
PLACES = 32
#: Up to this many words each is looked for by itself; with more, the text is walked once.
FEW = 8

_BREAK = lazy(rf"[\s{OBJECT}]")
_OTHER = lazy(f"[^{HAN}]")
#: What stands for each character that is not Han where a `HanWitness` reads.
_EDGE = "\n"


class Seam(NamedTuple):
    """A break from `start` up to `end` of a text: spaces, line ends, what stands at a page's end."""

    start: int
    end: int


class Witness:
    """Answers for one text. Time is linear in the text, whatever the number of seams."""

    #: How far before and after the text it is read.
    beyond = 0

    def __init__(self, text: str):
        self.text = text
        size = max(len(text) + 2 * self.beyond, 1)
        self.needed = 2 * SIDE + max(0, math.ceil(PER_TENFOLD * math.log10(size / SMALL)))

    def attested(self, seams: Iterable[Seam]) -> set[Seam]:
        """Those seams whose two sides the text writes unbroken elsewhere.

        Enough context must agree, and the seams given must not hold the same break more often than the
        text writes no break: what is mostly written apart is apart.
        """
        probes: dict[str, list[tuple[Seam, str, str]]] = defaultdict(list)
        for seam in seams:
            left, right = self._before(seam.start), self._after(seam.end)
            if len(left) >= SIDE and len(right) >= SIDE:
                probes[left[-SIDE:] + right[:SIDE]].append((seam, left, right))
        found: set[Seam] = set()
        for probe, places in self._occurrences(set(probes)).items():
            broken = probes[probe]
            if len(broken) <= len(places) or len(places) == PLACES:
                found.update(seam for seam, *sides in broken if self._agreement(places, *sides) >= self.needed)
        return found

    def words(self, candidates: Iterable[str]) -> set[str]:
        """Those of the candidates, words of two letters, that the text writes at least twice in one piece."""
        wanted = set(candidates)
        if len(wanted) <= FEW:
            return {word for word in wanted if self.text.count(word) > 1}
        first, second = ("".join(map(re.escape, {word[i] for word in wanted})) for i in range(2))
        pairs = re.compile(f"(?=([{first}][{second}]))").finditer(self.text)
        counts = Counter(pair[1] for pair in pairs if pair[1] in wanted)
        return {word for word, count in counts.items() if count > 1}

    def _read(self, start: int, end: int) -> str:
        """A part of the text as it is compared."""
        return self.text[max(start, 0) : end]

    def _before(self, offset: int) -> str:
        return _BREAK.split(self._read(offset - REACH, offset))[-1]

    def _after(self, offset: int) -> str:
        return _BREAK.split(self._read(offset, offset + REACH), 1)[0]

    def _occurrences(self, probes: set[str]) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at in self._likely(probes) if probes else ():
            if (probe := self._read(at, at + 2 * SIDE)) in probes and len(places.setdefault(probe, [])) < PLACES:
                places[probe].append(at)
        return places

    def _likely(self, probes: Iterable[str]) -> Iterator[int]:
        """Where a stretch of text begins that has a letter of some probe at each place: few do."""
        first, *others = (self._class({probe[i] for probe in probes}) for i in range(2 * SIDE))
        return (match.start() for match in re.compile(f"{first}(?={''.join(others)})").finditer(self.text))

    def _class(self, letters: set[str]) -> str:
        return f"[{re.escape(''.join(letters))}]"

    def _agreement(self, places: list[int], left: str, right: str) -> int:
        """The longest context around the seam that stands unbroken at one of these places."""
        best = 0
        for place in places:
            middle = place + SIDE
            before = self._read(middle - len(left), middle)
            after = self._read(middle, middle + len(right))
            agreed = _common(before[::-1], left[::-1]) + _common(after, right)
            best = max(best, agreed)
        return best


class HanWitness(Witness):
    """Answers by Han alone: where a run of them ends is one letter more of context, whatever stands there.

    So the beginning of `会议通 过，` bears witness for the end of `会议通过。`, with one letter beside the break. The text's
    own beginning and end end a run, too.
    """

    beyond = 1

    def _read(self, start: int, end: int) -> str:
        inside = _OTHER.sub(_EDGE, super()._read(start, max(end, 0)))
        return f"{_EDGE * (start < 0)}{inside}{_EDGE * (end > len(self.text))}"

    def _before(self, offset: int) -> str:
        before = self._read(offset - REACH, offset)
        return before[max(before.rfind(_EDGE), 0) :]

    def _after(self, offset: int) -> str:
        after = self._read(offset, offset + REACH)
        return after[: after.find(_EDGE) + 1] or after

    def _likely(self, probes: Iterable[str]) -> Iterator[int]:
        return chain([-1], super()._likely(probes), [len(self.text) + 1 - 2 * SIDE])

    def _class(self, letters: set[str]) -> str:
        inside = super()._class(letters - {_EDGE}) if letters - {_EDGE} else r"\b\B"
        return f"(?:{inside}|{_OTHER.pattern})" if _EDGE in letters else inside


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
