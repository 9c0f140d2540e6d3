"""What pyromark (pulldown-cmark) makes of Markdown: its events with their places, and its structure."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from itertools import accumulate
from typing import Any

import pyromark

from wenlint.formats import Section, Shape, page_markers
from wenlint.model.settings import Settings
from wenlint.search.patterns import lazy

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

#: What a fix may add where it makes markup of what was text, and what goes or comes with it.
ADDED = {"Emphasis", "Strong", "Strikethrough", "Heading", "Link", "List", "Item"}
CHANGED = {"Paragraph", "SoftBreak"}
#: The characters that such markup is made of, full-width as some type them. They are no part of what is said.
SYNTAX = lazy(r"[\s\u2028*_~#>+\-\[\]().＊＿～＃＞＋－［］（）．]+")
NUMBER = lazy(r"[ \t]*([0-9]+)[.)]")
WIDE_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}

LONE_RETURN = lazy(r"\r(?!\n)")
#: The bytes of UTF-8 with which no character begins, and at how many bytes the characters before are counted.
CONTINUES, STEP = bytes(range(0x80, 0xC0)), 64

Event = tuple[str, Any, int, int]


def _frozen(value: Any) -> Hashable:
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return value if isinstance(value, int | bool | None) else repr(value)


def events(source: str) -> Iterator[Event]:
    """Events as (name, value, start, end): `+Name` begins, `-Name` ends, offsets are code points.

    For pulldown-cmark a carriage return by itself ends a line but does not end a heading, so it gets line feeds.
    """
    point = _code_points(source)
    read = LONE_RETURN.sub("\n", source) if "\r" in source else source
    every: Any = pyromark.events_with_range(read, options=OPTIONS)
    open_spans: list[tuple[int, int]] = []  # an end has the span of its start
    byte = known = 0  # where the last event ended or, if it opened something, began; most go on there
    for event, where in every:
        name, value = _unpacked(event)
        if name == "End":
            kind, value = _unpacked(value)
            yield (f"-{kind}", value, *open_spans.pop())
            continue
        start = known if where["start"] == byte else point(where["start"])
        end = point(where["end"])
        if name == "Start":
            kind, value = _unpacked(value)
            name = f"+{kind}"
            open_spans.append((start, end))
            byte, known = where["start"], start
        else:
            byte, known = where["end"], end
        yield name, value, start, end


def _unpacked(event: Any) -> tuple[str, Any]:
    """pyromark writes an event as a name, or as a mapping of the name to what belongs to it."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


def _code_points(text: str) -> Callable[[int], int]:
    """Says which code point begins at a byte of the UTF-8 of a text."""
    if text.isascii():
        return int
    data = text.encode()
    steps = (data[at : at + STEP].translate(None, CONTINUES) for at in range(0, len(data), STEP))
    counts = array("Q", accumulate(map(len, steps), initial=0))

    def point(offset: int) -> int:
        step = offset // STEP
        return counts[step] + len(data[step * STEP : offset].translate(None, CONTINUES))

    return point


def sections(source: str) -> list[Section]:
    found: list[Section] = []
    shape: list[Hashable] = []
    places = array("Q")
    known: dict[Hashable, Hashable] = {}  # most items are there many times
    depth, begin, opaque = 0, 0, 0
    heading: list[str] | None = None
    verbatim = ""  # what came last, if it was a piece of code or of HTML
    anchors: list[tuple[int, Hashable]] = []  # of the headings, by their sections
    targets: set[str] = set()
    for name, value, start, end in events(source):
        item: Hashable = None
        closes = name.startswith("-")
        if name.startswith("+"):
            begin = start if depth == 0 else begin
            depth += 1
            opaque += name[1:] in OPAQUE
            heading = [] if name == "+Heading" else heading
            if name == "+Link":
                targets.add(value["dest_url"])
        elif closes:
            depth -= 1
            opaque -= name[1:] in OPAQUE
        if name == "Html" or (opaque and name == "Text"):
            # A carriage return cuts an event in two. Whether the last line end is there is no part of code.
            if verbatim and (name == "Text" or verbatim[-1] != "\n"):
                shape.pop()
                places.pop()
                value = verbatim + value
            verbatim = value
            item = (name, value.rstrip("\n"))
        elif name != "Text":
            if name == "Code" and "\r" in source[start:end]:
                value = value.replace("  ", " ")  # a carriage return and a line feed were made a space each
            item = (name, _frozen(value))
            verbatim = ""
        if item:
            shape.append(known.setdefault(item, item))
            places.append(end if closes else start)
        if heading is not None and name in ("Text", "Code"):
            heading.append(value)
        if name == "-Heading" and heading is not None:
            anchors.append((len(found), "#" + _slug("".join(heading))))
            heading = None
        if depth == 0:
            found.append(Section(begin if closes else start, end, tuple(shape), places))
            shape, places = [], array("Q")
    for index, anchor in anchors:
        if anchor in targets:
            section = found[index]
            section.places.append(section.end)
            found[index] = section._replace(shape=(*section.shape, ("anchor", anchor)))
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
        or (item[0] not in loose and not ("Html" in item[0] and page_markers.is_marker(item[1].strip(), settings)))
    )


def keeps(old: str, new: str) -> bool:
    """Whether all that is said is the same in the same order, with all code, HTML and tables, and no markup is lost."""
    return _said(old) == _said(new) and _markup(old) <= _markup(new)


def _markup(source: str) -> Counter[Hashable]:
    """What a fix may add to but not take from: with the targets of links, and the anchors that links name."""
    items = (item for section in sections(source) for item in section.shape if isinstance(item, tuple))
    return Counter(item for item in items if item[0].lstrip("+-") in {*ADDED, "anchor"})


def _said(source: str) -> list[Hashable]:
    """Text without what is syntax, the targets of links and the numbers of items where they stand, and all else."""
    said: list[Hashable] = []
    texts: list[str] = []
    links: list[str] = []
    opaque = 0

    def put(item: Hashable) -> None:
        said.append(SYNTAX.sub("", "".join(texts)).translate(WIDE_DIGITS))
        said.append(item)
        texts.clear()

    for name, value, start, end in events(source):
        kind = name.lstrip("+-")
        opaque += (name[0] == "+") - (name[0] == "-") if kind in OPAQUE else 0
        if name == "Text" and not opaque:
            texts.append(value)
        elif name == "+Link":
            links.append(value["dest_url"] + value["title"])
        elif name == "-Link":
            texts.append(links.pop())
        elif name == "+Item" and (number := NUMBER.match(source, start, end)):
            texts.append(number[1])
        elif kind not in ADDED and kind not in CHANGED:
            put((name, value.replace("\r\n", "\n").rstrip("\n") if name == "Text" else _frozen(value)))
    put("")
    return said
