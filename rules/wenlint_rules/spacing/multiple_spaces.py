from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CHINESE, KANA

GAP = sought(r"(?<=[^\s。！？；\ufffc|])  (?=[^\s\ufffc|])")
SENTENCE = lazy("[。！？；，]")
WIDE = lazy(f"[{CHINESE}{KANA}]")
#: Marks of a list or a numbered label, after which more than one space is an indent.
LABEL = lazy(r"\s*(?:[-*+•●·]|[（(]?[0-9A-Za-z]{1,3}[.)）、]|第[^\s，。]{1,9})\Z")


@rule(
    languages={"zh", "ja", "ko"},
    bad={"我们用 Vue⟦  ⟧和 React 写程序，很好。": "我们用 Vue 和 React 写程序，很好。"},
    good=[
        "姓名  年龄  籍贯\n张三  20    北京",
        "- 第一项，  \n- 第二项。",
        "1.  第一项，很好。",
        "`a  b`，很好。",
        "主任  张三，副主任  李四。",
    ],
    source="CLREQ 3.2",
)
def multiple_spaces(document: Document) -> Iterator[Finding]:
    """Two spaces inside a sentence where one will do.

    Only a single gap of this kind in a line of running text, beside Latin letters, is taken for a slip.
    Several in a line, and longer gaps, are columns; between Han they part names and fields.
    """
    prose = document.prose
    lines: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for gap in document.find(GAP):
        lines.setdefault(document.line_at(gap.start()), []).append(gap.span())
    for (start, end), gaps in lines.items():
        at, stop = gaps[0]
        both_wide = WIDE.match(prose, at - 1) and WIDE.match(prose, stop)
        if len(gaps) > 1 or both_wide or LABEL.match(prose, start, at) or not SENTENCE.search(prose, start, end):
            continue
        yield replace((at, stop), " ", "two spaces where one will do")
