from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.numbering import label_end
from wenlint.document.width_folding import DOT, dots_for_stops
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, LINE_ENDS

#: A dot between Han may part a name, `列夫.托尔斯泰`, or a file's ending; where a clause ends it cannot.
STOP = sought(
    rf"(?<=[{HAN}”’）》])\.(?:(?P<end>(?=[ ]?[{LINE_ENDS}]|\Z|[”’](?:[{HAN}{LINE_ENDS}]|\Z)))"
    rf"|(?=[ ][{HAN}“‘（《])|(?<=[了吗吧呢啊”].)(?=[{HAN}“‘]))"
)
#: What shows that a line is running text, and where a clause begins.
MARK = lazy("[，。；：？！]")
#: How far back a clause is followed, and how long one is at the least: `甲.` and `附录一.` are labels.
NEAR, LEAST = 40, 4
CLAUSE = lazy(f"[{HAN}”’）》、]{{{LEAST},{NEAR}}}\\Z")
#: A reference parts its fields with dots: `张三. 题目[J]. 学报，2010.`
REFERENCE = lazy(r"[ \t]*[\[［〔【][0-9]{1,4}[\]］〕】]|.*(?:\[[A-Z](?:/[A-Z]{2})?\]|出版社|書局|书局|[学學][报報])")
#: After these a mark may be spoken of: `以点号.`.
SPOKEN_OF = lazy("[用以由按号號点點].")


@rule(
    languages={"zh"},
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
        "行尾以点号.\n结束，好。\n\n## 第一部分总则说明.\n\n甲，乙。",
        "そうです.\nはい.",
        "[2] 刘国钧，陈绍业. 图书馆目录. 北京：高等教育出版社.\n\n王小波，李银河. 黄金时代[M]. 北京，1997年版.",
        "姓名.年龄.籍贯",
    ],
    source="GB/T 15834—2011, 4.1; CLREQ 3.1.2",
    disputed="The edition of 1995 of GB/T 15834 let scientific texts end a sentence with a dot.",
)
def halfwidth_stop(document: Document) -> Iterator[Finding]:
    """A dot standing for the full stop of Chinese, `。`, by a keyboard left in English or a fold to ASCII.

    The fix is safe at the end of a paragraph or quotation of running text where the document writes `。` at
    least as often. Where the dot is its stop throughout it may be style, and before other Han part a name.
    Numbers, labels, headings, names, references, files, addresses and dots spoken of are left alone.
    """
    prose = document.prose
    survives = not dots_for_stops(document) and prose.count("。") >= document.count(DOT)
    line, label, running, reference = (0, -1), 0, False, False
    for dot in document.find(STOP):
        at = dot.start()
        if at > line[1]:
            line = document.line_at(at)
            label, running = label_end(prose, line[0]), MARK.search(prose, *line) is not None
            reference = REFERENCE.match(prose, *line) is not None
        if at < label or reference or document.block_at(at).kind == "heading" or SPOKEN_OF.match(prose, at - 1):
            continue
        clause = CLAUSE.search(prose, max(line[0], label, at - NEAR), at)
        if clause or (dot["end"] is not None and running):
            sure = survives and running and clause and dot["end"] is not None and _closes(document, at)
            safety = Safety.SAFE if sure else Safety.UNSAFE
            yield replace((at, at + 1), "。", "“{0}” stands for the full stop “。”", safety)


def _closes(document: Document, at: int) -> bool:
    """Whether nothing follows in the quotation or the paragraph: a name may be cut by a line's end."""
    after = document.prose[at + 1 : min(at + 3, document.block_at(at).end)].strip()
    return not after or after[0] in "”’"
