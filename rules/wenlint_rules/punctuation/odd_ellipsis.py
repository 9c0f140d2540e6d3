from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import ellipses, ellipsis, usual
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CLOSERS, CLOSING_QUOTES, HAN, LINE_ENDS

#: What the ellipsis stands behind. Behind a comma it stands for the members of a series, as in `1，2，…，n`.
BEFORE = f"{HAN}{CLOSERS}{CLOSING_QUOTES}"
AFTER = rf"[{HAN}，。、；：？！“‘《「『{CLOSERS}{CLOSING_QUOTES}]|[ ]?[{LINE_ENDS}]|\Z"
#: Three or six are dots of an ellipsis; another number may be an ellipsis and a stop.
DOTS = sought(rf"(?<=[{BEFORE}])(。{{3,7}}|(?:・{{3}}){{1,2}}|(?:·{{3}}){{1,2}}|…{{3}})(?={AFTER})")
#: Before what closes it may be the name of a menu: `“打开…”`.
SINGLE = sought(rf"(?<=[{BEFORE}。！？])…(?=[{HAN}，。！？“‘《「『]|[ ]?[{LINE_ENDS}]|\Z)")
#: Before a number they lead to a page or a price.
LONG = sought("(?<!…)……(?!…|[ ]?[0-9])")
#: A sentence: elsewhere dots may lead to a page number or a price, and one `…` may be a button's.
SENTENCE, NEAR = lazy("[，。；！？]"), 200  # how far it is looked for, in code points
#: Where marks or buttons (`点右上角···`) are the subject, they are meant.
ABOUT = sought("[点點][击擊选選开開按]|右[上下]角|按[钮鈕]|菜[单單]|選單|(?:省略|[删刪][节節]|句)[号號]|[标標][点點]")


@rule(
    languages={"zh"},
    bad={
        "好吧⟦。。。⟧他走了⟦。。。。。。⟧": "好吧……他走了……",
        "他说，好吧⟦・・・⟧再见⟦······⟧走了⟦………⟧好": "他说，好吧……再见……走了……好",
        "好……他，" * 10 + "你⟦…⟧走了。": "好……他，" * 10 + "你……走了。",
    },
    unsafe={
        "好吧⟦。。。。⟧": "好吧……", "他说，好吧⟦···⟧": "他说，好吧……", "宫保鸡丁⟦………⟧二十元": "宫保鸡丁……二十元",
        "好……他走了，又来⟦…⟧走了。": "好……他走了，又来……走了。",
    },
    good=[
        "好…他走了。", "1，2，…，n", "从甲、乙、…、癸", "好……点击“打开…”，走", "好…………走", "总则………1", "目录··········3",
        "。。。", "好，，，", "省略号不写作。。。也不写作・・・吧。", "好。。他", "うーん・・・そうですか。。。", "Loading… 好……了",
        "摩尔斯码···是", "点右上角···，选择分享。", "好……" * 12 + "\n\n点击…按钮，走。", "见 `。。。`，好", "……他来了，好……",
    ],
    source="GB/T 15834—2011, 4.11; CLREQ 3.1.2",
    disputed="CLREQ has two U+2026, the Unicode Standard U+22EF; many user interfaces write one `…`.",
)  # fmt: skip
def odd_ellipsis(document: Document) -> Iterator[Finding]:
    """Stops, middle dots, or one or three `…` standing for the Chinese ellipsis `……`.

    It is six dots in two squares, unless `style.ellipsis` is `single` or `ignore`. One `…` is a finding where `……`
    is asked for or written more often; in a series (`1，2，…，n`) and as a button's name (`“打开…”`) it is left alone.

    The fix is safe for three or six dots, and for one `…` where the document nearly always writes two. Dots that
    lead to a number, four `…` (a passage left out) and texts about marks are left alone.
    """
    prose, style = document.prose, document.settings.style.ellipsis
    if (right := ellipsis(style, document)) is None:
        return
    about = document.blocks_with(ABOUT)
    message = f"“{{0}}” stands for “{right}”"
    for dots in document.find(DOTS):
        start, end = dots.span()
        running = _is_running(document, start, end)  # elsewhere middle dots are a code or a leader
        goes_on = prose[end : end + 1] == prose[start] or (prose[start] == "·" and not running)
        if not goes_on and document.block_index(start) not in about:
            sure = len(dots[0]) in (3, 6) and (prose[start] == "。" or (running and dots[0] != "···"))
            yield replace((start, end), right, message, Safety.SAFE if sure else Safety.UNSAFE)
    counts = ellipses(document)
    mostly = style == "double" or counts["double"] >= counts["single"] > 0
    for dots in document.find(LONG) if style == "single" else document.find(SINGLE) if mostly else ():
        start, end = dots.span()
        if prose[start - 1 : start] != "…" and document.block_index(start) not in about:
            running = style == "single" or _is_running(document, start, end)
            sure = running and (style != "consistent" or usual(counts) == "double")
            yield replace((start, end), right, message, Safety.SAFE if sure else Safety.UNSAFE)


def _is_running(document: Document, start: int, end: int) -> bool:
    """Whether the line around a span is a sentence."""
    begin, stop = document.line_at(start)
    text = document.prose[max(begin, start - NEAR) : start] + document.prose[end : min(stop, end + NEAR)]
    return SENTENCE.search(text) is not None
