import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.characters import HAN, LINE_ENDS
from wenlint.labels import label_end
from wenlint.prints import DOT, dots_for_stops

#: A dot between Han may part a name, `列夫.托尔斯泰`, or a file's ending; where a clause ends it cannot.
STOP = re.compile(
    rf"(?<=[{HAN}”’）》])\.(?:(?P<end>(?=[ ]?[{LINE_ENDS}]|\Z|[”’](?:[{HAN}{LINE_ENDS}]|\Z)))"
    rf"|(?=[ ][{HAN}“‘（《])|(?<=[了吗吧呢啊”].)(?=[{HAN}“‘]))"
)
#: What shows that a line is running text, and where a clause begins.
MARK = re.compile("[，。；：？！]")
#: How far back a clause is followed, and how long one is at the least: `甲.` and `附录一.` are labels.
NEAR, LEAST = 40, 4
CLAUSE = re.compile(f"[{HAN}”’）》、]{{{LEAST},{NEAR}}}\\Z")
#: After these a mark may be spoken of: `以点号.`.
SPOKEN_OF = re.compile("[用以由按号號点點].")


@rule(
    languages={"zh"},
    needs=".",
    bad={
        "会议听取了报告，讨论热烈。与会者一致通过⟦.⟧": "会议听取了报告，讨论热烈。与会者一致通过。",
        "他说：“我明天就去北京⟦.⟧”说完，他走了。": "他说：“我明天就去北京。”说完，他走了。",
    },
    unsafe={
        "今天天气很好⟦.⟧ 我们一起去爬山⟦.⟧": "今天天气很好。 我们一起去爬山。",
        "他已经走了⟦.⟧大家都很难过，哭了。": "他已经走了。大家都很难过，哭了。",
    },
    good=[
        "1.中文，第1.2节，3.14，v1.0.\n一. 总则\n甲.\n附录一.",
        "参见 README.md 和 example.com。访问 www.例子.中国 吧。",
        "列夫.托尔斯泰写了《战争与和平》，报告.最终版.docx 也在。",
        "等等...吧。他说....",
        "文件.打开，对象.方法，北京.中国，用 Vue.",
        "行尾以点号.\n结束，好。",
        "## 第一部分总则说明.\n\n甲，乙。",
        "そうです.\nはい.",
        "姓名.年龄.籍贯",
    ],
    source="GB/T 15834—2011, 4.1; CLREQ 3.1.2",
)
def halfwidth_stop(document: Document) -> Iterator[Finding]:
    """A dot standing for the full stop of Chinese, `。`.

    A keyboard left in English, or a program that folds marks to ASCII, writes `.` for `。`.

    The fix is safe at a line's end of running text in a document that writes `。` at least as often; there
    nothing else can be meant. Where the dot is the document's stop throughout it may be its style, and
    before other Han it may part a name.

    Numbers, labels, headings, names, files, addresses and dots that are spoken of are left alone.
    """
    prose = document.prose
    survives = not dots_for_stops(prose) and prose.count("。") >= len(DOT.findall(prose))
    line, label, running = (0, -1), 0, False
    for dot in STOP.finditer(prose):
        at = dot.start()
        if at > line[1]:
            line = document.line_at(at)
            label, running = label_end(prose, line[0]), MARK.search(prose, *line) is not None
        if at < label or document.block_at(at).kind == "heading" or SPOKEN_OF.match(prose, at - 1):
            continue
        clause = CLAUSE.search(prose, max(line[0], label, at - NEAR), at)
        ends = dot["end"] is not None
        if clause or (ends and running):
            safety = Safety.SAFE if survives and running and clause and ends else Safety.UNSAFE
            yield replace((at, at + 1), "。", "“{0}” stands for the full stop “。”", safety)
