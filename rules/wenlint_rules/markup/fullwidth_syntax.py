import re
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, replace, rule
from wenlint.search.patterns import lazy, sought

#: A number sign alone is a tag or a number; with a blank, or more than one of it, it makes a heading.
HEADING = sought(r"^(＃{1,6}[ \u3000]+|＃{2,6})(?=[^\s＃#][^\n＃#]{0,60}$)", re.MULTILINE)
LINK = sought(
    r"(?<![!！\]］])([［\[])[^［\[\]］\n]{1,100}([］\]])([（(])(?:https?://|\.{1,2}/|#)[^\s（）()<>]{1,200}([）)])"
)
ASCII = str.maketrans("［］（）", "[]()")
NUMBER = lazy(r"([0-9０-９]{1,2})(．(?![0-9０-９])[ \u3000]?|[.][ ]|[.](?=[^\s0-9]))")
LINE = lazy(r"^[^\n]*$", re.MULTILINE)


@rule(
    view="lines",
    formats={"markdown"},
    unsafe={
        "⟦＃＃⟧标题\n\n⟦＃ ⟧标题\n\n正文": "## 标题\n\n# 标题\n\n正文",
        "见⟦［链接］（https://a.cn/b）⟧和⟦[链接]（./c.md）⟧。": "见[链接](https://a.cn/b)和[链接](./c.md)。",
        "⟦１．甲项\n２．乙项⟧": "1. 甲项\n2. 乙项",
    },
    good=[
        "# 标题\n\n见[链接](https://a.cn/b)。\n\n1. 甲项\n2. 乙项",
        "＃标签 ＃标签\n\n＃1",
        "［注］（见第3页）",
        "［1］https://a.cn，（https://a.cn）",
        "`［链接］（https://a.cn）`",
        "１．甲项",
        "１．甲项\n\n２．乙项",
        "１．５倍\n２．５倍",
        "第３．１节",
        "甲[^1]（https://a.cn）\n\n[^1]: 注",
    ],
    source="CommonMark 4.2, 5.2 and 6.3",
    restructures=True,
)
def fullwidth_syntax(document: Document) -> Iterator[Finding]:
    """Markdown written with full-width characters, which stays text: `＃＃标题`, `［链接］（url）`, `１．`.

    `＃` right before a word is a tag. Brackets count where an address stands in the second pair.
    Numbers count where they follow each other on the lines of one paragraph, which runs them together; in
    paragraphs of their own they are read as they were meant.
    """
    prose, to_source = document.prose, document.parsed.prose.to_source
    for heading in document.find(HEADING):
        if document.block_at(heading.start()).kind == "paragraph":
            signs = "#" * heading[0].count("＃") + " "
            yield replace(to_source(*heading.span()), signs, "full-width “＃” makes no heading", Safety.UNSAFE)
    for link in document.find(LINK):
        if any(link[group] in "［］（）" for group in range(1, 5)):
            edits = [Edit(*to_source(*link.span(n)), link[n].translate(ASCII)) for n in range(1, 5)]
            yield edit(to_source(*link.span()), edits, "full-width brackets make no link", Safety.UNSAFE)
    for block in document.blocks:
        if block.kind == "paragraph" and NUMBER.match(prose, block.start):
            numbers = [NUMBER.match(prose, line.start()) for line in LINE.finditer(prose, block.start, block.end)]
            known = [number for number in numbers if number]
            right = [int(number[1]) for number in known] == [*range(1, len(numbers) + 1)] and len(known) > 1
            if right and any(not number[0].isascii() for number in known):
                edits = [Edit(*to_source(*number.span()), f"{int(number[1])}. ") for number in known]
                span = to_source(block.start, block.end)
                yield edit(span, edits, "full-width numbers make no list", Safety.UNSAFE)
