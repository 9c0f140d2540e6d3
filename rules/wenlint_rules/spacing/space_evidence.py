"""What a space between two Han may be there for, by the line it stands in and the letters around it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from wenlint.document.convention import usual
from wenlint.document.numbering import DATE_END, FIELD, NUMERAL, label_end
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN

GAP = lazy(rf"(?<=[{HAN}])[ \u00a0](?=[{HAN}])")
#: But for those right after the number of an article at the beginning of a line: nearly all are such, and right.
NUMBERS = "".join(rf"(?<!\n第[{NUMERAL}]{{{digits}}}[编編章节節条條] )" for digits in range(1, 8))
OPEN_GAP = sought(rf"[ \u00a0](?<=[{HAN}].){NUMBERS}(?=[{HAN}])")
LETTER = lazy(f"[{HAN}]")
STOP, CLAUSE = lazy("[。！？；]"), lazy("[，。；]")
#: Scanned lines have so many Han, so large a share of them spaced.
DENSE_LETTERS, DENSE_SHARE = 12, 0.6
#: Running text has so many Han, and so many of them for each space.
RUNNING, LETTERS_PER_GAP = 9, 5
#: What a sentence says that leads to a list, and the first item of one.
LEADS, FIRST = lazy("，|下列|以下|如下"), lazy(r"：\s*(?:[（(]?[一1１][）)、.．]|①|[-*+•●] )")
#: So far the letters on each side are counted, in code points.
FAR = 12
BEFORE, AFTER = lazy(rf"[{HAN}]+\Z"), lazy(f"[{HAN}]+")
#: A title or a quotation that holds no clause, opened before the space.
QUOTED = lazy(r"[《〈“「『][^》〉”」』，。；：]*\Z")
#: In letters of Taiwan and Hong Kong a space honours the one who is named after it.
RESPECTED = lazy("[貴鈞鑒]|查照|台端|總統|蔣公|國父")
#: A numbered clause with its numeral, spaces in it and all.
NUMBERED = lazy(rf"(?:#+ )?[ \t\f\u3000]*(第[{NUMERAL} ]{{1,14}}[编編章節节條条款項项])(?=[ \u3000])")
#: A line that begins with a date says what was resolved on it, and in which meeting, congress or revision.
DATED = lazy(rf"[（(]?[{NUMERAL}○]{{2,4}}年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日")
ORDINAL = lazy(rf"(?<=[{HAN}》])第[{NUMERAL}]{{0,12}} ?[{NUMERAL}]{{0,12}} ?[次届屆](?=[会會全常人代党黨修])")
#: Words of a list are this long, lines of verse that.
WORDS, VERSES = range(2, 5), (4, 5, 7)
#: More on one line, in code points, is prose.
STANZA = 40
#: A word this long may be the head of what follows.
HEAD = 4
HEADED = lazy(rf"[ \t\u00a0\u3000]{{0,8}}[{HAN}]{{1,{HEAD}}}[ \u00a0\u3000][{HAN}]")
BLANK = lazy(r"[ \t\u00a0\u3000]{0,8}")
#: What labels of one kind differ in.
NUMBER, LINE = lazy(f"[{NUMERAL} \u3000\t]+"), lazy(r"^[^\n]+", re.M)

Span = tuple[int, int]


class Line(NamedTuple):
    """A line of prose: its span, where the labels it begins with end, where its text begins, and what kind it is.

    `dense`: spaced throughout, as scans are. `running`: sentences, with few spaces among the letters. `leads`: a
    sentence that leads to a list. `dated`: begins with a date.
    """

    start: int
    end: int
    labels: int
    body: int
    dense: bool
    running: bool
    leads: bool
    dated: bool

    def kind(self, prose: str) -> str:
        """The kind of the labels: `第0条`, `（0）`; empty where the line has none."""
        return label_kind(prose, self.start, self.labels)


def label_kind(prose: str, start: int, end: int) -> str:
    """A label with its number, and the blanks in it, as one 0: `第0条`, `（0）`."""
    return NUMBER.sub("0", prose[start:end])


def read_line(prose: str, span: Span) -> Line:
    """What a line of prose shows."""
    start, end = span
    text = prose[start:end]
    letters, gaps = len(LETTER.findall(text)), len(GAP.findall(text))
    dense = letters >= DENSE_LETTERS and gaps >= DENSE_SHARE * letters and CLAUSE.search(text) is not None
    leads = text.endswith("：") and LEADS.search(text) is not None
    running = (leads or STOP.search(text) is not None) and letters >= max(RUNNING, LETTERS_PER_GAP * gaps)
    leads = leads and text.count("：") == 1 and FIRST.match(prose, end - 1) is not None
    labels, date = label_end(prose, start), DATED.match(text)
    body = BLANK.match(prose, start + date.end() if date else labels, end)
    assert body is not None
    return Line(start, end, labels, body.end(), dense, running, leads, date is not None)


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


def without_heads(prose: str) -> set[str]:
    """The kinds of labels after which the text sets no head: heads come in series, clause by clause."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in LINE.finditer(prose):
        if (end := label_end(prose, line.start())) > line.start():
            counts[label_kind(prose, line.start(), end)]["head" if HEADED.match(prose, end) else "none"] += 1
    return {kind for kind, count in counts.items() if usual(count) == "none"}


def follows_date(prose: str, line: Line, gap: Span, only_dateline: bool = False) -> bool:
    """Whether a space stands after a date; `only_dateline`: after one with which words begin, not `处五年`."""
    date = DATE_END.search(prose, max(line.start, gap[0] - 20), gap[0])
    return date is not None and not (only_dateline and LETTER.match(prose, max(date.start() - 1, line.start)))


def is_meant(prose: str, line: Line, gap: Span, headless: Callable[[], Collection[str]]) -> bool:
    """Whether a space in running text parts a date or a field from what follows, or honours it.

    A short word at the beginning of a line or a sentence may be its head (`摘要 本文…`), but for lines with labels of
    the kinds that are `headless`. Nor are titles, quotations and verse running text.
    """
    left, right = sides(prose, gap)
    return bool(
        (left == right and left in VERSES and line.end - line.start <= STANZA)
        or (left <= HEAD and _begins(prose, line, gap[0] - left, headless))
        or follows_date(prose, line, gap)
        or QUOTED.search(prose, max(line.start, gap[0] - 40), gap[0])
        or RESPECTED.match(prose, gap[1])
        or (not line.leads and FIELD.match(prose, gap[0], line.end))
    )


def _begins(prose: str, line: Line, offset: int, headless: Callable[[], Collection[str]]) -> bool:
    """Whether the text of a line begins at an offset, or a sentence in a line that begins with a head itself."""
    kind = line.kind(prose)
    if kind and kind in headless():
        return False
    return offset <= line.body or (prose[offset - 1] in "。；！？" and HEADED.match(prose, line.body) is not None)


def pair(prose: str, gap: Span) -> str:
    """The word of two letters that a space cuts in two; empty where more Han stand on a side.

    It may as well be a name set to the width of three.
    """
    return prose[gap[0] - 1] + prose[gap[1]] if sides(prose, gap) == (1, 1) else ""


def is_in_numeral(prose: str, line: Span, gap: Span) -> bool:
    """Whether one space stands inside a number that is counted out.

    Either the one with which a line begins, with another space after it (`第十 一条 …`), or one in a line that begins
    with a date (`2004年8月28日 第十届全国人民代表大会常务委员会第十 一次会议通过`). More than one is a heading set wide.
    """
    start, end = line
    number = NUMBERED.match(prose, start, end)
    if number and gap[1] < number.end():
        return number[1].count(" ") == 1
    return DATED.match(prose, start, end) is not None and any(
        number.start() < gap[0] < number.end() and number[0].count(" ") == 1
        for number in ORDINAL.finditer(prose, max(start, gap[0] - FAR), min(end, gap[1] + FAR))
    )
