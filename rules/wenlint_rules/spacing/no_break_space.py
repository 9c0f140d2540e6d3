from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.search.patterns import sought
from wenlint.unicode.characters import CJK_MARKS, CLOSING_QUOTES, HAN, KANA, OPENING_QUOTES

WIDE = HAN + KANA + CJK_MARKS
SPACE = sought(rf"(?<=[{WIDE}{CLOSING_QUOTES}])\u00a0(?=[{WIDE}])|(?<=[{WIDE}])\u00a0(?=[{OPENING_QUOTES}])")


@rule(
    languages={"zh", "ja"},
    bad={
        "会议强调，要认真⟦\u00a0⟧总结经验。": "会议强调，要认真 总结经验。",
        "会议强调，⟦\u00a0⟧要认真总结。": "会议强调， 要认真总结。",
    },
    good=[
        "长\u00a010\u00a0km，图\u00a01，很好。",
        "\u00a0\u00a0\u00a0\u00a0会议强调",
        "姓名：\u00a0\u00a0\u00a0\u00a0张三",
        "用\u00a0Vue\u00a0写",
        "甲&nbsp;乙",
        "`甲\u00a0乙`",
        "“hello\u00a0world”",
    ],
    source="CLREQ 3.2",
)
def no_break_space(document: Document) -> Iterator[Finding]:
    """A no-break space (U+00A0) between Han or full-width marks.

    It looks like a space and is none to a search. Web pages and word processors leave it behind. Whether there
    should be a space at all is for the other rules to say.

    Rows of them, which indent or line up, and those beside digits and Latin letters, which hold a unit or a
    number to its word, are left alone.
    """
    for space in document.find(SPACE):
        yield replace(space.span(), " ", "a no-break space (U+00A0) in Chinese or Japanese")
