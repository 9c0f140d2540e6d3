from collections.abc import Iterator
from functools import partial

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.character_names import named

#: U+FFFE is pdfium's, U+0002 that of its older versions. They stand between two parts of a word, of which the
#: second may be on the next line.
HYPHEN = sought("(?<=[A-Za-z])[\ufffe\x02](?=[A-Za-z]|[ \t]*(?:\r?\n|\\Z))")
WORD = lazy("[A-Za-z]+(?:-[A-Za-z]+)*")
PART, REST = lazy("[A-Za-z]+\\Z"), lazy("[A-Za-z]+")
#: No part of a word is longer.
LONGEST = 40


@rule(
    needs="\ufffe\x02",
    bad={
        "The application is an appli⟦\ufffe⟧cation": "The application is an application",
        "a well-known well⟦\x02⟧known": "a well-known well-known",
        "他们 regis⟦\ufffe⟧\nter 了": "他们 regis-\nter 了",
    },
    unsafe={"related pack⟦\ufffe⟧ages": "related packages"},
    good=["中\ufffe文", "\x02 a", "well-known"],
    notation=True,
)
def lost_hyphen(document: Document) -> Iterator[Finding]:
    """U+FFFE or U+0002 where an extractor met a hyphen at a line's end.

    pdfium writes one or the other for it, with the line end or, mostly, without. Before a line end the hyphen comes
    back. Inside a line the text itself may tell what was meant, by writing the word in one piece or with its hyphen
    elsewhere; where it does not, the fix, which joins the word, is not safe.
    """
    prose = document.prose
    words = {word.lower() for word in WORD.findall(prose)}
    for hyphen in document.find(HYPHEN):
        start, end = hyphen.span()
        put = partial(replace, (start, end))
        message = f"{named(hyphen[0])} stands for a hyphen at a line's end"
        rest = REST.match(prose, end, end + LONGEST)
        part = PART.search(prose, max(start - LONGEST, 0), start)
        if not rest or not part or f"{part[0]}-{rest[0]}".lower() in words:
            yield put("-", message)
        else:
            known = f"{part[0]}{rest[0]}".lower() in words
            yield put("", message, Safety.SAFE if known else Safety.UNSAFE)
