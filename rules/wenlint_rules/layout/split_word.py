from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, report, rule
from wenlint.search.patterns import lazy, sought

LETTER = "A-Za-z\u00c0-\u024f\ufb00-\ufb04"
WORD = lazy(f"[{LETTER}]++")
HYPHENED = sought(rf"(?<=[{LETTER}])([-\u2010])(?=[{LETTER}])")
#: An extractor's stand-in for a hyphen where it took out the line end, too.
INSIDE = sought(rf"(?<=[{LETTER}])[\ufffe\x02](?=[{LETTER}])")
BEFORE, AFTER = lazy(rf"[{LETTER}]{{1,40}}\Z"), lazy(rf"[{LETTER}]{{1,40}}")
#: A first half that has its line to itself: a prefix in a list. It and white space before it are no longer than this.
ALONE, LONGEST = lazy(rf"(?:\A|\n)[ \t\u3000]*[{LETTER}]{{1,40}}\Z"), 60
#: Before these a hyphen hangs: `micro- and nanoscale`.
HANGING = {"and", "or", "nor", "to", "und", "oder", "bis", "et", "ou"}

Halves = tuple[str, str]


@rule(
    bad={
        "We regis⟦-\n⟧ter here. Please register.": "We register here. Please register.",
        "用户可以 regis⟦-\n⟧ter 一个帐户，再 register 一次。": "用户可以 register 一个帐户，再 register 一次。",
        "A long⟦-\n⟧term plan. It is long-term.": "A long-term plan. It is long-term.",
        "We regis⟦\u00ad\n⟧ter, and register.": "We register, and register.",
        "It was modi⟦-\n⟧\ufb01ed, and modi\ufb01ed.": "It was modi\ufb01ed, and modi\ufb01ed.",
        "We regis⟦\ufffe⟧ter, and register. A long⟦\ufffe⟧term plan is long-term.": "We register, and register. A long-term plan is long-term.",
    },
    unsafe={
        "An occa⟦-\n⟧sionally used word": "An occasionally used word",
        "It is an e-mail, we e-mail or email, they re⟦-\n⟧sign: re-sign or resign, re-sign.": "It is an e-mail, we e-mail or email, they re-sign: re-sign or resign, re-sign.",
    },
    reported=["To announce⟦-\n⟧the list of the day"],
    good=[
        "We register here.\nPlease register.", "用 regis- 和 register，用 -ter", "co\u00adoperate and cooperate",
        "the micro-\nand nanoscale, microand", "the two of 1990-\n1995 and COVID-\n19", "Mrs. Smith-\nJones",
        "See https://example.com/package-\nname and packagename.", "regis-\n\n- register", "pre-\npost-\nprepost",
    ],
    notation=True,
    source="CSS Text 4, 6.1 Hyphenation; Unicode Standard Annex 14, class HY",
    furniture=True,
    reshapes=True,
)  # fmt: skip
def split_word(document: Document) -> Iterator[Finding]:
    """A word of an alphabet cut in two by a hyphen at a line's end.

    Searches do not find it. The fix is safe where the document writes the word elsewhere: without the hyphen, or with it
    (`long-⏎term`), which then stays. What it writes in both ways or nowhere is for a person to say.
    """
    prose = document.prose
    hyphens = (s for s in document.layout.hyphens if not ALONE.search(prose, max(s.start - LONGEST, 0), s.start))
    spans = sorted({*hyphens, *(mark.span() for mark in document.find(INSIDE))})
    alone = Counter(word[0].casefold() for word in WORD.finditer(prose)) if spans else Counter[str]()
    pairs = Counter(_halves(prose, *pair.span(1)) for pair in document.find(HYPHENED)) if spans else Counter[Halves]()
    for start, end in spans:
        halves = before, after = _halves(prose, start, end)
        if after in HANGING:
            continue
        whole, hyphened = alone[before + after], pairs[halves]
        if not whole and not hyphened and alone[after] > 1:
            yield report((start, end), f"the word “{before}-{after}” may be cut here")
            continue
        hyphen = prose[start] if prose[start] in "-\u2010" else "-"
        safety = Safety.UNSAFE if bool(whole) == bool(hyphened) else Safety.SAFE
        cut = Edit(start, end, hyphen if hyphened > whole else "")
        yield edit((start, end), [cut], f"word cut in two: “{before}-{after}”", safety)


def _halves(prose: str, start: int, end: int) -> Halves:
    """The letters before a hyphen and after it, small, without ligatures."""
    before, after = BEFORE.search(prose, max(start - LONGEST, 0), start), AFTER.match(prose, end)
    return before[0].casefold() if before else "", after[0].casefold() if after else ""
