"""Which of several fixes break the structure of a text: looked for where the structure differs, and not all over it.

The sections of the text before and after the fixes are laid side by side. Where a section begins at the same place in
both and no fix touches that place, the text can be cut. What is between two cuts is an area. Only in areas that are
not the same any more something is looked for, in a text that is no longer than such an area and its neighbours.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wenlint.formats import Section, Shape
from wenlint.model.findings import Edit, Finding

#: How many trials a search for the fixes that break the structure may cost: of the fixes of one rule in one
#: area, and of those of the whole text where an area by itself does not show it.
TRIALS = 64
#: How often the whole text is laid beside itself before what is left is looked for in all of it.
ROUNDS = 4

Apply = Callable[[str, Sequence[Finding]], str]
Holds = Callable[[Sequence[Finding]], bool]
Sections = Callable[[str], Sequence[Section]]
Loosen = Callable[[Shape], Shape]


class Area(NamedTuple):
    """What is between two cuts: the fixes that are taken for granted, those that are tried, and whether they keep it."""

    start: int
    end: int
    base: list[Finding]
    tried: list[Finding]
    same: bool


class Search:
    """Looks for fixes that leave the structure which a text has with the fixes of `base`, as far as `loosen` keeps it."""

    def __init__(self, text: str, base: Sequence[Finding], sections: Sections, apply: Apply, loosen: Loosen = tuple):
        self.text, self.base, self.sections, self.apply, self.loosen = text, list(base), sections, apply, loosen
        self.source = apply(text, base)
        self.old = sections(self.source)
        self.before = self._shape(self.old)

    def holds(self, some: Sequence[Finding]) -> bool:
        """Whether the text has the same structure with these fixes."""
        return self.before == self._shape(self.sections(self.apply(self.text, [*self.base, *some])))

    def _shape(self, sections: Sequence[Section]) -> Shape:
        return self.loosen(tuple(item for section in sections for item in section.shape))

    def harmless(self, fixes: Sequence[Finding]) -> list[Finding]:
        """As many of the fixes as leave the structure as it is, so far as they are found."""
        kept, suspects = list(fixes), set[Finding]()
        # of two fixes that can't both be, that one stays of which the rule comes first in the text, not in the area
        order = {finding.rule: -index for index, finding in enumerate(reversed(fixes))}
        for _ in range(ROUNDS):
            repaired = self.apply(self.text, [*self.base, *kept])
            new = self.sections(repaired)
            if self.before == self._shape(new):
                return kept
            areas = self._areas(kept, repaired, new)
            suspects = {finding for area in areas if not area.same for finding in area.tried}
            out = suspects.difference(self._harmless_by_area(areas, order))
            if not out:
                break
            kept = [finding for finding in kept if finding not in out]
        trusted = [finding for finding in kept if finding not in suspects]
        if not trusted or not self.holds(trusted):
            return self._most([], kept)
        return self._most(trusted, [finding for finding in kept if finding in suspects])

    def _most(self, trusted: Sequence[Finding], rest: Sequence[Finding]) -> list[Finding]:
        """Those that hold, and as many of the rest: one by one, and what is too many for that by where it breaks."""
        kept, untried = largest(rest, lambda some: self.holds([*trusted, *some]))
        kept = [*trusted, *kept]
        for some in (untried[::2], untried[1::2]) if untried else ():
            kept += self._unhurt(kept, some)
        return kept

    def _unhurt(self, kept: Sequence[Finding], some: Sequence[Finding]) -> list[Finding]:
        """Of some fixes, on top of those that are kept, what is not next to a place where they break the structure.

        All are tried at once. With those that are next to such a place left out, they are tried again.
        """
        left = sorted(some, key=_start)
        for _ in range(ROUNDS):
            starts = [_start(finding) for finding in left]
            out: set[int] = set()
            for place in self._differences([*kept, *left]):
                index = bisect_right(starts, place)
                out.update((index - 1, index))
            if not out:
                break
            left = [finding for index, finding in enumerate(left) if index not in out]
        return left if left and self.holds([*kept, *left]) else []

    def _differences(self, some: Sequence[Finding]) -> set[int]:
        """The places of the text at which it is made of something else with these fixes."""
        edits = _edits([*self.base, *some])
        made = self.sections(self.apply(self.text, [*self.base, *some]))
        old, new = (
            Counter(
                (item, place)
                for item, place in zip(
                    (item for section in sections for item in section.shape),
                    _origins([place for section in sections for place in section.places], done, edits),
                    strict=True,
                )
                if self.loosen((item,))
            )
            for sections, done in ((self.old, _edits(self.base)), (made, edits))
        )
        return {place for _, place in ((old - new) + (new - old))}

    def _areas(self, tried: Sequence[Finding], repaired: str, new: Sequence[Section]) -> list[Area]:
        """The areas of the text, of which `repaired` with the sections `new` is made by the fixes that are tried."""
        old_at = _begins(self.source, self.old, self.base)
        new_at = _begins(repaired, new, [*self.base, *tried])
        every = sorted([*self.base, *tried], key=_start)
        cuts = [(0, 0, 0)]
        index = reached = 0
        for place in sorted(old_at.keys() & new_at.keys()):
            while index < len(every) and _start(every[index]) <= place:
                reached = max(reached, _end(every[index]))
                index += 1
            if place > reached:
                cuts.append((place, old_at[place], new_at[place]))
        cuts.append((len(self.text), len(self.old), len(new)))
        areas = [
            Area(start, end, [], [], self._shape(self.old[i:j]) == self._shape(new[k:m]))
            for (start, i, k), (end, j, m) in pairwise(cuts)
        ]
        starts = [start for start, _, _ in cuts[:-1]]
        for finding in self.base:
            areas[bisect_right(starts, _start(finding)) - 1].base.append(finding)
        for finding in tried:
            areas[bisect_right(starts, _start(finding)) - 1].tried.append(finding)
        return areas

    def _harmless_by_area(self, areas: Sequence[Area], order: Mapping[str, int]) -> Iterator[Finding]:
        """Of the fixes in areas that are not the same, those that leave them and their neighbours as they are."""
        for index, area in enumerate(areas):
            if area.same or not area.tried:
                continue
            near = areas[max(index - 1, 0) : index + 2]
            start, end = near[0].start, near[-1].end
            base = [moved(finding, -start) for one in near for finding in one.base]
            part = Search(self.text[start:end], base, self.sections, self.apply, self.loosen)
            tried = sorted(area.tried, key=lambda finding: order[finding.rule])
            own = {moved(finding, -start): finding for finding in tried}
            for finding in part._most([], list(own)):
                yield own[finding]


def largest(fixes: Sequence[Finding], holds: Holds) -> tuple[list[Finding], list[Finding]]:
    """As many of the fixes as hold together: rule by rule, halving what does not. And those that were not tried."""
    kept: list[Finding] = []
    untried: list[Finding] = []
    if not fixes or holds(fixes):
        return list(fixes), untried
    for rule in dict.fromkeys(finding.rule for finding in fixes):
        trials = TRIALS
        stack = [[finding for finding in fixes if finding.rule == rule]]
        while stack and trials:
            some = stack.pop()
            trials -= 1
            if holds([*kept, *some]):
                kept += some
            elif len(some) > 1:
                middle = len(some) // 2
                stack += (some[middle:], some[:middle])
        untried += [finding for some in reversed(stack) for finding in some]
    return kept, untried


def moved(finding: Finding, by: int) -> Finding:
    """The finding with its fix so many characters further on."""
    assert finding.fix is not None
    edits = tuple(Edit(start + by, end + by, text) for start, end, text in finding.fix.edits)
    return finding._replace(fix=finding.fix._replace(edits=edits))


def _start(finding: Finding) -> int:
    return finding.fix.edits[0].start if finding.fix else finding.start


def _end(finding: Finding) -> int:
    return finding.fix.edits[-1].end if finding.fix else finding.end


def _edits(fixes: Sequence[Finding]) -> list[Edit]:
    return sorted(edit for finding in fixes if finding.fix for edit in finding.fix.edits)


def _origins(places: Sequence[int], done: Sequence[Edit], edits: Sequence[Edit]) -> list[int]:
    """The places of a text, `places` being those of the text with the edits that are done.

    What one of `edits` touches, some of which may not be done, is where it begins, or the first of those that touch.
    """
    begins: list[int] = []
    longer = 0
    for start, end, text in done:
        begins.append(start + longer)
        longer += len(text) - (end - start)
    chains: list[Edit] = []  # edits that touch are one
    for start, end, _ in edits:
        if chains and start <= chains[-1].end:
            chains[-1] = chains[-1]._replace(end=max(end, chains[-1].end))
        else:
            chains.append(Edit(start, end, ""))
    starts = [edit.start for edit in chains]
    origins: list[int] = []
    for place in places:
        index = bisect_right(begins, place) - 1
        if index >= 0:
            start, end, text = done[index]
            place = start if place <= begins[index] + len(text) else end + place - begins[index] - len(text)
        near = chains[max(bisect_right(starts, place) - 1, 0)] if chains else None
        origins.append(near.start if near and near.start <= place <= near.end else place)
    return origins


def _begins(made: str, sections: Sequence[Section], fixes: Sequence[Finding]) -> dict[int, int]:
    """The places of a text at which the lines begin with which sections begin, and the numbers of these sections.

    `made`: the text with the fixes, which the sections are of. What an edit touches is left out.
    """
    edits = _edits(fixes)
    begins: dict[int, int] = {}
    index = longer = reached = before = 0
    for number, section in enumerate(sections):
        place = 1 + max(made.rfind("\n", before, section.start), made.rfind("\r", before, section.start))
        before = section.start
        while index < len(edits) and edits[index].start + longer <= place:
            start, end, text = edits[index]
            reached = start + longer + len(text)
            longer += len(text) - (end - start)
            index += 1
        if place and not (index and place <= reached):
            begins.setdefault(place - longer, number)
    return begins
