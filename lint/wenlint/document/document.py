"""What rules look at: a text, what a reader sees of it, and what it says about itself.

Facts are computed once, when a rule first asks.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from wenlint import formats
from wenlint.document import machine_lines, not_prose
from wenlint.document.by_block import InBlocks
from wenlint.document.language import LETTERS, identify, matches, script
from wenlint.document.layout import Layout
from wenlint.document.legible import Trouble, find_trouble
from wenlint.document.mojibake import Misreading, of_chinese, of_latin
from wenlint.document.witness import Witness
from wenlint.formats import Block, Parsed
from wenlint.formats.prose import newline_of
from wenlint.model.rule import LANGUAGES
from wenlint.model.settings import Settings
from wenlint.search.patterns import lazy
from wenlint.search.prefilter import FirstLook
from wenlint.unicode import code_rows

if TYPE_CHECKING:
    from wenlint.document.pairs import Families, Scan

LINE_END = lazy("[\n\f]")


class Document:
    """One text in one format. Nothing in it changes."""

    def __init__(self, text: str, format: str = "plain", settings: Settings | None = None):
        self.text = text
        self.format = format
        self.settings = settings or Settings()

    @cached_property
    def parsed(self) -> Parsed:
        return formats.load(self.format).parse(self.text, self.settings)

    @property
    def prose(self) -> str:
        """What a reader sees: U+FFFC for code, images and tags, U+2028 for a break the author set."""
        return self.parsed.prose.text

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the prose in order."""
        return self.parsed.blocks

    @property
    def verbatim(self) -> Sequence[tuple[int, int]]:
        """Spans of the source that must stay as they are."""
        return self.parsed.verbatim

    def holds(self, any_of: Iterable[str | range]) -> bool:
        """Whether one of these strings stands in the source, or may stand in it one of the characters of these ranges."""
        return any(
            not self._rows.isdisjoint(range(code_rows.row(some.start), code_rows.row(some.stop - 1) + 1))
            if isinstance(some, range)
            else code_rows.row(ord(some[0])) in self._rows and some in self.text
            for some in any_of
        )

    @cached_property
    def _rows(self) -> frozenset[int]:
        return code_rows.of(self.text)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What of the prose matches: what `pattern.finditer(document.prose)` gives, and sooner if `sought` made the pattern."""
        return self.look.find(pattern)

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether anything of the prose matches."""
        return next(self.find(pattern), None) is not None

    def count(self, pattern: re.Pattern[str]) -> int:
        """How many matches the prose has."""
        return sum(1 for _ in self.find(pattern))

    def blocks_with(self, pattern: re.Pattern[str]) -> set[int]:
        """The indexes of the blocks in which it has one."""
        return {self.block_index(match.start()) for match in self.find(pattern)}

    def find_in_source(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The same for the source."""
        return self._source_look.find(pattern)

    @cached_property
    def look(self) -> FirstLook:
        return FirstLook(self.prose)

    @cached_property
    def _source_look(self) -> FirstLook:
        return FirstLook(self.text, of_source=True)

    @property
    def newline(self) -> str:
        """The line end that the text uses most."""
        return newline_of(self.text)

    @cached_property
    def language(self) -> str:
        """zh-Hans, zh-Hant, ja, ko or other: what the settings say, else what the text says."""
        return self.settings.target if self.settings.target != "auto" else identify(self.prose)

    def language_at(self, offset: int) -> str:
        """The language of the block in which an offset of the prose stands."""
        return self.language_of(self.block_index(offset))

    def language_of(self, index: int) -> str:
        """The language of the block of that index; that of the text where there is none."""
        if index < 0 or self.settings.target != "auto":
            return self.language
        if not self._languages[index]:
            _, start, end = self.blocks[index]
            self._languages[index] = LANGUAGES.index(identify(self.prose[start:end], self.language)) + 1
        return LANGUAGES[self._languages[index] - 1]

    @cached_property
    def _languages(self) -> bytearray:
        """Of each block the number of its language, from 1, when it is known."""
        return bytearray(len(self.blocks))

    def speaks(self, wanted: frozenset[str]) -> bool:
        """Whether the text, or a block of it, is in one of these languages."""
        if wanted not in self._spoken:
            self._spoken[wanted] = matches(self.language, wanted) or any(
                matches(self.language_of(index), wanted)
                for letter in {LETTERS[language[:2] if "-" in language else language] for language in wanted}
                for index in self._blocks_with(letter)
            )
        return self._spoken[wanted]

    def _blocks_with(self, pattern: re.Pattern[str]) -> Iterator[int]:
        found = next(self.find(pattern), None)
        while found:
            yield (index := self.block_index(found.start()))
            found = pattern.search(self.prose, max(found.end(), self.blocks[index].end))

    @cached_property
    def _spoken(self) -> dict[frozenset[str], bool]:
        return {}

    @cached_property
    def script(self) -> str | None:
        """zh-Hans or zh-Hant, the script that nearly all of a Chinese text is in, or that the settings name."""
        if not self.language.startswith("zh"):
            return None
        return self.language[:7] if self.settings.target != "auto" else script(self.prose)

    @cached_property
    def _starts(self) -> "array[int]":
        return self.parsed.blocks.columns[1]

    def block_index(self, offset: int) -> int:
        """The index of the block in which, or after which, an offset of the prose stands; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def block_at(self, offset: int) -> Block:
        """The block around an offset of the prose; an empty one where there is none."""
        return self.blocks[index] if (index := self.block_index(offset)) >= 0 else Block("paragraph", offset, offset)

    def line_at(self, offset: int) -> tuple[int, int]:
        """The span of the line of prose around an offset, without its line end; a form feed is one too."""
        index = bisect_right(self._line_starts, offset) - 1
        return self._line_starts[index], self._line_starts[index + 1] - 1

    @cached_property
    def _line_starts(self) -> "array[int]":
        return array("Q", chain([0], (end.end() for end in LINE_END.finditer(self.prose)), [len(self.prose) + 1]))

    @cached_property
    def layout(self) -> Layout:
        """What page ends and line ends did to the text."""
        return Layout(self)

    @cached_property
    def witness(self) -> Witness:
        """Says what the document writes unbroken elsewhere."""
        return Witness(self.prose)

    @cached_property
    def misread(self) -> list[Misreading]:
        """What of the prose was decoded in a wrong encoding."""
        return sorted(of_latin(self.prose) + of_chinese(self.prose))

    @cached_property
    def trouble(self) -> Trouble | None:
        """What shows that the text's letters are not those of the page; None where it can be read."""
        return find_trouble(self.prose, self.misread)

    @property
    def legible(self) -> bool:
        return self.trouble is None

    @cached_property
    def scans(self) -> "dict[tuple[Families, str], Scan]":
        """What `pairs.scan` found, by the marks that were asked for."""
        return {}

    def excused(self, start: int, end: int) -> bool:
        """Whether a span of prose lies in an address, a template expression or the like."""
        return not_prose.touches(self._excuses.around(start), start, end)

    def is_misread(self, start: int, end: int) -> bool:
        """Whether a span of prose lies in what was decoded in a wrong encoding."""
        return not_prose.touches(self._misread, start, end)

    @cached_property
    def _misread(self) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in self.misread]

    def is_notation(self, offset: int) -> bool:
        """Whether an offset of the prose stands in a line that is written for a machine: code, a table of values."""
        return not_prose.touches(self._notation.around(offset), offset, offset + 1)

    def is_clear(self, index: int) -> bool:
        """Whether nothing in the block of that index is excused, misread or notation."""
        if not self._clear[index]:  # 1 where something is, 2 where nothing is
            self._clear[index] = 1 + (not (self.misread or self._excuses.of(index) or self._notation.of(index)))
        return self._clear[index] == 2

    @cached_property
    def _clear(self) -> bytearray:
        return bytearray(len(self.blocks) + 1)

    @cached_property
    def _notation(self) -> InBlocks:
        return InBlocks(self, lambda start, end: machine_lines.find(self.prose, start, end))

    @cached_property
    def _excuses(self) -> InBlocks:
        return InBlocks(self, lambda start, end: not_prose.find(self, start, end), not_prose.REACH)
