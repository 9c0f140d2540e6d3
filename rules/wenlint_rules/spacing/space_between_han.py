from collections.abc import Iterator
from functools import cache
from itertools import groupby

from wenlint import Document, Finding, delete, rule
from wenlint.document.numbering import label_end
from wenlint.document.witness import HanWitness, Seam

from wenlint_rules.spacing.space_evidence import (
    OPEN_GAP,
    Line,
    follows_date,
    is_in_numeral,
    is_meant,
    listed,
    pair,
    read_line,
    without_heads,
)


@rule(
    languages={"zh", "ja"},
    bad={
        "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固⟦ ⟧拓展教育成果": "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固拓展教育成果",
        "我们要认真⟦ ⟧总结经验，推动工作。": "我们要认真总结经验，推动工作。",
        "对⟦ ⟧于⟦ ⟧迭⟦ ⟧代⟦ ⟧次⟦ ⟧数⟦ ⟧过⟦ ⟧多⟦ ⟧的，需⟦ ⟧要⟦ ⟧限⟦ ⟧制": "对于迭代次数过多的，需要限制",
        "第十⟦ ⟧一条 国家鼓励发展公路事业。": "第十一条 国家鼓励发展公路事业。",
        "2016年5月5日 市人民代表大会第五⟦ ⟧次会议通过": "2016年5月5日 市人民代表大会第五次会议通过",
        "国⟦ ⟧务院主管部门负责管理工作。\n\n国务院主管部门应当公开名单。": "国务院主管部门负责管理工作。\n\n国务院主管部门应当公开名单。",
        "办理登记，应当提交下列⟦ ⟧文件：\n（一）申请书；\n（二）证明。": "办理登记，应当提交下列文件：\n（一）申请书；\n（二）证明。",
    },
    good=[
        "一、目的 为了规范公司管理，制定本办法。\n第一条 定义 本合同中的用语含义如下，另有约定的除外。",
        "本人承诺以上内容属实，如有虚假愿意承担责任 承诺人：\n\n日期：",
        "2020年1月1日 新华社 记者张三报道，会议开幕。\n2020年5月6日 我校名列第十 三次获奖",
        "处五年 以下有期徒刑。",
        "第四章 总 则\n\n第一章总则\n\n见总则，总则。",
        "第一条 为了维护秩序，制定本条例。\n第一章 总 则\n1997年11月28日 重庆市人大通过。",
        "来源：新华社 作者：张三。出席：张 三 李 四 王 五。",
        "关键词：机器学习 深度学习 神经网络。发现：山田 太郎さんが来た。",
        "出自《中共中央 国务院关于做好工作的意见》，依據 貴局函辦理。",
        "党委召开会议 认真总结成果 扎实推动工作",
        "床前明月光 疑是地上霜。\n举头望明月 低头思故乡。",
        "甲方： 乙方：",
    ],
    source="CLREQ 3.2",
)
def space_between_han(document: Document) -> Iterator[Finding]:
    """A space inside a run of Han.

    Han take no spaces between words. One is damage in running text, in lines spaced throughout, and
    where the document elsewhere writes the words unbroken.

    Spaces that part something are left alone: after a label (`第一条 为了`) or a date, after the head of a
    line (`第一条 目的 为了`) where clauses have heads, in titles, quotations, names set to one width (`张 三`),
    lists, fields, verse, tables and headings. In Japanese, where names are parted so, only the document
    itself is evidence.
    """
    prose = document.prose
    places: list[tuple[Seam, Line, bool]] = []
    for span, some in groupby(
        (Seam(*gap.span()) for gap in document.find(OPEN_GAP)), lambda gap: document.line_at(gap.start)
    ):
        labels = label_end(prose, span[0])
        found = [(gap, is_in_numeral(prose, span, gap)) for gap in some]
        if any(gap.start > labels or inside for gap, inside in found):
            line = read_line(prose, span)
            places += ((gap, line, inside) for gap, inside in found)
    if not places:
        return
    gaps = [gap for gap, line, _ in places if gap.start > line.labels]  # one after a label is right
    attested = document.witness.attested(gaps)
    # Between kana every word of Han begins and ends: that says too little to join a Japanese name.
    by_han = set() if document.language == "ja" else HanWitness(prose).attested(gaps)
    apart = listed(prose, gaps)
    words = document.witness.words({pair(prose, gap) for gap in gaps} - {""}) | {""}
    headless = cache(lambda: without_heads(prose))
    for gap, line, in_numeral in places:
        if in_numeral:
            joined = True
        elif gap.start <= line.labels:
            joined = False
        elif gap in attested or (gap in by_han and (line.running or line.dated)):
            joined = (line.running or gap not in apart) and not follows_date(prose, line, gap, only_dateline=True)
        else:
            joined = line.running and gap not in apart and not is_meant(prose, line, gap, headless)
            joined = joined and document.language != "ja" and pair(prose, gap) in words
        if joined or (line.dense and gap.start > line.labels):
            yield delete(gap, "space inside a run of Han")
