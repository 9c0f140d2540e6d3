from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.document.numbering import DATE_END, FIELD, label_end
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN

BLANK = r"[ \u00a0](?<![ \u00a0].)(?![ \u00a0])"
#: Pause and stop marks bring their own white on whichever side; what stands beyond does not matter.
STOPS = "，。、；：？！"
#: Brackets and quotes do so too, but a space before one may part a label or a title from it, and
#: curly quotes, dashes and ellipses are also used in Latin text: Chinese must stand on both sides.
OPENING, CLOSING, EITHER = "（《〈「『【“‘", "）》〉」』】”’", "…—"
SPACE = sought(
    rf"{BLANK}(?:(?<=[{STOPS}].)(?=[^\s|])(?![0-9]{{1,3}}[ .、．])"
    rf"|(?<=[^\s{STOPS}|].)(?=[{STOPS}])"
    rf"|(?<=[{HAN}{CLOSING}].)(?=[{OPENING}{EITHER}])"
    rf"|(?<=[{CLOSING}{EITHER}].)(?=[{HAN}]))"
)
RUNNING = lazy("[，。！？；]")


@rule(
    languages={"zh"},
    bad={
        "成果，⟦ ⟧扎实推动⟦ ⟧。": "成果，扎实推动。",
        "践行⟦ ⟧“两个维护”⟦ ⟧更自觉，好": "践行“两个维护”更自觉，好",
        "见《条例》⟦ ⟧第一条⟦ ⟧（试行）。": "见《条例》第一条（试行）。",
        "他说⟦ ⟧……⟦ ⟧好，走": "他说……好，走",
    },
    good=[
        "- 《书名》，好",
        "第二条 “本法”所称，好。",
        "2012年11月9日 《决定》第一次修订",
        "《决定》 第一次修订",
        "他说 “hello” ok",
        "姓名：    张三",
        "首都是  。",
        "你好。\tHello.",
        "1 起初，神創造天地。 2 地是空虛混沌。",
        "1. （一）甲，乙",
        "作者：张三；  来源：新华社",
    ],
    source="CLREQ 3.1.6",
    disputed="zhlint puts spaces beside curly quotes.",
)
def space_by_fullwidth_mark(document: Document) -> Iterator[Finding]:
    """A space beside a full-width mark.

    The mark's own square holds the white. What a line break or a typist's habit left beside it is
    shown as a gap of one and a half.

    A space before a bracket, quote or title that parts it from a label, a date or the title before
    it, and spaces that line up fields, are left alone.
    """
    prose = document.prose
    line, label, running = (0, -1), 0, False
    for space in document.find(SPACE):
        start, end = space.span()
        if start > line[1]:
            line = document.line_at(start)
            label, running = label_end(prose, line[0]), RUNNING.search(prose, *line) is not None
        if start <= label or (prose[start - 1] not in "，、" and FIELD.match(prose, start, line[1])):
            continue
        meant = not running or DATE_END.search(prose, max(line[0], start - 20), start)
        if prose[start - 1] in STOPS or prose[end] in STOPS or not meant:
            yield delete((start, end), "space beside a full-width mark")
