from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule

from wenlint_rules.characters.radicals import PARTS, SUPPLEMENT, fold, standing


@rule(
    needs=[range(0x2E80, 0x2F00)],
    languages={"zh", "ja", "ko"},
    bad={
        "人⟦⺠⟧的⟦⻋⟧站，⟦⻓⟧江": "人民的车站，长江",
        "⟦⻑⟧い⟦⻄⟧の⟦⻘⟧です": "長い西の青です",
        "⟦⻔⟧前和⟦⻢⟧路，⟦⻅⺟⟧亲": "门前和马路，见母亲",
    },
    unsafe={"他吃了⟦⺼⟧": "他吃了肉"},
    good=["⻋部的字", "偏旁有⺡和⺘", "⺡、⺘、⺮等", "⻋（车）旁", "⺮ 𥫗", "车站", "⺀是两点"],
    notation=True,
    source="Unicode Standard, 18.2; EquivalentUnifiedIdeograph.txt",
    fold=fold,
)
def radical_supplement(document: Document) -> Iterator[Finding]:
    """A radical of the supplement, U+2E80 to U+2EF3, standing for the ideograph it looks like.

    Fonts that draw `⻋` (U+2ECB) and `车` (U+8F66) with one glyph lead PDF extractors to the radical.

    Where radicals are the subject they are left alone. Those that are drawn otherwise than the ideograph, such
    as `⺼` for `肉`, are not fixed safely; `⺀` looks like none.
    """
    for span, ideographs, message in standing(document, SUPPLEMENT):
        part = any(radical in PARTS for radical in document.prose[slice(*span)])
        yield replace(span, ideographs, f"CJK radical {message}", Safety.UNSAFE if part else Safety.SAFE)
