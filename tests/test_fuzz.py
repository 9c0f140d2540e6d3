"""The fuzz: its corpus holds, what is known still fails, and it would notice what it looks for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from wenlint.jobs.one_file import Result
from wenlint.model.findings import Finding, Fix
from wenlint.model.outcome import Excerpt, Outcome

from benchmarks.fuzz import conserved, generate, known, shown, structure, trial
from benchmarks.fuzz.case import Case, Custom, pack, unpack
from benchmarks.fuzz.session import Session
from benchmarks.fuzz.shrink import shrunk
from benchmarks.fuzz.trial import Failure, examine

CORPUS = sorted(known.CORPUS.glob("*.case"))
KNOWN = known.load()


def oracles(case: Case) -> set[str]:
    return {failure.oracle for failure in examine(case).failures}


@pytest.mark.parametrize("part", range(8))
def test_the_corpus_breaks_nothing_new(part: int) -> None:
    for path in CORPUS[part::8]:
        new = [
            one for one in examine(known.read(path)).failures if not any(known_one.explains(one) for known_one in KNOWN)
        ]
        assert new == [], path.name


def test_the_corpus_is_small() -> None:
    sizes = [path.stat().st_size for path in CORPUS]
    assert len(sizes) > 100
    assert max(sizes) <= 600
    assert sum(sizes) < 500_000


@pytest.mark.parametrize("one", KNOWN, ids=lambda one: one.case)
def test_what_is_known_still_fails(one: known.Known) -> None:
    assert known.mended([one]) == [], "mended: take it from known.toml and move its case to the corpus"
    assert one.reason


def test_every_known_case_is_listed() -> None:
    assert {path.stem for path in known.CASES.glob("*.case")} == {one.case for one in KNOWN}


def test_a_case_is_packed_and_unpacked() -> None:
    case = Case(
        "a.md", True, "ja", {"quotes": "corner"}, custom=[Custom("x", "甲", replacement="乙")], data=b"\n\xff\0"
    )
    assert unpack(pack(case)) == case
    assert unpack(b"no head") is None
    assert unpack(b'{"name": 1}\n') is None


def test_a_seed_gives_the_same_cases() -> None:
    first, second = ([generate.new(Random(f"7/{n}"), ["一段真的文字。"]) for n in range(50)] for _ in range(2))
    assert first == second
    assert len({pack(case) for case in first}) > 40


def changed(do: Callable[[Result], Result]) -> Callable[..., Result]:
    """`run_bytes` with a fault: what it gives for a fix is changed."""

    def run(data: bytes, path: Path, plan: object, *, fixing: bool) -> Result:
        result = real(data, path, plan, fixing=fixing)  # type: ignore[arg-type]
        return do(result) if fixing else result

    real = trial.run_bytes
    return run


def with_text(result: Result, text: str) -> Result:
    return Result(result.original, text, text.encode(), result.findings, result.applied)


TEXT = Case("a.md", data="# 题目\n\n会议认为,在全党 `a,b` 开展€ \r\n".encode())
FAULTS: dict[str, Callable[[Result], Result]] = {
    "letters": lambda r: with_text(r, r.text.replace("在", "再")),
    "symbols": lambda r: with_text(r, r.text.replace("€", "。")),
    "structure": lambda r: with_text(r, r.text.replace("a,b", "a，b")),
    "line-ends": lambda r: with_text(r, r.text.replace("。", "") + "\r"),
    "unsettled": lambda r: with_text(r, r.text + "一"),
    "reread": lambda r: Result(r.original, r.text, r.data + "。".encode(), r.findings, r.applied),
    "left": lambda r: Result(r.original, r.text, r.data, [Finding(0, 1, "", rule="x")], r.applied),
    "out-of-text": lambda r: Result(r.original, r.text, r.data, [Finding(0, 999, "", rule="x")], r.applied),
    "promise": lambda r: Result(r.original, r.original, r.original.encode(), r.findings),
    "untouched": lambda r: Result(r.original, r.original, b"", r.findings, r.applied),
}


@pytest.mark.parametrize("oracle", FAULTS)
def test_each_oracle_sees_a_fault(oracle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert oracles(TEXT) == set()
    monkeypatch.setattr(trial, "run_bytes", changed(FAULTS[oracle]))
    assert oracle in oracles(TEXT)


def test_an_exception_is_named_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(*_: object, **__: object) -> Iterator[Fix]:
        raise ZeroDivisionError("no")

    monkeypatch.setattr(trial, "run_bytes", raises)
    assert examine(TEXT).failures == [Failure("crash", "ZeroDivisionError in test_fuzz.py, raises: no")]


def test_letters_are_alike_only_where_a_rule_says_so() -> None:
    assert conserved.difference("⼈Ａ", "人A", ["kangxi-radical", "fullwidth-alphanumeric"], []) == ""
    assert conserved.difference("⼈Ａ", "人A", ["kangxi-radical"], []) == "changed"
    assert conserved.difference("甲\n- 1 -\n乙", "甲\n乙", ["page-number"], []) == ""
    assert conserved.difference("甲\n好的\n乙", "甲\n乙", ["page-number"], []) == "lost beside furniture"
    assert conserved.difference("甲\n- 1 -\n乙", "甲\n丙", ["page-number"], []) == "changed beside furniture"
    assert conserved.difference("甲[[PB 1]]乙", "甲乙", ["page-marker"], [r"\[\[PB \d+\]\]"]) == ""


def test_structure_is_that_of_another_parser() -> None:
    assert structure.kept("- 甲\n- 乙\n", "- 甲，\n- 乙\n", [])
    assert not structure.kept("- 甲\n- 乙\n", "- 甲\n乙\n", [])
    assert not structure.kept("甲\n\n乙\n", "甲乙\n", [])
    assert structure.kept("甲<PAGE_DIV>\n\n乙\n", "甲乙\n", [])


def test_reports_are_looked_at_for_what_drives_a_terminal_or_a_log() -> None:
    finding = Finding(0, 1, "\x9b", rule="x")
    outcome = Outcome("::a", [finding], Excerpt.of("一", [finding]))
    assert list(shown.wrong(outcome, shown.FORMS)) == []
    assert shown.COMMAND.search("a\n ::error::")
    assert shown.hidden("a\x9b\u202e\t\n") == {"Bidi", "Cc"}
    assert shown.COMMAND.search("1 | ##[group]")
    assert not shown.COMMAND.search("1 | ::: tip")


def test_a_failure_is_made_small_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "run_bytes", changed(lambda r: with_text(r, r.text.replace("在", "再"))))
    case = Case("a.md", style={"quotes": "corner"}, data="很长的文字，在这里，后面还有。\n".encode("utf-16-le"))
    case = Case(case.name, style=case.style, data=b"\xff\xfe" + case.data)
    small, failure = shrunk(case, Failure("letters", ""))
    assert (failure.oracle, small.name, small.style) == ("letters", "a.txt", {})
    assert small.data.decode() == "在"
    session = Session(1, tmp_path, [])
    session.keep(small, failure, small=False)
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("letters-")
    assert known.read(path) == small
