"""Marks that come in pairs, found by one scan of each block with nesting."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wenlint.search.patterns import lazy, sought

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: Marks that may close each other: (openers, closers), the right closer at the same index as its opener.
Family = tuple[str, str]
Families = tuple[Family, ...]

ROUND: Family = ("(（", ")）")
TITLES: tuple[Family, ...] = (("《", "》"), ("〈", "〉"))
BRACKETS: tuple[Family, ...] = (ROUND, *TITLES, ("【", "】"), ("〔", "〕"), ("〖", "〗"))
DOUBLE: Family = ("“", "”")
QUOTES: tuple[Family, ...] = (DOUBLE, ("‘", "’"), ("「", "」"), ("『", "』"))

#: A paragraph that has ended: what closes a quotation may stand after its full stop.
FINISHED = lazy(r"[。！？!?][”’」』）》】)\s]*\Z")
#: So many blocks on the next paragraph begins: a page end may cut this one in two, with a page number between.
CUT = 3
#: How far back from a paragraph's end its full stop is looked for, and how many blanks may open a line.
NEAR = 20


class Mark(NamedTuple):
    """A mark, its family's number and the block it stands in."""

    offset: int
    family: int
    block: int
    opens: bool


class Scan(NamedTuple):
    """What one scan found, each in order: pairs by their openers, and marks without a partner in their block.

    `marks`: all of the blocks that are not plain.
    """

    marks: list[Mark]
    pairs: list[tuple[int, int]]
    lone: list[Mark]


def scan(document: "Document", *families: Family) -> Scan:
    """Pair the marks of these families, block by block.

    In a family the n-th closer goes with the n-th opener, but any may close any other: which two should not go
    together is for a rule to say. Where the right one still follows, a wrong one is a stray, as in `（1)甲2)乙）`.
    A closer of another family leaves alone what was opened inside its pair. A block's end closes all that is open.
    """
    key = (families, "all")
    if key not in document.scans:
        spans = [match.span() for match in _pattern(families).finditer(document.prose)]
        tangled = {document.block_index(start) for start, end in spans if end == start + 1}
        rest = scan_in(document, tangled, *families)
        plain = [(start, end - 1) for start, end in spans if end > start + 1]
        if tangled:
            plain = [pair for pair in plain if document.block_index(pair[0]) not in tangled]
        document.scans[key] = rest._replace(pairs=sorted(plain + rest.pairs))
    return document.scans[key]


def tangles(document: "Document", *families: Family) -> Scan:
    """The same of those blocks alone in which marks do anything else than to open and close one after the other."""
    key = (families, "tangles")
    if key not in document.scans:
        tangled = document.blocks_with(TANGLES[families])
        document.scans[key] = scan_in(document, tangled, *families)
    return document.scans[key]


def scan_in(document: "Document", blocks: Iterable[int], *families: Family) -> Scan:
    """The same of the blocks of these indexes."""
    prose = document.prose
    openers, closers = ("".join(family[side] for family in families) for side in (0, 1))
    number = {mark: i for i, family in enumerate(families) for side in family for mark in side}
    one = _one(families)
    marks = [
        Mark(m.start(), number[m[0]], index, m[0] in openers)
        for index in sorted(blocks)
        for m in one.finditer(prose, *document.blocks[index][1:])
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


def unpaired(document: "Document", *families: Family) -> list[Mark]:
    """The marks that have no partner in another block either, where that is certain.

    A quotation may go on over paragraphs: closed in a later one, or opened anew at the beginning of each. Nothing
    is certain of a paragraph without a full stop: it may be cut.
    """
    found, certain = tangles(document, *families), list[Mark]()
    blocks, anew = document.blocks, _anew(document, families) if found.lone else {}
    for family in {mark.family for mark in found.lone}:
        lone = [mark for mark in found.lone if mark.family == family]
        for before, mark, after in zip([None, *lone], lone, [*lone[1:], None], strict=False):
            end = blocks[min(mark.block + CUT, len(blocks) - 1)].end
            if mark.opens and any(_is_in(anew[opener], mark.offset + 1, end) for opener in families[family][0]):
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


def _anew(document: "Document", families: Families) -> dict[str, list[int]]:
    """Where lines begin with each opener."""
    found: dict[str, list[int]] = {opener: [] for openers, _ in families for opener in openers}
    for begin in document.find(ANEW[families]):
        found[begin[0][-1]].append(begin.end() - 1)
    return found


def _is_in(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


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


def _openers(families: Families) -> str:
    return re.escape("".join(openers for openers, _ in families))


def _closers(families: Families) -> str:
    return re.escape("".join(closers for _, closers in families))


def _plain(families: Families) -> Iterator[tuple[str, str]]:
    """The pairs of these families, each mark as a pattern."""
    return (
        (re.escape(opener), re.escape(closer)) for family in families for opener, closer in zip(*family, strict=True)
    )


@cache
def _one(families: Families) -> re.Pattern[str]:
    """A mark. An apostrophe inside a Latin word is not a quote."""
    return re.compile(rf"(?!(?<=[A-Za-z])’[A-Za-z])[{_openers(families)}{_closers(families)}]")


@cache
def _pattern(families: Families) -> re.Pattern[str]:
    """A plain pair, or one mark that is no part of one."""
    marks = _openers(families) + _closers(families)
    pairs = "|".join(f"{opener}[^{marks}\n]*+{closer}" for opener, closer in _plain(families))
    return re.compile(f"{pairs}|[{marks}]")


def _tangle(families: Families) -> re.Pattern[str]:
    """Marks next to each other of which the first is no opener or the second not its closer."""
    openers, closers = _openers(families), _closers(families)
    wrong = "|".join(
        f"{opener}[^{openers}{closers}\n]*+(?:[\n{openers}{closers.replace(closer, '')}]|\\Z)"
        for opener, closer in _plain(families)
    )
    return sought(rf"{wrong}|(?:^|(?<=[{closers}]))[^{openers}{closers}\n]*+[{closers}]", re.MULTILINE)


#: By the families for which they can be asked.
TANGLES = {families: _tangle(families) for families in (TITLES, BRACKETS, QUOTES)}
#: An opener with which a line begins.
ANEW = {
    families: sought(rf"^[ \t\u3000>]{{0,{NEAR}}}[{_openers(families)}]", re.MULTILINE)
    for families in (BRACKETS, QUOTES)
}
