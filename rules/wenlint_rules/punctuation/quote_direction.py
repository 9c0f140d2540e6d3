"""Curly quotes that look the wrong way: `”甲“` for `“甲”`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from wenlint.document.pairs import QUOTES, Mark, is_finished, tangles, unpaired
from wenlint.model.findings import Safety
from wenlint.search.patterns import lazy

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: What no quotation ends in, and what none begins with.
BEFORE_OPENING, AFTER_CLOSING = lazy("[：（]"), lazy("[，。、；！？）]")
LETTER = lazy(r"\w")


class Turned(NamedTuple):
    """Quotes to be turned, each with the way it should look; they belong together."""

    offsets: tuple[int, ...]
    safety: Safety


def turned(document: "Document") -> Iterator[Turned]:
    """Where curly double quotes look the wrong way.

    `：”甲“，` is as good as certain: no quotation ends in a colon or begins with a comma. Where only one of
    the two shows it, or both look the same way (`“甲“，`), it is likely.
    """
    double = [mark for mark in tangles(document, *QUOTES).marks if mark.family == 0]
    lone = {mark for mark in unpaired(document, *QUOTES) if mark.family == 0}
    run: list[Mark] = []  # from a closer without an opener on
    for before, mark in zip([None, *double], double, strict=False):
        if before and before in lone and mark in lone and mark.block == before.block and mark.opens == before.opens:
            if mark.opens and _is_end(document, mark):
                yield Turned((mark.offset,), Safety.UNSAFE)
            elif not mark.opens and _is_begin(document, before):
                yield Turned((before.offset,), Safety.UNSAFE)
        if mark in lone and not mark.opens:
            run = [mark]
        elif run and mark.block == run[-1].block and mark.opens != run[-1].opens:
            run.append(mark)
        else:
            run = []
        if run and mark in lone and mark.opens:
            safety = _safety(document, run)
            if safety > Safety.SUGGESTION:
                yield Turned(tuple(m.offset for m in run), safety)
            run = []


def _safety(document: "Document", run: list[Mark]) -> Safety:
    """All the quotes of a run are turned or none; both ends must show it for it to be certain."""
    shown = _is_begin(document, run[0]) + _is_end(document, run[-1])
    filled = all(
        LETTER.search(document.prose, one.offset, other.offset)
        for one, other in zip(run[::2], run[1::2], strict=True)
    )  # fmt: skip
    if not shown or not filled:
        return Safety.SUGGESTION
    return Safety.SAFE if shown == len(QUOTES[0]) and is_finished(document, run[0].block) else Safety.UNSAFE


def _is_begin(document: "Document", mark: Mark) -> bool:
    return mark.offset > 0 and BEFORE_OPENING.match(document.prose, mark.offset - 1) is not None


def _is_end(document: "Document", mark: Mark) -> bool:
    return AFTER_CLOSING.match(document.prose, mark.offset + 1) is not None
