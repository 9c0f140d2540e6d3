from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.document.pairs import TITLES, tangles


@rule(
    languages={"zh"},
    unsafe={
        "《关于执行⟦《刑法》⟧的解释》": "《关于执行〈刑法〉的解释》",
        "《⟦《读书》⟧杂志三十年》很好": "《〈读书〉杂志三十年》很好",
    },
    good=[
        "《关于执行〈刑法〉的解释》",
        "《甲》《乙》和《丙》",
        "《甲〈乙《丙》〉》",
        "《甲和《乙",
        "《第一条\n\n《第二条》》",
        "用`《《甲》》`表示",
    ],
    source="GB/T 15834—2011, 4.15",
    disputed="In Taiwan and Hong Kong 〈〉 also stands alone: it names an article, 《》 a book.",
)
def nested_title_mark(document: Document) -> Iterator[Finding]:
    """Double title marks inside double title marks.

    A title inside a title takes the single ones: `《关于执行〈刑法〉的解释》`. The fix is not safe, for
    an older document may be quoted as it writes itself.
    """
    prose = document.prose
    around: list[tuple[int, str]] = []  # the pairs that are open: where they end, and what they are written with
    for start, end in tangles(document, *TITLES).pairs:
        while around and around[-1][0] < start:
            around.pop()
        nested = bool(around) and around[-1][1] + prose[start] + prose[end] == "《《》"
        if nested:
            edits = [Edit(start, start + 1, "〈"), Edit(end, end + 1, "〉")]
            yield edit((start, end + 1), edits, "a title inside a title takes “〈〉”", Safety.UNSAFE)
        around.append((end, "〈" if nested else prose[start]))
