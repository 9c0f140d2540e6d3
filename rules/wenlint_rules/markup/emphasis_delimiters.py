"""Stars of Markdown that a parser left as text because they open or close nothing (CommonMark 6.2)."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from wenlint.document.document import Document
from wenlint.search.patterns import lazy

STARS = lazy(r"(?<!\*)\*{1,2}(?!\*)")
#: Text that speaks of stars does not use them, nor does a formula. So far around them it is looked for.
SPOKEN_OF = lazy("星号|星號|アスタリスク|별표|[Mm]arkdown|通配|乘方|次方|幂")
FORMULA = lazy(r"[=＝×÷^]|(?<!\+)\+(?!\+)")
NEAR = 60
#: What is emphasised is not longer than this, in code points.
LONGEST = 200


class Run(NamedTuple):
    """Stars, as a span of prose, and what stands before and after them in the source."""

    start: int
    end: int
    before: str
    after: str

    @property
    def opens(self) -> bool:
        return _flanks(self.after, self.before)

    @property
    def closes(self) -> bool:
        return _flanks(self.before, self.after)


def _flanks(inner: str, outer: str) -> bool:
    return not inner.isspace() and (not is_mark(inner) or outer.isspace() or is_mark(outer))


def is_mark(character: str) -> bool:
    """Whether CommonMark counts a character as punctuation."""
    return unicodedata.category(character)[0] in "PS"


def literal_pairs(document: Document) -> Iterator[tuple[Run, Run]]:
    """Stars left as text that stand in pairs on a line: the first with the second, the third with the fourth.

    Where their number is odd it cannot be told which belong together.
    """
    prose, source = document.prose, document.text
    lines: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for stars in STARS.finditer(prose):
        start, end = document.parsed.prose.to_source(*stars.span())
        run = Run(*stars.span(), source[start - 1 : start] or "\n", source[end : end + 1] or "\n")
        # Escaped stars are written otherwise; beside others it is the parser who knows what they mean.
        if source[start:end] == stars[0] and "*" not in run.before + run.after and run.before != "\\":
            lines[document.line_at(stars.start())[0], len(stars[0])].append(run)
    for runs in lines.values():
        if len(runs) % 2:
            continue
        for opening, closing in zip(runs[::2], runs[1::2], strict=True):
            if closing.start - opening.end > LONGEST or FORMULA.search(prose, opening.end, closing.start):
                continue
            if not SPOKEN_OF.search(prose, max(opening.start - NEAR, 0), closing.end + NEAR):
                yield opening, closing
