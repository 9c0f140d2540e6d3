from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import sought

CIDS = sought(r"(?:\(cid:[0-9]{1,6}\))+")


@rule(
    reported=["第⟦(cid:3321)(cid:12)⟧条，⟦(cid:127)⟧ 甲"],
    good=["`(cid:127)`", "(cid: 甲)", "cid:127"],
    notation=True,
)
def cid_glyph(document: Document) -> Iterator[Finding]:
    """`(cid:123)`, which pdfminer and what is built on it write for a glyph whose letter the font does not tell.

    The number is the glyph's in that font. Another extractor, or the page itself, may tell the letter; nothing is
    taken away. A text that is full of them is reported once, by `glyph-codes`.
    """
    for run in document.find(CIDS):
        count = run[0].count("(")
        yield report(run.span(), f"{count} glyph{'s' * (count > 1)} whose letters the font does not tell: “{{0}}”")
