"""Letters next to each other that are each there twice, or each three times, as a text drawn over itself is extracted."""

import re
from collections.abc import Iterator
from itertools import chain
from math import gcd
from typing import NamedTuple

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN

#: Letters and the marks of headings; `……` and `——` are two of a kind by right.
REPEATED = lazy(r"([^\W_]|[（）《》、，：])\1++")
#: Characters next to each other that are each there more than once; quicker than to look for letters.
ROW = lazy(r"(?:(.)\1++)++")
IS_HAN, LETTER = lazy(f"[{HAN}]"), lazy(rf"[{HAN}0-9A-Za-z]")
#: The longest run, in code points.
LONGEST = 300


class Run(NamedTuple):
    """Letters each drawn so many `times`: 2 or 3. `han`: how many different places hold Han. `alone`: no letter stands beside them."""

    start: int
    end: int
    times: int
    single: str
    han: int
    alone: bool


def once(text: str) -> str:
    """The text with each letter drawn once."""
    return REPEATED.sub(r"\1", text)


def find(text: str) -> Iterator[Run]:
    """The runs that hold two Han or more, ascending."""
    for row in ROW.finditer(text):
        start, end = row.span()
        if text.count(text[start], start, end) < end - start:
            yield from _runs(text, start, end)


def _runs(text: str, start: int, end: int) -> Iterator[Run]:
    pieces: list[re.Match[str]] = []
    for piece in chain(REPEATED.finditer(text, start, end), [None]):
        if pieces and (piece is None or piece.start() != pieces[-1].end()):
            run = _run(text, pieces)
            if run.times in (2, 3) and run.han > 1 and run.end - run.start <= LONGEST:
                yield run
            pieces = []
        if piece:
            pieces.append(piece)


def _run(text: str, pieces: list[re.Match[str]]) -> Run:
    times = gcd(*(len(piece[0]) for piece in pieces))
    start, end = pieces[0].start(), pieces[-1].end()
    return Run(
        start,
        end,
        times,
        "".join(piece[0][: len(piece[0]) // times] for piece in pieces),
        sum(IS_HAN.match(piece[0]) is not None for piece in pieces),
        not (LETTER.match(text, max(start - 1, 0), start) or LETTER.match(text, end)),
    )
