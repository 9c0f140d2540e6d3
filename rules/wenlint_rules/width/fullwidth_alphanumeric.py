from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.search.patterns import lazy, sought

FULL = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
HALF = str.maketrans(FULL + "．", "".join(chr(ord(letter) - 0xFEE0) for letter in FULL) + ".")
#: A dot inside belongs to it (`Ｎｏ．１`), but for one between digits, which may end a label (`１．２０２２年`), and one
#: after a single letter, which marks an answer to choose (`Ａ．２０２２年`).
RUN = sought(f"(?=[０-９]*[^０-９．])[{FULL}]{{2,}}(?:．[{FULL}]+)+|[{FULL}]+")
#: Where widths are the subject, they are meant.
ABOUT = sought("[全半][角形]")
DIGIT = lazy("[０-９]")


def half(text: str) -> str:
    return text.translate(HALF)


@rule(
    languages={"zh", "ko", "other"},
    bad={
        "共⟦１２⟧个⟦ＡＢＣ１２３⟧文": "共12个ABC123文",
        "⟦ＰＤＦ⟧与⟦Ａ⟧股": "PDF与A股",
        "见⟦Ｎｏ．１⟧，版本⟦Ｖ１．２．３⟧。": "见No.1，版本V1.2.3。",
        "⟦Ａ⟧．⟦２０２２⟧年": "A．2022年",
        "가격은 ⟦１２００⟧원이다.": "가격은 1200원이다.",
    },
    good=["共12个ABC", "乘Ｔ字路口的Ｕ形车", "Ｔシャツを１枚", "把全角数字１２改成半角数字12。"],
    notation=True,
    source="GB/T 15835—2011; CLREQ 3.1.1",
    disputed="CLREQ and JLREQ set single letters and digits of vertical lines in a square of their own.",
    fold=half,
)
def fullwidth_alphanumeric(document: Document) -> Iterator[Finding]:
    """Full-width letters and digits, `Ａ１`, for `A1`.

    They are the same letters under other code points: a search for `A1` does not find them.

    Where a document writes only single letters so, they are set for vertical lines by design (`Ｕ形`)
    and are left alone. In Japanese full-width letters are house style.
    """
    if not (runs := list(document.find(RUN))):
        return
    about = document.blocks_with(ABOUT)
    runs = [run for run in runs if document.block_index(run.start()) not in about]
    if all(len(run[0]) == 1 and not DIGIT.match(run[0]) for run in runs):
        return
    for run in runs:
        yield replace(run.span(), half(run[0]), "full-width “{0}” stands for “" + half(run[0]) + "”")
