"""The texts, and the one truth about each: the list of its paragraphs.

A text is a file `GENRE.LANGUAGE.md` in a small part of Markdown; anything else in it is an error. Blocks are
parted by blank lines:

    # heading        one to three #
    paragraph        one line
    - item, 1. item  one line each, the lines one below another
    verse\\           lines that end with a backslash, but the last
    > caption        of a figure
    [^1]: note       to the mark [^1] in a line before; marks count up from 1

Within a line there are `code`, **strong** and the marks of notes, and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("zh-Hans", "zh-Hant", "ja")

Kind = Literal["heading", "text", "item", "verse", "caption", "note"]
#: Piece of a line: what it is and what is written there.
Piece = tuple[Literal["plain", "code", "strong", "mark"], str]

HEAD = re.compile(r"(#{1,3}) (.+)")
ITEM = re.compile(r"(-|\d+\.) (.+)")
NOTE = re.compile(r"\[\^(\d+)\]: (.+)")
INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\[\^(\d+)\]")
#: What is left where a line was not understood.
MARKUP = re.compile(r"[`*\\\[\]<>]|^(?:#|- |>)")
#: How a bullet looks on paper.
BULLET = "•"


class TextError(Exception):
    """A text is not written as the module says. Names the file and the block."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, line of verse, heading or note. `label`: of an item or a note; `level`: of a heading."""

    kind: Kind
    pieces: tuple[Piece, ...]
    label: str = ""
    level: int = 0

    def text(self, notes: bool) -> str:
        """What a reader sees, with or without the marks of notes."""
        words = "".join(words for kind, words in self.pieces if notes or kind != "mark")
        return f"{self.label} {words}" if self.label else words


@dataclass(frozen=True)
class Text:
    """A whole text. `name`: the file's without its ending."""

    name: str
    language: str
    blocks: tuple[Paragraph, ...]

    @cached_property
    def title(self) -> str:
        return self.blocks[0].text(notes=False)

    @cached_property
    def notes(self) -> dict[str, Paragraph]:
        return {block.label: block for block in self.blocks if block.kind == "note"}

    def truth(self, notes: bool) -> list[str]:
        """The paragraphs, in the order in which they are read; each note after the paragraph that names it."""
        return [block.text(notes) for block in self.blocks if notes or block.kind != "note"]


def load(folder: Path = FOLDER) -> list[Text]:
    """All texts of a folder, by name."""
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise TextError(f"{folder}: there are no texts (*.md)")
    return [_read(path) for path in paths]


def _read(path: Path) -> Text:
    language = path.stem.rpartition(".")[2]
    if language not in LANGUAGES:
        raise TextError(f"{path.name}: name it GENRE.LANGUAGE.md, the language one of {', '.join(LANGUAGES)}")
    return parse(path.stem, language, path.read_text("utf-8"))


def parse(name: str, language: str, source: str) -> Text:
    """A text from its markup. Raises TextError."""
    blocks: list[Paragraph] = []
    for number, block in enumerate(source.strip("\n").split("\n\n"), 1):
        try:
            blocks += _block(block.strip("\n").split("\n"))
        except ValueError as error:
            raise TextError(f"{name}: block {number}: {error}: {block[:20]}") from error
    if not blocks or blocks[0].kind != "heading":
        raise TextError(f"{name}: it begins with no heading")
    marks = [words for block in blocks for kind, words in block.pieces if kind == "mark"]
    labels = [block.label for block in blocks if block.kind == "note"]
    if not marks == labels == [str(number) for number in range(1, len(marks) + 1)]:
        raise TextError(f"{name}: the marks {marks} and the notes {labels} don't match")
    return Text(name, language, tuple(blocks))


def _block(lines: list[str]) -> Iterator[Paragraph]:
    first = lines[0]
    if ITEM.fullmatch(first):
        for line in lines:
            if not (item := ITEM.fullmatch(line)):
                raise ValueError("a line of the list is no item")
            yield Paragraph("item", _pieces(item[2]), BULLET if item[1] == "-" else item[1])
    elif first.endswith("\\"):
        for number, line in enumerate(lines, 1):
            last = number == len(lines)
            if line.endswith("\\") == last:
                raise ValueError("all lines of verse but the last end with a backslash")
            yield Paragraph("verse", _pieces(line.removesuffix("\\")))
    elif len(lines) > 1:
        raise ValueError("a paragraph is one line")
    elif head := HEAD.fullmatch(first):
        yield Paragraph("heading", _pieces(head[2]), level=len(head[1]))
    elif note := NOTE.fullmatch(first):
        yield Paragraph("note", _pieces(note[2]), note[1])
    elif first.startswith("> "):
        yield Paragraph("caption", _pieces(first[2:]))
    else:
        yield Paragraph("text", _pieces(first))


def _pieces(line: str) -> tuple[Piece, ...]:
    if not line:
        raise ValueError("more than one blank line")
    pieces: list[Piece] = []
    at = 0
    for match in INLINE.finditer(line):
        pieces.append(("plain", line[at : match.start()]))
        code, strong, mark = match.groups()
        pieces.append(("code", code) if code else ("strong", strong) if strong else ("mark", mark))
        at = match.end()
    pieces.append(("plain", line[at:]))
    if any(kind == "plain" and MARKUP.search(words) for kind, words in pieces) or line != line.strip():
        raise ValueError("markup that is not known here")
    return tuple(piece for piece in pieces if piece[1])
