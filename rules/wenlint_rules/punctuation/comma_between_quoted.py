from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, rule
from wenlint.search.patterns import lazy, sought

COMMA = sought("(?<=”)、(?=“)|(?<=》)、(?=《)")
#: Something between two of a list wants the mark in all of it: `《甲》（某著）、《乙》`.
BETWEEN = lazy("[”》][^”》“《，。；\n]{1,20}、[“《]")


@rule(
    languages={"zh-Hans"},
    needs="、",
    unsafe={"“甲”⟦、⟧“乙”和《丙》⟦、⟧《丁》说": "“甲”“乙”和《丙》《丁》说"},
    good=[
        "“甲”“乙”", "“甲”、乙", "“甲”、《乙》", "《甲》（某著）、《乙》、《丙》", "「甲」、「乙」", "這是“甲”、“乙”們來說", "见 `“甲”、“乙”`",
    ],
    source="GB/T 15834—2011, 4.5.3.5",
    default=False,
)  # fmt: skip
def comma_between_quoted(document: Document) -> Iterator[Finding]:
    """A `、` between quotations or titles that stand side by side: `“甲”、“乙”`.

    The quotes part them well enough, says the standard of the mainland; where something else stands
    between two of them, the mark is wanted. Many good texts write it, so this rule is off unless asked for.
    """
    prose, line, wanted = document.prose, (0, -1), False
    for comma in document.find(COMMA):
        if comma.start() > line[1]:
            line = document.line_at(comma.start())
            wanted = BETWEEN.search(prose, *line) is not None
        if not wanted:
            yield delete(comma.span(), "quotations or titles side by side need no “{0}”", Safety.UNSAFE)
