"""Which lines make a paragraph: the likeliest reading of all the signs of a text together."""

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wenlint.document.layout import evidence
from wenlint.document.layout.columns import SENTENCE_END, SPREAD, Columns
from wenlint.document.layout.lines import SPACE, Line
from wenlint.document.numbering import begins_with_label, label_end
from wenlint.search.patterns import lazy

#: What the layout says is learnt from what is clear without it, and once more from what is clear with it.
ROUNDS = 3

#: A line without one is the cell of a table or a rule.
LETTER = lazy(r"[^\W\d_]")
#: What the last line of a paragraph does not end in, and what it ends in that has several.
UNENDED, ENDED = lazy(r"[，、,（《〈“‘「『(—–-]\Z"), lazy(r"[。！？!?.…；;：:”’」』）)》〉\]]\Z")


class LineEnd(NamedTuple):
    """The end of the line of that number. `odds`: the logarithm of how much likelier it is that the paragraph goes on than that it ends.

    `signs`: what says so, and what speaks against it, with their weights.
    """

    line: int
    odds: float
    signs: Mapping[str, float]


def decide(
    text: str,
    lines: Sequence[Line],
    bases: Sequence[int],
    columns: Columns,
    witnessed: Collection[int],
    closed: Collection[int],
) -> list[LineEnd]:
    """For each line but the last, whether its paragraph goes on in the next.

    `bases`: the left edge of the page on which a line stands, in columns. `witnessed`: lines whose last word the document elsewhere
    writes in one piece with the next. `closed`: lines after which nothing goes on (headings, cells, code).
    """
    pairs = list(pairwise(lines))
    names = evidence.speakers(text, lines)
    words = [evidence.of_text(text, a, b, i in witnessed, names) for i, (a, b) in enumerate(pairs)]
    widths = [evidence.of_width(text, lines, bases, i, columns) for i in range(len(pairs))]
    stop = evidence.stop_at_full_line(text, lines, columns)
    for said, (_, full) in zip(words, widths, strict=True):
        if evidence.STOP in said and full > 0:
            said[evidence.STOP] = stop
    if not SENTENCE_END.search(text):  # then none is going on
        for said in words:
            if evidence.SENTENCE in said:
                said[evidence.SENTENCE] = evidence.WEIGHTS[evidence.NO_MARK]
    if not columns.width:  # then a line end within a page is the author's, whatever the line ends in
        evidence.temper(words, [i in closed and a.page == b.page for i, (a, b) in enumerate(pairs)])
    layout = [evidence.of_layout(a, b, bases[i + 1] - bases[i]) for i, (a, b) in enumerate(pairs)]
    learnt: dict[str, tuple[float, float]] = {}
    odds: list[float] = []
    signs = words
    for _ in range(ROUNDS):
        signs = [own | _weighed(seen, learnt) for own, seen in zip(words, layout, strict=True)]
        joins = [-math.inf if i in closed else sum(own.values()) for i, own in enumerate(signs)]
        odds = _odds(joins, widths)
        learnt = evidence.learn(layout, odds)
    for own, (first, further) in zip(signs, widths, strict=True):
        if fit := max(first, further, key=abs):
            own[evidence.FULL_LINE if fit > 0 else evidence.SHORT_LINE] = fit
    return [LineEnd(i, odd, own) for i, (odd, own) in enumerate(zip(odds, signs, strict=True))]


def are_apart(text: str, first: Line, a: Line, b: Line, full: bool, goes_on: bool) -> bool:
    """Whether of two lines, between which a paragraph is taken to end, each is of a paragraph by itself, and no blank line
    parts them. `first`: with which the paragraph begins that ends in `a`. `full`: whether `a` fills the column; `goes_on`: whether that goes on which begins with `b`.

    The lines of verse are of one width, the items of a list and a table of contents may stand one below the other, and a label
    stays with its text.
    """
    cut = first.start < a.start
    end, begin = text[max(a.end - 4, a.start) : a.end], text[b.start]
    labelled = [begins_with_label(text, line.start) for line in (first, b)]
    articles = [label and text[line.start] == "第" for label, line in zip(labelled, (first, b), strict=True)]
    stopped = [evidence.STOPPED.search(text, max(line.end - 4, line.start), line.end) for line in (a, b)]
    whole = all(stopped) and abs(a.columns() - b.columns()) > SPREAD
    return (
        (cut or goes_on or whole or (any(articles) and any(stopped)))
        and (not all(labelled) or any(articles))
        and not (UNENDED.search(end) or begin.islower())
        and bool(not (cut or full) or ENDED.search(end))
        and label_end(text, a.start) < a.end
        and all(LETTER.search(text, line.start, line.end) for line in (a, b))
        and all(line.strip(SPACE + "\f") for line in text[a.end : b.start].split("\n")[1:-1])
    )


def _weighed(seen: Mapping[str, bool], learnt: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    return {
        name if there else f"no {name.removeprefix('a ').removeprefix('an ')}": learnt[name][0 if there else 1]
        for name, there in seen.items()
        if name in learnt
    }


def _odds(joins: Sequence[float], widths: Sequence[tuple[float, float]]) -> list[float]:
    """By how much the likeliest reading with a seam joined is likelier than the likeliest with it open.

    A line is the first of its paragraph or a further one, which decides how wide it may be; so each line end bears on the next.
    Viterbi's algorithm, once forward and once backward.
    """
    forward = [(0.0, -math.inf)]  # the best reading up to a line, if it is a first line and if it is a further one
    for join, width in zip(joins, widths, strict=True):
        forward.append(
            (max(forward[-1]), max(score + join + fit for score, fit in zip(forward[-1], width, strict=True)))
        )
    odds: list[float] = []
    first = further = 0.0  # the best reading after a line, if it is a first line and if it is a further one
    for (best, join), width in zip(reversed(list(zip(forward, joins, strict=False))), reversed(widths), strict=True):
        parted = max(best) + first
        joined = max(score + join + fit for score, fit in zip(best, width, strict=True)) + further
        odds.append(joined - parted)
        first, further = (max(first, join + fit + further) for fit in width)
    return odds[::-1]
