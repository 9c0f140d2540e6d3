import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.characters import (
    CJK_MARKS,
    CLOSERS,
    CLOSING_QUOTES,
    HAN,
    LINE_ENDS,
    OBJECT,
    OPENERS,
    OPENING_QUOTES,
)
from wenlint.prints import dots_for_stops

FULL = str.maketrans(",:;!?", "，：；！？")
#: A mark after Han, or after what closes a phrase in Han, is the sentence's own.
AFTER_HAN = f"[{HAN}{CLOSERS}{CLOSING_QUOTES}％…]"
#: After a digit, a letter, code or a straight quote it is so only where Han follow without a space:
#: English and numbers write a space or go on in their own characters.
AFTER_OTHER = rf"[A-Za-z0-9%+\"'`)\]{OBJECT}]"
MARK = re.compile(
    rf"(?<={AFTER_HAN})[,:;!?]{{1,3}}(?=[ ]{{0,2}}(?:[{HAN}{OPENERS}{OPENING_QUOTES}{CJK_MARKS}A-Za-z0-9\"'({OBJECT}]"
    rf"|[{LINE_ENDS}]|\Z))"
    rf"|(?<={AFTER_OTHER})[,:;!?](?=[{HAN}])"
)
#: An open bracket right after a name: what follows are the arguments of a call.
CALL = re.compile(r"[A-Za-z_]\w*\([^()\n]*\Z")


@rule(
    languages={"zh"},
    needs=",:;!?",
    bad={
        "会议认为⟦,⟧在全党开展⟦;⟧好": "会议认为，在全党开展；好",
        "坚定“四个自信”⟦,⟧做到《条例》⟦:⟧好": "坚定“四个自信”，做到《条例》：好",
        "你好⟦!⟧ 真的吗⟦?!⟧": "你好！ 真的吗？！",
        "价格⟦:⟧100元⟦,⟧共3个⟦;⟧": "价格：100元，共3个；",
        "使用 `code`⟦,⟧然后用Vue⟦,⟧后面": "使用 `code`，然后用Vue，后面",
    },
    unsafe={"他来了. 我走了⟦,⟧你也走了. 大家都走了.": "他来了. 我走了，你也走了. 大家都走了."},
    good=[
        "人口1,234万，比例为3:1，时间10:30。",
        "他说 Wi-Fi, Bluetooth 都行。",
        "表情 :smile:中文，中文:smile:",
        "见 http://中文.com/a,b 和 a@b.cn。",
        "按 Ctrl+, 打开，用 add(a,中) 求和。",
        "He said, hello; 你好。",
        "そうです,はい",
    ],
    source="GB/T 15834—2011; CLREQ 3.1.2",
)
def halfwidth_mark(document: Document) -> Iterator[Finding]:
    """Half-width `, : ; ! ?` standing for the full-width marks of Chinese.

    PDF extractors, NFKC and ftfy fold `，` to `,`; some authors type it. A mark after Han, or after
    a quote or bracket that closes, belongs to the Chinese sentence.

    The fix is safe unless `.` stands for `。` as well: whoever wrote that had no Chinese marks at
    all, and `,` may have been `、`.

    Numbers, times, addresses, emoji codes, key bindings and the arguments of a call are left alone,
    and so is English.
    """
    prose = document.prose
    doubtful = dots_for_stops(prose)
    for mark in MARK.finditer(prose):
        if mark[0] in (",,", ",,,", "::", ":::", ";;") or CALL.search(
            prose, *_line_before(document, mark.start())
        ):
            continue
        safety = Safety.UNSAFE if doubtful and "," in mark[0] else Safety.SAFE
        full = mark[0].translate(FULL)
        yield replace(mark.span(), full, f"half-width “{{0}}” in Chinese stands for “{full}”", safety)


def _line_before(document: Document, offset: int) -> tuple[int, int]:
    return max(document.line_at(offset)[0], offset - 80), offset
