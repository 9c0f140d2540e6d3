"""What pyromark (pulldown-cmark) makes of Markdown: its events with their places, and its structure."""

from collections.abc import Hashable
from typing import Any

import pyromark

from wenlint import pages
from wenlint.formats import Section

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
    depth, begin, verbatim = 0, 0, 0
    for name, value, start, end in events(source):
        opens, closes = name.startswith("+"), name.startswith("-")
        if opens:
            if depth == 0:
                begin = start
            depth += 1
            verbatim += name[1:] in OPAQUE
        elif closes:
            depth -= 1
            verbatim -= name[1:] in OPAQUE
        if name != "Text" or verbatim:
            shape.append((name, _frozen(value)))
        if depth == 0:
            found.append(Section(begin if closes else start, end, tuple(shape)))
            shape = []
    return found


def loosened(shape: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    loose = {"+Paragraph", "-Paragraph", "SoftBreak", "+HtmlBlock", "-HtmlBlock"}
    return tuple(
        item
        for item in shape
        if isinstance(item, tuple)
        and item[0] not in loose
        and not (item[0] == "Html" and pages.MARKER.fullmatch(str(item[1]).strip()))
    )
