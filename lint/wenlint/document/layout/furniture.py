"""Page numbers, running headers and footers: lines that belong to the page and not to the text.

They are known by their place at the edges of pages, by recurring there, and by a number in them that rises with the page.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from wenlint.document.layout.lines import Line
from wenlint.document.numbering import label_end
from wenlint.search.patterns import lazy

#: So many lines from the edge of a page furniture is looked for.
EDGE = 5
#: On so many pages a line recurs, or a number rises, before it is taken for furniture.
PAGES = 3
#: What recurs elsewhere more often than at the edges is text.
SHARE = 0.5
#: Of the pages between the first and the last on which a number rises with them, so many carry it.
DENSITY = 0.4
#: A header is not longer than this, in code points.
LONGEST = 80
#: Nor wider than this, with the white space that sets its parts to the sides.
WIDEST = 400
#: A page number is not longer, of whichever form.
SHORT, DIGIT = 40, lazy("[0-9０-９]")

#: What has fewer letters to a page, in the median, is slides, cards or forms: with its title, its question's number, a page of them begins.
PAGEFUL = 150

DASH = "[-\\u2010-\\u2015\\u2212\\uff0d~·•.|]"
NUMBER = r"(?:[0-9０-９]{1,5})"
ROMAN = lazy(r"(?:x{0,3})(?:ix|iv|v?i{0,3})\Z")
#: A page number that can be nothing else.
PLAIN = lazy(
    rf"(?:(?:{DASH})+({NUMBER})(?:{DASH})+"
    rf"|第({NUMBER})[页頁][,，/／|]?[（(]?(?:[共总總]{NUMBER}[页頁])?[）)]?"
    rf"|page({NUMBER})(?:of{NUMBER})?)\Z",
    re.IGNORECASE,
)
#: A number by itself, or of how many.
BARE = lazy(rf"({NUMBER})(?:[/／]{NUMBER})?\Z")
#: What says that a number is a page's.
WORDS = lazy("[页頁]|page")
#: A title has letters in a row, and no mark ends it: a sentence and a salutation are none.
TITLE = lazy(r"(?!.*[。！？?!：:，,；;]\Z).*[^\W\d_][^\W_]")
#: The name of a field, in whose line below a number is the answer.
FIELD = lazy(r".{1,8}[:：]\Z")
#: Marks the name of a title that bears the page's number; no line holds it.
NUMBERED = "\n"
LEADING_NUMBER, TRAILING_NUMBER = lazy(rf"({NUMBER})(?=\D|\Z)"), lazy(rf"(?<![\d.])({NUMBER})\Z")


class Furniture(NamedTuple):
    """Lines of the page, by their index, with what they are. `likely`: those that may be, and stay."""

    sure: dict[int, str]
    likely: dict[int, str]


def find(text: str, lines: Sequence[Line]) -> Furniture:
    """Which lines are page numbers or running headers."""
    pages = _pages(lines)
    if len(pages) < 2:
        return _unmarked(text, lines)
    names = [_normal(text[line.start : line.end]) for line in lines]
    depths = [min(EDGE, max(1, len(page) // 3)) for page in pages]
    edges = [(page[:depth], page[: -depth - 1 : -1]) for page, depth in zip(pages, depths, strict=True)]
    sides = [(side, number, index) for number, page in enumerate(edges) for side in (0, 1) for index in page[side]]
    at_edge = [(number, index) for _, number, index in sides]
    running = _running(names, at_edge)
    recurring = _recurring(names, sides, running)
    everywhere = Counter(name.replace(" ", "") for name in names)

    def kind(side: int, page: int, index: int, after: int | None) -> str:
        """What a line at an edge is, at the top (0) or the bottom (1); `after` is the one further from the edge."""
        name = names[index].replace(" ", "")
        if PLAIN.match(name):
            return "page number"
        rests = [rest for number, rest in _numbers(names[index]) if number - page in running]
        if "" in rests:
            return "" if side and after is not None and FIELD.match(names[after]) else "page number"
        if (side, name) in recurring:
            return "running header"
        known = any((side, rest + NUMBERED) in recurring or everywhere[rest] for rest in rests)
        if known and not _is_label(names[index]):
            return "running header with the page's number"
        beside = after is not None and ("", True) in {(rest, n - page in running) for n, rest in _numbers(names[after])}
        return (
            "running header beside the page's number" if beside and everywhere[name] > 1 and TITLE.match(name) else ""
        )

    sure: dict[int, str] = {}
    for number, page_edges in enumerate(edges):
        for side, edge in enumerate(page_edges):
            seen: set[str] = set()  # a page holds its header once: the second is the title itself
            inwards = pages[number][:: -1 if side else 1]
            for index, after in zip(edge, [*inwards[1:], None], strict=False):
                if names[index] in seen or not (what := kind(side, number, index, after)):
                    break
                seen.add(names[index])
                sure[index] = what
    unsure = {} if _are_full(lines, pages, sure) else _of_the_text(names, sure)
    sure = {index: what for index, what in sure.items() if index not in unsure}
    if len(pages) == 2:
        numbered = {lines[index].page for index, what in sure.items() if what == "page number"}
        (sure if len(numbered) == 2 else unsure).update(_on_two(names, edges, sure))
    return Furniture(sure, unsure)


def _is_label(name: str) -> bool:
    """Whether a line is a heading's number and nothing else: `附件 3`, `第三章`."""
    return label_end(f"{name}\n", 0) >= len(name)


def _are_full(lines: Sequence[Line], pages: Sequence[Sequence[int]], sure: Collection[int]) -> bool:
    """Whether the pages are full of text, and not slides, cards or forms."""
    letters = sorted(sum(lines[i].wide + lines[i].narrow for i in page if i not in sure) for page in pages if page)
    return letters[len(letters) // 2] >= PAGEFUL


def _of_the_text(names: Sequence[str], sure: Mapping[int, str]) -> dict[int, str]:
    """What may be the text's own where a page holds little: all but numbers that are surely pages', by their form."""
    return {index: what for index, what in sure.items() if not PLAIN.match(names[index].replace(" ", ""))}


def _on_two(names: Sequence[str], edges: Sequence[tuple[list[int], list[int]]], sure: dict[int, str]) -> dict[int, str]:
    """The line with which both of two pages begin, and that with which both end, but for their numbers."""
    found: dict[int, str] = {}
    for one, other in zip(*edges, strict=True):
        first, second = ([index for index in edge if index not in sure][:1] for edge in (one, other))
        if first and second and names[first[0]] == names[second[0]] and TITLE.match(names[first[0]]):
            found |= {first[0]: "running header", second[0]: "running header"}
    return found


def _normal(text: str) -> str:
    """A line as it is compared: compatible characters are one, and of white space only where it stands."""
    words = text.split() if len(text) <= WIDEST else []
    name = " ".join(unicodedata.normalize("NFKC", word) for word in words).lower()
    return name if len(name) <= LONGEST else ""


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    pages: list[list[int]] = [[] for _ in range(lines[-1].page + 1)] if lines else []
    for index, line in enumerate(lines):
        pages[line.page].append(index)
    return pages


def _numbers(name: str) -> Iterator[tuple[int, str]]:
    """The numbers that may be a page's in a line, with what else the line holds, without its spaces."""
    close = name.replace(" ", "")
    if plain := PLAIN.match(close) or BARE.match(close):
        yield int(next(filter(None, plain.groups()))), ""
    elif name and ROMAN.match(name):
        yield _roman(name), ""
    else:
        if leading := LEADING_NUMBER.match(name):
            yield int(leading[1]), name[leading.end() :].replace(" ", "")
        if trailing := TRAILING_NUMBER.search(name):
            yield int(trailing[1]), name[: trailing.start()].replace(" ", "")


def _roman(name: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in name]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _running(names: Sequence[str], at_edge: Sequence[tuple[int, int]]) -> set[int]:
    """By how much the numbers at the edges of pages run ahead of the count of pages, where they rise with it."""
    pages: dict[int, set[int]] = defaultdict(set)
    for page, index in at_edge:
        for number, _ in _numbers(names[index]):
            pages[number - page].add(page)
    return {offset for offset, on in pages.items() if len(on) >= PAGES and len(on) >= DENSITY * (max(on) - min(on) + 1)}


def _recurring(names: Sequence[str], sides: Sequence[tuple[int, int, int]], running: set[int]) -> set[tuple[int, str]]:
    """The titles, without their spaces, that stand at the same side of several pages and hardly elsewhere.

    One that stands beside the page's number in its line is another than the same alone.
    """
    pages: dict[tuple[int, str], set[int]] = defaultdict(set)
    for side, page, index in sides:
        pages[side, names[index].replace(" ", "")].add(page)
        for number, rest in _numbers(names[index]):
            if rest and number - page in running:
                pages[side, rest + NUMBERED].add(page)
    everywhere = Counter(name.replace(" ", "") for name in names)
    return {
        (side, title)
        for (side, title), on in pages.items()
        if TITLE.match(title) and len(on) >= PAGES and len(on) >= SHARE * everywhere[title]
    }


def _unmarked(text: str, lines: Sequence[Line]) -> Furniture:
    """Page numbers where nothing marks the pages: of unmistakable form, and rising one by one.

    A text that begins with a number may be one of numbered parts; where nothing follows a number, it heads none.
    """
    short = ((i, line) for i, line in enumerate(lines) if line.end - line.start <= SHORT)
    names = {i: _normal(text[line.start : line.end]) for i, line in short if DIGIT.search(text, line.start, line.end)}
    found = [(i, next(_numbers(name))[0]) for i, name in names.items() if PLAIN.match(name.replace(" ", ""))]
    rising = all(after == before + 1 for (_, before), (_, after) in pairwise(found))
    words = all(WORDS.search(names[index]) for index, _ in found)
    last = bool(found) and found[-1][0] == len(lines) - 1
    heads = bool(found) and found[0][0] == 0
    kinds = {} if heads and not words else {index: "page number" for index, _ in found}
    return Furniture(kinds, {}) if rising and (words or last or len(found) > 1) else Furniture({}, kinds)
