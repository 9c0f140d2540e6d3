"""What a line end shows of whether the paragraph goes on there.

A sign is a number: how much likelier it is where a paragraph goes on than where it ends, as a natural logarithm. What marks and
letters say is much the same in all typeset prose. What the layout says (blank lines, white space at line ends, indents) differs
from text to text and is learnt from each by contrast: a sign that is the same everywhere says nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from wenlint.document.layout.columns import SPREAD, Columns, reach
from wenlint.document.layout.lines import NARROW, Line
from wenlint.document.numbering import NUMERAL, label_end
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, HANGUL, KANA

#: The names of the signs, as a message gives them, with their weights.
WITNESS = "the document writes it in one piece"
CLOSING_NEXT = "a closing mark follows"
BRACKET = "a bracket is open"
FULL_LINE, SHORT_LINE = "the line is full", "what follows would have fitted on the line"
STOP = "a stop ends the line"
SENTENCE, NO_MARK = "the sentence has not ended", "no mark ends the line"
COMMA = "a comma ends the line"
#: How often, in prose, a paragraph ends like this; what is written in lines (verse, lists, notes) does so more often.
ENDS_LIKE = {COMMA: 0.004, SENTENCE: 0.05, NO_MARK: 0.1}
#: As many ends of paragraphs count for what is usual.
USUAL = 2

#: What ends in a stop, and what that says; at a full line no less than the first and no more than the second.
STOPPED = lazy(r"[。！？!?.…][”’」』）)\]]*\Z")
STOP_WEIGHT, STOP_LEAST, STOP_MOST = -3.2, -4.0, 1.0
#: How lines end; the first that fits counts.
ENDS = (
    ("the line ends in an opening mark", lazy(r"[（《〈“‘「『【〔([]\Z"), 5.0),
    (STOP, STOPPED, STOP_WEIGHT),
    (COMMA, lazy(r"[，、,—–]\Z"), 3.5),
    ("a semicolon ends the line", lazy(r"[；;]\Z"), -2.7),
    ("a colon ends the line", lazy(r"[：:]\Z"), -2.0),
    ("a closing mark ends the line", lazy(r"[）》〉”’」』】〕)\]]\Z"), 0.0),
)
#: How the line after it begins.
BEGINS = (
    (CLOSING_NEXT, lazy("[，。、；：？！）》〉」』】〕％]"), 8.0),
    (
        "no word begins like the next line",
        lazy("[的们吗呢吧嗎們々ーっゃゅょぁぃぅぇぉッャュョァィゥェォをん]"),
        3.0,
    ),
    ("the next line begins with a small letter", lazy("[a-z]"), 1.5),
)
NUMBERING, NUMBER, DATE = "numbering follows", "what may be numbering follows", "a date follows"
SPEAKER, FIELD = "a speaker's name follows", "what may be a field follows"
INDENT_OF_TWO, QUOTATION = "the next line is indented by two", "a quotation follows"
WEIGHTS = {
    NUMBERING: -5.0,
    NUMBER: -1.5,
    SPEAKER: -5.0,
    FIELD: -1.5,
    DATE: -2.5,
    INDENT_OF_TWO: -5.0,
    QUOTATION: -0.5,
    WITNESS: 4.0,
    BRACKET: 3.0,
    SENTENCE: 2.8,
    NO_MARK: 1.2,
}
#: Weights for how far a line is from full.
FULL, SHORT, FAR_SHORT = 2.7, -1.5, -8.0
#: A sign learnt from the text counts at most so much, and only after so many places of each kind.
MOST, PLACES = 6.0, 4
#: How sure a seam must be to be learnt from.
CLEAR = 2.0
#: Each narrow character makes the width of a line, in columns, so much less sure.
BLUR = 0.1
#: A column other than the main one is so much less likely.
OTHER = 1.5
#: How far a bracket left open, and a mark, is looked for, in code points.
NEAR = 120

#: Who speaks (`问：`, `甲方：`), or the name of a field, before what is said; whose colon stands where a line begins, and hardly elsewhere.
NAME, COLON = (
    lazy(rf"[{HAN}{KANA}A-Za-z](?: ?[{HAN}{KANA}A-Za-z]){{0,7}} ?[：:](?=.)"),
    lazy(rf"[{HAN}{KANA}A-Za-z][：:]"),
)
DATE_BEGIN = lazy(r"[12][0-9]{3}[ ]?年[ ]?[0-9]{1,2}[ ]?月|[二一][〇○零一二三四五六七八九]{3}年")
#: A number with a unit after it, and numbering that a sentence speaks of.
UNCERTAIN = lazy(rf"[0-9]+[ ][{HAN}]|第[^\s]{{1,10}}[条條款项項章节節编編](?:之[{NUMERAL}])?[^\s，。；：、]")
MARK_INSIDE = lazy("[，。、；：？！,;:]")
QUOTE_BEGIN, DOUBLE_INDENT = lazy("[“「『‘]"), "\u3000\u3000"
OPENS, CLOSES = lazy(r"[（《“「『][^（）《》“”「」『』]*\Z"), lazy(r"[^（）《》“”「」『』]*[）》”」』]")
#: The first of what may not be parted: a Latin word, or a letter with the marks after it.
TOKEN = lazy(
    rf"[^\s{HAN}{KANA}{HANGUL}，。、；：？！（）《》“”‘’「」『』]{{1,80}}|.[，。、；：？！）》〉”’」』】〕…]*",
    re.DOTALL,
)


def speakers(text: str, lines: Sequence[Line]) -> set[str]:
    """The names with their colons with which lines begin again and again.

    `他说：` begins a line by chance, and mostly stands inside one: the letter before the colon tells.
    """
    names = Counter(name[0] for line in lines for name in [NAME.match(text, line.start, line.end)] if name)
    lasts: Counter[str] = Counter()
    for name, times in names.items():
        lasts[name[-2:]] += times
    everywhere = Counter(COLON.findall(text))
    return {name for name, times in names.items() if times > 1 and 2 * lasts[name[-2:]] > everywhere[name[-2:]]}


def of_text(text: str, a: Line, b: Line, witnessed: bool, names: Collection[str]) -> dict[str, float]:
    """The signs that the words and marks around a line end give."""
    signs: dict[str, float] = {}
    end = text[max(a.start, a.end - 4) : a.end]
    for name, pattern, weight in ENDS:
        if pattern.search(end):
            signs[name] = weight
            break
    else:
        name = SENTENCE if MARK_INSIDE.search(text, max(a.start, a.end - NEAR), a.end) else NO_MARK
        signs[name] = WEIGHTS[name]
    for name, pattern, weight in BEGINS:
        if pattern.match(text, b.start):
            signs[name] = weight
    found = (
        (_numbering(text, b.start), True),
        (_speaker(text, a, b, names), True),
        (QUOTATION, STOP in signs and QUOTE_BEGIN.match(text, b.start)),
        (WITNESS, witnessed),
        (BRACKET, OPENS.search(text, max(a.start, a.end - NEAR), a.end) and CLOSES.match(text, b.start, min(b.end, b.start + NEAR))),
        (INDENT_OF_TWO, text.endswith(DOUBLE_INDENT, 0, b.start)),
    )  # fmt: skip
    return signs | {name: WEIGHTS[name] for name, there in found if name and there}


def _speaker(text: str, a: Line, b: Line, names: Collection[str]) -> str:
    """What a name and a colon say with which a line begins; after another such line they are the next field."""
    speaker = NAME.match(text, b.start, b.end)
    if not speaker:
        return ""
    return SPEAKER if speaker[0] in names or NAME.match(text, a.start, a.end) else FIELD


def _numbering(text: str, start: int) -> str:
    """What kind of numbering a line begins with; `第三条的规定` and `15 日内` may be the middle of a sentence."""
    if DATE_BEGIN.match(text, start):
        return DATE
    end = label_end(text, start)
    if end == start:
        return ""
    return NUMBER if UNCERTAIN.match(text, start) else NUMBERING


def of_layout(a: Line, b: Line, shift: int) -> dict[str, bool]:
    """The signs of the layout that may be learnt. `shift`: by how much the left edge moves from one page to the next."""
    signs = {
        "white space at the end of the line": a.trailing,
        "an indent": b.indent > a.indent + shift + 1,
        "an indent that ends": b.indent < a.indent + shift - 1,
    }
    return signs | {"a blank line": b.blanks > 0} if a.page == b.page else signs


def of_width(text: str, lines: Sequence[Line], bases: Sequence[int], i: int, columns: Columns) -> tuple[float, float]:
    """How much likelier the width of a line is if it is full: if it is the first of a paragraph, and if it is not."""
    if not columns.width or i + 1 == len(lines):
        return 0.0, 0.0
    line, after = lines[i], lines[i + 1]
    width, blur = reach(line, bases[i], columns.narrow), SPREAD + BLUR * line.narrow
    token = TOKEN.match(text, after.start, after.end)
    need = sum(columns.narrow if NARROW.match(c) else 2 for c in token[0]) if token else 2
    others = max((_fit(c - width, need, c, blur) - OTHER for c in columns.others), default=FAR_SHORT)
    first, further = (
        columns.trust * max(_fit(c - width, need, c, blur), others)
        for c in (columns.width - columns.indent, columns.width)
    )
    return first, further


def _fit(slack: float, need: float, capacity: float, blur: float) -> float:
    """All in columns. Where the next word would have fitted, a line that is not the last was not ended before it."""
    if slack < -blur:
        return max(FAR_SHORT, FULL + slack + blur)
    excess = slack - need
    if excess <= 0.5:
        return FULL
    if excess <= 4:
        return FULL + (SHORT - FULL) * (excess - 0.5) / 3.5
    return max(FAR_SHORT, SHORT + (FAR_SHORT - SHORT) * (excess - 4) / (0.3 * capacity))


def stop_at_full_line(text: str, lines: Sequence[Line], columns: Columns) -> float:
    """What a stop at the end of a full line says: how often sentences end inside lines, against how often a paragraph's last line is full."""
    inside = letters = ends = 0
    for line in lines:
        inside += sum(text.count(stop, line.start, line.end - 1) for stop in "。！？")
        letters += line.end - line.start
        ends += STOPPED.search(text, max(line.start, line.end - 4), line.end) is not None
    if not columns.width or not ends:
        return STOP_WEIGHT
    further = max(len(lines) - ends, 1) * (inside + 0.5) / max(letters, 1)
    last = ends * 2 / columns.width
    return max(STOP_LEAST, min(STOP_MOST, math.log(further / last) - FULL))


def temper(words: Sequence[dict[str, float]], ended: Sequence[bool]) -> None:
    """Take from what the ends of lines say as much as they say at the ends of this text's paragraphs, too.

    `ended`: which line ends surely end a paragraph. A comma at a line's end says little in a text whose lines end in commas.
    """
    ends = sum(ended)
    for name, usual in ENDS_LIKE.items():
        here = sum(name in signs for signs, end in zip(words, ended, strict=True) if end)
        less = max(0.0, math.log((here / usual + USUAL) / (ends + USUAL)))
        for signs in words:
            if name in signs:
                signs[name] -= less


def learn(layout: Sequence[Mapping[str, bool]], odds: Sequence[float]) -> dict[str, tuple[float, float]]:
    """For each sign of the layout its weight where it is there, and where it is not, from the seams that are clear so far."""
    weights: dict[str, tuple[float, float]] = {}
    for name in dict.fromkeys(name for signs in layout for name in signs):
        known = [(signs[name], odd) for signs, odd in zip(layout, odds, strict=True) if name in signs]
        inner = [there for there, odd in known if odd > CLEAR]
        ends = [there for there, odd in known if odd < -CLEAR]
        if min(len(inner), len(ends)) >= PLACES:
            p, q = ((sum(places) + 0.5) / (len(places) + 1) for places in (inner, ends))
            there, absent = math.log(p / q), math.log((1 - p) / (1 - q))
            weights[name] = max(-MOST, min(MOST, there)), max(-MOST, min(MOST, absent))
    return weights
