import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, rule
from wenlint.search.patterns import sought

NUMBER = "[〇一二三四五六七八九十百0-9]{1,3}"
#: A numeral in brackets, or with its own mark, at the beginning of a line, and one more mark. What lists
#: several numerals is a sentence that a line end has cut: `（一）、（三）项`.
LABEL = sought(
    rf"^[ \t\u3000]*(?:(?:（{NUMBER}）|\({NUMBER}\)|[①-⑳㈠-㈩⑴-⒇])|第?{NUMBER}[、．.])([、，．])"
    rf"(?![（(①-⑳㈠-㈩⑴-⒇、，．.]|[^，。；\n]{{0,3}}[款项項条條目])",
    re.MULTILINE,
)


@rule(
    languages={"zh"},
    unsafe={
        "（一）⟦、⟧总则\n(2)⟦、⟧分则\n①⟦、⟧附则": "（一）总则\n(2)分则\n①附则",
        "一、⟦，⟧总则\n1.⟦、⟧分则": "一、总则\n1.分则",
    },
    good=[
        "（一）总则", "前款第（一）、（三）项", "（一）、（三）项规定的", "（一）、三项规定的", "一、总则", "1.总则", "1．总则", "第一，甲",
        "（甲）、乙", "见（一）、好", "一、、总则", "3.，", "第（一）、（二）、（三）项", "（见图1）、乙", "2022）、乙",
    ],
    source="GB/T 15834—2011",
)  # fmt: skip
def redundant_enumeration_mark(document: Document) -> Iterator[Finding]:
    """A mark after a label that has one already: `（一）、`, `1.、`.

    The brackets, the ring or the first mark part the numeral from its text. It is looked for at the
    beginning of a line; a line that begins in the midst of a list of items (`（一）、（三）项`) is left
    alone.
    """
    for label in document.find(LABEL):
        if label[1] != document.prose[label.start(1) - 1] and label.end() < document.line_at(label.start(1))[1]:
            yield delete(label.span(1), "the label needs no “{0}”", Safety.UNSAFE)
