"""Formats: what of a source is prose, and what must stay as it is.

A format rewrites nothing. It is a module with the functions of `Format`; modules are imported
when a file asks for them.
"""

from array import array
from collections.abc import Hashable, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from wenlint.formats.rows import Rows, Span
from wenlint.model.settings import Settings

if TYPE_CHECKING:
    from wenlint.formats.prose import Prose

#: File name extensions, lower case, and the format they mean. A name without one is plain text.
EXTENSIONS = {
    "": "plain",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".text": "plain",
    ".txt": "plain",
}
NAMES = ("markdown", "plain")
#: What a block may be.
KINDS = ("paragraph", "heading", "item", "cell", "opaque")


class Block(NamedTuple):
    """A stretch of prose that is apart from its neighbours. `kind`: one of `KINDS`."""

    kind: str
    start: int
    end: int


def _block(kind: int, start: int, end: int) -> Block:
    return Block(KINDS[kind], start, end)


def no_blocks() -> "Rows[Block]":
    """Blocks, of which there are none yet. One is appended as the number of its kind, its start and its end."""
    return Rows(_block, "BQQ")


class Parsed(NamedTuple):
    """`blocks` in offsets of the prose, `verbatim` in offsets of the source; both ascending.

    `tops`: where in the source the blocks begin that are in no other, if the format nests any.
    """

    prose: "Prose"
    blocks: Rows[Block]
    verbatim: Sequence[Span]
    tops: Sequence[int]


Shape = tuple[Hashable, ...]


class Section(NamedTuple):
    """A top-level part of a source and what it is made of; `shape` says nothing of the prose in it.

    `places`: where in the source each thing of the shape begins, or ends if it is the end of another.
    """

    start: int
    end: int
    shape: Shape
    places: "array[int]"


class Format(Protocol):
    def parse(self, source: str, settings: Settings) -> Parsed:
        """Prose, blocks and verbatim spans of a source."""
        ...

    def sections(self, source: str) -> list[Section]:
        """The structure of a source, for comparing it before and after a fix; empty where there is none."""
        ...

    def loosened(self, shape: Shape, settings: Settings) -> Shape:
        """What of a shape must be conserved where paragraphs may be joined and page markers removed."""
        ...

    def keeps(self, old: str, new: str) -> bool:
        """Whether a source that got emphasis, headings, links or lists is otherwise the same."""
        ...


def load(name: str) -> Format:
    """The format of that name."""
    return cast(Format, import_module(f"wenlint.formats.{name}"))


def name_for(path: str, extensions: dict[str, str]) -> str | None:
    """The format's name for a path by its extension; None where none is known."""
    suffix = PurePath(path).suffix.lower()
    return extensions.get(suffix.removeprefix(".")) or EXTENSIONS.get(suffix)
