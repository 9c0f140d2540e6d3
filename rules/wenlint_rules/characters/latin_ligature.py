import unicodedata
from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.search.patterns import sought
from wenlint.unicode.character_names import named

LIGATURES = {ligature: unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"}
TABLE = str.maketrans(LIGATURES | {"ﬅ": "st"})
#: Inside a word, at either end of one.
IN_WORD = sought("(?<=[A-Za-zÀ-ɏ])[ﬀ-ﬆ]+|[ﬀ-ﬆ]+(?=[A-Za-zÀ-ɏ])")


def letters(text: str) -> str:
    """The text with letters for the ligatures."""
    return text.translate(TABLE)


@rule(
    bad={"⟦ﬁ⟧le 和 ef⟦ﬁ⟧cient、e⟦ﬃ⟧cient，o⟦ﬀ⟧": "file 和 efficient、efficient，off"},
    good=["连字 ﬁ 和 ﬂ", "file", "`ﬁle`", "①½㎡№Ⅷ㈱℃…﷽"],
    fold=letters,
    notation=True,
    source="Unicode Standard, 7.1 Latin; compatibility decomposition of FB00–FB06",
)
def latin_ligature(document: Document) -> Iterator[Finding]:
    """A ligature such as `ﬁ` (U+FB01) inside a Latin word, for the letters `fi`.

    How letters are drawn together is the font's affair. Extractors of typeset pages leave the ligatures in the text,
    where no search finds the word. By itself a ligature is the subject and left alone.
    """
    for ligature in document.find(IN_WORD):
        meant = letters(ligature[0])
        yield replace(ligature.span(), meant, f"“{{0}}” ({named(ligature[0])}) stands for “{meant}”")
