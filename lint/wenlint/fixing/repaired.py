"""Which findings were repaired by the fixes of others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter

from wenlint.model.findings import Edit, Finding


def repaired(waiting: Sequence[Finding], edits: Sequence[Edit], findings: Sequence[Finding]) -> Iterator[str]:
    """The rules of those fixes that waited for others and have nothing left to repair, one for each.

    `edits`: what was applied instead, ascending, in offsets of the same text. `findings`: what was found in the text that they made,
    by place.
    """
    if not waiting:
        return
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    starts, ends = [edit.start for edit in edits], [edit.end for edit in edits]
    longer = list(accumulate((len(text) - (end - start) for start, end, text in edits), initial=0))
    for finding in waiting:
        first, last = bisect_left(ends, finding.start), bisect_right(starts, finding.end)
        start = min([finding.start, *starts[first : first + 1]]) + longer[first]
        end = max([finding.end, *ends[max(last - 1, first) : last]]) + longer[last]
        same = found.get(finding.rule, [])
        index = bisect_left(same, start, key=attrgetter("start"))
        near = same[max(index - 1, 0) : index + 1]
        if not any(other.start <= end and other.end >= start for other in near):
            yield finding.rule
