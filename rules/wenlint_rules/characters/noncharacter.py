from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import sought
from wenlint.unicode.character_names import named

PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
#: U+FFFE between letters or at a line's end is a hyphen that was lost: see lost-hyphen.
NONCHARACTER = sought(f"(?:(?<![A-Za-z])\ufffe|\ufffe(?![A-Za-z\r\n]|\\Z)|[\uffff\ufdd0-\ufdef\ud800-\udfff{PLANES}])+")


@rule(
    reported=["中⟦\uffff⟧文，⟦\ufdd0⟧好⟦\U0001ffff⟧", "⟦\ufffe⟧中文"],
    good=["regis\ufffeter", "中文，好", "`\uffff`"],
    notation=True,
    source="Unicode Standard, 23.7 Noncharacters",
)
def noncharacter(document: Document) -> Iterator[Finding]:
    """A code point that is no character and never will be: U+FFFF, U+FDD0 to U+FDEF, half of a surrogate pair.

    Programs use them for themselves, and what they stood for is not known to anybody else. U+FFFE may also be the
    byte-order mark of a text that was read from the wrong end.
    """
    for run in document.find(NONCHARACTER):
        yield report(run.span(), named(run[0]) + " is no character")
