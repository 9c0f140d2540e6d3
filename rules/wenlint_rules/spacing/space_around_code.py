from collections.abc import Iterator

from wenlint import Document, Finding, delete, insert, rule
from wenlint.document.convention import wanted
from wenlint.search.patterns import sought
from wenlint.unicode.characters import HAN, KANA, OBJECT

WIDE = HAN + KANA
#: Group 1 or 2 is the space, if there is one, between Han or kana and something opaque.
PLACE = sought(rf"(?<=[{WIDE}])([ ]?)(?={OBJECT})|(?<={OBJECT})([ ]?)(?=[{WIDE}])")


@rule(
    languages={"zh", "ja"},
    formats={"markdown"},
    needs="`",
    default=False,
    bad={
        "用 `a` 和 `b` 和 `c` 和 `d` 和 `e` 写，用⟦⟧`f` 写": "用 `a` 和 `b` 和 `c` 和 `d` 和 `e` 写，用 `f` 写",
        "用`a`和`b`和`c`和`d`和`e`写，用⟦ ⟧`f`写": "用`a`和`b`和`c`和`d`和`e`写，用`f`写",
    },
    good=[
        "用 `a`写，用`b` 写。",
        "用 `a` 和 `b` 和 `c` 和 `d` 和 `e` 和 `f`，好。",
        "用 `a` 和 `b` 和 `c` 和 `d` 和 `e` 和<br>好![图](u)好&amp;好<b>好</b>。",
        "- `a` 甲\n- `b` 乙\n- `c` 丙",
        "用 `a` 和 `b` 和 `c` 和 `d` 和 `e`\n写。",
    ],
    source="中文文案排版指北",
    disputed="AutoCorrect puts a space beside code always, the style guide of the Japan Translation Federation none between scripts.",
)
def space_around_code(document: Document) -> Iterator[Finding]:
    """A space between Han and code in a line where the document nearly always writes none, or the reverse.

    Both are good style. What a document does in nine of ten places is its convention; `style.cjk-latin-space`
    may also be `always`, `never` or `ignore`. Images, tags and entities are left alone.
    """
    places: list[tuple[int, int]] = []
    for place in document.find(PLACE):
        start, end = place.span(1 if place[1] is not None else 2)
        at = end if place[1] is not None else start - 1
        if document.text[document.parsed.prose.to_source(at, at + 1)[0]] == "`":
            places.append((start, end))
    spaced = sum(end > start for start, end in places)
    right = wanted(document.settings.style.cjk_latin_space, {"always": spaced, "never": len(places) - spaced})
    for start, end in places:
        if right == "always" and start == end:
            yield insert(start, " ", "no space between Han and code")
        elif right == "never" and start < end:
            yield delete((start, end), "space between Han and code")
