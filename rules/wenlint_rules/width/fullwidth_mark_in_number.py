from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, report, rule
from wenlint.document.numbering import label_end
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN

#: A second point or digit beyond would make it a date, a version or a number of a section.
POINT = r"(?<![0-9.．,，])[0-9]{1,12}．[0-9]{1,12}(?![0-9.．])"
#: Groups of three. One number in an enumeration does not begin with 0, a group of thousands may.
GROUPS = r"(?<![0-9.．,，、])[1-9][0-9]{0,2}(?:，[0-9]{3})++(?![0-9,，、.．]|[ ]?[-—~～至到])"
TIME = r"(?<=[上下中]午|凌晨|早上|晚上)(?:[01]?[0-9]|2[0-3])：[0-5][0-9](?![0-9：])"
NUMBER = sought(f"(?P<point>{POINT})|(?P<groups>{GROUPS})|(?P<time>{TIME})")
#: A point after a numeral that goes on in words numbers an item: `1．甲`; then `2．5月1日` may be one too.
ITEM = sought(r"(?<![0-9.．])[0-9]{1,3}[．.](?![0-9])")
WITHIN, DATE = sought("[0-9][．，：][0-9]"), lazy("[ ]?[年月日号號时時点點]")
BEFORE = lazy(f"(?!第)[{HAN}＝=<>≤≥±×÷＋￥¥$]")
#: What is counted in thousands.
UNIT = lazy("[ ]?(?:[元人万萬亿億吨噸米户戶名件台套册冊字个個]|平方|公里|公顷|美元|人民币)")
CODE = lazy("[编編代号號码碼码]|二进制|二進位|区号|區號|如下")  # digits that are no amounts


@rule(
    languages={"zh"},
    bad={
        "圆周率约为⟦3．14⟧，增长⟦0．5⟧个百分点": "圆周率约为3.14，增长0.5个百分点",
        "共支出⟦1，000⟧元，合⟦12，050，000⟧吨": "共支出1,000元，合12,050,000吨",
    },
    unsafe={"增长率（⟦3．14⟧）": "增长率（3.14）", "共有⟦1，234，567⟧人": "共有1,234,567人"},
    reported=["定于上午⟦10：30⟧开会"],
    good=[
        "1．2022年工作总结\n2．5月1日放假",
        "需提供1．2寸照片2张2．身份证",
        "分别为100，200，300元，第1，234页，共100，200元",
        "2020，2021年；2012．11．9；版本1．2．3",
        "区号010，020，021；编号为100，020个",
        "比例为3：1，中国队3：10胜，见约翰福音3：16",
        "圆周率为3.14，共1,234人",
        "第3．14条",
        "３．１４と１，２３４円です。",
        "学生人数为5，000后面是代码",
    ],
    source="GB/T 15835—2011, 5.1.3 and 5.1.4",
)
def fullwidth_mark_in_number(document: Document) -> Iterator[Finding]:
    """A full-width mark inside a number: `3．14` for `3.14`, `1，000` for `1,000`.

    An input method left in Chinese writes it; a number so written is none to a program.

    A point is sure where Han or a sign stands before the number and nothing in its paragraph is numbered
    `1．`; a comma where a group of three begins with 0 and a unit follows: `100，200元` may be two numbers.
    Section numbers, dates, scores and ratios are left alone; the time of a day is reported.
    """
    prose = document.prose
    if not document.has(WITHIN):
        return
    items = document.blocks_with(ITEM)
    line, label = (0, -1), 0
    for number in document.find(NUMBER):
        start, end = number.span()
        if start > line[1]:
            line = document.line_at(start)
            label = label_end(prose, line[0])
        if number["time"]:
            yield report((start, end), "full-width colon in the time “{0}”")
            continue
        before, zero = prose[max(start - 1, 0) : start], "，0" in number[0]
        if number["point"]:
            labelled = document.block_index(start) in items or start <= label
            wrong = not labelled and before != "第" and not DATE.match(prose, end)
            sure = BEFORE.match(before) is not None
        else:
            wrong = (zero or (number[0].count("，") > 1 and len(number[0].partition("，")[0]) < 3)) and bool(
                UNIT.match(prose, end) and not CODE.search(prose, max(start - 10, 0), start)
            )
            sure = zero and BEFORE.match(before) is not None
        if wrong:
            half = number[0].replace("．", ".").replace("，", ",")
            yield replace((start, end), half, "full-width mark in “{0}”", Safety.SAFE if sure else Safety.UNSAFE)
