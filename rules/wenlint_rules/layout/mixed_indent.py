import re
from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule
from wenlint.document.convention import usual
from wenlint.document.numbering import begins_with_label
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, KANA

#: A line of text with its indent; what does not begin with a letter or a quote is notation or a list.
LINE = lazy(r"^([ \t\u3000]*+)([^\s][^\n]*)", re.MULTILINE)
BEGIN = lazy(rf"[{HAN}{KANA}“「『《（]")
FORMS = {"\u3000\u3000": "two ideographic spaces", "  ": "two spaces", "    ": "four spaces", "\t": "a tab"}
#: One stands for the other; between two spaces and four, or a tab, is the depth of a list.
SAME = [{"\u3000\u3000", form} for form in FORMS] + [{"    ", "\t"}]
#: A paragraph of running text has so many code points at the least, or ends in a stop; verse and lists do neither.
RUNNING = 24
MARK, STOP = lazy("[，。；：？！]"), lazy("[。？！…][”’」』）]*[ \t\u3000\r]*\\Z")


@rule(
    languages={"zh", "ja"},
    formats={"plain"},
    bad={
        "　　会议指出，要总结经验。\n" * 12 + "⟦    ⟧会议要求，要加强领导。\n" + "　　会议强调，要抓好落实。\n": "　　会议指出，要总结经验。\n" * 12 + "　　会议要求，要加强领导。\n" + "　　会议强调，要抓好落实。\n",
        "　　会议指出，要总结经验。\n\n" * 12 + "⟦\t⟧会议要求，要加强领导。\n": "　　会议指出，要总结经验。\n\n" * 12 + "　　会议要求，要加强领导。\n",
    },
    good=[
        "　　会议指出，要总结经验。\n    会议要求，要加强领导。\n",
        "　　会议指出，要总结经验。\n" * 20 + "    春眠不觉晓，\n    处处闻啼鸟。\n",
        "　　会议指出，要总结经验。\n" * 20 + "    亲爱的妈妈，我很好。\n    你好吗？请回信。\n",
        "　　会议指出，要总结经验。\n" * 20 + "    （一）会议要求，要加强领导。\n",
        "　　会议指出，要总结经验。\n" * 20 + "        会议要求，要加强领导。\n",
        "　　会议指出，要总结经验。\n" * 20 + "会议要求，要加强领导。\n",
        "  会议指出，要总结经验。\n" * 20 + "    会议要求，要加强领导。\n",
        "  会议指出，要总结经验。\n" * 20 + "\t会议要求，要加强领导。\n",
        "    会议指出，要总结经验。\n" * 20 + "  会议要求，要加强领导。\n",
    ],
    source="CLREQ 3.1.1; GB/T 9704—2012, 7.3.3",
)  # fmt: skip
def mixed_indent(document: Document) -> Iterator[Finding]:
    """A paragraph whose first line is indented otherwise than nearly all others.

    Two ideographic spaces, spaces and tabs stand for the same indent. Only a paragraph of running text between two that
    are indented as usual is a finding: several in a row are a quotation, verse or code, and so may be a deeper one.
    """
    if not any(begin in f"\n{document.prose[:1]}" or begin in document.prose for begin in ("\n ", "\n\t", "\n\u3000")):
        return
    lines = [line for line in LINE.finditer(document.prose) if not document.is_notation(line.start(2))]
    right = usual(Counter(line[1] for line in lines if line[1] in FORMS and _is_paragraph(document.prose, line)))
    if right is None:
        return
    around = [None, *lines, None]
    for before, line, after in zip(around, lines, around[2:], strict=False):
        wrong = line[1] != right and {line[1], right} in SAME
        beside = [other[1] == right for other in (before, after) if other]
        if wrong and beside and all(beside) and _is_paragraph(document.prose, line):
            yield replace(line.span(1), right, f"indented by {FORMS[line[1]]}, and other paragraphs by {FORMS[right]}")


def _is_paragraph(prose: str, line: re.Match[str]) -> bool:
    return bool(
        BEGIN.match(line[2])
        and not begins_with_label(prose, line.start(2))
        and MARK.search(line[2])
        and (len(line[2]) >= RUNNING or STOP.search(line[2]))
    )
