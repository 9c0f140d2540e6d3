from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, rule
from wenlint.patterns import lazy

END = r"(?:\r\n|\n|\r(?!\n))"
LEADING = lazy(rf"\A(?:[ \t\u3000]*{END})++(?=[ \t\u3000]*\S)")
#: Group 1 is what is taken out, after the end of the line before and the blank lines that are allowed.
TOO_MANY = lazy(rf"(?<=\S)[ \t\u3000]*+{END}(?:[ \t\u3000]*+{END}){{2}}((?:[ \t\u3000]*+{END})++)(?=[ \t\u3000]*+\S)")


@rule(
    view="lines",
    needs="\n\r",
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
    for lines in TOO_MANY.finditer(text):
        yield edit(lines.span(1), [Edit(*lines.span(1), "")], "more than two blank lines")
