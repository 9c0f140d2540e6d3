from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.not_prose import touches
from wenlint.search.patterns import sought
from wenlint.unicode.letters import STANDARD, VARIANTS

from wenlint_rules.script import meant_letters

FORMS = dict(zip(VARIANTS, STANDARD, strict=True))
VARIANT = sought(f"[{VARIANTS}]")
HANT = "這裡說的是國語，我們還會學習電腦與網路。"


@rule(
    languages={"zh-Hant"},
    needs=VARIANTS,
    unsafe={f"{HANT}⟦爲⟧大⟦衆⟧⟦敎⟧書，⟦旣⟧⟦眞⟧又好。": f"{HANT}為大眾教書，既真又好。"},
    good=[HANT, f"{HANT}為大眾教書，裏面，峯，羣，臺。", f"{HANT}《爲政》和「爲」", f"{HANT}`爲`", "爲这个说话的人。"],
    source="標準字體, Ministry of Education, Taiwan; 常用字字形表, Hong Kong; OpenCC",
    default=False,
)
def variant_form(document: Document) -> Iterator[Finding]:
    """A variant of a Traditional letter that is standard neither in Taiwan nor in Hong Kong: `爲`, `敎`, `眞`.

    Old prints have them, and fonts and converters bring them. Where only the regions differ, see `region-form`.
    """
    if document.script != "zh-Hant":
        return
    found = list(document.find(VARIANT))
    spans = meant_letters.spans(document, "zh-Hant") if found else []
    for letter in found:
        if not touches(spans, *letter.span()):
            new = FORMS[letter[0]]
            message = f"“{{0}}” (U+{ord(letter[0]):04X}) is a variant of “{new}” (U+{ord(new):04X})"
            yield replace(letter.span(), new, message, Safety.UNSAFE)
