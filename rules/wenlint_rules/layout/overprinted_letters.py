import re
from collections.abc import Iterator

from wenlint import Document, Finding, replace, report, rule
from wenlint.document.numbering import NUMERAL
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN

from wenlint_rules.layout import overprinting
from wenlint_rules.layout.overprinting import Run

NUMBERING = lazy(rf"第[{NUMERAL}]{{1,8}}[編编章節节條条款篇回]")
LETTER = f"[{HAN}0-9A-Za-z]"
QUOTES = tuple("“‘「『\"'")
#: So many Han each drawn twice, or three times, are neither reduplicated words (吃吃喝喝, 加加加油油油) nor chance (大会会议议程).
MANY = {2: 5, 3: 4}
#: As many, where the text is known to be drawn so; but two words of the form 高高兴兴 and 说说笑笑.
FEW = {2: (3, 5, 6, 7), 3: range(2, 100)}
#: How much of its numbering may stand after a run, in code points.
TAIL = 10


@rule(
    languages={"zh", "ja"},
    bad={
        "⟦第第第一一一章章章⟧\n\n正文。": "第一章\n\n正文。",
        "⟦第第第一一一⟧章 总则": "第一章 总则",
        "⟦第第一一章章⟧ ⟦总总则则⟧": "第一章 总则",
        "⟦第第第一一一章章章⟧ ⟦绪绪绪论论论⟧\n": "第一章 绪论\n",
        "摘要 1\n\n⟦第第第一一一章章章⟧\n\n⟦摘摘摘要要要⟧\n": "摘要 1\n\n第一章\n\n摘要\n",
        "⟦中中国国人人民民银银行行⟧\n\n中国人民银行": "中国人民银行\n\n中国人民银行",
    },
    reported=["⟦研研研究究究目目目标标标⟧"],
    good=[
        "谢谢，渐渐，人人，看看，高高兴兴，干干净净，吃吃喝喝玩玩乐乐。吃喝玩乐。", "全国人民代表大会会议议程，会议。",
        "红红火火恍恍惚惚", "哈哈哈嘿嘿嘿，加加加油油油！加油！", "好好好，是是是。", "第第一章", "222000222333", "……——……",
        "人人家家户户", "`第第一一章章`", "第一条 干干净净，人人有责。", "“第第第一一一章章章”", "中中国国人人民民银银行行动，中国人民银行",
    ],
    fold=overprinting.once,
    source="The output of pdfminer and pdftotext for text drawn twice to look bold",
)  # fmt: skip
def overprinted_letters(document: Document) -> Iterator[Finding]:
    """Letters drawn two or three times in one place to look bold, which an extractor gives one after the other.

    The fix is safe for numbering (`第第第一一一章`), which nobody writes so, for the heading after it, and for what the
    document writes once as a word by itself; a short run only where the text is known to be drawn so. Reduplicated
    words (`高高兴兴`) stay.
    """
    prose = document.prose
    runs = list(overprinting.find(prose))
    singles = {run.single for run in runs}
    attested = {single for single in singles if _stands_alone(prose, single)}
    numbered = {run for run in runs if _numbers(prose, run)}
    many = {run for run in runs if run.alone and run.han >= MANY[run.times]}
    drawn = {run.times for run in runs if run in numbered or (run in many and run.single in attested)}
    heading: Run | None = None  # the run before, if it heads what is on its line
    for run in runs:
        known = run.alone and run.times in drawn and run.han in FEW[run.times]
        headed = heading is not None and run.alone and _follows(prose, heading, run)
        is_sure = run in numbered or headed or ((run in many or known) and run.single in attested)
        if is_sure:
            yield replace((run.start, run.end), run.single, f"letters drawn {run.times} times")
        elif run in many or known:
            yield report((run.start, run.end), f"letters that may be drawn {run.times} times")
        heading = run if run in numbered or headed else None


def _stands_alone(prose: str, word: str) -> bool:
    word = re.escape(word)
    return re.search(f"{word}(?<!{LETTER}{word})(?!{LETTER})", prose) is not None


def _follows(prose: str, heading: Run, run: Run) -> bool:
    """Whether a run belongs to the heading before it; one drawn twice may be the text's own where its line goes on."""
    between, after = prose[heading.end : run.start], prose[run.end : run.end + 1]
    return run.times == heading.times and not between.strip(" \u3000") and (run.times > 2 or after in ("", "\n", "\f"))


def _numbers(prose: str, run: Run) -> bool:
    """Whether a run is numbering, perhaps with its last letters drawn once; one in quotes is spoken of."""
    quoted = prose[run.start - 1 : run.start] in QUOTES
    return not quoted and NUMBERING.match(run.single + prose[run.end : run.end + TAIL]) is not None
