"""The document as its own witness: does it write these characters unbroken elsewhere?

Where a break stands between `建功` and `新时代`, and the document elsewhere writes `新征程建功新时代`
in one piece, the break is damage. One common word beside another proves little, and less the longer
the text is in which they might meet by chance: so the stretch of context that must agree grows with
the text.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from wenlint.characters import HAN, OBJECT
from wenlint.patterns import lazy

#: Characters that must agree on each side of a seam at the least.
SIDE = 2
#: In a text of this many code points four characters of context are enough; each tenfold asks for two more.
SMALL = 3_000
PER_TENFOLD = 2
#: How far context is compared, and at how many places.
REACH = 40
PLACES = 32
#: Up to this many different seams each is looked for by itself; with more, the text is walked once.
FEW = 64
#: So many code points are replaced at a time, each of which is an object meanwhile.
PORTION = 1 << 16

_WORD, _BREAK = lazy(rf"[^\s{OBJECT}]+"), lazy(rf"[\s{OBJECT}]")
_OTHER = lazy(f"[^{HAN}]")
#: What stands for each character that is not Han in the text of a `HanWitness`.
_EDGE = "\n"


class Seam(NamedTuple):
    """A break from `start` up to `end` of a text: spaces, line ends, what stands at a page's end."""

    start: int
    end: int


class Witness:
    """Answers for one text. Time is linear in the text, whatever the number of seams."""

    def __init__(self, text: str):
        self.text = text
        self.needed = 2 * SIDE + max(0, math.ceil(PER_TENFOLD * math.log10(max(len(text), 1) / SMALL)))

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

    def _before(self, offset: int) -> str:
        return _BREAK.split(self.text[max(0, offset - REACH) : offset])[-1]

    def _after(self, offset: int) -> str:
        word = _WORD.match(self.text, offset, offset + REACH)
        return word[0] if word else ""

    def _occurrences(self, probes: set[str]) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        if len(probes) <= FEW:
            for probe in probes:
                at = self.text.find(probe)
                while at >= 0 and len(places.setdefault(probe, [])) < PLACES:
                    places[probe].append(at)
                    at = self.text.find(probe, at + 1)
            return places
        # Few stretches of text have a letter of some probe at each place.
        first, *others = ("".join(map(re.escape, {probe[i] for probe in probes})) for i in range(2 * SIDE))
        likely = re.compile(f"[{first}](?={''.join(f'[{letters}]' for letters in others)})")
        for match in likely.finditer(self.text):
            at = match.start()
            if (probe := self.text[at : at + 2 * SIDE]) in probes and len(places.setdefault(probe, [])) < PLACES:
                places[probe].append(at)
        return places

    def _agreement(self, places: list[int], left: str, right: str) -> int:
        """The longest context around the seam that stands unbroken at one of these places."""
        best = 0
        for place in places:
            middle = place + SIDE
            before = self.text[max(0, middle - len(left)) : middle]
            after = self.text[middle : middle + len(right)]
            agreed = _common(before[::-1], left[::-1]) + _common(after, right)
            best = max(best, agreed)
        return best


class HanWitness(Witness):
    """Answers by Han alone: where a run of them ends is one letter more of context, whatever stands there.

    So the beginning of `会议通 过，` bears witness for the end of `会议通过。`, with one letter beside the break.
    """

    def __init__(self, text: str):
        # The text's own beginning and end end a run, too: the text is kept with one edge before it and one after.
        parts = (_OTHER.sub(_EDGE, text[at : at + PORTION]) for at in range(0, len(text), PORTION))
        super().__init__("".join((_EDGE, *parts, _EDGE)))

    def _before(self, offset: int) -> str:
        floor = max(0, offset + 1 - REACH)
        return self.text[max(self.text.rfind(_EDGE, floor, offset + 1), floor) : offset + 1]

    def _after(self, offset: int) -> str:
        end = self.text.find(_EDGE, offset + 1, offset + 1 + REACH)
        return self.text[offset + 1 : offset + 1 + REACH if end < 0 else end + 1]


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
