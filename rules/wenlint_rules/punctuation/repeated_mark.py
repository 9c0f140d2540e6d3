from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.search.patterns import sought

PAIR = sought(r"(?<!([，。、；：]))([，。、；：])\2(?!\2)")


@rule(
    languages={"zh"},
    bad={"好⟦，，⟧他说⟦。。⟧": "好，他说。"},
    good=["好。。。", "好，，，", "好！！！", "好……", "好——他说"],
    source="GB/T 15834—2011",
)
def repeated_mark(document: Document) -> Iterator[Finding]:
    """The same pause or stop mark twice where it is meant once: `，，`, `。。`.

    Three or more stand for an ellipsis; exclamation and question marks are repeated on purpose, and in
    Japanese `、、` is a pause.
    """
    for pair in document.find(PAIR):
        yield replace(pair.span(), pair[0][0], "“{0}” for “" + pair[0][0] + "”")
