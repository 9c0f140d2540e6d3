from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.search.patterns import lazy

ENDS = lazy(r"\r\n|\n|\r")
NAMES = {"\n": "LF", "\r\n": "CR LF", "\r": "CR"}


@rule(
    view="file",
    needs="\r",
    bad={"甲\r\n乙⟦\n⟧丙\r\n": "甲\r\n乙\r\n丙\r\n"},
    good=["甲\n乙\n", "甲\r\n乙\r\n"],
    source="Unicode Standard, 5.8 Newline Guidelines",
)
def line_ending(document: Document) -> Iterator[Finding]:
    """Line ends of more than one kind in one text.

    The kind that the text uses most is kept, whichever it is.
    """
    usual = document.newline
    for end in ENDS.finditer(document.text):
        if end[0] != usual:
            yield replace(end.span(), usual, f"{NAMES[end[0]]} where the text uses {NAMES[usual]}")
