import unicodedata
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HIRAGANA

HALF = "".join(map(chr, range(0xFF66, 0xFFA0)))
#: A voiced sound is two characters. A mark that voices nothing is drawn in faces, `ﾉﾞ` `(ﾟдﾟ)`, and so is a
#: single letter, `ヽ(^o^)ﾉ`.
RUN = sought(r"(?<![ｦ-ﾟ])(?:[ｳｶ-ﾄﾊ-ﾎﾜｦ]ﾞ|[ﾊ-ﾎ]ﾟ|[ｦ-ﾝ]){2,}+(?![ﾞﾟ])")
ANY = lazy("[ｦ-ﾟ]+")
#: A line without any of these may be a record of a bank or a till, whose fields are one byte a letter.
WIDE = lazy(f"[{HAN}{HIRAGANA}ァ-ヺ]")
#: Where widths are the subject, they are meant.
ABOUT = sought("[全半][角形]|JIS|ASCII|Unicode|NFKC")


def full(text: str) -> str:
    """The text with full-width kana for half-width ones, voicing marks put into their letters."""
    return ANY.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)


@rule(
    bad={
        "⟦ﾃｽﾄ⟧と⟦ﾊﾞｯﾌｧｰ⟧です。": "テストとバッファーです。",
        "⟦ｳﾞｧｲｵﾘﾝ⟧と⟦ﾊﾟﾝ⟧を買う。": "ヴァイオリンとパンを買う。",
        "歌曲⟦ﾄﾞﾗｺﾞﾝ⟧很好听。": "歌曲ドラゴン很好听。",
    },
    unsafe={"⟦ﾃｽﾄ⟧ 100": "テスト 100"},
    good=[
        "テストです。",
        "半角カナﾃｽﾄを全角カナテストに直す。",
        "ヽ(^o^)ﾉ わーい(ﾟДﾟ)、ﾉﾞ、ヾ(ﾟдﾟ)ﾉﾞ",
        "(ﾉ∀`)、あﾞ、ｱﾞｱﾞｱﾞ",
        "(´・ω・)ﾉ 開心",
        "`ﾃｽﾄ` と https://example.com/ﾃｽﾄ です。",
    ],
    source="JIS X 0201; JLREQ 2.1.2",
    fold=full,
)
def halfwidth_katakana(document: Document) -> Iterator[Finding]:
    """Half-width katakana, `ﾃｽﾄ`, for `テスト`.

    They are the same letters under code points of one-byte terminals, with the voicing marks apart: no
    search for `バ` finds `ﾊﾞ`.

    In a line that has no other letters of Japanese it may be a record that must be so; then the fix is not safe.
    Faces, single letters, tables of values and paragraphs about width are left alone.
    """
    prose = document.prose
    about = document.blocks_with(ABOUT)
    line, safety = (0, -1), Safety.SAFE
    for run in document.find(RUN):
        if run.start() > line[1]:
            line = document.line_at(run.start())
            safety = Safety.SAFE if WIDE.search(prose, *line) else Safety.UNSAFE
        if document.block_index(run.start()) not in about:
            meant = full(run[0])
            yield replace(run.span(), meant, f"half-width “{{0}}” stands for “{meant}”", safety)
