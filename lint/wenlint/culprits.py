"""Which of several fixes break the structure of a text: looked for where the structure differs, and not all over it.

The sections of the text before and after the fixes are laid side by side. Where a section begins at the same place in
both and no fix touches that place, the text can be cut. What is between two cuts is an area. Only in areas that are
not the same any more something is looked for, in a text that is no longer than such an area and its neighbours.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wenlint.findings import Edit, Finding
from wenlint.formats import Section, Shape

#: How many trials a search for the fixes that break the structure may cost: of the fixes of one rule in one
#: area, and of those of the whole text where an area by itself does not show it.
TRIALS = 64
#: How often the whole text is laid beside itself before what is left is looked for in all of it.
ROUNDS = 4

Apply = Callable[[str, Sequence[Finding]], str]
Holds = Callable[[Sequence[Finding]], bool]
Sections = Callable[[str], Sequence[Section]]


class Area(NamedTuple):
    """What is between two cuts: the fixes that are taken for granted, those that are tried, and whether they keep it."""

    start: int
    end: int
    base: list[Finding]
    tried: list[Finding]
    same: bool


class Search:
    """Looks for fixes that leave the structure which a text has with the fixes of `base`."""

    def __init__(self, text: str, base: Sequence[Finding], sections: Sections, apply: Apply):
        self.text, self.base, self.sections, self.apply = text, list(base), sections, apply
        self.source = apply(text, base)
        self.old = sections(self.source)
        self.before = shape(self.old)

    def holds(self, some: Sequence[Finding]) -> bool:
        """Whether the text has the same structure with these fixes."""
        return self.before == shape(self.sections(self.apply(self.text, [*self.base, *some])))

    def harmless(self, fixes: Sequence[Finding]) -> list[Finding]:
        """As many of the fixes as leave the structure as it is, so far as they are found."""
        kept, suspects = list(fixes), set[Finding]()
        # of two fixes that can't both be, that one stays of which the rule comes first in the text, not in the area
        order = {finding.rule: -index for index, finding in enumerate(reversed(fixes))}
        for _ in range(ROUNDS):
            repaired = self.apply(self.text, [*self.base, *kept])
            new = self.sections(repaired)
            if self.before == shape(new):
                return kept
            areas = self._areas(kept, repaired, new)
            suspects = {finding for area in areas if not area.same for finding in area.tried}
            out = suspects.difference(self._harmless_by_area(areas, order))
            if not out:
                break
            kept = [finding for finding in kept if finding not in out]
        trusted = [finding for finding in kept if finding not in suspects]
        if not trusted or not self.holds(trusted):
            return largest(kept, self.holds)
        rest = [finding for finding in kept if finding in suspects]
        return trusted + largest(rest, lambda some: self.holds([*trusted, *some]))

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
            Area(start, end, [], [], shape(self.old[i:j]) == shape(new[k:m]))
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
            part = Search(self.text[start:end], base, self.sections, self.apply)
            tried = sorted(area.tried, key=lambda finding: order[finding.rule])
            own = {moved(finding, -start): finding for finding in tried}
            for finding in largest(list(own), part.holds):
                yield own[finding]


def largest(fixes: Sequence[Finding], holds: Holds) -> list[Finding]:
    """As many of the fixes as hold together: rule by rule, halving what does not."""
    kept: list[Finding] = []
    if not fixes or holds(fixes):
        return list(fixes)
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
    return kept


def shape(sections: Sequence[Section]) -> Shape:
    """Of what all the sections together are made."""
    return tuple(item for section in sections for item in section.shape)


def moved(finding: Finding, by: int) -> Finding:
    """The finding with its fix so many characters further on."""
    assert finding.fix is not None
    edits = tuple(Edit(start + by, end + by, text) for start, end, text in finding.fix.edits)
    return finding._replace(fix=finding.fix._replace(edits=edits))


def _start(finding: Finding) -> int:
    return finding.fix.edits[0].start if finding.fix else finding.start


def _end(finding: Finding) -> int:
    return finding.fix.edits[-1].end if finding.fix else finding.end


def _begins(made: str, sections: Sequence[Section], fixes: Sequence[Finding]) -> dict[int, int]:
    """The places of a text at which the lines begin with which sections begin, and the numbers of these sections.

    `made`: the text with the fixes, which the sections are of. What an edit touches is left out.
    """
    edits = sorted(edit for finding in fixes if finding.fix for edit in finding.fix.edits)
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
