from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.numbering import label_end
from wenlint.search.patterns import sought

#: Two marks of which one is too many. After `？` and `！` a comma may be right: they may end a name.
PAIR = sought(
    r"[，。、；：？！](?<![，。、；：？！].)(?:(?<![？！])(?=[，。、；：？！])(.)|(?<=[？！])。)(?![，。、；：？！])"
)
#: From the weakest to the strongest: the stronger of two is kept.
STRENGTH = "、，：；。？！"
#: Where marks are the subject, they are meant.
ABOUT = sought("[标標][点點]|[逗句顿頓分冒问問叹嘆][号號]|正[则則]|字符")


@rule(
    languages={"zh"},
    unsafe={
        "他来了⟦，。⟧我走了⟦？。⟧": "他来了。我走了？",
        "甲⟦、，⟧乙⟦。，⟧丙⟦：，⟧丁⟦，！⟧": "甲，乙。丙：丁！",
    },
    good=[
        "他说：“好，走。”，我走了。", "真的？！", "好，，他", "好，。、他", "“，。”", "用，。分隔的标点", "雅虎！，好", "好。。。，他",
        "什么？、为什么？", "一、，甲", "《你好吗？》，好", "見「，。」二字", "そうです、。", "见 `，。` 吧", "，。", "好，\n。他", "他说：……。",
    ],
    source="GB/T 15834—2011, 5.1.2",
)  # fmt: skip
def mixed_marks(document: Document) -> Iterator[Finding]:
    """Two different marks where one is meant: `，。`, `？。`.

    One is left over from an edit. Which, only the author knows; the fix keeps the stronger and is not
    safe. `？！`, longer runs (a list of marks), a label's mark, and texts about marks are left alone.
    """
    prose = document.prose
    if not (pairs := list(document.find(PAIR))):
        return
    about = document.blocks_with(ABOUT)
    line, label = (0, -1), 0
    for pair in pairs:
        start, end = pair.span()
        if start > line[1]:
            line = document.line_at(start)
            label = label_end(prose, line[0])
        quoted = prose[start - 1 : start] in ("“", "「", "‘", "『", "（") or start == line[0]
        if prose[start] == prose[start + 1] or quoted or document.block_index(start) in about:
            continue
        if start >= label:
            kept = max(pair[0], key=STRENGTH.index)
            yield replace((start, end), kept, "“{0}”: one of the two is too many", Safety.UNSAFE)
