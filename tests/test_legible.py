"""Texts that are codes of glyphs come out as they went in; texts that are merely unusual are read as ever."""

import re
from collections.abc import Callable

import pytest
from conftest import SEEDS
from wenlint import Document, Safety
from wenlint.fixing.fix import fix
from wenlint.rules.loader import load_rules

HAN = re.compile("[一-鿿]")
CHINESE = SEEDS[0].read_text("utf-8")
JAPANESE = (
    "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー"
    "泣いていた事だけは記憶している。吾輩はここで始めて人間というものを見た。しかもあとで聞くとそれは書生という"
    "人間中で一番獰悪な種族であったそうだ。"
)


def level_one(encoding: str, leads: range, trails: range) -> list[str]:
    """The letters of a standard's first level in its order."""
    codes = (bytes((lead, trail)) for lead in leads for trail in trails)
    return [letter for code in codes if HAN.match(letter := code.decode(encoding, "ignore"))]


#: The collections of glyphs that fonts for PDF are numbered by, as far as they follow the national standards.
GB1 = {letter: chr(939 + i) for i, letter in enumerate(level_one("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)))}
JAPAN1 = {
    letter: chr(1125 + i) for i, letter in enumerate(level_one("shift_jis", range(0x88, 0x98), range(0x40, 0xFD)))
}
JAPAN1 |= {chr(0x3041 + i): chr(842 + i) for i in range(83)} | {chr(0x30A1 + i): chr(925 + i) for i in range(86)}


def numbers_of_a_subset(text: str) -> str:
    """A font that holds the letters of this text alone, numbered as they come."""
    numbers: dict[str, int] = {}
    return "".join(c if c == "\n" else chr(3 + numbers.setdefault(c, len(numbers))) for c in text)


def each_han(replacement: Callable[[int], str]) -> Callable[[str], str]:
    return lambda text: HAN.sub(lambda han: replacement(ord(han[0])), text)


CODES: dict[str, Callable[[str], str]] = {
    "cid": each_han(lambda code: f"(cid:{code - 0x4000})"),
    "private use": each_han(lambda code: chr(0xE000 + code - 0x4E00) if code < 0x6000 else chr(0xF8FF - code % 999)),
    "another order of Han": each_han(lambda code: chr(code + 300)),
    "another order, Extension A": each_han(lambda code: chr(code - 0x1A00)),
    "Adobe-GB1": lambda text: "".join(GB1.get(c, c) for c in text),
    "Adobe-Japan1": lambda text: "".join(JAPAN1.get(c, c) for c in text),
    "subset": numbers_of_a_subset,
    "controls": each_han(lambda code: chr(code % 7 + 1)),
    "lost": each_han(lambda code: "\ufffd"),
    "not known": each_han(lambda code: "\0"),
}


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize("format", ["plain", "markdown"])
@pytest.mark.parametrize("safety", [Safety.SAFE, Safety.UNSAFE])
def test_codes_of_glyphs_are_reported_once_and_left_alone(name: str, format: str, safety: Safety) -> None:
    text = CODES[name](JAPANESE * 3 if name == "Adobe-Japan1" else CHINESE)
    fixed = fix(Document(text, format), load_rules(), safety)
    assert fixed.text == text
    assert [finding.rule for finding in fixed.remaining] == ["glyph-codes"]


LEGIBLE = {
    "all Han in order": "".join(map(chr, range(0x4E00, 0xA000))),
    "pages in many languages": "首页：English、Русский、العربية、हिन्दी、ไทย、한국어、ქართული、አማርኛ、Ελληνικά、עברית、Հայերեն、বাংলা。\n"
    * 5,
    "a textbook of Thai": "字母ก是中类辅音，字母ข是高类辅音，字母ค是低类辅音，字母ง也是低类。" * 5,
    "phonetic": "think [θɪŋk]、measure [ˈmeʒə]、χ和φ，" * 20,
    "Russian": "Все люди рождаются свободными и равными в своём достоинстве и правах. " * 5,
    "Cantonese": "佢哋喺嗰度睇緊嘢，我唔知佢幾時先至返嚟食飯，你可唔可以同佢講聲呀？" * 8,
    "icons": "\n".join(f"{chr(0xE600 + i)} 图标{i}" for i in range(50)),
    "bullets": "\uf0b7 第一项内容\n" * 50,
    "a terminal": "\x1b[1m错误\x1b[0m：找不到文件\x08\x08\n" * 40,
    "a thesis with formulas": (CHINESE[:400] + "当 x \0 y\x01 时，f\x02(x\x0ey)\x10\0 2\x11，") * 4,
    "a lecture in English": "The minimum of f\x01(x \0 y)\x02 over a \x0e b is x\x11 = \x10y\x12 for all \x13, 中文. "
    * 20,
    "old books": "天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。寒來暑往，秋收冬藏。閏餘成歲，律呂調陽。" * 5,
}


@pytest.mark.parametrize("text", LEGIBLE.values(), ids=list(LEGIBLE))
def test_unusual_texts_are_read(text: str) -> None:
    assert Document(text).trouble is None
