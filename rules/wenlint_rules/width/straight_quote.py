import re
from bisect import bisect_left
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.document.convention import wanted
from wenlint.document.pairs import scan
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CHINESE, HAN, LINE_ENDS, OBJECT

#: After a digit a quote is an inch, after `=` `[` `,` or a name's `(` a program's.
EDGE = rf"{CHINESE}{OBJECT}\s:;!?"
OPENING = lazy(rf"(?:(?<=[{EDGE}'])|(?<=[{HAN}]\()|(?<![^\n]))\"(?=\S)")
CLOSING = lazy(rf"(?<=\S)\"(?=[{EDGE},.)']|[{LINE_ENDS}]|\Z)")
#: Single quotes only right around Han: between letters they are apostrophes, beside digits feet.
SINGLE = lazy(rf"(?<![\w'=(\[,])'(?=[{HAN}“‘《])[^'\n]{{1,100}}(?<=[{CHINESE}!?.])'(?![A-Za-z0-9'])", re.ASCII)
ANY, INSIDE, NEAR = sought("[\"']"), lazy(f"[{HAN}]"), 200  # what a pair must hold, and how far in it is looked for
#: A key before its value, a command, or a record: what stands in such a line is no quotation.
KEY = lazy(r"[ \t]*(?:[-+*] )?[\"']?[\w.-]{1,40}[\"']?[ \t]*[:=]|[ \t$>]*[a-z][\w./ -]{0,40}[\"']", re.ASCII)
RECORD = lazy(r"[\"'],[ ]?[\"']|[\"'][ ]?:[ ]|[=\\]\"|</?[a-z]|[{};]$", re.MULTILINE)
CURLY, CORNER = "“”‘’", "「」『』"


@rule(
    languages={"zh"},
    needs="\"'",
    unsafe={
        '坚持⟦"两个维护"⟧，他说:⟦"你好吗?"⟧': "坚持“两个维护”，他说:“你好吗?”",
        "所谓⟦'老虎'⟧，“他说⟦'走吧'⟧就走”": "所谓‘老虎’，“他说‘走吧’就走”",
        "這是「兩個維護⟦'說法'⟧」，他說⟦'來了'⟧": "這是「兩個維護『說法』」，他說「來了」",
    },
    good=[
        "坚持“两个维护”",
        '24"显示器和27"显示器，他身高5\'10"吧',
        "it's 中文，rock 'n' roll，他的 don't 和 can't",
        '见 `"中文"` 和 <b title="中文">甲</b>，print("你好")',
        'title: "中文标题"\n字段为"甲","乙","丙"\necho "你好"',
        '设 x = "你好"，引号只有一个"在这里',
        '他说 "hello" 吧',
        'そう"言葉"ですね',
    ],
    source="GB/T 15834—2011, 4.8; CLREQ 3.1.2",
)
def straight_quote(document: Document) -> Iterator[Finding]:
    """Straight quotes `"…"` around Chinese, where it has `“…”` or `「…」`.

    A keyboard cannot tell the opening quote from the closing one. The marks are those that the document
    uses, else `「」` in traditional and `“”` in simplified Chinese; `style.quotes` may say which. Since who
    wrote `"` may have meant it, the fix is never safe.

    Inches, feet, apostrophes, programs, records, quotations in Latin and an odd quote are left alone.
    """
    prose, style = document.prose, document.settings.style.quotes
    if style == "ignore":
        return
    right = wanted(style, {"curly": prose.count("“"), "corner": prose.count("「")})
    usual = "corner" if document.language.startswith("zh-Hant") else "curly"
    marks = CORNER if (right or usual) == "corner" else CURLY
    lines: dict[tuple[int, int], list[int]] = {}
    for quote in document.find(ANY):
        lines.setdefault(document.line_at(quote.start()), []).append(quote.start())
    within = scan(document, ("「“", "」”")).pairs
    for line, quotes in lines.items():
        if KEY.match(prose, *line) or RECORD.search(prose, *line):
            continue
        doubles = [quote for quote in quotes if prose[quote] == '"']
        for start, end in zip(doubles[::2], doubles[1::2], strict=False) if len(doubles) % 2 == 0 else ():
            edges = OPENING.match(prose, start) and CLOSING.match(prose, end)
            if edges and INSIDE.search(prose, start, min(end, start + NEAR)):
                yield _pair(start, end, marks[:2])
        for start in quotes:
            if single := SINGLE.match(prose, start):
                index = bisect_left(within, (start, 0)) - 1
                inner = bisect_left(doubles, start) % 2 or (index >= 0 and within[index][1] > start)
                yield _pair(start, single.end() - 1, marks[2:] if inner or marks == CURLY else marks[:2])


def _pair(start: int, end: int, marks: str) -> Finding:
    edits = [Edit(start, start + 1, marks[0]), Edit(end, end + 1, marks[1])]
    return edit((start, end + 1), edits, f"straight quotes around Chinese stand for {marks}", Safety.UNSAFE)
