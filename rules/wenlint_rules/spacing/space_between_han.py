import re
from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.characters import HAN
from wenlint.labels import DATE_END, FIELD, label_end
from wenlint.witness import Seam

GAP = re.compile(rf"(?<=[{HAN}])(?:[ \u00a0])(?=[{HAN}])")
LETTER = re.compile(f"[{HAN}]")
STOP, CLAUSE, MARK = re.compile("[。！？；]"), re.compile("[，。；]"), re.compile("[，。！？；：、]")
DENSE_LETTERS, DENSE_SHARE = 12, 0.6  # scanned lines: so many Han, so many of them spaced
#: Words no longer than this between two spaces are a list; lines shorter than that, in Han, are no sentence.
LISTED, RUNNING = 4, 12
QUOTED = re.compile("[《〈“「『][^》〉”」』]*\\Z")
#: In letters of Taiwan and Hong Kong a space honours the one who is named after it.
RESPECTED = re.compile("[貴鈞鑒]|查照|台端|總統|蔣公|國父")


@rule(
    languages={"zh", "ja"},
    needs=" \u00a0",
    bad={
        "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固⟦ ⟧拓展教育成果": "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固拓展教育成果",
        "我们要认真⟦ ⟧总结经验，推动工作。": "我们要认真总结经验，推动工作。",
        "对⟦ ⟧于⟦ ⟧迭⟦ ⟧代⟦ ⟧次⟦ ⟧数⟦ ⟧过⟦ ⟧多⟦ ⟧的，需⟦ ⟧要⟦ ⟧限⟦ ⟧制": "对于迭代次数过多的，需要限制",
    },
    good=[
        "第一条 为了维护秩序，制定本条例。\n第一章 总 则\n1997年11月28日 重庆市人大通过。",
        "来源：新华社 作者：张三。出席：张 三 李 四 王 五。",
        "关键词：机器学习 深度学习 神经网络。发现：山田 太郎さんが来た。",
        "出自《中共中央 国务院关于做好工作的意见》，依據 貴局函辦理。",
        "党委召开会议 认真总结成果 扎实推动工作",
        "床前明月光 疑是地上霜\n举头望明月 低头思故乡",
    ],
    source="CLREQ 3.2",
)
def space_between_han(document: Document) -> Iterator[Finding]:
    """A space inside a run of Han.

    Han take no spaces between words. One is damage in running text, in lines spaced throughout, and where the
    document elsewhere writes the words unbroken.

    Spaces that part something are left alone: after a label (`第一条 为了`) or a date, in headings, titles,
    quotations, names set to one width (`张 三`), lists, fields, verse and tables.
    """
    prose = document.prose
    gaps = [Seam(*gap.span()) for gap in GAP.finditer(prose)]
    witnessed = document.witness.attested(gaps) if gaps else set()
    line, labels, dense, running = (0, -1), 0, False, False
    for before, gap, after in zip([(-9, -9), *gaps], gaps, [*gaps[1:], (len(prose) + 9,) * 2], strict=False):
        if gap.start > line[1]:
            line = document.line_at(gap.start)
            labels = label_end(prose, line[0])
            dense, running = _is_dense(text := prose[slice(*line)]), _runs_on(text)
        listed = min(gap.start - before[1], after[0] - gap.end) <= LISTED
        parted = gap.start <= labels or DATE_END.search(prose, max(line[0], gap.start - 20), gap.start)
        joined = gap in witnessed or (running and _is_astray(document, line, gap))
        if not parted and (dense or (joined and not listed)):
            yield delete(gap, "space inside a run of Han")


def _is_dense(line: str) -> bool:
    """Whether a line is spaced throughout, as scans and justified lines are."""
    gaps, letters = len(GAP.findall(line)), len(LETTER.findall(line))
    return letters >= DENSE_LETTERS and gaps >= DENSE_SHARE * letters and CLAUSE.search(line) is not None


def _runs_on(line: str) -> bool:
    """Whether a line is running text, in which a space between Han is hardly meant."""
    sentence = STOP.search(line) or ("，" in line and line.endswith("："))
    return bool(sentence) and len(LETTER.findall(line)) >= RUNNING


def _is_astray(document: Document, line: tuple[int, int], gap: Seam) -> bool:
    """Not a name set to the width of three, a field, part of a title or quotation, nor a mark of respect."""
    prose, start, end = document.prose, gap.start, gap.end
    alone = not LETTER.match(prose, end + 1) and (start - 2 < line[0] or not LETTER.match(prose, start - 2))
    quoted = QUOTED.search(prose, max(line[0], start - 40), start) or RESPECTED.match(prose, end)
    return not (alone or quoted or document.language == "ja" or FIELD.match(prose, start, line[1]))
