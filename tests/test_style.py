"""Every value of every key of `style` does something, and a target brings the style of its standards."""

from itertools import product
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from wenlint.config import presets, schema
from wenlint.config.plan import CommandLine, Planner
from wenlint.jobs.one_file import Result, run_bytes
from wenlint.model.settings import Style

#: Two paragraphs, and the same cut to a width of twenty.
PARAGRAPHS = (
    "会议指出，要认真总结经验。把这项工作放在更加突出的位置，完善制度机制，压实各方责任，加强督促检查，确保任务落实。",
    "会议要求，各级干部要带头学习，深入基层一线，倾听群众呼声。要解决实际问题，推动各项部署落地见效，取得新的成绩。",
)
CUT = "\n".join(paragraph[at : at + 20] for paragraph in PARAGRAPHS for at in range(0, len(paragraph), 20))
#: Keys that mean something in plain text alone.
PLAIN = ("paragraphs",)

#: For each key a text that mostly writes one form, and what each value makes of it.
STYLES: dict[str, tuple[str, dict[str, str]]] = {
    "paragraphs": (CUT, {"blank-line": "\n\n".join(PARAGRAPHS), "source": "\n".join(PARAGRAPHS)}),
    "cjk-latin-space": (
        "用Vue写，" * 10 + "用 Go 写。",
        {
            "consistent": "用Vue写，" * 10 + "用Go写。",
            "always": "用 Vue 写，" * 10 + "用 Go 写。",
            "never": "用Vue写，" * 10 + "用Go写。",
            "ignore": "用Vue写，" * 10 + "用 Go 写。",
        },
    ),
    "quotes": (
        "他说“好”，" * 10 + "她说「坏『吧』」。",
        {
            "consistent": "他说“好”，" * 10 + "她说“坏‘吧’”。",
            "curly": "他说“好”，" * 10 + "她说“坏‘吧’”。",
            "corner": "他说「好」，" * 10 + "她说「坏『吧』」。",
            "ignore": "他说“好”，" * 10 + "她说「坏『吧』」。",
        },
    ),
    "brackets": (
        "你好（世界）吧，" * 10 + "再见(世界)吧，第（一）项。",
        {
            "consistent": "你好（世界）吧，" * 10 + "再见（世界）吧，第（一）项。",
            "fullwidth": "你好（世界）吧，" * 10 + "再见（世界）吧，第（一）项。",
            "halfwidth": "你好(世界)吧，" * 10 + "再见(世界)吧，第（一）项。",
            "ignore": "你好（世界）吧，" * 10 + "再见(世界)吧，第（一）项。",
        },
    ),
    "ellipsis": (
        "好……他走了，" * 10 + "好…他来了...。",
        {
            "consistent": "好……他走了，" * 10 + "好……他来了……。",
            "double": "好……他走了，" * 10 + "好……他来了……。",
            "single": "好…他走了，" * 10 + "好…他来了…。",
            "ignore": "好……他走了，" * 10 + "好…他来了...。",
        },
    ),
    "dash": (
        "他来了——走了，" * 10 + "他来了—走了，又--来了。",
        {
            "consistent": "他来了——走了，" * 10 + "他来了——走了，又——来了。",
            "double": "他来了——走了，" * 10 + "他来了——走了，又——来了。",
            "single": "他来了—走了，" * 10 + "他来了—走了，又—来了。",
            "ignore": "他来了——走了，" * 10 + "他来了—走了，又--来了。",
        },
    ),
    "interpunct": (
        "约翰・史密斯，" * 10 + "让•雅克·卢梭。",
        {
            "consistent": "约翰・史密斯，" * 10 + "让・雅克·卢梭。",
            "middle-dot": "约翰·史密斯，" * 10 + "让·雅克·卢梭。",
            "katakana": "约翰・史密斯，" * 10 + "让・雅克・卢梭。",
            "ignore": "约翰・史密斯，" * 10 + "让•雅克·卢梭。",
        },
    ),
    "range": (
        "长5~6米，宽3–4米，高1—2米，重7-8千克。",
        {
            "consistent": "长5~6米，宽3–4米，高1—2米，重7-8千克。",
            "tilde": "长5～6米，宽3～4米，高1～2米，重7～8千克。",
            "en-dash": "长5–6米，宽3–4米，高1–2米，重7–8千克。",
            "em-dash": "长5—6米，宽3—4米，高1—2米，重7—8千克。",
            "hyphen": "长5-6米，宽3-4米，高1-2米，重7-8千克。",
            "ignore": "长5~6米，宽3–4米，高1—2米，重7-8千克。",
        },
    ),
    "units": (
        "内存16GB，硬盘1 TB。",
        {
            "consistent": "内存16GB，硬盘1 TB。",
            "always": "内存16 GB，硬盘1 TB。",
            "never": "内存16GB，硬盘1TB。",
            "ignore": "内存16GB，硬盘1 TB。",
        },
    ),
}
#: Dates are only reported: which of these.
DATES = "2022年1月8日", "2022.1.9", "2022-1-10", "2022/1/11"
REPORTED: dict[str, set[str]] = {
    "consistent": set(),
    "han": {"2022.1.9", "2022-1-10", "2022/1/11"},
    "dots": {"2022年1月8日", "2022-1-10", "2022/1/11"},
    "hyphens": {"2022年1月8日", "2022.1.9", "2022/1/11"},
    "slashes": {"2022年1月8日", "2022.1.9", "2022-1-10"},
    "ignore": set(),
}
ROWS = [(key, value, text, made) for key, (text, values) in STYLES.items() for value, made in values.items()]


def outcome(text: str, *configuration: str, fixing: bool = True, name: str = "x.md") -> Result:
    """What comes of a text with these keys of the configuration."""
    planner = Planner(CommandLine([schema.inline(key) for key in configuration], isolated=True))
    return run_bytes(text.encode(), Path(name), planner.plan_for(Path(name)), fixing=fixing)


def fixed(text: str, *configuration: str, unsafe: bool = False, name: str = "x.md") -> str:
    return outcome(f"{text}\n", *configuration, f"unsafe-fixes = {str(unsafe).lower()}", name=name).text[:-1]


def test_every_value_of_every_key_has_a_row() -> None:
    """Of a new key or value this says that nobody has shown yet what it does."""
    fields = msgspec.structs.fields(Style)
    values = {(field.encode_name, value) for field in fields for value in get_args(field.type)}
    assert values == {(key, value) for key, value, *_ in ROWS} | set(product(["dates"], REPORTED))


@pytest.mark.parametrize(("key", "value", "text", "made"), ROWS, ids=[f"{key}-{value}" for key, value, *_ in ROWS])
def test_a_style_does_what_it_says(key: str, value: str, text: str, made: str) -> None:
    style, name = f'style.{key} = "{value}"', "x.txt" if key in PLAIN else "x.md"
    assert fixed(text, style, unsafe=True, name=name) == made
    assert fixed(made, style, unsafe=True, name=name) == made


@pytest.mark.parametrize("value", REPORTED)
def test_a_form_of_dates_reports_the_others(value: str) -> None:
    text = "、".join(f"{date}开会" for date in DATES) + "。\n"
    found = outcome(text, f'style.dates = "{value}"', fixing=False).findings
    assert {text[start:end] for start, end, *_ in found} == REPORTED[value]


SENTENCE = "在LeanCloud上，数据存储是围绕AVObject进行的。价格:100元，人々。"


@pytest.mark.parametrize(
    ("configuration", "text", "made"),
    [
        (['style.cjk-latin-space = "always"'], SENTENCE, "在 LeanCloud 上，数据存储是围绕 AVObject 进行的。价格：100 元，人々。"),
        (['style.cjk-latin-space = "never"'], "在 LeanCloud 上，数据存储。", "在LeanCloud上，数据存储。"),
        ([], SENTENCE, SENTENCE.replace("价格:", "价格：")),
        (['target = "ja"'], "私は Python が好きで、Vue も書く。", "私はPythonが好きで、Vueも書く。"),
        (['target = "ja"'], "これは､ﾃｽﾄです｡", "これは、テストです。"),
        (['target = "ja"', 'style.cjk-latin-space = "always"'], "私はPythonが好き。", "私は Python が好き。"),
        (['target = "ko"'], "나는 Python을 쓴다, 그리고 3개.", "나는 Python을 쓴다, 그리고 3개."),
        ([], "私は Python が好きで、Vueも書く。", "私は Python が好きで、Vueも書く。"),
        ([], "私は Python が好きで、" * 12 + "Vueも書く。", "私は Python が好きで、" * 12 + "Vueも書く。"),
    ],
    ids=["always", "never", "habit", "ja", "ja-width", "ja-always", "ko", "ja-unasked", "ja-habit"],
)  # fmt: skip
def test_spaces_between_scripts(configuration: list[str], text: str, made: str) -> None:
    assert fixed(text, *configuration) == made


def test_a_heading_is_not_safe_to_close_up() -> None:
    heading, never = "# 用 Vue 写", 'style.cjk-latin-space = "never"'
    assert fixed(heading, never) == heading
    assert fixed(heading, never, unsafe=True) == "# 用Vue写"
    assert fixed("图1 Vue 的结构", never, unsafe=True) == "图1 Vue的结构"


@pytest.mark.parametrize("value", ["always", "never"])
@pytest.mark.parametrize(
    "text",
    [
        "见 `甲a乙`、`甲 a 乙` 吧。",
        "```\n甲a乙 甲 a 乙\n```",
        "见 <https://example.com/中a文> 和 https://example.com/中a文 吧。",
        "见 [图](中a文.png)。",
        "甲&nbsp;乙，好。",
        "> **备注：** 你可以写。",
        "人々は時々二〇二二年、佐々木さんと。",
    ],
)
def test_what_is_no_matter_of_spaces_stays(text: str, value: str) -> None:
    assert fixed(text, f'style.cjk-latin-space = "{value}"') == text


@pytest.mark.parametrize(
    ("target", "text", "made"),
    [
        ("zh-Hans", "他说「好『吧』」。", "他说“好‘吧’”。"),
        ("zh-Hant-TW", "他說“好‘吧’”。", "他說「好『吧』」。"),
        ("zh-Hant-HK", "他說“好‘吧’”。", "他說「好『吧』」。"),
        ("ja", "彼は“はい”と。", "彼は「はい」と。"),
        ("auto", "他说「好」，又说“好”。", "他说「好」，又说“好”。"),
        ("auto", "彼は“はい”と「はい」。", "彼は“はい”と「はい」。"),
    ],
)
def test_a_target_brings_its_quotes(target: str, text: str, made: str) -> None:
    asked = f'target = "{target}"'
    assert fixed(text, asked, unsafe=True) == made
    assert fixed(text, asked) == text
    for style in ("curly", "corner"):
        both = [asked, f'style.quotes = "{style}"']
        assert ("“" in fixed(text, *both, unsafe=True)) == (style == "curly")


@pytest.mark.parametrize(
    ("preset", "text", "made"),
    [
        ("default", "用Vue写(文档)，16GB。", "用Vue写(文档)，16GB。"),
        ("docs", "用Vue写(文档)，16GB。", "用 Vue 写（文档），16 GB。"),
        ("gov", "用 Vue 写(文档)，说「好」，见“甲”、“乙”…好。", "用Vue写（文档），说“好”，见“甲”“乙”……好。"),
        ("fiction", "用 Vue 写，好…好--好。\n\n\n\n好。", "用Vue写，好……好——好。\n\n\n\n好。"),
        ("taiwan", "他說“好”(對)，走…好。", "他說「好」（對），走……好。"),
        ("japanese", "私は Vue と“はい”です。", "私はVueと「はい」です。"),
    ],
)
def test_a_preset_does_what_it_says(preset: str, text: str, made: str) -> None:
    assert fixed(text, f'preset = "{preset}"', unsafe=True) == made


def test_every_preset_is_shown() -> None:
    (marker,) = (mark for mark in test_a_preset_does_what_it_says.pytestmark if mark.name == "parametrize")
    assert {row[0] for row in marker.args[1]} == set(presets.names())


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("“甲说“乙说‘丙’的”话”。", "“甲说‘乙说“丙”的’话”。"),
        ("「甲說「乙說『丙』的」話」。", "「甲說『乙說「丙」的』話」。"),
    ],
)
def test_quotes_inside_quotes_take_turns(text: str, made: str) -> None:
    assert fixed(text, unsafe=True) == made
    assert fixed(text) == text
