"""What a rule says: a finding, and the fix it may carry.

Offsets are code points. A rule writes them in the coordinates of the text it reads (see `rule`);
what the engine hands on is always in the coordinates of the source text.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple


class Safety(IntEnum):
    """How sure a fix is. Compared with one `>=`: `fix.safety >= asked_for`."""

    SUGGESTION = 0
    UNSAFE = 1
    SAFE = 2


class Edit(NamedTuple):
    """Put `text` in place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all of them are applied, or none."""

    edits: tuple[Edit, ...]
    safety: Safety


class Finding(NamedTuple):
    """One thing wrong. In `message`, `{0}` stands for the text of the span."""

    start: int
    end: int
    message: str
    fix: Fix | None = None
    rule: str = ""


Span = tuple[int, int]


def report(span: Span, message: str) -> Finding:
    """A finding that nothing can repair without a person."""
    return Finding(*span, message)


def replace(span: Span, text: str, message: str, safety: Safety = Safety.SAFE) -> Finding:
    """A finding repaired by putting `text` in place of the span."""
    start, end = span
    return Finding(start, end, message, Fix((Edit(start, end, text),), safety))


def delete(span: Span, message: str, safety: Safety = Safety.SAFE) -> Finding:
    """A finding repaired by taking the span away."""
    return replace(span, "", message, safety)


def insert(offset: int, text: str, message: str, safety: Safety = Safety.SAFE) -> Finding:
    """A finding repaired by putting `text` in at an offset."""
    return replace((offset, offset), text, message, safety)


def edit(span: Span, edits: Iterable[Edit], message: str, safety: Safety = Safety.SAFE) -> Finding:
    """A finding repaired by several edits that belong together, in ascending order."""
    return Finding(*span, message, Fix(tuple(edits), safety))
