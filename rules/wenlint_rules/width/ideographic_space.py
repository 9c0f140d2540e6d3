from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, replace, report, rule
from wenlint.document.numbering import DATE_END, FIELD, label_end
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN

GAP = sought("(?<![ \t\u3000\n\f])\u3000+(?![ \t\u3000\n\f])")
LATIN_BEFORE, LATIN_AFTER = lazy("[A-Za-z]{2}|[a-z][,.;:]"), lazy("[A-Za-z][a-z]")
PAUSE, HAN_LETTER = lazy("[，、；]"), lazy(f"[{HAN}]")
#: So many marks make a line running text.
MARK, RUNNING = lazy("[，、；。！？]"), 3
#: The indent of a paragraph after a sentence whose last clause is longer than a line of verse.
INDENT, LONG = "\u3000\u3000", 10
CLAUSE = lazy(f"[{HAN}”’）》]{{{LONG}}}[。；]\\Z")
#: A space that honours whom it stands before is set by hand.
RESPECTED = lazy("[贵貴钧鈞鉴鑒台臺总總先您尊大]")


@rule(
    languages={"zh"},
    bad={
        "我们使用 Visual⟦\u3000⟧Studio 编写程序，编译，运行，很好。": "我们使用 Visual Studio 编写程序，编译，运行，很好。",
        "会议强调，⟦\u3000⟧要认真总结经验，不断巩固成果，推动工作。": "会议强调，要认真总结经验，不断巩固成果，推动工作。",
    },
    unsafe={
        "會議強調，⟦\u3000⟧要認真總結經驗，不斷鞏固成果，推動工作。": "會議強調，要認真總結經驗，不斷鞏固成果，推動工作。"
    },
    reported=["由城市管理主管部门责令限期改正。⟦\u3000\u3000⟧违反本条第二款规定的，处以罚款。"],
    good=[
        "\u3000\u3000第一段，甲，乙，丙。\n\u3000\u3000第二段。",
        "第一章\u3000总\u3000则",
        "姓名\u3000年龄\u3000籍贯\n张\u3000三\u300020\u3000北京",
        "白日依山尽，\u3000黄河入海流。\n欲穷千里目，\u3000更上一层楼。",
        "白日依山尽，黄河入海流。\u3000\u3000欲穷千里目，更上一层楼。",
        "依據\u3000貴局函辦理，請\u3000查照，並請依規定，辦理，好。",
        "今年是\u3000年，首都是\u3000，甲方\u3000，乙方\u3000。",
        "来源：新华社\u3000作者：张三，李四，王五，赵六。",
        "第三条\u3000为了维护秩序，保障，促进，制定本条例。",
        "そうですか？\u3000はい、そう、です、ね。",
        "姓名：\u3000\u3000\u3000\u3000\n",
    ],
    source="CLREQ 3.2; GB/T 15834—2011, 5.1",
)
def ideographic_space(document: Document) -> Iterator[Finding]:
    """An ideographic space, U+3000, inside running text.

    It is one square of white: the indent of a paragraph, the gap in a heading set wide, a blank to fill in.
    Between Latin words it stands for a space, and alone after a comma for nothing; in letters of Taiwan
    and Hong Kong it may honour who is named after it. Two of them after a sentence show that a paragraph
    began there, which only a person can give back.

    Only where it is the one such gap in a line of running text is it taken for a slip.
    """
    prose = document.prose
    lines: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for gap in document.find(GAP):
        lines.setdefault(document.line_at(gap.start()), []).append(gap.span())
    for line, gaps in lines.items():
        start, end = gaps[0]
        heading = document.block_at(start).kind not in ("paragraph", "item")
        label = start <= label_end(prose, line[0]) or DATE_END.search(prose, max(line[0], start - 20), start)
        if len(gaps) > 1 or heading or label or FIELD.match(" " + prose[end : end + LONG]):
            continue
        if prose[start:end] == INDENT and CLAUSE.search(prose, max(line[0], start - LONG - 1), start):
            yield report((start, end), "the indent of a paragraph inside a line: a paragraph's beginning was lost")
        if end - start > 1 or len(MARK.findall(prose, *line)) < RUNNING:
            continue
        if LATIN_BEFORE.search(prose, start - 2, start) and LATIN_AFTER.match(prose, end):
            yield replace((start, end), " ", "ideographic space between Latin words")
        elif PAUSE.match(prose, start - 1) and HAN_LETTER.match(prose, end) and not RESPECTED.match(prose, end):
            safety = Safety.SAFE if document.language == "zh-Hans" else Safety.UNSAFE
            yield delete((start, end), "ideographic space after a mark", safety)
