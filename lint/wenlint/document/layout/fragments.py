"""What an extractor tore out of a line: its label, its first words before a mark that no line begins with."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

import msgspec

from wenlint.document.layout.columns import LETTER_END, LINES, SPREAD, Columns
from wenlint.document.layout.lines import Line
from wenlint.document.numbering import NUMERAL
from wenlint.search.patterns import lazy

#: Numbering that is a heading by itself in some texts, and in others the beginning of what follows.
ARTICLE = lazy(rf"第[ ]?[{NUMERAL}]{{1,8}}[ ]?([编編章节節条條款])(?:之[{NUMERAL}]+)?")
#: A number that is a heading by itself where sections are numbered, and in a list the beginning of its item.
NAKED = lazy(rf"[{NUMERAL}]{{1,3}}\Z")
#: Numbering and bullets that are nothing by themselves.
BARE = lazy(
    rf"(?:[{NUMERAL}]{{1,3}}[.．、)）]|[（(][{NUMERAL}]{{1,3}}[）)]|[①-⑳]|[•·●○◆◇■□▪‣➢\uf06c\uf0b7\uf0d8]|[-*])\Z"
)
#: What a line never begins with (JLREQ and CLREQ, line-start prohibition).
NEVER_FIRST = lazy("[，。、；：？！）》〉」』】〕]")
#: What no line ends in whose paragraph ends there: an enumeration, an open bracket.
GOES_ON = lazy(r"(?:、|[（《〈][^（）《》〈〉]{0,80})\Z")
SENTENCE = lazy("[，。、；：？！]")
#: Of the numbering of one kind so much stands in one line with what follows, if that is how the text writes it.
SHARE = 0.2
#: The items of a list follow each other within so many lines; sections do not.
LIST = 6
#: The indent of a first line and the space after its numbering take no more columns together.
ROOM = 10


def gather(text: str, lines: Sequence[Line], columns: Columns) -> list[list[int]]:
    """The indexes of the lines that were one line each."""
    torn = _torn(text, lines, columns)
    listed = _listed(text, lines)
    rows: list[list[int]] = []
    for index, line in enumerate(lines):
        row = [lines[i] for i in rows[-1]] if rows else []
        if row and _belongs(text, row, line, columns, heads=rows[-1] == [index - 1] and index - 1 in listed, torn=torn):
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def _listed(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines that are a number and nothing else, and have another of the same kind near."""
    naked = [i for i, line in enumerate(lines) if NAKED.match(text, line.start, line.end)]
    close = [(i, j) for i, j in pairwise(naked) if j - i <= LIST and _kind(text, lines[i]) == _kind(text, lines[j])]
    return {i for pair in close for i in pair}


def _kind(text: str, line: Line) -> bool:
    return text[line.start].isdecimal()


def _torn(text: str, lines: Sequence[Line], columns: Columns) -> set[str]:
    """The kinds of numbering that were torn from their text: the text writes them in one line with it elsewhere, or
    the line after them is by as much shorter than the column as they would take."""
    alone: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    room: Counter[str] = Counter()
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        article = ARTICLE.match(text, line.start, line.end)
        if article and article.end() < line.end and text[article.end()] in " \u3000":
            whole[article[1]] += 1
        elif article and article.end() == line.end:
            alone[article[1]] += 1
            if after and columns.width and LETTER_END.search(text, max(after.start, after.end - 2), after.end):
                left = columns.width - after.columns(columns.narrow)
                label = line.columns(columns.narrow)
                room[article[1]] += (label <= left <= label + ROOM) - (abs(left) <= SPREAD)
    written = {unit for unit in alone if whole[unit] > 1 and whole[unit] >= SHARE * (whole[unit] + alone[unit])}
    return written | {unit for unit in alone if room[unit] >= LINES}


def joined(lines: Sequence[Line]) -> Line:
    """The one line that several were."""
    if len(lines) == 1:
        return lines[0]
    first, last = lines[0], lines[-1]
    parts = tuple((line.start, line.end) for line in lines)
    return msgspec.structs.replace(first, end=last.end, trailing=last.trailing, parts=parts, counted=-1)


def glue(text: str, one: Line) -> str:
    """What stands after a part of a line: a space after numbering that has no mark of its own."""
    return " " if is_label(text, one) and text[one.end - 1] not in "、.．）)" else ""


def is_label(text: str, line: Line) -> bool:
    article = ARTICLE.match(text, line.start, line.end)
    bare = BARE.match(text, line.start, line.end) or NAKED.match(text, line.start, line.end)
    return bare is not None or (article is not None and article.end() == line.end)


def _belongs(
    text: str, row: Sequence[Line], line: Line, columns: Columns, *, heads: bool, torn: Collection[str]
) -> bool:
    """Whether a line goes on in the same row. `heads`: whether the row is the number of an item."""
    before = row[-1]
    width = sum(part.columns(columns.narrow) for part in (*row, line))
    if width > columns.width + SPREAD:
        return False
    if GOES_ON.search(text, before.start, before.end):
        return True
    if NEVER_FIRST.match(text, line.start):
        return text[before.end - 1] not in "。！？"
    if is_label(text, line) or len(row) > 1:
        return False
    if heads or BARE.match(text, before.start, before.end):
        return SENTENCE.search(text, line.start, line.end) is not None
    article = ARTICLE.match(text, before.start, before.end)
    return article is not None and article.end() == before.end and article[1] in torn
