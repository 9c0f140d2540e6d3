"""The scripts of Chinese: the letters, how a text's script is measured, and what OpenCC costs a text without need."""

import importlib.util
import subprocess
import sys

import opencc
import pytest
from conftest import ROOT
from wenlint import Document, Safety
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix
from wenlint.model.settings import Settings, Target
from wenlint.rules.loader import load_rules
from wenlint.unicode.letters import HONG_KONG, JAPANESE, SIMPLIFIED, STANDARD, TAIWAN, TRADITIONAL, VARIANTS
from wenlint_rules.script.opencc_conversion import phrases

(MIXED,) = (rule for rule in load_rules() if rule.name == "mixed-script")
HANT = "這裡說的是國語，我們還會學習電腦與網路，並討論後來的發展。"
HANS = "这里说的是国语，我们还会学习电脑与网络，并讨论后来的发展。"


def test_the_letters_are_as_opencc_and_the_national_sets_have_them() -> None:
    """Stale? `python tools/chinese_letters.py`."""
    specification = importlib.util.spec_from_file_location("letters", ROOT / "tools" / "chinese_letters.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    if f"OpenCC {opencc.__version__}." not in (written := module.FILE.read_text("utf-8")):
        pytest.skip("another version of OpenCC has other letters")
    assert written == module.module()


def test_no_letter_is_of_two_scripts() -> None:
    assert not set(SIMPLIFIED) & set(TRADITIONAL)
    assert not set(JAPANESE) & (set(SIMPLIFIED) | set(TRADITIONAL))
    assert len(TAIWAN) == len(HONG_KONG) == len(set(TAIWAN))
    assert len(VARIANTS) == len(STANDARD)
    assert not set(VARIANTS) & set(STANDARD)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (HANT, "zh-Hant"),
        (HANS, "zh-Hans"),
        (HANT * 9 + "这们说", "zh-Hant"),
        (HANT + HANS, None),
        ("這們", None),
        ("東京の図書館で働く。この国の歴史を学びます。", None),
    ],
)
def test_a_text_shows_its_script_or_does_not(text: str, script: str | None) -> None:
    assert Document(text).script == script


@pytest.mark.parametrize("target", ["zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
def test_a_target_says_the_script_of_a_short_text(target: Target) -> None:
    assert [found.start for found in check(Document("這个說法", settings=Settings(target)), [MIXED])] == [1]


@pytest.mark.parametrize(("target", "right"), [("zh-Hant-TW", "為"), ("zh-Hant-HK", "為"), ("zh-Hant", "為")])
def test_a_letter_becomes_the_form_of_its_region(target: Target, right: str) -> None:
    assert fix(Document("這个因为說法", settings=Settings(target)), [MIXED], Safety.UNSAFE).text == f"這個因{right}說法"


def test_where_the_target_names_no_region_the_text_does() -> None:
    lines = "這裏說的是國語，我們還會學習電腦與網路。" * 3
    assert fix(Document(f"{lines}在家里面說。"), [MIXED], Safety.UNSAFE).text == f"{lines}在家裏面說。"
    assert fix(Document(f"{HANT * 3}在家里面說。"), [MIXED], Safety.UNSAFE).text == f"{HANT * 3}在家裡面說。"


def test_a_message_names_the_letter_and_what_it_becomes() -> None:
    (found,) = check(Document(f"{HANT}這个"), [MIXED])
    assert "“个” (U+4E2A CJK UNIFIED IDEOGRAPH-4E2A)" in found.message
    assert "“個”" in found.message


def test_phrases_compete() -> None:
    assert [(phrase.word, phrase.letter) for phrase in phrases("被发明", 1)] == [("被发", "髮"), ("发明", "發")]
    assert {phrase.letter for phrase in phrases("检定制度", 2)} == {"製", "制"}


@pytest.mark.parametrize("text", [HANS * 9, "東京の図書館で働く。" * 9, "Hello, world. " * 9])
def test_a_text_that_needs_no_opencc_does_not_load_it(text: str) -> None:
    code = (
        "import sys; from wenlint import Document; from wenlint.fixing.check import check; from wenlint.rules.loader import load_rules\n"
        f"assert check(Document({text!r}), [r for r in load_rules() if r.group == 'script']) == []\n"
        "assert 'opencc' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
