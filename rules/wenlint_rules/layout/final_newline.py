from collections.abc import Iterator

from wenlint import Document, Finding, delete, insert, rule
from wenlint.search.patterns import lazy

END = r"(?:\r\n|\n|\r(?!\n))"
EXTRA = lazy(rf"(?<=\S)[ \t]*{END}((?:[ \t\u3000]*{END})+)\Z")


@rule(
    view="file",
    bad={"最后一行⟦⟧": "最后一行\n", "最后一行\n⟦\n\n⟧": "最后一行\n"},
    good=["最后一行\n", ""],
    source="POSIX.1-2017, 3.206 Line",
)
def final_newline(document: Document) -> Iterator[Finding]:
    """A text that does not end in exactly one line end.

    Without one, the next text that is put behind it begins on the same line.
    """
    text = document.text
    if text.strip() and text[-1] not in "\r\n":
        yield insert(len(text), document.newline, "no line end at the end of the text")
    elif extra := EXTRA.search(text, len(text.rstrip()) - 1 if text.strip() else len(text)):
        yield delete(extra.span(1), "blank lines at the end of the text")
