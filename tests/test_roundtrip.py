"""The benchmark of PDFs judges rightly. Nothing here needs the extra `bench`."""

import pytest

from benchmarks.roundtrip.layouts import LAYOUTS
from benchmarks.roundtrip.score import Score, score, total
from benchmarks.roundtrip.texts import FOLDER, Text, TextError, load, parse

TRUTH = ["第一段说天气，说得很长。", "第二段讲Latin 和数字12。"]
PERFECT = Score(paragraphs=2, exact=2, breaks=1, breaks_given=1, breaks_hit=1, characters=27)


def changed(**fields: int) -> Score:
    values = {name: getattr(PERFECT, name) for name in Score.__slots__}
    return Score(**{**values, **fields})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一段说天气，说得很长。\n第二段讲Latin 和数字12。\n", PERFECT),
        # blank lines, indents, form feeds between paragraphs and the space by Latin are no damage
        ("\n　　第一段说天气，说得很长。 \n\n\f第二段讲 Latin和数字 12。", PERFECT),
        # a wrong join
        ("第一段说天气，说得很长。第二段讲Latin 和数字12。", changed(exact=0, breaks_given=0, breaks_hit=0)),
        # a missing join
        ("第一段说天气，\n说得很长。\n第二段讲Latin 和数字12。", changed(exact=1, breaks_given=2)),
        # a join in one place for another
        ("第一段说天气，\n说得很长。第二段讲Latin 和数字12。", changed(exact=0, breaks_hit=0)),
        # a lost character
        ("第一段说天，说得很长。\n第二段讲Latin 和数字12。", changed(exact=1, lost=1)),
        # a changed character
        ("第一段说天气,说得很长。\n第二段讲Latin 和数字12。", changed(exact=1, lost=1, extra=1)),
        # a page number in a line of its own inside a paragraph
        ("第一段说天气，\n— 7 —\n说得很长。\n第二段讲Latin 和数字12。", changed(exact=1, breaks_given=2, extra=3)),
        # the same between paragraphs: each paragraph is there
        ("第一段说天气，说得很长。\n— 7 —\n第二段讲Latin 和数字12。", changed(extra=3)),
        # a page number swallowed by a paragraph
        ("第一段说天气，— 7 —说得很长。\n第二段讲Latin 和数字12。", changed(exact=1, extra=3)),
        # stray spaces
        ("第一段 说天气， 说得很长。\n第二段讲Latin 和数字12。", changed(exact=1, stray_spaces=2)),
        # a paragraph lost whole
        ("第一段说天气，说得很长。\n", changed(exact=1, breaks_given=0, breaks_hit=0, lost=15)),
        ("", changed(exact=0, breaks_given=0, breaks_hit=0, lost=27)),
    ],
)
def test_a_score_counts_what_is_wrong(text: str, expected: Score) -> None:
    assert score(TRUTH, text) == expected


def test_a_paragraph_given_twice_is_exact_once() -> None:
    assert score(["是的。", "不是。"], "是的。\n是的。\n").exact == 1


def test_shares() -> None:
    both = total([score(TRUTH, "\n".join(TRUTH)), score(TRUTH, "".join(TRUTH))])
    assert (both.exact_share, both.precision, both.recall) == (0.5, 1.0, 0.5)
    assert both.f1 == pytest.approx(2 / 3)
    assert both.per_10k(27) == 5000
    assert Score().f1 == 0


def test_a_text_is_read_as_its_markup_says() -> None:
    text = parse(
        "a.zh-Hans",
        "zh-Hans",
        "# 题[^1]\n\n正文用`x = 1`，**重**。\n\n[^1]: 注。\n\n- 甲\n- 乙\n\n1. 丙\n\n上句，\\\n下句。\n\n> 图\n\n## 二\n",
    )
    assert text.truth(notes=True) == [
        "题1", "正文用x = 1，重。", "1 注。", "• 甲", "• 乙", "1. 丙", "上句，", "下句。", "图", "二",
    ]  # fmt: skip
    assert text.truth(notes=False)[:3] == ["题", "正文用x = 1，重。", "• 甲"]
    assert text.title == "题"


@pytest.mark.parametrize(
    "source",
    [
        "没有标题。",
        "# 题\n\n一段\n两行。",
        "# 题\n\n- 甲\n乙",
        "# 题\n\n上句，\\\n下句，\\",
        "# 题\n\n没有注[^1]。",
        "# 题\n\n注[^2]。\n\n[^2]: 从一数起。",
        "# 题\n\n[链接](a)",
        "# 题\n\n    缩进",
        "# 题\n\n\n\n空行太多",
    ],
)
def test_markup_that_is_not_known_is_an_error(source: str) -> None:
    with pytest.raises(TextError):
        parse("a.zh-Hans", "zh-Hans", source)


@pytest.mark.parametrize("text", load(), ids=lambda text: text.name)
def test_every_text_is_long_enough_and_scores_full_against_itself(text: Text) -> None:
    for notes in (False, True):
        truth = text.truth(notes)
        itself = score(truth, "\n".join(truth))
        assert (itself.exact_share, itself.f1, itself.lost, itself.extra, itself.stray_spaces) == (1, 1, 0, 0, 0)
        assert 1400 < itself.characters < 3000


def test_no_file_of_the_texts_is_left_out() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {text.name for text in load()}


def test_names_tell_layouts_apart() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)
