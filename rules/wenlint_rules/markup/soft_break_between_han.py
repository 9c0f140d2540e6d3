from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, rule
from wenlint.document.numbering import begins_with_label
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CLOSERS, HAN, KANA, OPENERS, PAUSES, STOPS

WIDE = HAN + KANA + PAUSES + STOPS
LINE_END = sought(rf"(?<=[{WIDE}{CLOSERS}])[ \t]*\n[ \t]*(?=[{WIDE}{OPENERS}])")
FIELD = lazy(rf"[{HAN}{KANA}]{{1,8}}[：:]")
MARK = lazy(f"[{PAUSES}{STOPS}]")
#: Lines shorter than this, in code points, may be verse, names or an address; so far marks are looked for.
RUNNING, NEAR = 20, 200


@rule(
    languages={"zh", "ja"},
    needs="\n\r",
    formats={"markdown"},
    bad={
        "我们要扎实推动学习教育的常态化长效化，不断巩固⟦\n⟧拓展教育成果，推动工作。": "我们要扎实推动学习教育的常态化长效化，不断巩固拓展教育成果，推动工作。",
        "> 我们要扎实推动学习教育的常态化长效化，不断巩固，⟦\n> ⟧拓展教育成果，推动工作。": "> 我们要扎实推动学习教育的常态化长效化，不断巩固，拓展教育成果，推动工作。",
    },
    unsafe={"床前明月光，⟦\n⟧疑是地上霜。": "床前明月光，疑是地上霜。"},
    good=[
        "第一段。\n\n第二段。",
        "第一行。  \n第二行。\\\n第三行。",
        "我们要扎实推动学习教育的常态化长效化，不断使用\nVue 写",
        "姓名：张三\n职务：经理",
        "我们要做好下面这几项工作，各单位要认真落实：\n（一）加强领导；\n（二）落实责任。",
        "```\n甲\n乙\n```",
    ],
    source="CSS Text 4.1.3, Segment Break Transformation Rules; CLREQ",
    disputed="CommonMark keeps the line end, which browsers show as a space; CSS Text and Pandoc's `east_asian_line_breaks` drop it.",
    default=False,
    reshapes=True,
)
def soft_break_between_han(document: Document) -> Iterator[Finding]:
    """A line end inside a paragraph between two Han, which most browsers show as a space.

    The fix is safe in running text; short lines, or lines without a mark, may be verse, names or an address,
    and there it is not. Numbered lines and fields (`姓名：`) keep to themselves.
    """
    prose = document.prose
    for gap in document.find(LINE_END):
        if begins_with_label(prose, gap.end()) or FIELD.match(prose, gap.end()):
            continue
        start = document.line_at(gap.start())[0]
        end = document.line_at(gap.end())[1]
        runs = gap.start() - start >= RUNNING and MARK.search(prose, max(start, gap.start() - NEAR), gap.start())
        runs = runs and MARK.search(prose, gap.end(), min(end, gap.end() + NEAR))
        same = document.block_index(gap.start() - 1) == document.block_index(gap.end())
        if same:
            yield delete(gap.span(), "browsers show this line end as a space", Safety.SAFE if runs else Safety.UNSAFE)
