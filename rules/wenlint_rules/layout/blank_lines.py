import re
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, rule

END = r"(?:\r\n|\n|\r(?!\n))"
LEADING = re.compile(rf"\A(?:[ \t\u3000]*{END})+(?=[ \t\u3000]*\S)")
#: Group 1 is what is left: the end of the line before, and the blank lines that are allowed.
TOO_MANY = {
    limit: re.compile(rf"({END}(?:[ \t\u3000]*{END}){{{limit}}})((?:[ \t\u3000]*{END})+)(?=[ \t\u3000]*\S)")
    for limit in (1, 2)
}


@rule(
    view="lines",
    needs="\n\r",
    bad={"⟦\n\n⟧# 标题\n\n\n⟦\n\n⟧正文": "# 标题\n\n\n正文"},
    good=["甲\n\n乙", "甲\n乙\n"],
    formats={"plain", "markdown"},
    source="markdownlint MD012",
)
def blank_lines(document: Document) -> Iterator[Finding]:
    """More blank lines than part one paragraph from the next, or blank lines at the beginning.

    One is enough in Markdown, where more mean nothing; in plain text two may part sections.
    """
    text = document.text
    if leading := LEADING.match(text):
        yield edit(leading.span(), [Edit(*leading.span(), "")], "blank lines at the beginning")
    for lines in TOO_MANY[1 if document.format == "markdown" else 2].finditer(text):
        yield edit(lines.span(2), [Edit(*lines.span(2), "")], "more blank lines than one paragraph needs from the next")
