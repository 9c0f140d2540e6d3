"""A large text that two processes check: nothing of that is to be seen but the time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from conftest import SEEDS
from test_firstlook import JOINED
from test_properties import FORMATS, RULES
from wenlint import Document, Finding, report
from wenlint.fixing import two_processes
from wenlint.fixing.check import RuleCrashError, check
from wenlint.fixing.fix import fix
from wenlint.model.rule import Rule

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="another process helps on Linux with two cores"
)
TEXT = "会议认为,在全党开展。\n" * 40
#: A rule of each process.
HELPED = next(rule for rule in RULES if rule.group in two_processes.GROUPS and rule.name == "final-newline")
OWN = next(rule for rule in RULES if rule.name == "halfwidth-mark")


@pytest.fixture(autouse=True)
def any_size(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Also a small text is shared out, and afterwards no process is left."""
    monkeypatch.setattr("wenlint.fixing.check.LARGE", 0)
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def of(rule: Rule, body: Callable[[Document], Iterator[Finding]]) -> Rule:
    return msgspec.structs.replace(rule, check=body)


@pytest.mark.parametrize("format", FORMATS)
def test_two_processes_find_what_one_finds(format: str) -> None:
    for text in (*JOINED[:6], *(seed.read_text("utf-8") for seed in SEEDS), "甲" * 500):
        document = Document(text, format)
        assert check(document, RULES, alone=False) == check(Document(text, format), RULES)
        assert fix(Document(text, format), RULES, alone=False) == fix(document, RULES)


def test_both_processes_take_part() -> None:
    here = os.getpid()

    def process(document: Document) -> Iterator[Finding]:
        yield report((0, 1), "here" if os.getpid() == here else "there")

    found = check(Document(TEXT), [of(HELPED, process), of(OWN, process)], alone=False)
    assert {(finding.rule, finding.message) for finding in found} == {(HELPED.name, "there"), (OWN.name, "here")}


@pytest.mark.parametrize("rule", [HELPED, OWN], ids=lambda rule: rule.name)
def test_a_rule_that_crashes_is_named_wherever_it_runs(rule: Rule) -> None:
    def crash(document: Document) -> Iterator[Finding]:
        raise ValueError("甲")
        yield

    with pytest.raises(RuleCrashError, match=f"rule {rule.name} .*crashed: ValueError: 甲"):
        check(Document(TEXT), [of(rule, crash), HELPED, OWN], alone=False)


@pytest.mark.parametrize("end", [lambda: os._exit(0), lambda: os.kill(os.getpid(), 9), lambda: sys.exit(3)])
def test_the_work_of_a_process_that_ends_is_done_again(end: Callable[[], None]) -> None:
    here = os.getpid()

    def fall(document: Document) -> Iterator[Finding]:
        if os.getpid() != here:
            end()
        yield report((0, 1), "甲")

    assert [finding.message for finding in check(Document(TEXT), [of(HELPED, fall)], alone=False)] == ["甲"]


def test_where_no_process_can_be_started_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert check(Document(TEXT), RULES, alone=False) == check(Document(TEXT), RULES)


def test_the_other_process_ends_with_who_asked(tmp_path: Path) -> None:
    """The one that asked is killed while the other has more to say than a pipe holds."""
    script = tmp_path / "ask.py"
    script.write_text(
        "import os, sys, time\n"
        "import wenlint.fixing.check\n"
        "from wenlint import Document, halves\n"
        "from wenlint.rules.loader import load_rules\n"
        "wenlint.fixing.check.LARGE = 0\n"
        "def check_all(document, rules):\n"
        "    if os.getpid() == here:\n"
        "        print(flush=True)\n"
        "        time.sleep(60)\n"
        "    return wenlint.fixing.check._check(document, rules)\n"
        "here = os.getpid()\n"
        "halves.check(Document('文\\f' * 20_000), load_rules(), check_all)\n",
        "utf-8",
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(3)  # until the other is done and waits for its findings to be read
        process.kill()
        process.wait()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                os.killpg(process.pid, 0)
            except ProcessLookupError:
                break
            time.sleep(0.1)
        else:
            os.killpg(process.pid, signal.SIGKILL)
            pytest.fail("the other process went on")
