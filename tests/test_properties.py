"""What holds for any text: it settles, keeps its letters, its structure, and what is not prose."""

import re
from pathlib import Path

import msgspec
import pytest
from conftest import SEEDS
from hypothesis import given
from hypothesis import strategies as st
from wenlint import Document, Safety
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix
from wenlint.formats import load
from wenlint.formats.prose import Tie
from wenlint.model.findings import Edit, Fix
from wenlint.model.rule import Rule
from wenlint.model.settings import Settings
from wenlint.rules.loader import load_rules
from wenlint.source.encoding import Source
from wenlint_rules.characters.equivalents import EQUIVALENTS

RULES = load_rules()
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
PIECES = [
    *"，。、；：？！“”‘’（）《》【】—…·",
    *",.;:?!()[]\"'-*_`~#>|$\\<&{}/+=@%",
    *" \t\n\u3000\u00a0\u200b\ufeff\u00ad\f\r",
    *"12Vu A股", *"Ａ１ａ", "⼈", "⽣", "㐀", "\U00020000", "々", "〇", "の", "カ", "가", "é", "😀", "👨\u200d👩",
    "\n\n", "\r\n", "  \n", "\\\n", "...", "......", "--", "——", "……", "<PAGE_DIV>", "--- Page 3 ---", "<!-- Page 3 -->",
    "# ", "## ", "- ", "1. ", "> ", "```\n", "`code`", "**", "*", "[链接](u)", "![图](i)", "<b>", "</b>", "<br>",
    "https://a.cn/中,文", "a@b.cn", "{{ x }}", "::: tip\n", "| a | b |\n|---|---|\n", "第一条 ", "（一）", "1,234", "10:30",
    "---\n", "$x$", "&nbsp;", "&amp;", "[^1]", "[^1]: 注\n", "\n    ", "建功", "新时代", "会议", "认真",
    "⻋", "ﬁ", "か\u3099", "e\u0301", "\x01", "\x93", "\ufffe", "\ufffd", "\ue001", "(cid:12)", "\u202e", "\U000e0041", "\uf90a", "锟斤拷", "Ã©", "а", "ー", "力",
    "\n##", "\n#", "\n＃＃", "［链接］（https://a.cn）", "\n１．", "\n２．", "。**", "** ", " **", "“**", "https://a.cn，", "帐号", "github",
    "這裡說的是國語，我們還會學習電腦與網路。", "这里说的是国语，我们还会学习电脑与网络。", "这個", "以后", "以後", "図書", "爲", "看着", "里裡裏",
    "regis-\n", "ter ", "register ", "a \ufffe", "第第第一一一章章章", "\u3000\u3000", "第一章……………1\n",
]  # fmt: skip
TEXT = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(HAN, min_size=1, max_size=12), st.text(max_size=3)),
    max_size=40,
).map("".join)
FORMATS = ("plain", "markdown")
SENTENCE = st.lists(st.text(HAN, min_size=2, max_size=12), min_size=1, max_size=6).map("，".join)
PARAGRAPH = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "\u3000\u3000", "第一条 ", "（一）", "1. ", "    ", "\ufeff"]),
    st.lists(SENTENCE, min_size=1, max_size=4).map("。".join),
    st.sampled_from(["。", "；", "：", "", "！”", " regis-"]),
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\n\n", " \n", "\n\f", "\n- 1 -\n", "\n- 2 -\n\f\n", "<PAGE_DIV>", "\r\n"])


@st.composite
def cut_texts(draw: st.DrawFn) -> str:
    """Paragraphs whose lines were cut to one width, as an extractor gives them."""
    width = draw(st.integers(10, 24))
    parts = []
    for paragraph in draw(st.lists(PARAGRAPH, min_size=2, max_size=12)):
        lines = [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
        parts += ["\n".join(lines), draw(ENDS)]
    return "".join(parts)


#: Every promise in its own words: radicals and full-width letters are their letters, so are the
#: zeros of Chinese numerals; markers are furniture, and what is drawn three times is there once.
MARKER = re.compile(r"<PAGE_DIV>|-+ Page 3 -+|<!-- Page 3 -->")
RADICALS_AND_FORMS = re.compile("[⼀-⿕０-９Ａ-Ｚａ-ｚﬀ-ﬆ]")
DRAWN = "第第第一一一章章章"
HALF_KANA = re.compile("[\uff66-\uff9f]+")


def letters(text: str) -> str:
    import unicodedata

    folded = "".join(
        unicodedata.normalize("NFKC", c) if RADICALS_AND_FORMS.match(c) else EQUIVALENTS.get(c, c)
        for c in unicodedata.normalize(
            "NFC",
            HALF_KANA.sub(
                lambda run: unicodedata.normalize("NFKC", run[0]), MARKER.sub("", text).replace(DRAWN, "第一章")
            ),
        )
    )
    zeros = dict.fromkeys(map(ord, "○◯◦Oo0ΟО"), "〇")
    return re.sub(r"[\W_]+", "", folded.translate(str.maketrans("户戸靑黃黒", "戶戶青黄黑", "ー") | zeros))


@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT, safety=st.sampled_from([Safety.SAFE, Safety.UNSAFE]))
def test_fixing_settles(format: str, text: str, safety: Safety) -> None:
    once = fix(Document(text, format), RULES, safety).text
    assert fix(Document(once, format), RULES, safety).text == once


@pytest.mark.parametrize("format", FORMATS)
@given(text=cut_texts(), safety=st.sampled_from([Safety.SAFE, Safety.UNSAFE]))
def test_fixing_a_text_that_was_cut_settles(format: str, text: str, safety: Safety) -> None:
    once = fix(Document(text, format), RULES, safety).text
    assert fix(Document(once, format), RULES, safety).text == once


@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT)
def test_each_rule_settles_alone(format: str, text: str) -> None:
    for rule in RULES:
        once = fix(Document(text, format), [rule], Safety.UNSAFE).text
        assert fix(Document(once, format), [rule], Safety.UNSAFE).text == once, rule.name


@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT)
def test_safe_fixes_keep_the_letters(format: str, text: str) -> None:
    assert letters(fix(Document(text, format), RULES).text) == letters(text)


@given(text=TEXT)
def test_safe_fixes_keep_the_structure_of_markdown(text: str) -> None:
    markdown = load("markdown")
    fixed = fix(Document(text, "markdown"), RULES).text
    before, after = (
        markdown.loosened(tuple(item for section in markdown.sections(t) for item in section.shape), Settings())
        for t in (text, fixed)
    )
    assert before == after


@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT)
def test_segments_tie_prose_to_its_source(format: str, text: str) -> None:
    document = Document(text, format)
    prose = document.parsed.prose
    if not prose.segments:
        assert prose.text == (text if prose.segments is None else "")
        return
    ends = [segment.prose for segment in prose.segments[1:]] + [len(prose.text)]
    for segment, end in zip(prose.segments, ends, strict=True):
        assert segment.prose < end
        assert 0 <= segment.start <= segment.end <= len(text)
        if segment.tie is Tie.EXACT:
            assert prose.text[segment.prose : end] == text[segment.start : segment.end]
    for one, other in zip(prose.segments, prose.segments[1:], strict=False):
        assert one.end <= other.start
        assert one.end <= other.point <= other.start


@given(text=TEXT, data=st.data())
def test_an_edit_of_prose_never_reaches_markup(text: str, data: st.DataObject) -> None:
    document = Document(text, "markdown")
    prose = document.parsed.prose
    start = data.draw(st.integers(0, len(prose.text)))
    end = data.draw(st.integers(start, len(prose.text)))
    fixed = prose.fix_in_source(Fix((Edit(start, end, "新"),), Safety.SAFE))
    if fixed is None:
        return
    editable = {
        offset
        for segment in prose.segments or []
        if segment.tie is not Tie.FIXED
        for offset in range(segment.start, segment.end)
    }
    touched = {offset for edit in fixed.edits for offset in range(edit.start, edit.end)}
    assert touched <= editable


@given(text=TEXT)
def test_findings_lie_in_the_text(text: str) -> None:
    for format in FORMATS:
        for finding in check(Document(text, format), RULES):
            assert 0 <= finding.start <= finding.end <= len(text)


@given(data=st.binary(max_size=200))
def test_bytes_come_back_as_they_were(data: bytes) -> None:
    from wenlint.source.encoding import SourceError

    try:
        source = Source.decode(data)
    except SourceError:
        return
    assert source.encode(source.text) == data


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("safety", [Safety.SAFE, Safety.UNSAFE])
def test_seeds_settle(seed: Path, format: str, safety: Safety) -> None:
    text = seed.read_text("utf-8")
    for rules in (RULES, *([rule] for rule in RULES)):
        once = fix(Document(text, format), rules, safety).text
        assert fix(Document(once, format), rules, safety).text == once


UNGATED = [msgspec.structs.replace(rule, needs="") for rule in RULES]


@pytest.mark.parametrize("format", FORMATS)
@given(text=TEXT)
def test_what_a_rule_needs_hides_nothing(format: str, text: str) -> None:
    assert check(Document(text, format), RULES) == check(Document(text, format), UNGATED)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs], ids=lambda rule: rule.name)
def test_what_a_rule_needs_hides_nothing_in_the_examples(rule: Rule) -> None:
    ungated = msgspec.structs.replace(rule, needs="")
    texts = [example.text for other in RULES for example in other.bad] + [
        text for other in RULES for text in other.good
    ]
    for text in (*texts, *(seed.read_text("utf-8") for seed in SEEDS)):
        assert check(Document(text), [rule]) == check(Document(text), [ungated])
