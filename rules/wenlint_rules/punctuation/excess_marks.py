from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, report, rule
from wenlint.search.patterns import sought

RUN = sought("[？！]{4,}")


@rule(
    languages={"zh"},
    unsafe={"好⟦！！！！⟧真的⟦？？？？？⟧": "好！！！真的？？？"},
    reported=["真的⟦？！？！⟧"],
    good=[
        "好！！！",
        "真的？？？",
        "真的？！",
        "真的？！！",
        "好!!!!",
        "すごい！！！！",
        "见 `！！！！`",
        "好！！！\n！好",
    ],
    source="GB/T 15834—2011, 5.1.2",
)
def excess_marks(document: Document) -> Iterator[Finding]:
    """More than three exclamation or question marks in a row.

    Three are the most that the standard allows. How loud the author wanted to be is not damage: the
    fix is not safe, and where both marks are mixed there is none.
    """
    for run in document.find(RUN):
        message = f"{len(run[0])} marks in a row; three are the most"
        if len(set(run[0])) > 1:
            yield report(run.span(), message)
        else:
            yield replace(run.span(), run[0][:3], message, Safety.UNSAFE)
