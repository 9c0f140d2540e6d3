"""The benchmark of speed reckons rightly, and each benchmark keeps to its part of the page. Nothing here is timed."""

import sys
from pathlib import Path

import pytest

from benchmarks.page import PageError, put, table, with_section
from benchmarks.plot import dots
from benchmarks.speed import measure, report, texts
from benchmarks.speed.figures import Spread, exponent, ratios, spread
from benchmarks.speed.measure import Result
from benchmarks.speed.report import Series
from benchmarks.speed.tools import WENLINT, Command, cached


def test_ratios_are_of_the_same_round() -> None:
    # a slow second round is slow for both
    assert ratios([2, 20, 4], [1, 10, 2]) == Spread(2, 2, 2)
    assert ratios([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]) == Spread(2, 3, 4)
    with pytest.raises(ValueError, match="zip"):
        ratios([1, 2], [1])


def test_one_figure_has_no_spread() -> None:
    assert spread([3]) == Spread(3, 3, 3)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [({1: 1, 4: 4}, 1), ({1: 1, 4: 16}, 2), ({16: 4, 1: 9, 4: 4}, 0), ({1: 1}, None), ({}, None)],
)
def test_growth_is_that_of_the_two_largest_sizes(seconds: dict[float, float], expected: float | None) -> None:
    assert exponent(seconds) == (expected if expected is None else pytest.approx(expected))


def test_a_section_is_replaced_and_the_rest_stays() -> None:
    page = "# 题\n\n前\n\n<!-- begin a -->\n\n旧\n\n<!-- end a -->\n\n后\n"
    changed = with_section(page, "a", "新\n")
    assert changed == page.replace("旧", "新")
    assert with_section(changed, "a", "旧") == page
    both = with_section(page, "b", "另")
    assert both == page + "\n<!-- begin b -->\n\n另\n\n<!-- end b -->\n"
    assert with_section(both, "a", "新") == with_section(changed, "b", "另")


@pytest.mark.parametrize(
    "page",
    ["<!-- begin a -->", "<!-- end a -->", "<!-- end a --><!-- begin a -->", "<!-- begin a -->" * 2 + "<!-- end a -->"],
)
def test_marks_that_are_no_pair_are_an_error(page: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(page, "utf-8")
    with pytest.raises(PageError, match="a pair"):
        put(path, "a", "新")
    assert path.read_text("utf-8") == page


def test_the_page_of_the_project_has_a_part_for_each_benchmark() -> None:
    page = (texts.ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    for name in ("roundtrip", "speed"):
        assert page.count(f"<!-- begin {name} -->") == page.count(f"<!-- end {name} -->") == 1


def test_a_table_has_names_left_and_figures_right() -> None:
    assert table(("甲", "乙"), [("一", "1")]) == "| 甲 | 乙 |\n| --- | ---: |\n| 一 | 1 |"


@pytest.mark.parametrize("text", [*texts.standard(None, None), *texts.WORST], ids=lambda text: text.name)
@pytest.mark.parametrize("size", [10_000, 50_001])
def test_a_text_has_the_size_asked_for(text: texts.Text, size: int) -> None:
    whole = text.whole(size)
    assert size - 6 <= len(whole) <= size + 1
    assert whole.decode("utf-8").endswith("\n")


def test_worst_texts_are_one_line_and_differ() -> None:
    assert {text.whole(1000).count(b"\n") for text in texts.WORST} == {1}
    assert (
        len({text.whole(1000) for text in texts.WORST}) == len({text.name for text in texts.WORST}) == len(texts.WORST)
    )


def test_texts_come_from_a_folder_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "b.md").write_text("乙", "utf-8")
    (tmp_path / "in" / "a.md").write_text("甲", "utf-8")
    (tmp_path / "c.txt").write_text("丙", "utf-8")
    clean, _, markdown = texts.standard(tmp_path, tmp_path)
    assert clean.unit == markdown.unit == "乙\n\n甲\n\n"
    assert list(texts.repository(tmp_path, 8)) == [
        ("000/000.md", "乙".encode()),
        ("000/001.md", "甲".encode()),
        ("001/000.md", "乙".encode()),
    ]
    with pytest.raises(FileNotFoundError, match="no Markdown"):
        texts.standard(None, tmp_path / "none")


def test_a_command_names_the_file_or_the_folder() -> None:
    command = Command("x", "check", ("x", "{path}", "{kind}"), ("x", "--all"))
    assert command.line("a.md", ".md") == ["x", "a.md", "markdown"]
    assert command.line("a.txt", ".txt") == ["x", "a.txt", "text"]
    assert command.line(".", "") == ["x", "--all"]
    assert cached(Command(WENLINT, "check", ("w",), ("w", "--no-cache", "{path}"))).line(".", "") == ["w", "."]


PYTHON = sys.executable


def outcome(tmp_path: Path, code: str, limit: float = 60, **more: object) -> Result:
    """What comes of one round of a command that is this Python code."""
    command = Command("python", "fix", (PYTHON, "-I", "-S", "-c", code, "{path}"), writes=True)

    def prepare() -> str:
        (tmp_path / "a.txt").write_text("文", "utf-8")
        return "a.txt"

    options: dict[str, object] = {"ending": ".txt", "runs": 1, "limit": limit, **more}
    return measure.alternate([command], tmp_path, prepare, **options)["python: fix"]  # type: ignore[arg-type]


def test_what_goes_wrong_is_said(tmp_path: Path) -> None:
    assert outcome(tmp_path, "raise SystemExit(1)").trouble == ""
    assert outcome(tmp_path, "raise SystemExit(3)").trouble == "fails (3)"
    assert outcome(tmp_path, "import os, traceback\ntry: 1 / 0\nexcept: traceback.print_exc()").trouble == "crashes"
    assert outcome(tmp_path, "pass", changes=True).trouble == "changes nothing"
    assert outcome(tmp_path, "import sys; open(sys.argv[1], 'a').write('!')", changes=True).trouble == ""


def test_a_command_over_the_limit_is_ended_and_not_run_again(tmp_path: Path) -> None:
    result = outcome(tmp_path, "import time; time.sleep(600)", limit=0.2, runs=5)
    assert (result.trouble, result.middle, len(result.seconds)) == ("over 0.2 s", None, 1)


def test_the_peak_is_of_the_command_and_not_of_who_measures(tmp_path: Path) -> None:
    ours = bytearray(300_000_000)
    small = outcome(tmp_path, "pass").peak
    large = outcome(tmp_path, "bytearray(200_000_000)").peak
    assert small < len(ours) / 3
    assert large > 200_000_000


SERIES = Series(
    "clean text",
    {
        1: {
            "wenlint: check": Result([1, 1, 1], [1, 1, 1], 10_000_000),
            "limae: check": Result([2, 3, 4], [1, 1, 1], 20_000_000),
        },
        4: {
            "wenlint: check": Result([4, 4, 4], [4, 4, 9], 40_000_000),
            "limae: check": Result([20], [20], 0, "over 20 s"),
        },
    },
)


def test_a_table_compares_where_both_came_to_the_end() -> None:
    head, _, ours, theirs = report.of(SERIES).splitlines()
    assert head == "| command | 1 MB, s | 4 MB, s | MB/s | peak, MB | growth | ÷ wenlint check |"
    assert ours == "| wenlint: check | 1.0 | 4.0 | 1.0 | 40 | 1.00 | 1.0 |"
    assert theirs == "| limae: check | 3.0 | over 20 s | 0.33 | 20 |  | 3.0 (2.5–3.5) |"


def test_the_same_figures_make_the_same_plot() -> None:
    assert report.plot([SERIES]) == report.plot([SERIES])
    assert report.plot([SERIES]).count("<circle") == 6 + 2
    assert "<svg" in dots("a < b", ["c"], [("d", {"c": 0.5})], [(0, "0")])
    assert "a &lt; b" in dots("a < b", ["c"], [], [])


def test_the_section_says_what_is_missing() -> None:
    said = report.section([SERIES], ["limae is missing"], {"wenlint": "0.1"}, "3 rounds")
    assert said.startswith("## Speed\n")
    assert said.endswith("limae is missing")
    assert "Measured with wenlint 0.1; " in said
