from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.machine_lines import CALL, FIELD
from wenlint.document.width_folding import dots_for_stops
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CHINESE, CLOSERS, CLOSING_QUOTES, HAN, LINE_ENDS, OBJECT

FULL = str.maketrans(",:;!?", "，：；！？")
#: A mark after Han, or after what closes a phrase in Han, is the sentence's own.
AFTER_HAN = f"[{HAN}{CLOSERS}{CLOSING_QUOTES}％…]"
#: After a digit, a letter, code or a straight quote it is so only where Han follow without a space:
#: English and numbers write a space or go on in their own characters.
AFTER_OTHER = rf"[A-Za-z0-9%\"'`}})\]{OBJECT}]"
OTHER, LATIN, OPENER = lazy(AFTER_OTHER), lazy("[A-Za-z]"), lazy(r"[(<\[]")
DOUBLED = {",,", ",,,", "::", ":::", ";;", ";;;"}
MARK = sought(
    rf"(?<={AFTER_HAN})[,:;!?]{{1,3}}(?=[ ]{{0,2}}(?:[{CHINESE}A-Za-z0-9\"'({OBJECT}]|[{LINE_ENDS}]|\Z))"
    rf"|(?<={AFTER_OTHER})[,:;!?](?=[{HAN}])"
)
#: A mark that the sentence speaks of: `用,分隔`, `逗号,`.
SPOKEN_OF = lazy(r"[用以由按].(?=[分隔结连开])|号.")


@rule(
    languages={"zh"},
    bad={
        "会议认为⟦,⟧在全党开展⟦;⟧好": "会议认为，在全党开展；好",
        "坚定“四个自信”⟦,⟧做到《条例》⟦:⟧好": "坚定“四个自信”，做到《条例》：好",
        "“你好⟦!⟧”他说⟦:⟧“真的吗⟦?!⟧”": "“你好！”他说：“真的吗？！”",
        "价格⟦:⟧100元⟦,⟧共3个⟦;⟧": "价格：100元，共3个；",
        "使用 `code`⟦,⟧然后用Vue⟦,⟧后面": "使用 `code`，然后用Vue，后面",
    },
    unsafe={
        "他来了. 我走了⟦,⟧你也走了. 大家都走了.": "他来了. 我走了，你也走了. 大家都走了.",
        "作者⟦:⟧ 张三": "作者： 张三",
    },
    good=[
        "人口1,234万，比例为3:1，时间10:30。",
        "他说 Wi-Fi, Bluetooth 都行。",
        "表情 :smile:中文，中文:smile:",
        "见 http://中文.com/a,b 和 a@b.cn。",
        "按 Ctrl+,打开，用 add(a,中) 求和，字段用,分隔，甲&nbsp;乙，见[[文件:图.png]]。",
        "姓名,年龄,籍贯\n张三,20,北京",
        "服务器:\n  名称: 主机",
        "He said, hello; 你好。",
        "[1] 张三, 李四. 论中文排版. 中国科学, 2010, 3(2): 12-15.\n张三, 李四. (2010). 论排版. 北京: 科学出版社.",
        "1. 张三, 李四: 中文排版. 科学出版社, 2010.",
        "そうです,はい",
    ],
    source="GB/T 15834—2011; CLREQ 3.1.2",
    disputed="NFKC and ftfy fold the full-width marks to ASCII ones. Korean writes these.",
)
def halfwidth_mark(document: Document) -> Iterator[Finding]:
    """Half-width `, : ; ! ?` standing for the full-width marks of Chinese.

    PDF extractors, NFKC and ftfy fold `，` to `,`; some authors type it. A mark after Han, or after
    a quote or bracket that closes, belongs to the Chinese sentence.

    The fix is safe unless `.` stands for `。` as well (whoever wrote that had no Chinese marks, or meant
    none, and `,` may have been `、`), or a `:` may part a key from its value.

    Numbers, addresses, emoji codes, key bindings, calls, code, tables of values, English and a mark
    that the sentence speaks of are left alone.
    """
    prose, doubtful = document.prose, dots_for_stops(document)
    line, key, calls = (0, -1), 0, False
    for mark in document.find(MARK):
        start, end = mark.span()
        if start > line[1]:
            line = document.line_at(start)
            field, calls = FIELD.match(prose, *line), OPENER.search(prose, *line) is not None
            key = field.end() if field else line[1] + 1
        called = calls and CALL.search(prose, max(line[0], start - 80), start)
        if mark[0] in DOUBLED or called or SPOKEN_OF.match(prose, start - 1):
            continue
        other = OTHER.match(prose, start - 1) or (mark[0] == ":" and LATIN.match(prose, end))
        unsure = doubtful or (other and mark[0] in ":;?") or key <= end
        full, safety = mark[0].translate(FULL), Safety.UNSAFE if unsure else Safety.SAFE
        yield replace((start, end), full, f"half-width “{{0}}” in Chinese stands for “{full}”", safety)
