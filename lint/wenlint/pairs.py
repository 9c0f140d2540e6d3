"""Marks that come in pairs, found by one scan with nesting."""

import re
from functools import cache


def pairs(prose: str, openers: str, closers: str) -> list[tuple[int, int]]:
    """Where marks that belong together stand: opener and closer, in order of the openers.

    The n-th closer goes with the n-th opener, but any may close any other: which two should not go together
    is for a rule to say. Where the right one still follows, a wrong one is a stray, as in `（1)甲2)乙）`. A
    paragraph's end closes all that is open.
    """
    marks = [*_pattern(openers + closers).finditer(prose)]
    following = _following(marks, closers)
    found: list[tuple[int, int]] = []
    stack: list[re.Match[str]] = []
    for mark, later in zip(marks, following, strict=True):
        if mark[0] in openers:
            stack.append(mark)
        elif mark[0] not in closers:
            stack.clear()
        elif stack:
            right = closers[openers.index(stack[-1][0])]
            if mark[0] == right or right not in later:
                found.append((stack.pop().start(), mark.start()))
    return sorted(found)


def _following(marks: list[re.Match[str]], closers: str) -> list[str]:
    """For each mark the kinds of closers that come after it before anything opens."""
    kinds, following = "", []
    for mark in reversed(marks):
        following.append(kinds)
        kinds = "" if mark[0] not in closers else kinds if mark[0] in kinds else kinds + mark[0]
    return following[::-1]


@cache
def _pattern(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(marks)}]|\n[ \t]*\n")
