import re
from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.characters import HAN
from wenlint.gaps import is_in_numeral, is_meant, listed, pair
from wenlint.labels import DATE_END, label_end
from wenlint.witness import Seam

GAP = re.compile(rf"(?<=[{HAN}])[ \u00a0](?=[{HAN}])")
LETTER = re.compile(f"[{HAN}]")
STOP, CLAUSE = re.compile("[。！？；]"), re.compile("[，。；]")
#: Scanned lines have so many Han, so large a share of them spaced.
DENSE_LETTERS, DENSE_SHARE = 12, 0.6
#: Running text has so many Han, and so many of them for each space.
RUNNING, LETTERS_PER_GAP = 9, 5


@rule(
    languages={"zh", "ja"},
    needs=" \u00a0",
    bad={
        "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固⟦ ⟧拓展教育成果": "不断巩固拓展教育成果，推动工作。\n\n认真总结不断巩固拓展教育成果",
        "我们要认真⟦ ⟧总结经验，推动工作。": "我们要认真总结经验，推动工作。",
        "对⟦ ⟧于⟦ ⟧迭⟦ ⟧代⟦ ⟧次⟦ ⟧数⟦ ⟧过⟦ ⟧多⟦ ⟧的，需⟦ ⟧要⟦ ⟧限⟦ ⟧制": "对于迭代次数过多的，需要限制",
        "第十⟦ ⟧一条 国家鼓励发展公路事业。": "第十一条 国家鼓励发展公路事业。",
    },
    good=[
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

    Spaces that part something are left alone: after a label (`第一条 为了`) or a date, in headings,
    titles, quotations, names set to one width (`张 三`), lists, fields, verse and tables. In Japanese,
    where names are parted so, only the document itself is evidence.
    """
    prose = document.prose
    gaps = [Seam(*gap.span()) for gap in GAP.finditer(prose)]
    witnessed = document.witness.attested(gaps) if gaps else set()
    apart, pairs = listed(prose, gaps), {pair(prose, gap) for gap in gaps} - {""}
    words = document.witness.words(pairs) | {""}
    line, labels, dense, running = (0, -1), 0, False, False
    for gap in gaps:
        if gap.start > line[1]:
            line = document.line_at(gap.start)
            labels = label_end(prose, line[0])
            dense, running = _is_dense(text := prose[slice(*line)]), _runs_on(text)
        if gap.start <= labels:
            joined = is_in_numeral(prose, line, gap)
        elif gap in witnessed:
            joined = (running or gap not in apart) and not DATE_END.search(
                prose, max(line[0], gap.start - 20), gap.start
            )
        else:
            joined = running and gap not in apart and not is_meant(prose, line, gap)
            joined = joined and document.language != "ja" and pair(prose, gap) in words
        if joined or (dense and gap.start > labels):
            yield delete(gap, "space inside a run of Han")


def _is_dense(line: str) -> bool:
    gaps, letters = len(GAP.findall(line)), len(LETTER.findall(line))
    return letters >= DENSE_LETTERS and gaps >= DENSE_SHARE * letters and CLAUSE.search(line) is not None


def _runs_on(line: str) -> bool:
    letters, sentence = len(LETTER.findall(line)), STOP.search(line) or ("，" in line and line.endswith("："))
    return bool(sentence) and letters >= max(RUNNING, LETTERS_PER_GAP * len(GAP.findall(line)))
