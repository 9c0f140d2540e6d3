from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, rule
from wenlint.search.patterns import lazy, sought

END = r"(?:\r\n|\n|\r(?!\n))"
LEADING = lazy(rf"\A(?:[ \t\u3000]*{END})++(?=[ \t\u3000]*\S)")
#: The end of a line, the blank lines that are allowed, and what goes on to the next line with text.
TOO_MANY = sought(rf"(?<=\S)[ \t\u3000]*+{END}(?:[ \t\u3000]*+{END}){{2}}(?=[ \t\u3000]*+[\r\n])", in_source=True)
MORE = lazy(rf"(?:[ \t\u3000]*+{END})++(?=[ \t\u3000]*+\S)")


@rule(
    view="lines",
    bad={"⟦\n\n⟧# 标题\n\n\n⟦\n\n⟧正文": "# 标题\n\n\n正文"},
    good=["甲\n\n乙", "甲\n乙\n"],
    source="markdownlint MD012",
)
def blank_lines(document: Document) -> Iterator[Finding]:
    """More than two blank lines one after another, or blank lines at the beginning.

    One parts paragraphs and two may part sections; more are left from what was taken out.
    """
    text = document.text
    if leading := LEADING.match(text):
        yield edit(leading.span(), [Edit(*leading.span(), "")], "blank lines at the beginning")
    for lines in document.find_in_source(TOO_MANY):
        if more := MORE.match(text, lines.end()):
            yield edit(more.span(), [Edit(*more.span(), "")], "more than two blank lines")
