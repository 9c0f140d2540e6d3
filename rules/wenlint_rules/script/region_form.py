from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import usual
from wenlint.document.not_prose import touches
from wenlint.search.patterns import sought
from wenlint.unicode.letters import HONG_KONG, TAIWAN

from wenlint_rules.script import meant_letters
from wenlint_rules.script.opencc_conversion import converter

FORMS = {**dict.fromkeys(TAIWAN, "zh-Hant-TW"), **dict.fromkeys(HONG_KONG, "zh-Hant-HK")}
TWIN = dict(zip(TAIWAN + HONG_KONG, HONG_KONG + TAIWAN, strict=True))
REGIONS = {"zh-Hant-TW": "Taiwan", "zh-Hant-HK": "Hong Kong"}
LETTER = sought(f"[{TAIWAN}{HONG_KONG}着著]")
#: Both forms of the first letter are right everywhere; a text writes one of them.
TAI = sought("[臺台](?=[灣北中南東])")
#: How far around `著` its phrase is read, in code points.
NEAR = 4
HANT = "這裡說的是國語，我們溫習衛生，並脫離戶口。" * 2
HANT_HK = "這裏説的是國語，我們温習衞生，並脱離户口。" * 2


@rule(
    languages={"zh-Hant"},
    unsafe={
        f"{HANT}家⟦裏⟧看⟦着⟧我。": f"{HANT}家裡看著我。",
        f"{HANT_HK}家⟦裡⟧看⟦著⟧我，著名。": f"{HANT_HK}家裏看着我，著名。",
        "臺灣、臺北、臺中和⟦台⟧灣。" + "從臺南到臺北。" * 4: "臺灣、臺北、臺中和臺灣。" + "從臺南到臺北。" * 4,
    },
    good=[
        HANT, HANT_HK, f"{HANT}《家裏看着》和「裏」", f"{HANT}`裏`", "這裡和那裏。", f"{HANT}著名的平台、舞臺",
        "这里说的是国语，裏面。", "裏の家で説明する。",
    ],
    source="標準字體, Ministry of Education, Taiwan; 常用字字形表, Hong Kong; OpenCC",
    default=False,
)  # fmt: skip
def region_form(document: Document) -> Iterator[Finding]:
    """The form of a Traditional letter that another region writes: `裏` for `裡`, `着` for `著`, `衞` for `衛`.

    The region is the one that `target` names, or the one whose forms the text writes in nine of ten places. `臺灣`
    and `台灣` are both right: only the departures from what the text itself does are found. Titles, and quotations in
    other forms, are left alone.
    """
    if document.script != "zh-Hant":
        return
    prose, target = document.prose, document.settings.target
    letters = list(document.find(LETTER))
    counts = Counter(FORMS[letter[0]] for letter in letters if letter[0] in FORMS)
    region = target if target in REGIONS else usual(counts)
    found = [(m.start(), new) for m in letters if region and (new := _form(prose, m.start(), region)) != m[0]]
    tai = list(document.find(TAI))
    if usually := usual(Counter(letter[0] for letter in tai), 5):
        found += [(letter.start(), usually) for letter in tai if letter[0] != usually]
    spans = meant_letters.spans(document, "zh-Hant") if found else []
    for at, new in sorted(found):
        if not touches(spans, at, at + 1):
            whose = f"the text writes “{new}”" if prose[at] in "臺台" else f"in {REGIONS[str(region)]} it is “{new}”"
            yield replace((at, at + 1), new, f"“{{0}}” (U+{ord(prose[at]):04X}): {whose}", Safety.UNSAFE)


def _form(prose: str, at: int, region: str) -> str:
    """The letter at an offset in the form of a region."""
    letter = prose[at]
    if letter in FORMS:
        return letter if FORMS[letter] == region else TWIN[letter]
    if region == "zh-Hant-TW":
        return "著"
    start = max(at - NEAR, 0)
    near = converter("tw2t")(prose[start : at + NEAR])
    return near[at - start] if len(near) == len(prose[start : at + NEAR]) and near[at - start] in "着著" else letter
