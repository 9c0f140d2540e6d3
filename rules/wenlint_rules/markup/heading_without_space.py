import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, insert, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HANGUL, KANA, PAUSES, STOPS

#: A whole line; a heading neither ends in a mark nor holds other tags, and is not longer than this.
LINE = sought(r"^(#{1,6})(?![#\s])([^\n#]{1,60}?)(?:[ ]+#+)?(?=\n|\Z)", re.MULTILINE)
LETTER = lazy(f"[{HAN}{KANA}{HANGUL}]")
ENDS_OTHERWISE = lazy(rf"[{PAUSES}{STOPS}]\Z")
#: What begins a line of a program, a colour, a number of a floor.
OTHER = lazy(r"[!\[{(/\\|+$%]|include|define|import|region|endregion|if|pragma|[0-9]+(?![.、．])")


@rule(
    view="lines",
    formats={"markdown"},
    unsafe={
        "##⟦⟧标题\n\n正文。": "## 标题\n\n正文。",
        "正文。\n###⟦⟧1.2 小节\n正文。": "正文。\n### 1.2 小节\n正文。",
        "#⟦⟧标题\n\n## 小节\n\n正文。": "# 标题\n\n## 小节\n\n正文。",
    },
    good=[
        "## 标题\n\n正文",
        "#日记\n\n今天很好。",
        "#日记 #心情\n\n## 小节",
        "今天很好。\n\n#日记\n\n## 小节",
        "#话题#\n\n## 小节",
        "正文。\n#1楼说得对",
        "`##标题`\n\n```\n##标题\n```\n",
        "##[错误] 失败\n\n##!命令",
        r"\##标题",
        "写成##标题是不对的。",
        "##这一行是一句话，写完了。",
        "# 标题\n\n#标签",
    ],
    source="CommonMark 4.2, ATX headings",
    restructures=True,
)
def heading_without_space(document: Document) -> Iterator[Finding]:
    """A heading without a space after its number signs, which stays text: `##标题`.

    One number sign before a word is a tag in many programs; it counts only at the very beginning of a text
    that has further headings and none of the first level.
    """
    starts = [document.parsed.prose.to_source(b.start, b.end)[0] for b in document.blocks if b.kind == "heading"]
    levels = {document.text[max(start - 3, 0) : start] for start in starts}
    first = bool(levels) and all(level.endswith("## ") for level in levels)
    for line in document.find(LINE):
        block = document.block_at(line.start())
        title = line[2]
        if block.kind != "paragraph" or OTHER.match(title) or not LETTER.search(title) or ENDS_OTHERWISE.search(title):
            continue
        if len(line[1]) == 1 and (line.start() > 0 or line.end() < block.end or not first or " " in title):
            continue
        start, end = document.parsed.prose.to_source(*line.span(1))
        if document.text[start:end] == line[1] and _begins_line(document.text, start):
            yield insert(end, " ", "a heading needs a space after its number signs", Safety.UNSAFE)


def _begins_line(text: str, offset: int) -> bool:
    """Whether nothing but the marks of quotations stands before an offset in its line."""
    while offset and text[offset - 1] in " >":
        offset -= 1
    return offset == 0 or text[offset - 1] == "\n"
