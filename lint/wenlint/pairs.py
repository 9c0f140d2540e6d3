"""Marks that come in pairs, found by one scan with nesting."""

import re
from functools import cache


def pairs(prose: str, openers: str, closers: str) -> list[tuple[int, int]]:
    """Where marks that belong together stand: opener and closer, in order of the openers.

    Any of the closers closes any of the openers; which two should not go together is for a rule to say. A
    paragraph's end closes all that is open.
    """
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for mark in _pattern(openers + closers).finditer(prose):
        if mark[0] in openers:
            stack.append(mark.start())
        elif mark[0] not in closers:
            stack.clear()
        elif stack:
            found.append((stack.pop(), mark.start()))
    return sorted(found)


@cache
def _pattern(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(marks)}]|\n[ \t]*\n")
