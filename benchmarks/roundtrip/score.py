"""How near a text comes to its truth. Everything is counted, so that scores add up."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import Indel

CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
#: Whether a space parts Han from Latin, or a label from its item, is the typesetter's taste and no damage.
TASTE = re.compile(rf"(?<=[{CJK}]) (?=[!-~•])|(?<=[!-~•]) (?=[{CJK}])")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one text or, added up, of many. Characters are those that are not white space."""

    paragraphs: int = 0
    #: Paragraphs that came out with all of their characters, nothing else, and no stray space.
    exact: int = 0
    breaks: int = 0  # between two paragraphs, in the truth
    breaks_given: int = 0
    breaks_hit: int = 0
    characters: int = 0
    lost: int = 0  # or out of their place; a character changed into another is one lost and one extra
    extra: int = 0  # running heads, page numbers and page markers that were left, mostly
    stray_spaces: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Score)))

    @property
    def exact_share(self) -> float:
        return _share(self.exact, self.paragraphs)

    @property
    def precision(self) -> float:
        return _share(self.breaks_hit, self.breaks_given)

    @property
    def recall(self) -> float:
        return _share(self.breaks_hit, self.breaks)

    @property
    def f1(self) -> float:
        return _share(2 * self.breaks_hit, self.breaks + self.breaks_given)

    def per_10k(self, count: int) -> float:
        """A count in 10,000 characters of the truth."""
        return 1e4 * _share(count, self.characters)


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def score(truth: Sequence[str], text: str) -> Score:
    """Compare a text, a paragraph of which is a line that is not blank, with its paragraphs as they should be."""
    wanted = [_settled(paragraph) for paragraph in truth]
    given = [paragraph for line in text.splitlines() if (paragraph := _settled(line))]
    letters, breaks, spaces = _places(wanted)
    other_letters, other_breaks, other_spaces = _places(given)
    origin: list[int] = []  # of each place between two characters of the text: where it is in the truth
    kept: set[int] = set()  # which characters of the text are the truth's
    lost = extra = 0
    for operation in Indel.opcodes(letters, other_letters):
        if operation.tag == "equal":
            origin += range(operation.src_start, operation.src_end)
            kept.update(range(operation.dest_start, operation.dest_end))
        elif operation.tag == "delete":
            lost += operation.src_end - operation.src_start
        else:
            extra += operation.dest_end - operation.dest_start
            origin += [operation.src_start] * (operation.dest_end - operation.dest_start)
    origin.append(len(letters))
    inside = range(1, len(letters))
    breaks_given = {origin[place] for place in other_breaks} & set(inside)
    spaces_given = {origin[place] for place in other_spaces if {place - 1, place} <= kept}
    return Score(
        paragraphs=len(wanted),
        exact=(Counter(wanted) & Counter(given)).total(),
        breaks=len(breaks),
        breaks_given=len(breaks_given),
        breaks_hit=len(breaks_given & breaks),
        characters=len(letters),
        lost=lost,
        extra=extra,
        stray_spaces=len(spaces_given - spaces - breaks),
    )


def _settled(paragraph: str) -> str:
    return TASTE.sub("", " ".join(paragraph.split()))


def _places(paragraphs: Iterable[str]) -> tuple[str, set[int], set[int]]:
    """The characters without white space, and before which of them a paragraph begins or a space stands."""
    letters: list[str] = []
    breaks, spaces = set(), set()
    for paragraph in paragraphs:
        breaks.add(len(letters))
        for character in paragraph:
            if character == " ":
                spaces.add(len(letters))
            else:
                letters.append(character)
    return "".join(letters), breaks - {0}, spaces


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
