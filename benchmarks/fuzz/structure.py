"""The structure of Markdown by a parser that the engine does not use."""

from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from benchmarks.fuzz.conserved import MARKER

Part = tuple[object, ...]


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shape(text: str, *, joined: bool) -> list[Part]:
    """Everything but prose, in order; `joined`: without the ends of paragraphs, which were the page's."""
    parts = list(_parts(_parser().parse(text)))
    return [part for part in parts if part[1] != "p"] if joined else parts


def _parts(tokens: Iterable[Token]) -> Iterator[Part]:
    for token in tokens:
        if token.type == "inline":
            yield from _parts(token.children or ())
        elif token.type not in ("text", "softbreak") and not MARKER.fullmatch(token.content.strip()):
            verbatim = token.content.replace("\r\n", "\n").rstrip("\n") if token.type != "image" else ""
            attributes = tuple(sorted((key, str(value)) for key, value in token.attrs.items() if key != "alt"))
            yield token.type, token.tag, token.info, verbatim, attributes
