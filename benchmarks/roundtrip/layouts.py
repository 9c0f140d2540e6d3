"""The layouts: what the pages look like that the texts are printed on."""

from dataclasses import dataclass
from typing import Literal

#: A running head or foot: what stands on odd and on even pages. {title} is the text's, {chapter} the last
#: heading's, {page} and {pages} the number of the page and of all pages.
Running = tuple[str, str]
NOTHING: Running = ("", "")


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout. Lengths are millimetres, `size` is points."""

    name: str
    page: tuple[int, int]
    margin: int
    size: float
    #: "indent": the first line of a paragraph by two em; "space": a gap between paragraphs.
    paragraphs: Literal["indent", "space"]
    justified: bool = True
    columns: int = 1
    head: Running = NOTHING
    foot: Running = NOTHING
    #: How page numbers are written, in the terms of typst: "1", "i".
    numbers: str = "1"
    notes: bool = False


def both(running: str) -> Running:
    """The same on odd and on even pages."""
    return running, running


A4, A5, POCKET = (210, 297), (148, 210), (105, 148)

LAYOUTS = (
    Layout("a4-office", A4, 28, 16, "indent", foot=both("— {page} —")),
    Layout(
        "a4-report",
        A4,
        30,
        12,
        "space",
        justified=False,
        head=both("{title}"),
        foot=both("第 {page} 页 共 {pages} 页"),
        notes=True,
    ),
    Layout("a5-book", A5, 18, 10.5, "indent", head=("{chapter}", "{title}"), foot=both("{page}")),
    Layout("a5-notes", A5, 20, 11, "space", foot=both("{page}"), numbers="i", notes=True),
    Layout("pocket", POCKET, 12, 9.5, "indent", justified=False, foot=("{title} {page}", "{page} {chapter}")),
    Layout("two-columns", A4, 20, 10, "indent", columns=2, head=both("{title}"), foot=both("- {page} -"), notes=True),
    Layout("narrow-columns", A5, 12, 9, "space", columns=3, foot=both("· {page} ·")),
)
