import re
from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.characters import HAN
from wenlint.labels import DATE_END, FIELD, label_end
from wenlint.witness import Seam

GAP = re.compile(rf"(?<=[{HAN}])(?:[ \u00a0]{{1,2}}|\t)(?=[{HAN}])")
LETTER = re.compile(f"[{HAN}]")
STOP, CLAUSE, MARK = re.compile("[。！？；]"), re.compile("[，。；]"), re.compile("[，。！？；：、]")
#: Scanned lines: so many letters, so large a share of them spaced, in a sentence.
DENSE_LETTERS, DENSE_SHARE = 12, 0.6
GAPS_PER_MARK = 1.5  # with more, they are columns of names or fields


@rule(
    languages={"zh", "ja"},
    needs=" \t\u00a0",
    bad={
        "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固⟦ ⟧拓展教育成果": "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固拓展教育成果",
        "我们要认真⟦ ⟧总结经验，推动工作。": "我们要认真总结经验，推动工作。",
        "对⟦ ⟧于⟦ ⟧迭⟦ ⟧代⟦ ⟧次⟦ ⟧数⟦ ⟧过⟦ ⟧多⟦ ⟧的，需⟦ ⟧要⟦ ⟧限⟦ ⟧制": "对于迭代次数过多的，需要限制",
    },
    good=[
        "第一条 为了维护秩序，制定本条例。",
        "1997年11月28日 重庆市人大通过。",
        "第一章 总 则",
        "来源：新华社 作者：张三。",
        "出席：张 三 李 四 王 五。",
        "党委召开会议 认真总结成果 扎实推动工作",
        "床前明月光 疑是地上霜\n举头望明月 低头思故乡",
    ],
    source="CLREQ 3.2",
)
def space_between_han(document: Document) -> Iterator[Finding]:
    """A space inside a run of Han.

    Han take no spaces between words: one in a sentence is left from a broken line, a scan or justified
    setting. It is repaired in running text, in lines spaced throughout, and where the document writes
    the same words unbroken elsewhere.

    Spaces that part something are left alone: after a label (`第一条 为了`) or a date, between the
    clauses of a heading, in names set to one width (`张 三`), fields, verse and tables.
    """
    prose = document.prose
    gaps = [Seam(*gap.span()) for gap in GAP.finditer(prose)]
    witnessed = document.witness.attested(gaps) if gaps else set()
    line, labels = (0, -1), 0
    dense = running = False
    for gap in gaps:
        if gap.start > line[1]:
            line = document.line_at(gap.start)
            labels = label_end(prose, line[0])
            dense, running = _is_dense(text := prose[slice(*line)]), _runs_on(text)
        apart = gap.start <= labels or DATE_END.search(prose, max(line[0], gap.start - 20), gap.start)
        if not apart and (dense or gap in witnessed or (running and not _parts_something(prose, line, gap))):
            yield delete(gap, "space inside a run of Han")


def _is_dense(line: str) -> bool:
    """Whether a line is spaced throughout, as scans and justified lines are."""
    gaps, letters = len(GAP.findall(line)), len(LETTER.findall(line))
    return letters >= DENSE_LETTERS and gaps >= DENSE_SHARE * letters and CLAUSE.search(line) is not None


def _runs_on(line: str) -> bool:
    """Whether a line is running text, in which no space between Han is meant."""
    sentence = STOP.search(line) or ("，" in line and line.endswith("："))
    return bool(sentence) and len(GAP.findall(line)) <= GAPS_PER_MARK * len(MARK.findall(line))


def _parts_something(prose: str, line: tuple[int, int], gap: Seam) -> bool:
    """A name of two letters set to the width of three, or a field beside another."""
    before, after = prose[max(line[0], gap.start - 2)], prose[gap.end + 1 : gap.end + 2]
    alone = not (LETTER.match(before) and gap.start - 1 > line[0]) and not LETTER.match(after)
    return alone or FIELD.match(prose, gap.start, line[1]) is not None
