"""What a space between two Han may be there for, by the letters around it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wenlint.characters import HAN
from wenlint.labels import DATE_END, FIELD, NUMERAL

#: So far the letters on each side are counted, in code points.
FAR = 12
BEFORE, AFTER = re.compile(rf"[{HAN}]+\Z"), re.compile(f"[{HAN}]+")
#: A title or a quotation that holds no clause, opened before the space.
QUOTED = re.compile(r"[《〈“「『][^》〉”」』，。；：]*\Z")
#: In letters of Taiwan and Hong Kong a space honours the one who is named after it.
RESPECTED = re.compile("[貴鈞鑒]|查照|台端|總統|蔣公|國父")
#: A numbered clause with its numeral, spaces in it and all.
NUMBERED = re.compile(rf"(?:#+ )?[ \t\f\u3000]*(第[{NUMERAL} ]{{1,14}}[编編章節节条條款項项])(?=[ \u3000])")
#: Words of a list are this long, lines of verse that.
WORDS, VERSES = range(2, 5), (4, 5, 7)
#: More on one line, in code points, is prose.
STANZA = 40
#: A word this long may be the head of what follows.
HEAD = 4
HEADED = re.compile(rf"[{HAN}]{{1,{HEAD}}} [{HAN}]")

Span = tuple[int, int]


def sides(prose: str, gap: Span) -> tuple[int, int]:
    """How many Han stand right before and right after a space, counted up to `FAR`."""
    before = BEFORE.search(prose, max(gap[0] - FAR, 0), gap[0])
    after = AFTER.match(prose, gap[1], gap[1] + FAR)
    return len(before[0]) if before else 0, len(after[0]) if after else 0


def listed(prose: str, gaps: Sequence[Span]) -> set[Span]:
    """Those spaces that part the words of a list: one word as long as the next, as in `感冒 发烧 咳嗽`."""
    found: set[Span] = set()
    for one, other in pairwise(gaps):
        word = other[0] - one[1]
        if word in WORDS and word in (sides(prose, one)[0], sides(prose, other)[1]) and sides(prose, one)[1] == word:
            found |= {one, other}
    return found


def is_meant(prose: str, line: Span, gap: Span) -> bool:
    """Whether a space in running text parts a date or a field from what follows, or honours it.

    A short word at the beginning of a line or a sentence may be its head (`摘要 本文…`). Nor are titles, quotations
    and verse running text.
    """
    left, right = sides(prose, gap)
    return bool(
        (left == right and left in VERSES and line[1] - line[0] <= STANZA)
        or (left <= HEAD and _begins(prose, line, gap[0] - left))
        or DATE_END.search(prose, max(line[0], gap[0] - 20), gap[0])
        or QUOTED.search(prose, max(line[0], gap[0] - 40), gap[0])
        or RESPECTED.match(prose, gap[1])
        or FIELD.match(prose, gap[0], line[1])
    )


def _begins(prose: str, line: Span, offset: int) -> bool:
    """Whether a line begins at an offset, or a sentence in a line that begins with a head itself."""
    return offset == line[0] or (prose[offset - 1] in "。；！？" and HEADED.match(prose, *line) is not None)


def pair(prose: str, gap: Span) -> str:
    """The word of two letters that a space cuts in two; empty where more Han stand on a side.

    It may as well be a name set to the width of three.
    """
    return prose[gap[0] - 1] + prose[gap[1]] if sides(prose, gap) == (1, 1) else ""


def is_in_numeral(prose: str, line: Span, gap: Span) -> bool:
    """Whether a space stands inside the numeral with which a line begins, and another after it: `第十 一条 …`.

    More than one is a heading set wide.
    """
    number = NUMBERED.match(prose, *line)
    return number is not None and gap[1] < number.end() and number[1].count(" ") == 1
