from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import (
    BLANKS,
    CLOSERS,
    CLOSING_QUOTES,
    HAN,
    HANGUL,
    KANA,
    OPENERS,
    OPENING_QUOTES,
    PAUSES,
    STOPS,
)

from wenlint_rules.markup.emphasis_delimiters import Run, literal_pairs

BEGINS = lazy(f"[{HAN}{KANA}{HANGUL}{OPENERS}{OPENING_QUOTES}]")
ENDS = lazy(f"[{HAN}{KANA}{HANGUL}{CLOSERS}{CLOSING_QUOTES}{STOPS}{PAUSES}]")


@rule(
    formats={"markdown"},
    unsafe={
        "⟦** 注意 **⟧：先看这里。": "**注意**：先看这里。",
        "这是⟦** 粗体**⟧文字": "这是**粗体**文字",
        "这是⟦**粗体 **⟧文字": "这是**粗体**文字",
    },
    good=[
        "**注意**：先看 **这里** 和 **那里**。",
        "甲 ** 乙 ** 丙",
        "用 ** 和 ** 包起来，在Markdown里** 粗 **不行",
        "2 ** 3 ** 4，x** 2 **y",
        "`** 粗体 **`和$a** b **c$",
        r"\*\* 注意 \*\*",
        "f(x, **甲, **乙)",
        "单价* 数量 *税率",
        "* 甲\n* 乙 *",
    ],
    source="CommonMark 6.2, left-flanking and right-flanking delimiter runs",
    restructures=True,
)
def space_in_emphasis(document: Document) -> Iterator[Finding]:
    """A space right inside the stars of emphasis, which keeps them stars: `** 粗体 **`.

    Machine translation writes such spaces. Only `**` in pairs on one line around Chinese, Japanese or
    Korean counts; with spaces on all sides it may be a power, and text about stars is left alone.
    """
    prose = document.prose
    for opening, closing in literal_pairs(document):
        inside = prose[opening.end : closing.start]
        kept = inside.strip(BLANKS)
        if kept == inside or opening.end - opening.start < 2 or not _is_meant(kept, opening, closing):
            continue
        begin = opening.end + len(inside) - len(inside.lstrip(BLANKS))
        spans = ((opening.end, begin), (begin + len(kept), closing.start))
        edits = [Edit(start, end, "") for start, end in spans if start < end]
        yield edit(
            (opening.start, closing.end), edits, "“{0}” is not rendered as emphasis: a space is in it", Safety.UNSAFE
        )


def _is_meant(kept: str, opening: Run, closing: Run) -> bool:
    if not kept or not BEGINS.match(kept) or not ENDS.match(kept[-1]):
        return False
    if opening.after.isspace() and closing.before.isspace():
        outside = (opening.before, closing.after)
        return "\n" in outside or not all(character.isspace() for character in outside)
    # A space on one side only: the stars on the other must be able to do what they are for, and no list goes on.
    return (opening.opens or closing.closes) and kept[-1] not in PAUSES and not opening.before.isspace()
