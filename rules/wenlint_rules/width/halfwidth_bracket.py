from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, replace, rule
from wenlint.document.convention import wanted
from wenlint.document.numbering import NUMERAL
from wenlint.document.pairs import ROUND, scan, scan_in
from wenlint.document.width_folding import width_was_folded
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CHINESE, HAN

FULL, HALF, HALF_MARK = "（）", "()", sought("[()]")
HAN_LETTER, CHINESE_MARK = lazy(f"[{HAN}]"), lazy(f"[{CHINESE}]")
#: A bracket right after Latin letters is a call, an index or a unit: `f(x)`.
WORD = lazy(r"[A-Za-z0-9_)\]]")
#: The number of an item, `（一）`, has its own form.
NUMBER = lazy(f"（[{NUMERAL}]{{1,4}}）")
PLACES, NEAR = 4, 200  # from so many pairs on a width may be a convention; how far into a pair Han are looked for


@rule(
    languages={"zh"},
    bad={
        "第三条 （以下简称条例⟦)⟧规定，⟦(⟧试行）办法。": "第三条 （以下简称条例）规定，（试行）办法。",
        "（一）（二）（三）（四）（五）（六）（七）（八）（九）在⟦(十)⟧后。": "（一）（二）（三）（四）（五）（六）（七）（八）（九）在（十）后。",
        "甲,乙,丙,丁⟦(戊)⟧己。": "甲,乙,丙,丁（戊）己。",
        "毒品,指:\n⟦(一)⟧甲;\n⟦(二)⟧乙,\n⟦(三)⟧丙,\n⟦(四)⟧丁。": "毒品,指:\n（一）甲;\n（二）乙,\n（三）丙,\n（四）丁。",
    },
    good=[
        "调用 foo(中文) 和 `add(甲)`。", "重量(kg)，见 (a, b)。", "（一）总则（二）分则", "[链接](https://example.com/中文)",
        "你好(世界)吧。", "（包括1)甲项、2)乙项）好，（今天很开心:)）", "1) 第一项，a) 甲，:) 好", "そう(負荷)です",
    ],
    source="GB/T 15834—2011, 4.9; CLREQ 3.1.2",
    disputed="limae makes the full-width brackets around Chinese half-width.",
)  # fmt: skip
def halfwidth_bracket(document: Document) -> Iterator[Finding]:
    """Half-width brackets around Chinese, and pairs of which one is full-width and the other is not.

    A pair is judged as a whole. In a mixed pair one half shows what the other was. A half-width pair
    around Chinese is a matter of taste unless the document nearly always writes full-width ones, or
    its commas were folded too; then it is a departure.

    `style.brackets` may be `fullwidth`, `halfwidth` or `ignore`. Calls such as `f(甲)`, English, units and numbers
    of a list are left alone.
    """
    prose, style = document.prose, document.settings.style.brackets

    def around_han(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(a, b) for a, b in pairs if HAN_LETTER.search(prose, a, min(b, a + NEAR))]

    around = around_han(scan_in(document, document.blocks_with(HALF_MARK), ROUND).pairs)
    narrow = [pair for pair in around if _is(prose, pair, HALF) and _is_chinese(prose, *pair)]
    if style == "consistent" and width_was_folded(document):
        style = "fullwidth"  # what the text does is the damage's doing, not its convention
    asked = style == "halfwidth" or (narrow and style == "consistent")  # how the others are written
    wide = [pair for pair in around_han(scan(document, ROUND).pairs) if _is(prose, pair, FULL)] if asked else []
    right = wanted(style, {"fullwidth": len(wide), "halfwidth": len(narrow)}, PLACES)
    marks = HALF if style == "halfwidth" else FULL
    for start, end in around:
        if not _is(prose, (start, end), HALF) and not _is(prose, (start, end), FULL):
            at, mark = (start, marks[0]) if prose[start] != marks[0] else (end, marks[1])
            yield replace((at, at + 1), mark, f"“{{0}}” is paired with a bracket of the other width: “{mark}”")
    for start, end in narrow if right == "fullwidth" else wide if style == "halfwidth" else ():
        if right == "fullwidth" or not NUMBER.match(prose, start):
            edits = [Edit(start, start + 1, marks[0]), Edit(end, end + 1, marks[1])]
            yield edit((start, end + 1), edits, f"“{marks}” are the brackets around Chinese here")


def _is(prose: str, pair: tuple[int, int], marks: str) -> bool:
    return prose[pair[0]] + prose[pair[1]] == marks


def _is_chinese(prose: str, start: int, end: int) -> bool:
    before, after = prose[max(start - 1, 0) : start], prose[end + 1 : end + 2]
    edges = (prose[start + 1], prose[end - 1])
    return (
        not WORD.match(before)
        and after != "("
        and all(CHINESE_MARK.match(edge) for edge in edges)
        and bool(CHINESE_MARK.match(before) or CHINESE_MARK.match(after))
    )
