from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.search.patterns import lazy, sought

#: What stands for 〇: circles, the letter O (Latin, Greek, Cyrillic), digits.
ZEROS = "○◯◦OoＯ0０ΟО"
ZERO = str.maketrans(ZEROS, "〇" * len(ZEROS))
DIGIT = "一二三四五六七八九"
#: A number written digit by digit, and nothing else of which it could be a part: a blank to fill in
#: (`二○××`), a name with letters left out, a number in other digits.
RUN = sought(
    rf"[{DIGIT}](?<![{DIGIT}{ZEROS}〇零十百千万萬亿億A-Za-z0-9１-９×□△].)(?=[{DIGIT}〇]{{0,19}}[{ZEROS}])"
    rf"[{DIGIT}{ZEROS}〇]{{1,19}}"
    rf"(?![{DIGIT}{ZEROS}〇零十百千万萬亿億A-Za-z1-9１-９×□△✓√*＊])"
)
YEAR = lazy(rf"(?:一[五六七八九]|二〇)[{DIGIT}〇]{{2}}\Z")
#: Circles to be filled in: `二○○○年○月○日`, perhaps `二〇○○年`.
BLANK = lazy(r"[ ]?年[ ]?[○◯]")
ALL_CIRCLES = lazy(r"(?:[一二][○◯]|[一二][〇九])[○◯]{2}\Z")
COUNTED = lazy("[款項项張张条條页頁号號室楼樓层層章节節回期卷]")


@rule(
    languages={"zh", "ja"},
    bad={
        "⟦二○二二⟧年和⟦二O二二⟧年、⟦二0二二⟧年": "二〇二二年和二〇二二年、二〇二二年",
        "⟦二〇○八⟧年，⟦一九九○⟧年，第⟦一○二⟧条、第⟦二○⟧條": "二〇〇八年，一九九〇年，第一〇二条、第二〇條",
    },
    unsafe={"他在⟦三○一⟧医院，住⟦一○○⟧號": "他在三〇一医院，住一〇〇號", "生于⟦二○○○⟧年，卒于⟦二〇○○⟧年": "生于二〇〇〇年，卒于二〇〇〇年"},
    good=[
        "二〇二二年", "二零二二年", "2022年", "张○○，王○明", "二○××年，二○○×年，二○二×年", "二○○○年○月○日", "周一0时，星期一00点", "一○二○三×四○",
        "二0二2年", "甲○乙", "选一○", "○二年", "二OK", "三O", "第一0A号", "见 `二○二二`", "一○二○三○四○", "〇一○", "一百○二",
        "○一○二", "二○年", "维生素二O三a", "李一○○", "一○○分",
    ],
    source="GB/T 15835—2011, 5.2.5",
    fold=lambda text: text.translate(ZERO),
)  # fmt: skip
def ideographic_zero(document: Document) -> Iterator[Finding]:
    """A circle, the letter O or the digit 0 for the ideographic zero `〇` among Chinese numerals.

    `二○二二年` looks right and is not found by who looks for `二〇二二年`; sorting and reading aloud fail.

    The fix is safe in a year and in the number of an article (`第一○二条`); other runs may be something
    else (a name with a letter left out), so there it is not. Circles that are to be filled in, answers
    such as `一○二×`, and `零`, which is right in its own way, are left alone.
    """
    prose = document.prose
    for run in document.find(RUN):
        start, end = run.span()
        number = run[0].translate(ZERO)
        listed = all(c in ZEROS for c in run[0][1::2]) and run[0][::2] in DIGIT  # `一○二○三○`: answers
        year = YEAR.match(number)
        if BLANK.match(prose, end) or (listed and not year and prose[start - 1 : start] != "第"):
            continue
        ordinal, counter = prose[start - 1 : start] == "第", COUNTED.match(prose, end)
        if not year and ((number[-1] == "〇" and not counter) or (len(number) == 2 and not ordinal)):
            continue
        sure = (year and not ALL_CIRCLES.match(run[0])) or (ordinal and counter)
        edits = [Edit(start + i, start + i + 1, "〇") for i, c in enumerate(run[0]) if c in ZEROS]
        yield edit((start, end), edits, "“{0}” is written “" + number + "”", Safety.SAFE if sure else Safety.UNSAFE)
