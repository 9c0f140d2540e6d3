"""What pyromark (pulldown-cmark) makes of Markdown: its events with their places, and its structure."""

import re
from collections.abc import Hashable
from typing import Any

import pyromark

from wenlint import pages
from wenlint.formats import Section, Shape
from wenlint.settings import Settings

_ = pyromark.Options
OPTIONS = (
    _.ENABLE_TABLES
    | _.ENABLE_FOOTNOTES
    | _.ENABLE_STRIKETHROUGH
    | _.ENABLE_TASKLISTS
    | _.ENABLE_MATH
    | _.ENABLE_GFM
    | _.ENABLE_HEADING_ATTRIBUTES
    | _.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | _.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
#: Blocks whose content is not prose.
OPAQUE = {"CodeBlock", "HtmlBlock", "MetadataBlock"}

Event = tuple[str, Any, int, int]


def _frozen(value: Any) -> Hashable:
    return value if isinstance(value, str | int | bool | None) else repr(value)


def events(source: str) -> list[Event]:
    """Events as (name, value, start, end): `+Name` begins, `-Name` ends, offsets are code points.

    pulldown-cmark ends a line at a line feed or a carriage return alike, so no line end is touched.
    """
    raw: list[Event] = []
    for event, where in pyromark.events_with_range(source, options=OPTIONS):
        name, value = _unpacked(event)
        if name in ("Start", "End"):
            sign = "+" if name == "Start" else "-"
            name, value = _unpacked(value)
            name = sign + name
        raw.append((name, value, where["start"], where["end"]))
    if source.isascii():
        return raw
    points = _code_points(source.encode(), {offset for event in raw for offset in event[2:]})
    return [(name, value, points[start], points[end]) for name, value, start, end in raw]


def _unpacked(event: Any) -> tuple[str, Any]:
    """pyromark writes an event as a name, or as a mapping of the name to what belongs to it."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


def _code_points(data: bytes, offsets: set[int]) -> dict[int, int]:
    """The code point offset of each byte offset."""
    points, byte, point = {}, 0, 0
    for offset in sorted(offsets):
        point += len(data[byte:offset].decode())
        byte = offset
        points[offset] = point
    return points


def sections(source: str) -> list[Section]:
    found: list[Section] = []
    shape: list[Hashable] = []
    depth, begin, opaque = 0, 0, 0
    heading: list[str] | None = None
    every = events(source)
    targets = {value["dest_url"] for name, value, _, _ in every if name == "+Link"}
    for name, value, start, end in every:
        closes = name.startswith("-")
        if name.startswith("+"):
            begin = start if depth == 0 else begin
            depth += 1
            opaque += name[1:] in OPAQUE
            heading = [] if name == "+Heading" else heading
        elif closes:
            depth -= 1
            opaque -= name[1:] in OPAQUE
        if opaque and name == "Text":
            # Line ends are not the code's own, nor is whether the last one is there.
            shape.append((name, value.replace("\r\n", "\n").rstrip("\n") if isinstance(value, str) else value))
        elif name != "Text":
            shape.append((name, _frozen(value)))
        if heading is not None and name in ("Text", "Code"):
            heading.append(value)
        if name == "-Heading" and heading is not None:
            if (anchor := "#" + _slug("".join(heading))) in targets:
                shape.append(("anchor", anchor))
            heading = None
        if depth == 0:
            found.append(Section(begin if closes else start, end, tuple(shape)))
            shape = []
    return found


def _slug(heading: str) -> str:
    """The anchor that GitHub and most generators make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def loosened(shape: Shape, settings: Settings) -> Shape:
    loose = {"+Paragraph", "-Paragraph", "SoftBreak", "+HtmlBlock", "-HtmlBlock"}
    return tuple(
        item
        for item in shape
        if not isinstance(item, tuple)
        or (item[0] not in loose and not ("Html" in item[0] and pages.is_marker(item[1].strip(), settings)))
    )
