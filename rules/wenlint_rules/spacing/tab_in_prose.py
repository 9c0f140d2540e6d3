from collections.abc import Iterator
from itertools import islice

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.numbering import label_end
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, KANA

WIDE = HAN + KANA
#: A tab between two letters, or before a pause mark: no value of a table begins with one.
TAB = lazy(rf"(?<=[{WIDE}A-Za-z0-9])\t(?=[{WIDE}A-Za-z0-9])|(?<=[{WIDE}])\t(?=[，。、；][{WIDE}\n]|[，。、；]\Z)")
#: A tab with something on both sides of it.
INNER = sought(r"(?<=\S)\t(?=\S)")
#: The clause that a tab cuts has a mark on both sides in its line.
CLAUSE = lazy("[，。；！？]")
NEAR = 200  # how far from a tab a mark is looked for, in code points


@rule(
    languages={"zh", "ja"},
    bad={"会议认为，要认真总结经验⟦\t⟧，扎实推动工作。": "会议认为，要认真总结经验，扎实推动工作。"},
    unsafe={
        "会议认为，要认真⟦\t⟧总结经验，扎实推动工作。": "会议认为，要认真总结经验，扎实推动工作。",
        "我们认为，用 Vue⟦\t⟧写程序，很好。": "我们认为，用 Vue 写程序，很好。",
    },
    good=[
        "你好。\tHello.",
        "我喜欢这部电影，很好看。\tpositive\n我不喜欢，难看。\tnegative",
        "苹果\t一种水果，很好吃。",
        "甲，好吃\t乙，难吃，好\n丙，好吃\t丁，难吃，好",
        "甲，乙\t丙，丁\t戊，己。",
        "\t会议认为，很好。",
        "第一条\t为了总结经验，推动工作。",
        "1.\t会议认为，很好。",
        "我\t，\t你",
        "`会，甲\t乙，好`",
    ],
    source="CLREQ 3.2",
)
def tab_in_prose(document: Document) -> Iterator[Finding]:
    """A tab inside a sentence.

    It is as wide as the screen likes. A tab parts values, too, so only one that stands alone in its text and
    cuts a clause of running text is a finding; the fix is safe only before a pause mark.
    """
    prose = document.prose
    tabs = [tab.start() for tab in islice(document.find(INNER), 2)]
    if len(tabs) != 1 or not TAB.match(prose, at := tabs[0]):
        return
    line, end = document.line_at(at)
    if at <= label_end(prose, line):
        return
    if CLAUSE.search(prose, max(line, at - NEAR), at) and CLAUSE.search(prose, at, min(end, at + NEAR)):
        before_mark = CLAUSE.match(prose, at + 1) or prose[at + 1] == "、"
        wide = not prose[at - 1].isascii() and not prose[at + 1].isascii()
        safety = Safety.SAFE if before_mark else Safety.UNSAFE
        yield replace((at, at + 1), "" if wide else " ", "a tab inside a sentence", safety)
