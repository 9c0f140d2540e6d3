"""What fixing would change, as a unified diff."""

import difflib
from collections.abc import Iterable, Iterator
from typing import TextIO

from wenlint.report import LINE_END, escape
from wenlint.run import Outcome


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write the differences of each outcome that has some."""
    for outcome in outcomes:
        if outcome.changed:
            path = escape(outcome.path)
            lines = difflib.unified_diff(_lines(outcome.original), _lines(outcome.text), path, path)
            out.writelines(lines)


def _lines(text: str) -> list[str]:
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    """Lines with their ends shown; a last line without one says so, as diff does."""
    start = 0
    for end in LINE_END.finditer(text):
        yield escape(text[start : end.start()] + end[0][:-1]) + "\n"
        start = end.end()
    if start < len(text):
        yield escape(text[start:]) + "\n\\ No newline at end of file\n"
