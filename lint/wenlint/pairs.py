"""Marks that come in pairs, found by one scan of each block with nesting."""

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wenlint.patterns import lazy

if TYPE_CHECKING:
    from wenlint.document import Document

#: Marks that may close each other: (openers, closers), the right closer at the same index as its opener.
Family = tuple[str, str]

ROUND: Family = ("(（", ")）")
TITLES: tuple[Family, ...] = (("《", "》"), ("〈", "〉"))
BRACKETS: tuple[Family, ...] = (ROUND, *TITLES, ("【", "】"), ("〔", "〕"), ("〖", "〗"))
DOUBLE: Family = ("“", "”")
QUOTES: tuple[Family, ...] = (DOUBLE, ("‘", "’"), ("「", "」"), ("『", "』"))

#: A paragraph that has ended: what closes a quotation may stand after its full stop.
FINISHED = lazy(r"[。！？!?][”’」』）》】)\s]*\Z")
#: What opens a line.
LINE_BEGIN = lazy(r"(?:\n|\A)[ \t\u3000>]*\Z")
#: So many blocks on the next paragraph begins: a page end may cut this one in two, with a page number between.
CUT = 3
#: How far back from a paragraph's end its full stop, and from a mark the beginning of its line, is looked for.
NEAR = 20


class Mark(NamedTuple):
    """A mark, its family's number and the block it stands in."""

    offset: int
    family: int
    block: int
    opens: bool


class Scan(NamedTuple):
    """What one scan found, each in order: pairs by their openers, and marks without a partner in their block."""

    marks: list[Mark]
    pairs: list[tuple[int, int]]
    lone: list[Mark]


def scan(document: "Document", *families: Family) -> Scan:
    """Pair the marks of these families, block by block.

    In a family the n-th closer goes with the n-th opener, but any may close any other: which two should not go
    together is for a rule to say. Where the right one still follows, a wrong one is a stray, as in `（1)甲2)乙）`.
    A closer of another family leaves alone what was opened inside its pair. A block's end closes all that is open.
    """
    if families not in document.scans:
        document.scans[families] = _scan(document, *families)
    return document.scans[families]


def _scan(document: "Document", *families: Family) -> Scan:
    prose = document.prose
    openers, closers = ("".join(family[side] for family in families) for side in (0, 1))
    number = {mark: i for i, family in enumerate(families) for side in family for mark in side}
    marks = [
        Mark(m.start(), number[m[0]], document.block_index(m.start()), m[0] in openers)
        for m in _pattern(openers + closers).finditer(prose)
    ]
    found, lone, stack, block = list[tuple[int, int]](), list[Mark](), list[Mark](), -2
    open_in = [list[Mark]() for _ in families]
    for mark, later in zip(marks, _following(prose, marks), strict=True):
        if mark.block != block:
            lone += stack
            stack, open_in, block = [], [[] for _ in families], mark.block
        mine = open_in[mark.family]
        if mark.opens:
            stack.append(mark)
            mine.append(mark)
            continue
        right = closers[openers.index(prose[mine[-1].offset])] if mine else ""
        if not mine or (prose[mark.offset] != right and right in later):
            lone.append(mark)
            continue
        while (last := stack.pop()).family != mark.family:
            open_in[last.family].pop()
            lone.append(last)
        mine.pop()
        found.append((last.offset, mark.offset))
    return Scan(marks, sorted(found), sorted(lone + stack))


def unpaired(document: "Document", found: Scan) -> list[Mark]:
    """The marks that have no partner in another block either, where that is certain.

    A quotation may go on over paragraphs: closed in a later one, or opened anew at the beginning of each. Nothing
    is certain of a paragraph without a full stop: it may be cut.
    """
    prose, certain = document.prose, list[Mark]()
    for family in {mark.family for mark in found.lone}:
        lone = [mark for mark in found.lone if mark.family == family]
        anew = [m for m in found.marks if m.family == family and m.opens and _begins_line(prose, m.offset)]
        for before, mark, after in zip([None, *lone], lone, [*lone[1:], None], strict=False):
            following = bisect_right(anew, mark)
            if mark.opens and following < len(anew) and anew[following].block <= mark.block + CUT:
                continue
            other = after if mark.opens else before
            if (other is None or other.opens == mark.opens) and is_finished(document, mark.block):
                certain.append(mark)
    return sorted(certain)


def is_finished(document: "Document", block: int) -> bool:
    """Whether a block is running text that ends in a full stop."""
    if block < 0 or document.blocks[block].kind not in ("paragraph", "item"):
        return False
    _, start, end = document.blocks[block]
    return FINISHED.search(document.prose, max(start, end - NEAR), end) is not None


def _begins_line(prose: str, offset: int) -> bool:
    return LINE_BEGIN.search(prose, max(0, offset - NEAR), offset) is not None


def _following(prose: str, marks: list[Mark]) -> list[str]:
    """For each mark the kinds of closers that come after it in its block before anything opens."""
    kinds, block, following = "", -2, []
    for mark in reversed(marks):
        kinds = kinds if mark.block == block else ""
        block = mark.block
        following.append(kinds)
        kind = prose[mark.offset]
        kinds = "" if mark.opens else kinds if kind in kinds else kinds + kind
    return following[::-1]


@cache
def _pattern(marks: str) -> re.Pattern[str]:
    """An apostrophe inside a Latin word is not a quote."""
    return re.compile(rf"(?!(?<=[A-Za-z])’[A-Za-z])[{re.escape(marks)}]")
