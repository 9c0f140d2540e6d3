"""Markdown as a reader sees it, and where an edit of what he sees lands in the source."""

import pytest
from wenlint import Document, Edit, Safety
from wenlint.fixing.check import check
from wenlint.fixing.fix import _without_overlaps, apply, fix
from wenlint.fixing.guard import admit, admit_near
from wenlint.model.findings import Fix
from wenlint.rules.loader import load_rules

OBJ = "\ufffc"
BREAK = "\u2028"

PROSE = {
    "emphasis": ("**粗体**,*斜*_体_~~删~~", "粗体,斜体删"),
    "link": ('见[链接](http://a.cn "题")和[引][ref]。\n\n[ref]: http://b.cn', "见链接和引。"),
    "autolink": ("见<http://a.cn>。", f"见{OBJ}。"),
    "bare address": ("见http://a.cn/中文。", "见http://a.cn/中文。"),
    "code": ("用`a,b`写", f"用{OBJ}写"),
    "image": ("看![图,文](i.png)吧", f"看{OBJ}吧"),
    "tag": ("看<b>文</b>吧", f"看{OBJ}文{OBJ}吧"),
    "comment": ("甲<!-- 中,文 -->乙", f"甲{OBJ}乙"),
    "entity": ("甲&nbsp;乙&amp;丙", f"甲{OBJ}乙{OBJ}丙"),
    "escape": (r"甲\*乙\,丙", "甲*乙,丙"),
    "literal backslash": (r"甲\乙", r"甲\乙"),
    "math": ("质能$E=mc^2$式", f"质能{OBJ}式"),
    "soft break": ("甲\n乙", "甲\n乙"),
    "hard break, spaces": ("甲  \n乙", f"甲{BREAK}乙"),
    "hard break, backslash": ("甲\\\n乙", f"甲{BREAK}乙"),
    "hard break, tag": ("甲<br/>乙", f"甲{BREAK}乙"),
    "heading with an anchor": ("# 标题 {#id}\n\n正文", "标题\n\n正文"),
    "setext heading": ("标题\n===\n正文", "标题\n\n正文"),
    "quote": ("> 引用，\n> 第二行\n>\n> 第二段", "引用，\n第二行\n\n第二段"),
    "nested quote": ("> 甲\n> > 乙\n> > 丙", "甲\n\n乙\n丙"),
    "list": ("- 甲\n- 乙\n  - 丙", "甲\n\n乙\n\n丙"),
    "list in quote": ("> - 甲\n>   续\n> - 乙", "甲\n续\n\n乙"),
    "task": ("- [x] 完成\n- [ ] 未完", "完成\n\n未完"),
    "table": ("| 甲 | 乙 |\n|---|---|\n| 丙\\|丁 | `戊` |", f"甲\n\n乙\n\n丙|丁\n\n{OBJ}"),
    "footnote": ("正文[^1],后\n\n[^1]: 注,释", "正文,后\n\n注,释"),
    "fence": ("甲\n\n```\n乙,丙\n```\n\n丁", f"甲\n\n{OBJ}\n\n丁"),
    "front matter": ("---\ntitle: 甲,乙\n---\n\n丙", f"{OBJ}\n\n丙"),
    "TOML front matter": ("+++\ntitle = '甲,乙'\n+++\n\n丙", f"{OBJ}\n\n丙"),
    "HTML block": ("<div>\n甲,乙\n</div>\n\n丙", f"{OBJ}\n\n丙"),
    "page marker": ("甲\n\n<!-- Page 3 -->\n\n乙", "甲\n\n<!-- Page 3 -->\n\n乙"),
    "form feed": ("甲\n\n\f\n\n乙", "甲\n\n\f\n\n乙"),
    "container": ("::: tip 提示\n甲,乙\n:::", f"{OBJ}\n\n甲,乙\n\n{OBJ}"),
    "space that emphasis needs": ("**备注：** 你可以", "备注：你可以"),
    "space before such emphasis": ("你 **“引”** 好", "你“引”好"),
    "space that sets markup off": ("更 **独立** 的 [测试](u) 好", "更独立的测试好"),
    "space by markup in Latin": ("用 **Vue** 写", "用 Vue 写"),
    "CR LF": ("甲\r\n乙\r\n\r\n丙", "甲\n乙\n\n丙"),
    "NUL": (
        "# 甲\0\n\n**乙\0**,`\0`\0[丙\0](u)\n\n- \0丁\n\n| \0 |\n|---|\n",
        f"甲\0\n\n乙\0,{OBJ}\0丙\0\n\n\0丁\n\n\0",
    ),
    "beyond the BMP": ("\U00020000,**😀**,甲", "\U00020000,😀,甲"),
}


@pytest.mark.parametrize(("source", "prose"), PROSE.values(), ids=list(PROSE))
def test_prose_is_what_a_reader_sees(source: str, prose: str) -> None:
    assert Document(source, "markdown").prose == prose


def edited(source: str, start: int, end: int, text: str) -> str | None:
    fixed = Document(source, "markdown").parsed.prose.fix_in_source(Fix((Edit(start, end, text),), Safety.SAFE))
    if fixed is None:
        return None
    for edit in reversed(fixed.edits):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


INSERTIONS = {
    "after what closes": ("**粗**abc", 1, "**粗** abc"),
    "before what opens": ("粗**abc**", 1, "粗 **abc**"),
    "between closing and opening": ("**粗**[abc](u)", 1, "**粗** [abc](u)"),
    "after a link": ("[粗](u)abc", 1, "[粗](u) abc"),
    "nested": ("***粗***abc", 1, "***粗*** abc"),
    "inside": ("**粗abc**", 1, "**粗 abc**"),
    "before code": ("粗`abc`", 1, "粗 `abc`"),
    "after code": ("`abc`粗", 1, "`abc` 粗"),
    "before an escape": (r"粗\*abc", 1, r"粗 \*abc"),
    "after a footnote": ("粗[^1]abc\n\n[^1]: 注", 1, "粗[^1] abc\n\n[^1]: 注"),
    "in a quote": ("> 粗\n> abc粗", 5, "> 粗\n> abc 粗"),
    "at the end": ("**粗**", 1, "**粗** "),
}


@pytest.mark.parametrize(("source", "offset", "result"), INSERTIONS.values(), ids=list(INSERTIONS))
def test_insertion_at_markup(source: str, offset: int, result: str) -> None:
    assert edited(source, offset, offset, " ") == result


EDITS = {
    "mark after emphasis": ("**粗**,后", 1, 2, "，", "**粗**，后"),
    "mark inside": ("**粗,体**后", 1, 2, "，", "**粗，体**后"),
    "over markup": ("粗**体**后", 0, 3, "新", "新****"),
    "soft break in a quote": ("> 甲\n> 乙", 1, 2, "", "> 甲乙"),
    "soft break in a list": ("- 甲\n  乙", 1, 2, "", "- 甲乙"),
    "soft break, CR LF": ("甲\r\n乙", 1, 2, "", "甲乙"),
    "paragraphs": ("甲\n\n乙", 1, 3, "", "甲乙"),
    "paragraphs in a quote": ("> 甲\n>\n> 乙", 1, 3, "", "> 甲乙"),
    "an escape as a whole": (r"甲\,乙", 1, 2, "，", "甲，乙"),
    "line feed into CR LF": ("甲\r\n乙", 0, 1, "丙\n", "丙\r\n\r\n乙"),
    "code": ("甲`乙`丙", 1, 2, "", None),
    "items": ("- 甲\n- 乙", 1, 3, "", None),
    "cells": ("| 甲 | 乙 |\n|-|-|", 1, 3, "", None),
    "hard break": ("甲  \n乙", 1, 2, "", None),
    "paragraphs of two quotes": ("> 甲\n\n乙", 1, 3, "", None),
}


@pytest.mark.parametrize(("source", "start", "end", "text", "result"), EDITS.values(), ids=list(EDITS))
def test_edit_reaches_prose_only(source: str, start: int, end: int, text: str, result: str | None) -> None:
    assert edited(source, start, end, text) == result


UNTOUCHED = {
    "fence": "```js\nconst 甲 = '乙,丙'; // 中,文\n```\n",
    "code": "用 `甲,乙` 写\n",
    "target": "见[链接](http://a.cn/中,文)\n",
    "attribute": '<img src="中,文.png" alt="中,文">\n',
    "math": "设 $甲,乙$ 为真\n",
    "front matter": "---\ntitle: 中,文\n---\n",
    "indented code": "正文\n\n    甲,乙\n",
    "script": "<script>\nadd('中,文')\n</script>\n",
    "template": "用 {{ 甲,乙 }} 写\n",
    "hard break": "甲  \n乙\n",
    "blank lines in a fence": "```\n甲\n\n\n\n\n乙  \n```\n",
    "colon before an address": "见 https://foo.com/中,文 好\n",
    "emphasis and its space": "> **备注：** 你可以\n",
}


@pytest.mark.parametrize("source", UNTOUCHED.values(), ids=list(UNTOUCHED))
def test_what_is_not_prose_stays(source: str) -> None:
    assert fix(Document(source, "markdown"), load_rules(), Safety.UNSAFE).text == source


def test_a_fix_that_would_break_the_structure_is_left_out_and_the_others_are_made() -> None:
    """`1.` at a line's end would become a list if the digits came out of full width alone."""
    source = "甲,乙\n\n（１）甲，１２\n\n１. 甲,乙\n"
    fixed = fix(Document(source, "markdown"), load_rules())
    assert fixed.text == "甲，乙\n\n（1）甲，12\n\n１. 甲，乙\n"
    assert [finding.rule for finding in fixed.remaining] == ["fullwidth-alphanumeric"]


def test_a_carriage_return_ends_a_heading_as_a_line_feed_does() -> None:
    source = "# 第一章\r\r    甲 = 乙,甲\r\r## 第二章\r```供1．2\r```\r丙,丁\r"
    assert fix(Document(source, "markdown"), load_rules()).text == source.replace("丙,丁", "丙，丁")


@pytest.mark.parametrize(
    "block",
    [
        "```\na\n\nb\n```",
        "    a\n\n    b",
        "> ```\n> a\n> b\n> ```",
        "<div>\n a\n</div>",
        "$$\na\n$$",
        "甲 <b\nc>乙",
        "`a\nb`",
    ],
)
def test_line_ends_are_no_part_of_code(block: str) -> None:
    """So they may be mended where there is code, and a last one may be put in."""
    returned = block.replace("\n", "\r\n")
    before = "甲\r\n\r\n" * 4
    mixed = fix(Document(f"{before}{block}\r\n", "markdown"), load_rules())
    assert mixed.text == f"{before}{returned}\r\n"
    assert mixed.remaining == []
    assert fix(Document(f"\r\n{returned}", "markdown"), load_rules()).text == f"{returned}\r\n"


#: Fixes beside what makes or breaks structure, each with a text long enough for the rest to be left out.
PLAIN = "这是一段完整的话。\n\n" * 40
NEAR = [
    PLAIN + "~~~\n\n",
    "\n会\n\n" + PLAIN,
    PLAIN + "[甲]:u \n项\n",
    "[甲]:u \n项\n\n" + PLAIN + "看[甲]和[乙 ,丙]。\n\n" + PLAIN + "[乙 ,丙]: /v\n",
    PLAIN + "-\n二节\n```\n[1]:",
    PLAIN + "    <pre\n索瓦•马",
    PLAIN + "\t<v>\n１\n\n" + PLAIN,
    "---\n题: 甲,乙\n---\n\n" + PLAIN + "甲。\n１．乙。\n\n" + PLAIN,
    PLAIN + "- 会议认为,在全党\n\n  开展。\n> 好 好，\n" + PLAIN,
    PLAIN + "\t$\r-\n",
    "看[这里](#会议-好)。\n\n" + PLAIN + "# 会议， 好\n\n" + PLAIN,
    "看[这里][甲]。\n\n" + PLAIN + "# 会议， 好\n\n" + PLAIN + "[甲]: <#会议-好>\n",
]


@pytest.mark.parametrize("text", NEAR)
def test_a_check_says_of_each_fix_what_a_fix_would_do(text: str) -> None:
    rules = load_rules()
    document = Document(text, "markdown")
    named = {rule.name: rule for rule in rules}
    fixes = _without_overlaps([finding for finding in check(document, rules) if finding.fix])
    assert fixes
    assert admit_near(document, fixes, named, apply) == admit(document, fixes, named, apply)


def test_a_line_end_before_the_end_of_a_link_is_no_part_of_the_link() -> None:
    """A page marker alone in the text of a link: what is taken away ends before the markup."""
    document = Document("[<PAGE_DIV>\n](a)，", "markdown")
    assert fix(document, list(load_rules())).text == "[](a)，\n"
