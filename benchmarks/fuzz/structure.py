"""The structure of Markdown by a parser that the engine does not use."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from benchmarks.fuzz.conserved import MARKER

Part = tuple[object, ...]
#: What the two parsers read differently: footnotes, tasks, mathematics, containers, front matter, templates, what follows
#: the definition of a link at once, a `>` after four blanks, which begins no quotation (CommonMark 5.1) but does here, and
#: a tag before a blank that is none of ASCII, which is no line of HTML (4.6) but is one here.
UNJUDGED = re.compile(
    r"\[\^|\[[ xX]\]|\$|:::|^\+\+\+|\A---|\{[{%]|\]:|^(?: {4}|\t)\s*>|>[^\S \t\r\n]|<[^>\n]*[\v\f\x1c-\x1f\x85]",
    re.MULTILINE,
)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def kept(old: str, new: str, markers: Iterable[str]) -> bool:
    """Whether two texts have the same structure, as far as that can be judged: everything but prose, in order.

    Where there were page markers, paragraphs may have been joined: their ends were the page's.
    """
    before, after = (list(_parts(_parser().parse(text))) for text in (old, new))
    if "\f" in old or MARKER.search(old) or any(re.search(marker, old, re.IGNORECASE) for marker in markers):
        before, after = ([part for part in parts if part[1] != "p"] for parts in (before, after))
    return before == after or UNJUDGED.search(old) is not None


def _parts(tokens: Iterable[Token]) -> Iterator[Part]:
    for token in tokens:
        if token.type == "inline":
            yield from _parts(token.children or ())
        elif token.type not in ("text", "softbreak") and not MARKER.fullmatch(token.content.strip()):
            verbatim = token.content.replace("\r\n", "\n").rstrip("\n") if token.type != "image" else ""
            verbatim = verbatim.rstrip() if token.type == "html_block" else verbatim
            attributes = tuple(sorted((key, str(value)) for key, value in token.attrs.items() if key != "alt"))
            yield token.type, token.tag, token.info, verbatim, attributes
