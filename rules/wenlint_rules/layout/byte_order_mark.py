import re
from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.search.patterns import lazy

#: At the beginning of a line: where a file began before it was put behind another.
MARKS = lazy("^\ufeff+", re.MULTILINE)


@rule(
    view="lines",
    needs="\ufeff",
    bad={
        "⟦\ufeff⟧甲说。\n\n⟦\ufeff\ufeff⟧乙说。": "甲说。\n\n乙说。",
        "one\n⟦\ufeff⟧two": "one\ntwo",
    },
    good=["甲说。\n", "甲\u200b说。", "甲\ufeff说。"],
    source="Unicode Standard, 23.8 Specials: Byte Order Mark",
)
def byte_order_mark(document: Document) -> Iterator[Finding]:
    """A byte-order mark inside a text, at the beginning of a line.

    It is left where files that bore one were put behind each other, and hides the word or the heading it stands before.
    The one with which a file begins is no part of its text and stays as it was; a second one beside it goes. In the
    middle of a line it is for `invisible-character` to judge.
    """
    for marks in MARKS.finditer(document.text):
        yield delete(marks.span(), "byte-order mark inside the text")
