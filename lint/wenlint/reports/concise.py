"""The report with one line a finding."""

from collections.abc import Iterable
from typing import TextIO

from wenlint.model.outcome import Outcome
from wenlint.reports import text
from wenlint.reports.text import is_own

__all__ = ["is_own", "write"]


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write `path:line:column: rule message` for each finding."""
    text.write(outcomes, out, context=False)
