from collections.abc import Iterator

from wenlint import Document, Edit, Finding, edit, replace, rule
from wenlint.document.pairs import scan
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HIRAGANA, LINE_ENDS

FULL = str.maketrans("｡､", "。、")
#: Letters; the voicing marks ﾞ and ﾟ are left out, since faces are drawn with them.
LETTER = f"{HAN}{HIRAGANA}ァ-ヺーｦ-ﾝ"
#: A stop or comma after a letter; before one it would be a face: `(｡･ω･｡)`.
MARK = sought(
    rf"(?<=[{LETTER}）」』》”ﾞﾟ｣A-Za-z0-9])(?P<stop>[｡､]{{1,3}}+)"
    rf"(?=[{LETTER}（「『《“｢）」』》”｣]|[ ]?[A-Za-z0-9{LINE_ENDS}]|\Z)"
    # The point between two words; with single letters beside it it would be an eye: `(ﾉ･ﾛ･)`.
    rf"|(?<=[{LETTER}][{LETTER}ﾞﾟ])･(?=[{LETTER}][ﾞﾟ]?[{LETTER}])"
)
INSIDE = lazy(f"[{LETTER}]")
NEAR = 200  # how far into a pair letters are looked for, in code points
#: Where widths are the subject, they are meant.
ABOUT = sought("[全半][角形]|JIS|ASCII|Unicode|NFKC")


@rule(
    languages={"zh", "ja"},
    needs="｡､｢｣･",
    bad={
        "これは⟦､⟧テストです⟦｡⟧": "これは、テストです。",
        "彼は⟦｢はい｣⟧と言った⟦｡⟧": "彼は「はい」と言った。",
        "ｺﾝﾋﾟｭｰﾀ⟦･⟧ｹﾞｰﾑとジャン⟦･⟧ポールです。": "ｺﾝﾋﾟｭｰﾀ・ｹﾞｰﾑとジャン・ポールです。",
        "苹果⟦､⟧香蕉都很好吃⟦｡⟧弗朗索瓦⟦･⟧马里来了。": "苹果、香蕉都很好吃。弗朗索瓦·马里来了。",
    },
    good=[
        "これは、テストです。",
        "(｡･ω･｡) わーい｡ﾟ(ﾟ´Д｀ﾟ)ﾟ｡ (･∀･) (ﾉ･ﾛ･)ﾉ",
        "半角の｢かぎ括弧｣と､読点。",
        "｡ﾟ･*:.｡ 開心",
        "｢ABC｣と `｢あ｣` です。",
    ],
    source="JIS X 0201; JLREQ 2.1.2",
)
def halfwidth_cjk_mark(document: Document) -> Iterator[Finding]:
    """A half-width mark of Japanese terminals, `｡ ､ ｢｣ ･`, for `。 、 「」 ・`.

    It is the same mark in half a square; fonts for Chinese often lack it. In Chinese `･` stands for `·`.

    Brackets are judged as a pair around letters. Faces, which are drawn with these marks, and paragraphs
    about width are left alone.
    """
    prose = document.prose
    katakana = document.settings.style.interpunct == "katakana"
    about = document.blocks_with(ABOUT)
    for mark in document.find(MARK):
        if (block := document.block_index(mark.start())) in about:
            continue
        point = "・" if katakana or document.language_of(block) == "ja" else "·"
        full = mark[0].translate(FULL) if mark["stop"] else point
        yield replace(mark.span(), full, f"half-width “{{0}}” stands for “{full}”")
    for start, end in scan(document, ("｢", "｣")).pairs:
        if document.block_index(start) not in about and INSIDE.search(prose, start, min(end, start + NEAR)):
            edits = [Edit(start, start + 1, "「"), Edit(end, end + 1, "」")]
            yield edit((start, end + 1), edits, "half-width brackets “｢｣” stand for “「」”")
