"""Every character of the blocks that the rules of this group speak of, from Python's own Unicode data."""

import re
import sys
import unicodedata

import pytest
from wenlint import Document, Safety
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix
from wenlint.model.findings import Finding
from wenlint.rules.loader import load_rules
from wenlint.unicode.character_names import named
from wenlint.unicode.characters import HAN
from wenlint.unicode.control_names import CONTROLS
from wenlint_rules.characters.equivalents import EQUIVALENTS

RULES = load_rules()
GROUP = [rule for rule in RULES if rule.group == "characters"]
ASSIGNED = [
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
]
BEFORE, AFTER = "我们在这里写下一个", "字，然后继续写下去。\n"


def found(character: str, before: str = BEFORE, after: str = AFTER) -> list[Finding]:
    """What the group finds that touches a character between Han."""
    text = before + character + after
    at = len(before)
    return [finding for finding in check(Document(text), GROUP) if finding.start <= at < finding.end]


def fixed(character: str, safety: Safety = Safety.SAFE) -> str:
    text = fix(Document(BEFORE + character + AFTER), GROUP, safety).text
    assert text.startswith(BEFORE)
    assert text.endswith(AFTER)
    return text[len(BEFORE) : len(text) - len(AFTER)]


RADICALS = [c for c in ASSIGNED if unicodedata.name(c, "").startswith("KANGXI RADICAL")]
SUPPLEMENT = [c for c in ASSIGNED if unicodedata.name(c, "").startswith("CJK RADICAL")]
#: The mark of repetition among the radicals looks like no ideograph.
WITHOUT_IDEOGRAPH = "\N{CJK RADICAL REPEAT}"
DOUBLES = [c for c in ASSIGNED if unicodedata.name(c, "").startswith("CJK COMPATIBILITY IDEOGRAPH")]
#: Forms that differ by language; in Chinese of the mainland.
HANS = {"⼾": "户", "⾭": "青", "⿈": "黄"}


def test_all_214_kangxi_radicals_become_the_ideographs_of_their_decomposition() -> None:
    assert len(RADICALS) == 214
    for radical in RADICALS:
        ideograph = HANS.get(radical, unicodedata.normalize("NFKC", radical))
        assert fixed(radical) == ideograph, named(radical)


def test_all_radicals_of_the_supplement_are_found() -> None:
    assert len(SUPPLEMENT) == 115
    for radical in SUPPLEMENT:
        if radical == WITHOUT_IDEOGRAPH:
            assert radical not in EQUIVALENTS
            continue
        assert [finding.rule for finding in found(radical)] == ["radical-supplement"], named(radical)
        ideograph = fixed(radical, Safety.UNSAFE)
        assert re.fullmatch(f"[{HAN}]", ideograph), named(radical)
        assert not unicodedata.name(ideograph, "").startswith("CJK COMPATIBILITY"), named(radical)
        # Two have a compatibility decomposition, to the same.
        decomposed = unicodedata.normalize("NFKC", radical)
        assert decomposed in (radical, ideograph), named(radical)


def test_all_compatibility_ideographs_become_what_they_double_but_for_the_twelve_that_double_none() -> None:
    block = [c for c in DOUBLES if "\uf900" <= c <= "\ufaff"]
    genuine = [c for c in block if not unicodedata.decomposition(c)]
    assert (len(block), len(genuine), len(DOUBLES) - len(block)) == (472, 12, 542)
    for double in DOUBLES:
        if double in genuine:
            assert not found(double), named(double)
            continue
        assert [finding.rule for finding in found(double)] == ["compatibility-ideograph"], named(double)
        assert fixed(double) == double
        assert fixed(double, Safety.UNSAFE) == unicodedata.normalize("NFC", double), named(double)


def test_all_controls_are_found_between_han_and_named() -> None:
    controls = [c for c in ASSIGNED if unicodedata.category(c) == "Cc"]
    assert len(controls) == 65
    for control in controls:
        if control in "\t\n\f\r":  # white space, of which other rules speak
            continue
        (finding,) = found(control)
        assert finding.rule == "control-character"
        assert f"U+{ord(control):04X}" in finding.message
        assert unicodedata.lookup(CONTROLS[ord(control)]) == control
        assert fixed(control) == control  # it may stand for a glyph
    # Where the document writes the word in one piece it goes, but not what Windows-1252 has a mark for, nor NUL.
    whole = "运输管理条例，"
    text = {c: f"运输管{c}理条例，{whole}" for c in controls if c not in "\t\n\f\r"}
    kept = [c for c in text if fix(Document(text[c]), GROUP, Safety.SAFE).text == text[c]]
    assert kept == ["\0"] + [
        c for c in controls if c >= "\x80" and c.encode("latin-1").decode("cp1252", "ignore") in set("…‘’“”•–—")
    ]


def test_all_format_characters_are_found_between_han() -> None:
    """But for those that are drawn: signs of Arabic, Syriac and Kaithi that span the digits after them."""
    scripts = ("ARABIC", "SYRIAC", "KAITHI")
    for character in ASSIGNED:
        if unicodedata.category(character) != "Cf":
            continue
        name = unicodedata.name(character)
        if name.startswith(scripts) and name != "ARABIC LETTER MARK":
            assert not found(character), name
            continue
        (finding,) = found(character)
        assert finding.rule in ("invisible-character", "bidi-control", "tag-character"), name
        assert f"U+{ord(character):04X}" in finding.message
        assert fixed(character) == ("" if finding.rule == "invisible-character" else character), name


def test_all_controls_of_direction_are_reported_in_code_too() -> None:
    # The classes of bidirectional controls by the algorithm's own names.
    classes = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    controls = [c for c in ASSIGNED if unicodedata.bidirectional(c) in classes] + ["\u061c"]
    assert len(controls) == 10
    for control in controls:
        text = f"代码：\n\n```c\nif (a) {{ {control} return; }}\n```\n"
        (finding,) = check(Document(text, "markdown"), GROUP)
        assert (finding.rule, finding.fix) == ("bidi-control", None)
        assert named(control) in finding.message
        assert fix(Document(text, "markdown"), RULES, Safety.UNSAFE).text == text


def test_all_variation_selectors_go_between_han_but_those_that_choose_a_form() -> None:
    for character in ASSIGNED:
        name = unicodedata.name(character, "")
        if not name.startswith("VARIATION SELECTOR-"):
            continue
        number = int(name.removeprefix("VARIATION SELECTOR-"))
        chooses = number <= 3 or number >= 17
        assert fixed(character) == (character if chooses else ""), name
        assert bool(found(character)) != chooses


def test_all_noncharacters_and_surrogates_are_reported() -> None:
    planes = [plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)]
    for code in (*planes, *range(0xFDD0, 0xFDF0), 0xD800, 0xDFFF):
        assert unicodedata.category(chr(code)) in ("Cn", "Cs")
        assert [(f.rule, f.fix) for f in found(chr(code))] == [("noncharacter", None)], hex(code)


@pytest.mark.parametrize("character", ["\ue000", "\uf8ff", "\U000f0000", "\U0010fffd", "\ufffd", "(cid:7)"])
def test_what_is_lost_is_reported_and_never_taken_away(character: str) -> None:
    (finding,) = found(character)
    assert finding.rule in ("private-use", "replacement-character", "cid-glyph")
    assert fixed(character, Safety.UNSAFE) == character


def test_all_latin_ligatures_become_their_letters() -> None:
    ligatures = [c for c in ASSIGNED if unicodedata.name(c, "").startswith("LATIN SMALL LIGATURE") and c >= "\ufb00"]
    assert len(ligatures) == 7
    for ligature in ligatures:
        assert fixed(f"a{ligature}e") == unicodedata.normalize("NFKC", f"a{ligature}e")


def test_all_that_composes_is_composed() -> None:
    """Letters of Latin, Greek, Cyrillic, kana and Hangul whose decomposition is not excluded from composition."""
    scripts = ("LATIN", "GREEK", "CYRILLIC", "HIRAGANA", "KATAKANA", "HANGUL SYLLABLE")
    letters = [c for c in ASSIGNED if unicodedata.name(c, "").startswith(scripts) and unicodedata.category(c)[0] == "L"]
    pieces = [(c, unicodedata.normalize("NFD", c)) for c in letters]
    checked = [(c, parts) for c, parts in pieces if len(parts) > 1 and unicodedata.normalize("NFC", parts) == c]
    assert len(checked) > 11_172 + 800
    # Each of the letters, and of the syllables of Hangul, which are composed by a formula, every seventh.
    for whole, parts in [*checked[:830], *checked[830::7]]:
        assert fixed(parts) == whole, named(whole)


def test_what_nfkc_destroys_comes_through() -> None:
    for character in "①½㎡№Ⅷ㈱℃…﷽²₂ªµ㋿㍻⑴⒈㊣㎏™Ⓐ🄰ﬁ":
        text = BEFORE + character + AFTER
        assert fix(Document(text), GROUP, Safety.UNSAFE).text == text
        assert not found(character), character


KEPT = {
    "emoji": "👨\u200d👩\u200d👧、❤\ufe0f、1\ufe0f\u20e3、☎\ufe0e、👍🏽、🏳\ufe0f\u200d🌈、🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "ideographic variation sequences": "葛\U000e0100城市、辻\U000e0101さん、邉\U000e0104",
    "Persian, Hebrew": "می\u200cخواهم、\u2067שלום\u2069、שלום\u200f، \u200fعربي",
    "Indic": "क\u094d\u200dष、ക്\u200d、ශ්\u200dරී",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ ᠤᠯᠤᠰ\u202fᠤᠨ ᠭᠠᠷ\u180bᠬᠠᠭᠰᠠᠨ\u180e",
    "Khmer, Thai": "ភាសា\u200bខ្មែរ、ภาษา\u200bไทย",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=list(KEPT))
def test_scripts_and_emoji_keep_theirs(text: str) -> None:
    for whole in (text, f"{BEFORE}{text}{AFTER}"):
        assert [finding.rule for finding in check(Document(whole), GROUP)] == []
