"""Text decoded in a wrong encoding comes back whole where nothing was lost, and no right text is taken for such."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SEEDS
from wenlint import Document, Safety
from wenlint.fixing.fix import fix
from wenlint.rules.loader import load_rules

MOJIBAKE = [rule for rule in load_rules() if rule.name in ("mojibake", "gbk-mojibake")]
HANS = "为了规范人民法院的工作，保护公民的合法权益"
HANT = "為了維護國家的安全，保障人民的權利與自由"
JA = "この法律は、国民の生活を守るために定める"
AROUND = "上面的文字都没有问题，下面的也没有，一个字都不用改。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        *((text, "utf-8", "latin-1") for text in (HANS, HANT, JA, "café à la carte")),
        *((text, "utf-8", "gb18030") for text in (HANS[:8], HANT[:8], "国民の生活を")),
        (HANS, "gbk", "latin-1"),
        ("次常务会议通过", "gbk", "big5"),
        ("還無法處理", "big5", "gbk"),
    ],
)
def test_a_wrong_reading_is_undone(text: str, encoding: str, read_as: str) -> None:
    damaged = text.encode(encoding).decode(read_as)
    whole = AROUND + damaged + "\n" + AROUND
    assert damaged != text
    assert fix(Document(whole), load_rules()).text == whole
    assert fix(Document(whole), MOJIBAKE, Safety.UNSAFE).text == AROUND + text + "\n" + AROUND


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_file_misread_from_end_to_end_is_reported_and_left_alone(encoding: str) -> None:
    text = (HANS + "。\n") * 20
    damaged = text.encode(encoding).decode("latin-1")
    fixed = fix(Document(damaged), load_rules())
    assert fixed.text == damaged
    assert {finding.rule for finding in fixed.remaining} == {"glyph-codes", "mojibake"}
    assert fix(Document(damaged), load_rules(), Safety.UNSAFE).text == text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_right_text_is_not_taken_for_misread(path: Path) -> None:
    assert Document(path.read_text("utf-8")).misread == []


def test_ftfy_is_not_imported_before_there_is_something_to_judge() -> None:
    code = (
        "import sys; from wenlint import Document; from wenlint.fixing.check import check; from wenlint.rules.loader import load_rules\n"
        "check(Document('中文，naïve、Ünïcode、3×4。'), load_rules())\n"
        "assert 'ftfy' not in sys.modules\n"
        "check(Document('中文，Ã©。'), load_rules())\n"
        "assert 'ftfy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
