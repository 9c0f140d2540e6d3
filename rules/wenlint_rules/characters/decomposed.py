from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import sought
from wenlint.unicode.character_names import named
from wenlint.unicode.characters import HIRAGANA
from wenlint.unicode.composition import composed

#: A letter of Latin, Greek or Cyrillic with what combines with it, kana with its marks, jamo of Hangul.
CLUSTER = sought(
    "[A-Za-zÀ-ʯͰ-ӿḀ-ỿἀ-ῼ][\u0300-\u036f]+"
    f"|[{HIRAGANA}ァ-ヺゝヽ][\u3099\u309a]"
    "|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
#: The same marks with a width of their own. Comics put them after letters that have no such form.
SPACING = sought(
    "[かきくけこさしすせそたちつてとはひふへほうゝカキクケコサシスセソタチツテトハヒフヘホウワヲヽ]゛|[は-ほハ-ホ]゜"
)
COMBINING = str.maketrans("゛゜", "\u3099\u309a")


def folded(text: str) -> str:
    """The text with one character for each letter and its marks (NFC)."""
    return CLUSTER.sub(lambda cluster: composed(cluster[0]), text)


@rule(
    bad={
        "⟦か\u3099⟧っこうと⟦ハ\u309a⟧ン": "がっこうとパン",
        "caf⟦e\u0301⟧ 和 na⟦i\u0308⟧ve、⟦u\u0308\u0304⟧，⟦\u1112\u1161\u11ab⟧⟦\u1100\u116e\u11a8⟧": "café 和 naïve、ǖ，한국",
    },
    unsafe={"⟦か゛⟧っこう": "がっこう"},
    good=["が、パン、café、한국", "あ\u3099と え゛", "q\u0307", "क\u093c", "`e\u0301`"],
    fold=folded,
    notation=True,
    source="UAX #15, NFC",
)
def decomposed(document: Document) -> Iterator[Finding]:
    """A letter written as a base and a mark that combines with it, `か` + U+3099, where one character is the rule.

    File names of macOS and some PDF extractors give them so. They look the same and are not found by who looks
    for the one character. Only what canonical composition (NFC) makes one is touched, in Latin, Greek, Cyrillic,
    kana and Hangul: never the width or the kind of a character.
    """
    for cluster in document.find(CLUSTER):
        if (new := composed(cluster[0])) != cluster[0]:
            yield replace(cluster.span(), new, f"“{{0}}” is {named(cluster[0])} for “{new}” ({named(new)})")
    for cluster in document.find(SPACING):
        new = composed(cluster[0].translate(COMBINING))
        if len(new) == 1:
            yield replace(cluster.span(), new, f"“{{0}}” is {named(cluster[0])} for “{new}”", Safety.UNSAFE)
