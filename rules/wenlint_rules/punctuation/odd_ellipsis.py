import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.characters import CLOSERS, CLOSING_QUOTES, HAN, LINE_ENDS
from wenlint.convention import usual

#: What the ellipsis stands behind. Behind a comma it stands for the members of a series, as in `1，2，…，n`.
BEFORE = f"{HAN}{CLOSERS}{CLOSING_QUOTES}"
AFTER = rf"[{HAN}，。、；：？！“‘《「『{CLOSERS}{CLOSING_QUOTES}]|[ ]?[{LINE_ENDS}]|\Z"
#: Three or six are dots of an ellipsis; another number may be an ellipsis and a stop.
DOTS = re.compile(rf"(?<=[{BEFORE}])(。{{3,7}}|(?:・{{3}}){{1,2}}|(?:·{{3}}){{1,2}}|…{{3}})(?={AFTER})")
#: Before what closes it may be the name of a menu: `“打开…”`.
SINGLE = re.compile(rf"(?<=[{BEFORE}。！？])…(?=[{HAN}，。！？“‘《「『]|[ ]?[{LINE_ENDS}]|\Z)")
ONE, TWO = re.compile("(?<!…)…(?!…)"), re.compile("(?<!…)……(?!…)")
#: A sentence: elsewhere dots may lead to a page number or a price, and one `…` may be a button's.
SENTENCE, NEAR = re.compile("[，。；！？]"), 200  # how far it is looked for, in code points
#: Where marks or buttons (`点右上角···`) are the subject, they are meant.
ABOUT = re.compile(
    "点[击选开按]|點[擊選開按]|右[上下]角|按[钮鈕]|菜[单單]|選單|省略[号號]|句[号號]|[标標][点點]|删节号|刪節號"
)


@rule(
    languages={"zh"},
    needs="。・·…",
    bad={
        "好吧⟦。。。⟧他走了⟦。。。。。。⟧": "好吧……他走了……",
        "他说，好吧⟦・・・⟧再见⟦······⟧走了⟦………⟧好": "他说，好吧……再见……走了……好",
        "好……他，" * 10 + "你⟦…⟧走了。": "好……他，" * 10 + "你……走了。",
    },
    unsafe={
        "好吧⟦。。。。⟧": "好吧……",
        "他说，好吧⟦···⟧": "他说，好吧……",
        "宫保鸡丁⟦………⟧二十元": "宫保鸡丁……二十元",
        "好……他走了，又来⟦…⟧走了。": "好……他走了，又来……走了。",
    },
    good=[
        "好…他走了。", "1，2，…，n", "从甲、乙、…、癸", "好……点击“打开…”，走", "好…………走", "总则………1", "目录··········3",
        "。。。", "好，，，", "省略号不写作。。。也不写作・・・吧。", "好。。他", "うーん・・・そうですか。。。", "Loading… 好……了",
        "摩尔斯码···是", "点右上角···，选择分享。", "好……" * 12 + "\n\n点击…按钮，走。", "见 `。。。`，好", "……他来了，好……",
    ],
    source="GB/T 15834—2011, 4.11; CLREQ 3.1.2",
)  # fmt: skip
def odd_ellipsis(document: Document) -> Iterator[Finding]:
    """Stops, middle dots, or one or three `…` standing for the Chinese ellipsis `……`.

    The ellipsis is six dots in two squares. A single `…` is a finding only where the configuration asks
    for `……`, or the document writes that more often; it is left alone in a series (`1，2，…，n`) and
    before what closes, where it may be a button's name (`“打开…”`).

    The fix is safe for three or six dots in a row, and for one `…` where the document nearly always
    writes two. Dots that lead to a number, four `…` (a passage left out) and texts about marks are left
    alone.
    """
    prose, style = document.prose, document.settings.style.ellipsis
    about = {document.block_index(mention.start()) for mention in ABOUT.finditer(prose)}
    for dots in DOTS.finditer(prose):
        start, end = dots.span()
        if prose[end : end + 1] == prose[start] or document.block_index(start) in about:
            continue
        line = document.line_at(start)
        running = SENTENCE.search(prose, max(line[0], start - NEAR), start) or SENTENCE.search(
            prose, end, min(line[1], end + NEAR)
        )
        sure = len(dots[0]) in (3, 6) and (prose[start] == "。" or (running and dots[0] != "···"))
        if prose[start] == "·" and not running:  # a code, a leader
            continue
        yield replace((start, end), "……", "“{0}” stands for “……”", Safety.SAFE if sure else Safety.UNSAFE)
    counts = {"single": len(ONE.findall(prose)), "double": len(TWO.findall(prose))}
    mostly = style == "double" or (style == "consistent" and counts["double"] >= counts["single"] > 0)
    for dot in SINGLE.finditer(prose) if mostly else ():
        start = dot.start()
        if prose[start - 1] == "…" or document.block_index(start) in about:
            continue
        line = document.line_at(start)
        running = SENTENCE.search(prose, max(line[0], start - NEAR), min(line[1], start + NEAR))
        sure = running and (style == "double" or usual(counts) == "double")
        yield replace(dot.span(), "……", "“{0}” stands for “……”", Safety.SAFE if sure else Safety.UNSAFE)
