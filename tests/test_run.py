"""Many files: in order, whatever the number of processes, whatever becomes of one of them, and not looked at twice."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Run
from wenlint import Finding
from wenlint.model.findings import Edit, Fix, Safety
from wenlint.model.outcome import Excerpt

BAD, GOOD = "会议认为,要在全党开展。\n", "会议认为，要在全党开展。\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
CRASHING = '''
import os, signal, sys, time
from wenlint import report, rule

def memory(): raise MemoryError
def segfault(): os.kill(os.getpid(), signal.SIGSEGV)

DEATHS = {"甲": lambda: os._exit(0), "乙": segfault, "丙": memory, "丁": lambda: sys.exit(0), "戊": lambda: time.sleep(60)}

@rule(reported=["⟦己⟧"], good=["庚"])
def falls_down(document):
    """A rule that falls down."""
    for sign, death in DEATHS.items():
        if sign in document.text:
            death()
    for at, character in enumerate(document.prose):
        if character == "己":
            yield report((at, at + 1), MESSAGE)

MESSAGE = "“{0}”"
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty files of different sizes, every second one with a finding."""
    place = tmp_path / "many"
    for number in range(40):
        path = place / f"f{number % 4}" / f"{number:02}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((BAD if number % 2 else GOOD) + "\n好。\n" * (number * 7 % 40), "utf-8")
    return place


@pytest.fixture
def plugin(tmp_path: Path) -> dict[str, str]:
    """The environment in which somebody else's rule is installed."""
    place = tmp_path / "site"
    (place / "falling").mkdir(parents=True)
    (place / "falling" / "__init__.py").write_text("")
    (place / "falling" / "rules.py").write_text(CRASHING, "utf-8")
    (place / "falling-1.0.dist-info").mkdir()
    (place / "falling-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: falling\nVersion: 1.0\n")
    (place / "falling-1.0.dist-info" / "entry_points.txt").write_text("[wenlint.rules]\nfalling = falling\n")
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(place), os.environ.get("PYTHONPATH"))))}


def imported(wenlint: Run, *arguments: str | Path) -> tuple[set[str], str]:
    """The modules that a run imported, and what it printed."""
    result = wenlint(*arguments, env={"PYTHONPROFILEIMPORTTIME": "1"})
    times = [line for line in result.stderr.decode().splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in times}, result.stdout.decode()


# Worker processes


@pytest.mark.parametrize("form", ["text", "concise", "json"])
@pytest.mark.parametrize("command", [["check"], ["check", "--diff"], ["fix", "--diff"], ["check", "--statistics"]])
def test_the_number_of_processes_is_not_to_be_seen(wenlint: Run, folder: Path, command: list[str], form: str) -> None:
    one, three = (
        wenlint(*command, "-n", "--output-format", form, "--workers", count, folder, "missing.md") for count in "13"
    )
    assert one.stdout
    assert (one.stdout, one.stderr, one.returncode) == (three.stdout, three.stderr, three.returncode)


def test_files_are_repaired_by_the_workers(wenlint: Run, folder: Path) -> None:
    result = wenlint("fix", "--workers", "3", folder)
    assert (result.returncode, result.stdout) == (0, b"Fixed 20 problems.\n")
    assert not [path for path in folder.rglob("*.md") if BAD in path.read_text("utf-8")]
    assert not [path for path in folder.rglob("*") if path.name.startswith(".wenlint-")]


@POSIX
@pytest.mark.parametrize("workers", ["1", "3"])
@pytest.mark.parametrize(
    ("sign", "said"), [("甲", "exit status 0"), ("乙", "SIGSEGV"), ("丙", "MemoryError"), ("丁", "SystemExit")]
)
def test_a_file_that_falls_down_does_not_take_the_others(
    wenlint: Run, folder: Path, plugin: dict[str, str], sign: str, said: str, workers: str
) -> None:
    if workers == "1" and sign in "甲乙":
        pytest.skip("what ends the process ends it where there is but one")
    victim = folder / "f1" / "17.md"
    victim.write_text(sign + BAD, "utf-8")
    before = victim.read_bytes()
    result = wenlint("fix", "--workers", workers, "--output-format", "concise", folder, env=plugin)
    (line,) = [line for line in result.stdout.decode().splitlines() if line.startswith(str(folder))]
    assert line.startswith(f"{victim}:1:1: internal-error ")
    assert said in line
    assert result.returncode == 2
    assert result.stderr == b""
    assert victim.read_bytes() == before
    assert not [path for path in folder.rglob("*.md") if path != victim and BAD in path.read_text("utf-8")]


@POSIX
def test_many_that_fall_down(wenlint: Run, folder: Path, plugin: dict[str, str]) -> None:
    victims = sorted(folder.rglob("*.md"))[::3]
    for victim in victims:
        victim.write_text("甲", "utf-8")
    result = wenlint("check", "-q", "--workers", "2", "--output-format", "json", folder, env=plugin)
    crashed = [row["path"] for row in json.loads(result.stdout) if row["rule"] == "internal-error"]
    assert crashed == [str(victim) for victim in victims]
    others = wenlint("check", "-q", "-n", "--output-format", "json", *set(folder.rglob("*.md")) - set(victims))
    found = sorted(str(row) for row in json.loads(result.stdout) if row["path"] not in crashed)
    assert found == sorted(str(row) for row in json.loads(others.stdout))


@POSIX
def test_an_interrupt_ends_all_of_it(folder: Path, plugin: dict[str, str]) -> None:
    for name in ("00", "01"):
        (folder / "f0" / f"{name}.md").write_text("戊" + BAD * 1000, "utf-8")
    command = [sys.executable, "-m", "wenlint", "fix", "--workers", "2", str(folder)]
    process = subprocess.Popen(
        command,
        env={**os.environ, **plugin},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    out, error = process.communicate(timeout=30)
    assert process.returncode == 130
    assert (out, error) == (b"", b"wenlint: interrupted; files are replaced whole or not at all\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    assert not [path for path in folder.rglob("*") if path.name.startswith(".wenlint-")]


def test_small_jobs_are_done_in_one_process_and_large_ones_in_several() -> None:
    from wenlint.jobs.workers import worthwhile

    assert worthwhile([10_000]) == worthwhile([5_000] * 20) == 1
    assert worthwhile([10**9]) == 1
    assert worthwhile([100_000] * 1000) == len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else True


@pytest.mark.parametrize("workers", ["0", "-1", "many"])
def test_a_number_of_workers_that_is_none(wenlint: Run, folder: Path, workers: str) -> None:
    assert wenlint("check", f"--workers={workers}", folder).returncode == 2
    assert wenlint("check", folder, env={"WENLINT_WORKERS": workers}).returncode == 2


@POSIX
def test_a_name_that_is_no_text(wenlint: Run, folder: Path) -> None:
    path = os.fsencode(folder / "f1") + b"/\xff\xfe.md"
    try:
        Path(os.fsdecode(path)).write_text(BAD, "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    one, two, three = (wenlint("check", "--workers", count, folder) for count in "321")
    assert one.stdout == two.stdout == three.stdout
    assert one.returncode == 1
    assert b"\\udcff" in one.stdout


# The cache


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.shelf"))


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_what_was_kept_gives_the_same_report_and_imports_no_rules(wenlint: Run, folder: Path, form: str) -> None:
    cold = wenlint("check", "--output-format", form, folder, "missing.md")
    modules, warm = imported(wenlint, "check", "--output-format", form, folder)
    without = wenlint("check", "-n", "--output-format", form, folder)
    assert warm == without.stdout.decode()
    if form == "concise":
        assert cold.stdout.splitlines()[:20] == without.stdout.splitlines()[:20]
    assert not [name for name in modules if name.startswith("wenlint_rules")]
    assert not modules & {
        "wenlint.fixing.check",
        "wenlint.document.document",
        "wenlint.jobs.one_file",
        "wenlint.jobs.workers",
        "wenlint.rules.loader",
    }
    modules, _ = imported(wenlint, "check", "-n", folder)
    assert {"wenlint.rules.loader", "wenlint.jobs.one_file", "wenlint_rules.script.letter_evidence"} <= modules
    assert "wenlint.jobs.cache" not in modules


def rows(wenlint: Run, *arguments: str | Path, env: dict[str, str] | None = None) -> set[tuple[str, str]]:
    result = wenlint("check", "-q", "--output-format", "json", *arguments, env=env)
    return {(Path(row["path"]).name, row["rule"]) for row in json.loads(result.stdout)}


def test_what_changes_the_outcome_is_found_anew(wenlint: Run, tmp_path: Path) -> None:
    path, config = tmp_path / "a.md", tmp_path / "wenlint.toml"
    path.write_text("甲,乙 丙。\n", "utf-8")
    config.write_text("")
    comma, space = ("a.md", "halfwidth-mark"), ("a.md", "trailing-space")
    assert rows(wenlint) == {comma}
    path.write_text("甲,乙丙。 \n", "utf-8")  # as long as before
    assert rows(wenlint) == {comma, space}
    config.write_text('ignore = ["width"]')
    assert rows(wenlint) == {space}
    assert rows(wenlint, "--ignore", "spacing") == set()
    assert rows(wenlint, "--select", "width") == {comma}
    assert rows(wenlint, "--config", 'ignore = ["spacing"]') == {comma}
    assert rows(wenlint, "--per-file-ignores", "*.md:trailing-space") == set()
    assert rows(wenlint, "--isolated") == {comma, space}
    path.write_bytes("甲,乙。\n".encode("gbk"))
    assert rows(wenlint) == {("a.md", "undecodable-file")}
    config.write_text('encoding = "gb18030"')
    assert rows(wenlint) == {comma}
    config.write_text('encoding = "gb18030"\nper-file-encoding."a.*" = "utf-8"')
    assert rows(wenlint) == {("a.md", "undecodable-file")}
    path.write_text("甲,乙丙。 \n", "utf-8")
    config.write_text('terms = "terms.list"')
    for term in ("丙", "丁"):
        (tmp_path / "terms.list").write_text(f"{term}→戊\n", "utf-8")
        assert rows(wenlint) == {comma, space} | ({("a.md", "own-term")} if term == "丙" else set())
    config.write_text('ignore = ["nope"]')
    assert wenlint("check").returncode == 2
    path.unlink()
    config.unlink()
    assert rows(wenlint) == set()
    assert rows(wenlint, "a.md") == {("a.md", "unreadable-file")}


def test_a_wrong_configuration_is_said_though_one_of_the_same_meaning_was_kept(wenlint: Run, tmp_path: Path) -> None:
    base, own = tmp_path / "base.toml", tmp_path / "wenlint.toml"
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    own.write_text('extend = "base.toml"\nselect = ["width"]')
    base.write_text('select = ["spacing"]')
    assert wenlint("check").returncode == 0
    base.write_text('select = ["nope"]')
    assert wenlint("check").returncode == 2
    assert wenlint("check", "--select", "nope", "--isolated").returncode == 2


def test_what_does_not_change_the_outcome_is_no_reason_to_look_again(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BAD, "utf-8")
    wenlint("check", "--output-format", "json", path)
    os.utime(path, (1, 1))
    (tmp_path / "wenlint.toml").write_text('output-format = "concise"\nunsafe-fixes = true\nexclude = ["b.md"]')
    shutil.move(tmp_path / "wenlint.toml", tmp_path / "other.toml")
    for options in ([], ["--output-format", "json"], ["--unsafe-fixes"], ["--exclude", "b.md"], ["--statistics"]):
        modules, output = imported(wenlint, "check", *options, path)
        assert "wenlint.rules.loader" not in modules, options
        assert "halfwidth-mark" in output


def test_other_peoples_rules_are_part_of_the_key(wenlint: Run, tmp_path: Path, plugin: dict[str, str]) -> None:
    (tmp_path / "a.md").write_text("己。\n", "utf-8")
    source = tmp_path / "site" / "falling" / "rules.py"

    def found() -> list[str]:
        return [
            row["message"]
            for row in json.loads(wenlint("check", "-q", "--output-format", "json", "a.md", env=plugin).stdout)
        ]

    assert rows(wenlint, "a.md") == set()
    assert found() == ["“己”"]
    source.write_text(CRASHING.replace("“{0}”", "‘{0}’ again"), "utf-8")
    assert found() == ["‘己’ again"]
    before = len(kept(tmp_path / ".wenlint_cache"))
    (tmp_path / "site" / "falling-1.0.dist-info").rename(tmp_path / "site" / "falling-1.1.dist-info")
    assert found() == ["‘己’ again"]
    assert len(kept(tmp_path / ".wenlint_cache")) == before + 1
    assert rows(wenlint, "a.md") == set()


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other"])
def test_a_damaged_cache_is_not_believed(wenlint: Run, folder: Path, tmp_path: Path, damage: str) -> None:
    first = wenlint("check", folder)
    cache = tmp_path / ".wenlint_cache"
    shelves = kept(cache)
    assert len(shelves) == 4
    for shelf in shelves:
        data = bytearray(shelf.read_bytes())
        if damage == "flipped":
            data[-20] ^= 1
        shelf.write_bytes({"cut": data[:-9], "flipped": data, "empty": b"", "other": b"\x93" * 500}[damage])
    again = wenlint("check", folder)
    assert (again.stdout, again.returncode) == (first.stdout, first.returncode)
    modules, output = imported(wenlint, "check", folder)
    assert "wenlint.rules.loader" not in modules  # it was mended
    assert output == first.stdout.decode()


def test_what_fails_is_not_kept(wenlint: Run, tmp_path: Path, plugin: dict[str, str]) -> None:
    (tmp_path / "a.md").write_text("丙", "utf-8")
    (tmp_path / "b.md").write_bytes("中文".encode() + b"\xff\xfe\xfd")
    for _ in range(2):
        result = wenlint("check", "a.md", "b.md", env=plugin)
        assert result.returncode == 2
        assert result.stdout.count(b"-error ") == 1
        assert result.stdout.count(b" undecodable-file ") == 1
    assert kept(tmp_path / ".wenlint_cache") == []


def test_fixing_does_not_look_again_at_what_was_clean(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(GOOD, "utf-8")
    wenlint("check")
    modules, output = imported(wenlint, "fix")
    assert "wenlint.rules.loader" not in modules
    assert output == "Fixed 0 problems.\n"
    path.write_text(BAD, "utf-8")
    wenlint("check")
    assert wenlint("fix").stdout == b"Fixed 1 problem.\n"
    assert path.read_text("utf-8") == GOOD


def test_two_runs_at_once(folder: Path, tmp_path: Path, wenlint: Run) -> None:
    command = [sys.executable, "-m", "wenlint", "check", "-q", str(folder)]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    outputs = {run.communicate() for run in runs}
    assert outputs == {(wenlint("check", "-n", "-q", folder).stdout, b"")}
    assert [path for path in (tmp_path / ".wenlint_cache").iterdir() if path.suffix == ".part"] == []
    modules, _ = imported(wenlint, "check", folder)
    assert "wenlint.rules.loader" not in modules


def test_where_the_cache_is(wenlint: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "wenlint.toml").write_text('cache-dir = "kept/here"')
    wenlint("check", folder)
    assert len(kept(folder / "kept" / "here")) == 4
    wenlint("check", folder, env={"WENLINT_CACHE_DIR": "two"})
    assert len(kept(tmp_path / "two")) == 4
    wenlint("check", folder, "--cache-dir", "one", env={"WENLINT_CACHE_DIR": "three"})
    assert len(kept(tmp_path / "one")) == 4
    wenlint("check", folder, "--cache-dir", "four", env={"WENLINT_NO_CACHE": "1"})
    wenlint("check", "-", stdin=BAD.encode())
    assert {path.name for path in tmp_path.iterdir()} == {"many", "one", "two"}


def test_git_and_backups_leave_the_cache_out_and_so_do_we(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    wenlint("check")
    cache = tmp_path / ".wenlint_cache"
    assert (cache / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    status = subprocess.run(["git", "status", "--porcelain"], cwd=tmp_path, check=True, capture_output=True)
    assert status.stdout == b"?? a.md\n"
    (cache / "b.md").write_text(BAD, "utf-8")
    assert wenlint("check", "--no-respect-gitignore").returncode == 0


@pytest.mark.parametrize("make", [lambda path: path.write_text(""), lambda path: path.mkdir(0o500)])
def test_a_cache_that_can_not_be_written_is_done_without(
    wenlint: Run, folder: Path, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / ".wenlint_cache")
    result = wenlint("check", folder)
    assert result.stdout == wenlint("check", "-n", folder).stdout
    assert result.stderr.startswith(b"wenlint: .wenlint_cache: ") or os.geteuid() == 0  # root may write anywhere
    assert wenlint("check", "-q", folder).stderr == b""


def test_clean(wenlint: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "f1" / "wenlint.toml").write_text("")
    result = wenlint("check", folder)
    caches = [tmp_path / ".wenlint_cache", folder / "f1" / ".wenlint_cache"]
    assert [len(kept(cache)) for cache in caches] == [3, 1]
    assert wenlint("clean").returncode == 0
    assert not [cache for cache in caches if cache.exists()]
    assert wenlint("clean").returncode == 0
    assert wenlint("check", folder).stdout == result.stdout


def test_the_cache_forgets_files_that_are_gone(wenlint: Run, folder: Path, tmp_path: Path) -> None:
    wenlint("check", folder)
    size = sum(shelf.stat().st_size for shelf in kept(tmp_path / ".wenlint_cache"))
    for path in folder.rglob("*.md"):
        path.unlink() if path.name[0] in "012" else path.write_text(GOOD * 2, "utf-8")
    wenlint("check", folder)
    shelves = kept(tmp_path / ".wenlint_cache")
    assert sum(shelf.stat().st_size for shelf in shelves) < size / 2
    for shelf in shelves[:3]:
        os.utime(shelf, (1, 1))
    (folder / "f0" / "new.md").write_text(GOOD, "utf-8")
    wenlint("check", folder / "f0")
    assert len(kept(tmp_path / ".wenlint_cache")) <= 2


# Size


@pytest.mark.parametrize(
    ("size", "fits"), [("37", False), ("38", True), ("0.037KB", False), ("1 kb", True), ("1MB", True)]
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_what_is_too_large_is_refused_whole(wenlint: Run, tmp_path: Path, size: str, fits: bool, command: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BAD.encode() + b"abc")
    result = wenlint(command, "--max-size", size, path)
    assert (b": file-too-large has 38 bytes" in result.stdout) is not fits
    assert result.returncode == (0 if fits and command == "fix" else 1)
    assert (path.read_text("utf-8") == GOOD + "abc\n") is (fits and command == "fix")
    (tmp_path / "b.txt").write_bytes(BAD.encode() + b"abc")
    (tmp_path / "wenlint.toml").write_text(f"max-size = {size!r}")
    assert (b" file-too-large " in wenlint("check", "b.txt").stdout) is not fits


def test_standard_input_that_is_too_large_comes_out_as_it_was(wenlint: Run) -> None:
    result = wenlint("fix", "--max-size", "10", "-", stdin=BAD.encode())
    assert (result.stdout, result.returncode) == (BAD.encode(), 1)
    assert b"file-too-large" in result.stderr


def test_a_cached_file_is_refused_all_the_same(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    assert wenlint("check").returncode == 0
    assert wenlint("check", "--max-size", "10").returncode == 1


@pytest.mark.parametrize("size", ["many", "-1", "1TB", "", "1.2.3MB"])
def test_a_size_that_is_none(wenlint: Run, tmp_path: Path, size: str) -> None:
    assert wenlint("check", f"--max-size={size}").returncode == 2
    (tmp_path / "wenlint.toml").write_text(f"max-size = {size!r}")
    result = wenlint("check")
    assert result.returncode == 2
    assert b"wenlint.toml: max-size: " in result.stderr


# What is imported


#: Of Wenlint, to check one small file of plain text; the rules are imported, too.
OURS = [
    "cli",
    "cli.console",
    "cli.options",
    "cli.report_file",
    "config",
    "config.discovery",
    "config.globs",
    "config.plan",
    "config.presets",
    "config.schema",
    "config.values",
    "document.by_block",
    "document.convention",
    "document.language",
    "document.layout",
    "document.layout.columns",
    "document.layout.evidence",
    "document.layout.fragments",
    "document.layout.furniture",
    "document.layout.joins",
    "document.layout.lines",
    "document.layout.paragraphs",
    "document.legible",
    "document.machine_lines",
    "document.mojibake",
    "document.not_prose",
    "document.numbering",
    "document.pairs",
    "document.width_folding",
    "document.witness",
    "files",
    "files.boundary",
    "files.reading",
    "fixing",
    "fixing.check",
    "fixing.culprits",
    "fixing.fix",
    "fixing.guard",
    "fixing.repaired",
    "formats",
    "formats.page_markers",
    "formats.prose",
    "formats.rows",
    "jobs",
    "jobs.interrupts",
    "jobs.many_files",
    "jobs.one_file",
    "model",
    "model.custom",
    "model.findings",
    "model.outcome",
    "model.rule",
    "model.settings",
    "rules",
    "rules.entry_points",
    "rules.loader",
    "rules.selection",
    "search",
    "search.own_patterns",
    "search.patterns",
    "search.prefilter",
    "source",
    "source.binary",
    "source.codec",
    "source.encoding",
    "unicode",
    "unicode.character_names",
    "unicode.characters",
    "unicode.code_rows",
    "unicode.composition",
    "unicode.control_names",
    "unicode.escape",
    "unicode.frequency",
    "unicode.letters",
]
#: What an installation may import by itself, and msgspec and others if it is there.
SITE = {"_distutils_hack", "sitecustomize", "usercustomize", "typing_extensions", "_virtualenv"}
#: What they stand on. Python's own are checked by those that take long to import.
OTHERS = {"click", "msgspec", "re2", "wenlint", "wenlint_rules"}
SLOW = {
    "asyncio", "concurrent", "dataclasses", "email", "hashlib", "http", "importlib.metadata", "json", "logging",
    "multiprocessing", "random", "sqlite3", "ssl", "statistics", "subprocess", "tempfile", "unittest", "xml", "zipfile",
}  # fmt: skip


def test_little_is_imported_to_check_one_small_file(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    modules, output = imported(wenlint, "check", "--no-cache", path)
    assert "halfwidth-mark" in output
    assert (
        sorted(name.removeprefix("wenlint.") for name in modules if name.startswith("wenlint.") and "__" not in name)
        == OURS
    )
    tops = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names)
    assert {top for top in tops if find_spec(top)} - SITE == OTHERS
    assert not modules & SLOW


# What a report needs of a text


@pytest.mark.parametrize("text", ["甲\n乙\r\n丙\r丁\n\n戊", "\n", "\r\n", "甲", "甲\r\r\n", "\n\n甲\n", "\r\n\r\n\r甲"])
def test_an_excerpt_knows_the_place_of_every_finding(text: str) -> None:
    lines = text.replace("\r\n", "\v\n").replace("\v\n", "\n").replace("\r", "\n").split("\n")
    for place in range(len(text) + 1):
        for last in range(place, len(text) + 1):
            edits = (Edit(place, place, ""), Edit(last, len(text), ""))
            excerpt = Excerpt.of(text, [Finding(place, last, "", Fix(edits, Safety.SAFE))])
            for offset in (place, last, len(text)):
                position = excerpt.position(offset)
                before = (
                    text[: offset - (text[max(offset - 1, 0) : offset + 1] == "\r\n")]
                    .replace("\r\n", "\n")
                    .replace("\r", "\n")
                )
                assert position.line == before.count("\n") + 1
                assert excerpt.line(offset).text == lines[position.line - 1]
                assert position.offset == offset
                assert text[offset - position.column + 1 :].startswith(lines[position.line - 1])
