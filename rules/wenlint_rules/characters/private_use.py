from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import sought
from wenlint.unicode.character_names import named

PRIVATE = sought("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")
#: Characters of a run that a message names.
SHOWN = 3


@rule(
    reported=["他姓⟦\ue001⟧，⟦\uf0b7⟧ 第一项", "⟦\U000f0000⟧好"],
    good=["中文，好", "`\ue001`"],
    notation=True,
    source="Unicode Standard, 23.5 Private-Use Characters",
)
def private_use(document: Document) -> Iterator[Finding]:
    """A private use character: it is whatever one font makes of it, and nothing in any other.

    PDF fonts, old encodings with letters of their own, icon fonts and the bullets of Word leave them. What it was
    only the font or the page can tell, so it is never taken away.
    """
    for run in document.find(PRIVATE):
        more = " and more" if len(run[0]) > SHOWN else ""
        yield report(run.span(), f"private use: {named(run[0][:SHOWN])}{more}; only its font knows what it is")
