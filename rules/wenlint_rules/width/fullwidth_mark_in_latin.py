from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HANGUL, KANA

HALF = str.maketrans("，。：；？！", ",.:;?!")
MARK = sought(r"(?<=[A-Za-z0-9)\"'])[，。：；？！](?=[ ]?[A-Za-z(\"']|[ ]*(?:[\n\u2028]|\Z))")
OTHER = lazy(f"[{HAN}{KANA}{HANGUL}、《》「」]")
#: Small words show that a line is an English sentence and not a list of names in a Chinese one.
SMALL = lazy(r"\b(?:the|an?|is|are|was|were|be|to|of|and|or|in|on|for|with|this|that|it|you|we|not|as|by)\b")
LOWER = lazy(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
LEAST_SMALL, LEAST_LOWER = 2, 5


@rule(
    unsafe={
        "This is a test of the new parser⟦，⟧and it works⟦。⟧": "This is a test of the new parser, and it works.",
        "说明如下。\n\nWe tried this in the lab⟦：⟧ it is not as fast as before⟦。⟧It was slow": (
            "说明如下。\n\nWe tried this in the lab: it is not as fast as before. It was slow"
        ),
    },
    good=[
        "This is a test of the new parser, and it works.",
        "Vue，React，Angular。",
        "他说 this is a test of the new parser，and it works。",
        "iPhone，iPad，Mac，Apple Watch。",
        "apple，banana，orange，grape，lemon，melon",
        "see `a，b` in the code of the parser for this and that",
    ],
    source="CLREQ 3.1.1; GB/T 15834—2011, B.1",
)
def fullwidth_mark_in_latin(document: Document) -> Iterator[Finding]:
    """A full-width mark inside a sentence that is wholly in Latin letters.

    An input method left in Chinese writes `，` for `,`; the white of its square tears the sentence apart.

    Only lines without any Han, kana or Hangul that read as sentences are looked at: a list of names, `Vue，
    React`, may be part of Chinese.
    """
    prose = document.prose
    line, latin = (0, -1), False
    for mark in document.find(MARK):
        start, end = mark.span()
        if start > line[1]:
            line = document.line_at(start)
            latin = _is_sentence(prose[slice(*line)])
        if latin:
            half = mark[0].translate(HALF)
            gap = "" if prose[end : end + 1] in ("", " ", "\n", "\u2028") else " "
            yield replace(
                (start, end), half + gap, f"full-width “{{0}}” in a Latin sentence for “{half}”", Safety.UNSAFE
            )


def _is_sentence(line: str) -> bool:
    return (
        not OTHER.search(line) and len(SMALL.findall(line)) >= LEAST_SMALL and len(LOWER.findall(line)) >= LEAST_LOWER
    )
