"""What other tools get wrong, each tool's failure by its name: none of them is one here."""

import json
from pathlib import Path

import pytest
from conftest import Run
from wenlint import Document
from wenlint.fixing.fix import fix
from wenlint.model.settings import Settings, Style
from wenlint.rules.loader import load_rules

ALWAYS = Settings(style=Style(cjk_latin_space="always"))
NEVER = Settings(style=Style(cjk_latin_space="never"))

#: name: (text, what it becomes with a space between Han and Latin always)
CASES = {
    "AutoCorrect leaves a comma after a closing quote": ("他说“好”,走了。", "他说“好”，走了。"),
    "AutoCorrect never repairs semicolons": ("先看;再说。", "先看；再说。"),
    "AutoCorrect never repairs mixed brackets": ("（以下简称条例)规定。", "（以下简称条例）规定。"),
    "AutoCorrect parts a hyphenated name": ("弗朗索瓦-马里先生。", "弗朗索瓦-马里先生。"),
    "AutoCorrect takes two runs for full-width letters": ("ＡＢＣ１２３文。", "ABC123 文。"),
    "AutoCorrect edits a source": ('看<img src="中a.png">吧\n', '看<img src="中a.png">吧\n'),
    "AutoCorrect breaks an address": ("见<http://a.com/中文a>吧\n", "见<http://a.com/中文a>吧\n"),
    "AutoCorrect edits fences": ("```\n中a,文\n```\n", "```\n中a,文\n```\n"),
    "AutoCorrect skips a run with a version": ("用HTTP/1.1协议,好。", "用 HTTP/1.1 协议，好。"),
    "AutoCorrect skips a run with C++": ("用C++语言,好。", "用 C++语言，好。"),
    "AutoCorrect turns an indent into two spaces": ("　　缩进,好。", "　　缩进，好。"),
    "AutoCorrect turns a semicolon into a stop": ("It is so； he said.\n", "It is so； he said.\n"),
    "zhlint loses a closing quote": ("“文字”", "“文字”"),
    "zhlint breaks an emoji code": (":smile:中文", ":smile:中文"),
    "zhlint breaks a domain": ("http://中文.com", "http://中文.com"),
    "zhlint breaks a list number": ("1.中文", "1.中文"),
    "zhlint changes a bullet": ("●项目", "●项目"),
    "zhlint parts a numeral": ("二〇二四年", "二〇二四年"),
    "zhlint deletes the spaces of a heading": ("# 召开会议 认真总结\n", "# 召开会议 认真总结\n"),
    "zhlint adds spaces by quotes": ("说“好”吧", "说“好”吧"),
    "lint-md breaks an ellipsis": ("等等...", "等等……"),
    "lint-md breaks an abbreviation": ("e.g.中文", "e.g.中文"),
    "limae narrows a clause number": ("（一）总则", "（一）总则"),
    "limae narrows brackets": ("（ 中文 ）", "（中文）"),
    "limae edits math": ("设$甲,乙$为真\n", "设$甲,乙$为真\n"),
    "limae edits a script": ("<script>\nadd('中x')\n</script>\n", "<script>\nadd('中x')\n</script>\n"),
    "limae breaks a host": ("www.例子.com", "www.例子.com"),
    "limae ignores the extensions of Han": ("㐀,𠀀,文", "㐀，𠀀，文"),
    "pangu changes an interpunct": ("卡尔·马克思", "卡尔·马克思"),
    "cjk-text-formatter puts a space before a bracket": ("你好(世界)吧", "你好(世界)吧"),
    "cjk-text-formatter breaks six dots": ("好......吧", "好……吧"),
    "cjk-text-formatter breaks an apostrophe": ("it’s 中文", "it’s 中文"),
    "ftfy and NFKC fold the width": ("，！？：；（）％～", "，！？：；（）％～"),
    "Data-Juicer and Moses fold marks and quotes": ("《书》。〇…「甲」", "《书》。〇…「甲」"),
    "Data-Juicer and Moses turn a digit into a quote": ("１。", "1。"),
    "an entity stays": ("甲&nbsp;乙\n", "甲&nbsp;乙\n"),
    "a bold that needs its space stays": ("> **备注：** 你可以写。\n", "> **备注：** 你可以写。\n"),
    "the iteration mark is Han": ("人々,佐々木", "人々，佐々木"),
    "a sentence of LeanCloud": (
        "在LeanCloud上，数据存储是围绕AVObject进行的。",
        "在 LeanCloud 上，数据存储是围绕 AVObject 进行的。",
    ),
    "a price": ("价格:100元", "价格：100 元"),
}


@pytest.mark.parametrize(("text", "repaired"), CASES.values(), ids=list(CASES))
def test_no_failure_of_another_tool(text: str, repaired: str) -> None:
    ended = repaired if repaired.endswith("\n") else repaired + "\n"
    for settled in (text, repaired):
        assert fix(Document(settled, "markdown", ALWAYS), load_rules()).text == ended


def test_never_takes_the_spaces_away() -> None:
    text = "在 LeanCloud 上，数据存储是围绕 AVObject 进行的。\n"
    assert fix(Document(text, "markdown", NEVER), load_rules()).text == text.replace(" ", "")


def test_docling_joins_lines_of_han_with_a_space_and_merges_verse() -> None:
    cut = "我们要扎实推动教育成果的常态化，不断巩固\n<PAGE_DIV>\n拓展教育成果，推动工作。\n"
    assert fix(Document(cut), load_rules()).text == "我们要扎实推动教育成果的常态化，不断巩固拓展教育成果，推动工作。\n"
    verse = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n"
    assert fix(Document(verse), load_rules()).text == verse


def test_autocorrect_fails_on_a_text_of_a_megabyte_and_exits_0_with_json(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("会议认为,要在全党开展。\n" * 40_000, "utf-8")
    result = wenlint("check", "--output-format", "json")
    assert result.returncode == 1
    assert len(json.loads(result.stdout)) == 40_000


def test_textlint_and_markdownlint_destroy_gb18030(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("# 会议,认真总结经验教训\n\n国务院有关部门应当加强管理,完善制度。\n".encode("gb18030"))
    assert wenlint("fix", path).returncode == 0
    assert path.read_bytes() == "# 会议，认真总结经验教训\n\n国务院有关部门应当加强管理，完善制度。\n".encode("gb18030")
