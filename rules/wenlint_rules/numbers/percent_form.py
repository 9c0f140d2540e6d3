from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import usual
from wenlint.search.patterns import sought

MIXED = sought(r"百分之([0-9]{1,3}(?:\.[0-9]{1,4})?)(?![0-9.%％万萬亿億十百千几幾多余餘点點～~–—至到\-])")
SIGN = sought("(?<=[0-9])[%％]")


@rule(
    languages={"zh"},
    unsafe={
        "占⟦百分之50⟧，增长⟦百分之3.5⟧。": "占50%，增长3.5%。",
        "占5%，" * 10 + "增长3⟦％⟧。": "占5%，" * 10 + "增长3%。",
    },
    good=[
        "占百分之五十", "占50%，增长3％", "占百分之50到60", "占百分之50～60", "占百分之50多", "百分之一百", "`百分之50`", "占5％，" * 20,
        "见 https://a.cn/%E4%BD%A0 吧", "百分之3点5", "占5%，" * 10 + "`3％`",
    ],
    source="GB/T 15835—2011",
)  # fmt: skip
def percent_form(document: Document) -> Iterator[Finding]:
    """A percentage half in words and half in digits (`百分之50`), or with a sign of another width than elsewhere.

    It is `50%` or `百分之五十`. Which width the sign has is the document's choice: where it nearly always
    writes one, the other is a slip.
    """
    for mixed in document.find(MIXED):
        right = mixed[1] + "%"
        yield replace(mixed.span(), right, f"“{{0}}” mixes words and digits: “{right}”", Safety.UNSAFE)
    signs = [sign for sign in document.find(SIGN) if not document.excused(*sign.span())]
    wide = sum(sign[0] == "％" for sign in signs)
    right = usual({"%": len(signs) - wide, "％": wide}) or ""
    for sign in signs if right else ():
        if sign[0] != right:
            yield replace(sign.span(), right, f"“{{0}}” where the document writes “{right}”", Safety.UNSAFE)
