from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.search.patterns import sought
from wenlint.unicode.characters import HAN

OPENING, CLOSING = "（《〈「『【〔“‘", "）》〉」』】〕”’"
#: What is written into the box of a question.
ANSWER = "[A-Za-z0-9√×✓✗✔✘○]"
SPACE = sought(
    rf"[ ](?:(?<=[（《〈「『【〔] )(?=[^\s{CLOSING}])(?!{ANSWER} ?）)|(?<=[“‘] )(?=[{HAN}])"
    rf"|(?<=[^\s{OPENING}] )(?<!（ {ANSWER} )(?=[）》〉」』】〕])|(?<=[{HAN}] )(?=[”’])"
    rf"|(?<=\( )(?=[{HAN}][^()\n]*\))|(?<=[{HAN}] )(?=\)))"
)


@rule(
    languages={"zh"},
    bad={
        "（⟦ ⟧中文⟦ ⟧）和《⟦ ⟧书名⟦ ⟧》": "（中文）和《书名》",
        "他说“⟦ ⟧好⟦ ⟧”": "他说“好”",
        "函数(⟦ ⟧中文⟦ ⟧)": "函数(中文)",
    },
    good=["答案是（ ），选（  ）。（ √ ）好，（ A ）好", "（中文）", "中文 “hello” 好", "说 ‘ok’ 吗"],
    source="CLREQ 3.1.6",
)
def space_inside_bracket(document: Document) -> Iterator[Finding]:
    """A space right inside a bracket or quote: `（ 文 ）`.

    A full-width bracket brings its own white. An empty pair is a blank to fill in and stays.
    """
    for space in document.find(SPACE):
        yield delete(space.span(), "space inside a bracket or quote")
