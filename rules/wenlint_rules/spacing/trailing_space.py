from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.search.patterns import sought

BLANKS = sought(r"(?<![ \t\u3000])(?<!\n--)(?:[ \t]|\u3000(?!\u3000))++(?=\r?\n|\r|\Z)", in_source=True)


@rule(
    view="lines",
    bad={"一行⟦ ⟧\n二行⟦ \t⟧\n\n三行⟦　⟧": "一行\n二行\n\n三行"},
    good=["一行\n二行\n", "　　缩进\n", "姓名：　　　　\n", "再见\n-- \n张三\n"],
    source="EditorConfig, trim_trailing_whitespace",
)
def trailing_space(document: Document) -> Iterator[Finding]:
    """White space at the end of a line.

    It is invisible, makes every comparison longer and breaks searches over line ends. Two spaces at
    the end of a line are a line break in Markdown and stay, and so does a row of ideographic spaces: a
    blank to fill in.
    """
    for blanks in document.find_in_source(BLANKS):
        yield delete(blanks.span(), "white space at the end of a line")
