"""Markdown: CommonMark with tables, footnotes, math, front matter and the containers of VitePress.

pyromark (pulldown-cmark) gives every event its place in the source; this module only decides what a
reader sees of it.
"""

import re
import unicodedata
from array import array
from typing import Any

from wenlint.formats import KINDS, Parsed, commonmark, no_blocks, page_markers
from wenlint.formats.commonmark import OPAQUE, keeps, loosened, sections
from wenlint.formats.containers import Fences
from wenlint.formats.prose import ProseBuilder, Tie
from wenlint.formats.rows import spans
from wenlint.model.settings import Settings
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, HARD_BREAK, OBJECT

EMPHASIS = {"Emphasis", "Strong", "Strikethrough"}
INLINE = EMPHASIS | {"Link", "Image", "Superscript", "Subscript"}
#: What holds other blocks.
CONTAINERS = {"BlockQuote", "List", "Item", "FootnoteDefinition", "Table", "TableHead", "TableRow"}
NAMED = {"Heading": "heading", "Paragraph": "paragraph", "Item": "item", "TableCell": "cell"}
#: A line end with the prefix of the next line; markup that stands there, the end of a link, is no part of it.
LINE_BREAK = lazy(r"[^\S\r\n]*(?:(?:\r\n|\r|\n)[ \t\f\v>]*)+")
#: Between two blocks of one container: nothing but white space and quote prefixes.
PLAIN_GAP = lazy(r"[\s>]*")
LINE_BREAK_TAG = lazy(r"<br\s*/?>", re.IGNORECASE)

IS_HAN = lazy(f"[{HAN}]")
#: What may stand between a space and the first letter of the markup that follows it.
DELIMITERS = "*_~["


__all__ = ["keeps", "loosened", "parse", "sections"]


def parse(source: str, settings: Settings) -> Parsed:
    return _Reader(source, settings).read()


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


class _Reader:
    """Walks the events once and builds prose, blocks and verbatim spans."""

    def __init__(self, source: str, settings: Settings):
        self.source, self.settings = source, settings
        self.builder = ProseBuilder(source)
        self.blocks, self.verbatim = no_blocks(), spans()
        self.containers: list[tuple[str, int]] = [("", -1)]
        self.kind = "paragraph"
        self.began: int | None = None  # prose offset at which the open block began
        self.parent, self.parent_kind = ("", -1), ""  # container and kind of the block last closed
        self.pending: tuple[str, int, Tie] | None = None  # a line break, until what follows it is known
        self.opaque_until = 0
        self.spare_blank = -1  # source offset of a space that emphasis needs in order to close
        self.fences = Fences(source)

    def read(self) -> Parsed:
        tops, depth = array("Q"), 0
        for name, value, start, end in commonmark.events(self.source):
            if depth == 0:
                tops.append(start)
            depth += (name[0] == "+") - (name[0] == "-")
            if name[0] == "+":
                self._begin(name[1:], value, start, end)
            elif name[0] == "-":
                self._finish(name[1:], start, end)
            elif start >= self.opaque_until:
                self._inline(name, value, start, end)
        self._close()
        return Parsed(self.builder.build(), self.blocks, self.verbatim, tops)

    def _begin(self, name: str, value: Any, start: int, end: int) -> None:
        if start < self.opaque_until:
            return
        if name in OPAQUE:
            self._opaque_block(start, end)
        elif name in INLINE:
            self._begin_inline(name, value, start, end)
        else:
            self._close()
            if name in CONTAINERS:
                self.containers.append((name, start))
            self.kind = NAMED.get(name, self.kind)
            if name == "Paragraph" and self.containers[-1][0] == "Item":
                self.kind = "item"

    def _begin_inline(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Image" or (name == "Link" and value["link_type"] in ("Autolink", "Email")):
            self._place(start)
            self.builder.fixed(OBJECT, start, end)
            self.opaque_until = end
            return
        self._place(start)
        if self._blank_before_is_markup(name, start):
            self.builder.shorten()
            start -= 1
        self.builder.opens(start)

    def _finish(self, name: str, start: int, end: int) -> None:
        if name in INLINE:
            if end > self.opaque_until and self.began is not None:
                self.builder.closes(end)
                if self._blank_after_is_markup(name, end):
                    self.spare_blank = end
                    self.builder.closes(end + 1)
        elif name not in OPAQUE:
            self._close()
            if name in CONTAINERS:
                self.containers.pop()
                self.kind = "item" if name == "List" else "paragraph"

    def _inline(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Text":
            self._text(value, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self._line_break(name, start, end)
        elif name == "FootnoteReference":
            self._place(start)
            self.builder.closes(end)
        elif name == "Rule":
            self._opaque_block(start, end)
        elif name != "TaskListMarker":
            self._place(start)
            if name == "InlineHtml" and page_markers.is_marker(value, self.settings):
                self.builder.exact(start, end)
                return
            is_break = name == "InlineHtml" and LINE_BREAK_TAG.fullmatch(value)
            self.builder.fixed(HARD_BREAK if is_break else OBJECT, start, end)
            self.verbatim.append(start, end)

    def _text(self, text: str, start: int, end: int) -> None:
        if start == self.spare_blank:
            self.spare_blank, start, text = -1, start + 1, text[1:]
            if not text:
                return
        last = self.builder.last
        escaped = start > 0 and self.source[start - 1] == "\\" and (last is None or last.end < start)
        self._place(start - escaped)
        if self.fences.hold(start):
            self.builder.fixed(OBJECT, start, end)
        elif self.source[start:end] != text:
            self.builder.fixed(OBJECT, start, end)  # an entity: the reader sees another character
        elif escaped:
            self.builder.whole(text[0], start - 1, start + 1)
            if len(text) > 1:
                self.builder.exact(start + 1, end)
        else:
            self.builder.exact(start, end)

    def _line_break(self, name: str, start: int, end: int) -> None:
        if name == "HardBreak":
            self.pending = (HARD_BREAK, start, Tie.FIXED)
            self.verbatim.append(start, end)
        elif self.fences.hold(start) or self.fences.begin(end):
            self._close()
        else:
            self.pending = self.pending or ("\n", start, Tie.WHOLE)

    def _opaque_block(self, start: int, end: int) -> None:
        self._close()
        self.opaque_until = end
        text = self.source[start:end]
        marker = page_markers.is_marker(text.strip(), self.settings)
        kept = self.kind
        self.kind = "opaque"
        self._place(start)
        if marker:
            self.kind = "paragraph"
            self.builder.exact(start, start + len(text.rstrip()))
        else:
            self.builder.fixed(OBJECT, start, end)
            self.verbatim.append(start, end)
        self._close()
        self.kind = kept

    def _place(self, start: int) -> None:
        """Put what parts the prose so far from what begins at `start`."""
        if self.began is None:
            self.pending = None
            if self.builder.length:
                self._part(start)
            self.began = self.builder.length
        elif self.pending:
            text, begin, tie = self.pending
            self.pending = None
            around = LINE_BREAK.match(self.source, begin, start) if tie is Tie.WHOLE else None
            self._gap(text, begin, around.end() if around else start, tie is Tie.WHOLE)

    def _part(self, start: int) -> None:
        end = max(self.builder.last.end if self.builder.last else 0, self.builder.point or 0)
        joinable = (
            self.parent == self.containers[-1]
            and {self.kind, self.parent_kind} <= {"paragraph", "heading"}
            and self.kind != "heading"
            and PLAIN_GAP.fullmatch(self.source, end, start)
        )
        self._gap("\n\n", end, max(end, start), bool(joinable))

    def _gap(self, text: str, start: int, end: int, whole: bool) -> None:
        if whole and "\f" in self.source[start:end]:
            self.builder.exact(start, end)  # a page ends here, which the parser takes for white space
        elif whole:
            self.builder.whole(text, start, end)
        else:
            self.builder.fixed(text, start, end)

    def _close(self) -> None:
        self.pending = None
        self.spare_blank = -1
        if self.began is not None:
            self.blocks.append(KINDS.index(self.kind), self.began, self.builder.length)
            self.began = None
            self.parent, self.parent_kind = self.containers[-1], self.kind

    def _blank_before_is_markup(self, name: str, start: int) -> bool:
        """Whether the space before inline markup is there for the markup's sake.

        Emphasis that begins with a mark opens only after white space or another mark; and a space
        that sets Han in markup off from the Han before is the author's style, not part of the text.
        """
        last = self.builder.last
        if last is None or last.tie is not Tie.EXACT or last.end != start or self.source[start - 1] != " ":
            return False
        inside = start
        while inside < len(self.source) and self.source[inside] in DELIMITERS:
            inside += 1
        before, first = self.source[max(start - 2, 0)], self.source[inside : inside + 1]
        return bool(
            (name in EMPHASIS and first and _is_punctuation(first)) or (IS_HAN.match(before) and IS_HAN.match(first))
        )

    def _blank_after_is_markup(self, name: str, end: int) -> bool:
        """Whether the space after inline markup is there for the markup's sake; the mirror of the above."""
        last = self.builder.last
        if last is None or last.tie is not Tie.EXACT or self.source[end : end + 1] != " ":
            return False
        outside = end + 1
        while outside < len(self.source) and self.source[outside] in DELIMITERS:
            outside += 1
        final, after = self.source[last.end - 1], self.source[outside : outside + 1]
        return bool((name in EMPHASIS and _is_punctuation(final)) or (IS_HAN.match(final) and IS_HAN.match(after)))
