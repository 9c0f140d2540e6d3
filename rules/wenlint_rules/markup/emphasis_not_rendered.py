from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, report, rule
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import (
    CLOSERS,
    CLOSING_QUOTES,
    HAN,
    HANGUL,
    KANA,
    OPENERS,
    OPENING_QUOTES,
    PAUSES,
    STOPS,
)

from wenlint_rules.markup.emphasis_delimiters import Run, literal_pairs

LETTER, HANGUL_LETTER = lazy(f"[{HAN}{KANA}{HANGUL}]"), lazy(f"[{HANGUL}]")
#: What emphasis begins with where that hides it from the parser, what it ends with, and what of that moves out.
OPENS = OPENERS + OPENING_QUOTES + '([`"<'
CLOSES = CLOSERS + CLOSING_QUOTES + '…%％)]`">'
MARKS = PAUSES + STOPS
BALANCED = ("()", "（）", "“”", "「」", "《》", "【】")


@rule(
    formats={"markdown"},
    unsafe={
        "这是⟦**粗体。**⟧文字": "这是**粗体**。文字",
        "- ⟦**注意：**⟧先做这个，⟦**然后：**⟧再做那个": "- **注意**：先做这个，**然后**：再做那个",
        "这是⟦**重点（注）**⟧文字，⟦*斜体（注）*⟧不是": "这是**重点（注）** 文字，*斜体（注）* 不是",
        "他说⟦**“引文”**⟧好": "他说 **“引文”** 好",
        "使用⟦**`code`**⟧写": "使用 **`code`** 写",
        "见⟦**[链接](u)**⟧吧": "见 **[链接](u)** 吧",
        "⟦**検索。**⟧私たち": "**検索**。私たち",
    },
    reported=["이것은 ⟦**강조(emphasis)**⟧는", "⟦**甲*乙*丙。**⟧丁"],
    good=[
        "**粗体**。文字，**粗体。** 文字，**粗体。**\n\n**备注：**，好",
        "匹配 **/*.md 和 src/**/甲/**下的文件",
        "2**（甲-乙）**3，甲**（乙+丙）**丁，2**3 是八",
        "加粗用两个星号，如**粗体。**文字\n\n" r"写作\*\*粗体。\*\*文字",
        "价格*（不含税）和数量*都要填，姓名*，电话*必填。",
        "数学 $a**b。**c$，代码 `**粗体。**文字`，甲**乙，只有一个。他**的，你**的",
        "f(**甲)，g(**乙)，0.5 *（上底-下底）*高",
    ],
    source="CommonMark 6.2, left-flanking and right-flanking delimiter runs",
    restructures=True,
)
def emphasis_not_rendered(document: Document) -> Iterator[Finding]:
    """Emphasis that stays stars: a mark inside it and a letter outside.

    CommonMark lets stars close after a mark only where a space or a mark follows, which Han seldom are. A pause or stop mark moves out, `**粗体**。文字`; by a bracket or a quote a space is
    put outside. In Korean a space would part a word from its particle, so that is left to a person.

    Formulas, globs, arguments, footnote stars, escaped stars and text about stars are left alone.
    """
    prose, to_source = document.prose, document.parsed.prose.to_source
    for opening, closing in literal_pairs(document):
        inside, stars = prose[opening.end : closing.start], prose[opening.start : opening.end]
        if not inside or not _is_meant(inside, opening, closing):
            continue
        span, message = (opening.start, closing.end), "“{0}” is not rendered as emphasis"
        source = document.text[slice(*to_source(*span))]
        if HANGUL_LETTER.match(closing.after) or source.count("*") > 2 * len(stars):
            yield report(span, message)
            continue
        edits = [] if opening.opens else [Edit(opening.start, opening.end, " " + stars)]
        marks = inside[len(inside.rstrip(MARKS)) :]
        if not closing.closes and marks and marks != inside and source.endswith(marks + stars):
            edits.append(Edit(closing.start - len(marks), closing.end, stars + marks))
        elif not closing.closes:
            edits.append(Edit(closing.start, closing.end, stars + " "))
        yield edit(span, edits, message, Safety.UNSAFE)


def _is_meant(inside: str, opening: Run, closing: Run) -> bool:
    """Whether the stars would be emphasis if only the marks beside them did not hide it."""
    if (opening.opens and closing.closes) or opening.after.isspace() or closing.before.isspace():
        return False
    if not closing.closes and closing.before not in (CLOSES + MARKS if opening.opens else CLOSES):
        return False
    if not opening.opens and (opening.after not in OPENS or opening.before in "0123456789"):
        return False
    # One star is a footnote or a product more often than not: only at the beginning of a clause it is more.
    if opening.end - opening.start == 1 and opening.before not in MARKS + "\n":
        return False
    balanced = all(inside.count(pair[0]) == inside.count(pair[1]) for pair in BALANCED)
    return balanced and LETTER.search(opening.before + inside + closing.after) is not None
