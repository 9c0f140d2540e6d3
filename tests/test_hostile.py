"""Nobody gets in: names, texts, configurations and whoever ends a run are data, and no more than data."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Run

BAD, GOOD = "会议认为,要在全党开展。\n", "会议认为，要在全党开展。\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and devices are those of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc and /dev/full are Linux's")


def tell(result: subprocess.CompletedProcess[bytes]) -> str:
    return (result.stdout + result.stderr).decode()


# Arguments


@pytest.mark.parametrize("hook", [0, 1])
@pytest.mark.parametrize(
    "name", ["-o/deep/README.md", "-oREADME.md", "--exclude=*.md", "-lead.txt", "--fix", "--config=x.md"]
)
def test_a_hook_takes_no_name_for_an_option(wenlint: Run, tmp_path: Path, hook: int, name: str) -> None:
    words = shlex.split(
        re.findall(r"^  entry: wenlint (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.MULTILINE)[hook]
    )
    (tmp_path / "README.md").write_text(BAD, "utf-8")
    path = tmp_path / f"./{name}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BAD, "utf-8")
    victim = tmp_path / "deep" / "README.md"
    victim.parent.mkdir()
    victim.write_text(GOOD, "utf-8")
    result = wenlint(*words, "README.md", name)
    assert "README.md" in tell(result) or words[0] == "fix"
    assert (tmp_path / "README.md").read_text("utf-8") == (GOOD if words[0] == "fix" else BAD)
    assert victim.read_text("utf-8") == GOOD
    assert path.exists()


def test_an_option_after_the_options_is_told(wenlint: Run) -> None:
    result = wenlint("check", "--force-exclude", "--", "--select", "width")
    assert (
        b"--select:1:1: unreadable-file can't be read: No such file or directory; an option stands before --"
        in result.stdout
    )


@pytest.mark.parametrize("form", ["text", "concise", "json", "diff", "statistics"])
def test_a_report_replaces_a_report_and_nothing_else(wenlint: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    how = [f"--{form}"] if form in ("diff", "statistics") else ["--output-format", form]
    report, victim = tmp_path / "report", tmp_path / "README.md"
    for _ in range(2):  # new, then its own
        assert wenlint("check", *how, "-o", report, "a.md").returncode == 1
        assert report.stat().st_size
    (tmp_path / "b.md").write_text(GOOD, "utf-8")
    assert wenlint("check", "-o", report, "b.md").returncode == 0
    assert report.read_bytes() == b""
    assert wenlint("check", *how, "-o", report, "a.md").returncode == 1  # over an empty one
    for text in (BAD, "# 题\n\na.md:1:5: halfwidth-mark 好\n", "a.md:1:5: 好\n", "[]x", "a.md:1:5: halfwidth-mark 好"):
        victim.write_text(text, "utf-8")
        for command in (["check", "-oREADME.md", "a.md"], ["fix", *how, "-o", "README.md", "a.md"]):
            result = wenlint(*command)
            assert (result.returncode, result.stdout) == (2, b"")
            assert b"README.md is there already and is no report" in result.stderr
            assert victim.read_text("utf-8") == text
    assert (tmp_path / "a.md").read_text("utf-8") == BAD  # it is said before anything is written
    assert wenlint("check", *how, "--force", "-oREADME.md", "a.md").returncode == 1
    assert victim.read_bytes() != b""
    assert "is no report" not in tell(wenlint("check", "-oREADME.md", "a.md"))


def test_a_report_of_the_last_run_is_not_checked(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    first, second = (wenlint("check", "-o", "report.txt", "."), wenlint("check", "-o", "report.txt", "."))
    assert first.stdout == second.stdout


@POSIX
def test_a_report_may_go_to_a_device(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    assert wenlint("check", "-o", "/dev/null", "a.md").returncode == 1
    assert b"halfwidth-mark" in wenlint("check", "-o", "/dev/stdout", "a.md").stdout


# The cache


@pytest.mark.parametrize("command", [["check"], ["fix"], ["clean"]])
def test_in_a_folder_of_others_nothing_is_removed_or_written(wenlint: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    place = tmp_path / "downloads"
    place.mkdir()
    names = ["film.part", "books.shelf", f"{'0' * 40}.shelf", f"{'0' * 40}-abcdefgh.part", ".gitignore"]
    for name in names:
        (place / name).write_text("mine")
        os.utime(place / name, (1, 1))
    result = wenlint(*command, "--cache-dir", place)
    assert result.returncode == 0
    assert b"is not a cache of wenlint" in result.stderr
    assert sorted(path.name for path in place.iterdir()) == sorted(names)
    assert {path.read_text() for path in place.iterdir()} == {"mine"}


def test_of_a_cache_only_our_own_files_go(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    wenlint("check")
    place = tmp_path / ".wenlint_cache"
    for name in ("film.part", "books.shelf"):
        (place / name).write_text("mine")
        os.utime(place / name, (1, 1))
    (place / f"{'1' * 40}.shelf").mkdir()
    wenlint("check")
    assert b"removed .wenlint_cache" in wenlint("clean").stderr
    assert sorted(path.name for path in place.iterdir()) == ["1" * 40 + ".shelf", "books.shelf", "film.part"]


def test_an_empty_folder_becomes_a_cache(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    (tmp_path / "empty").mkdir()
    assert wenlint("check", "--cache-dir", "empty").stderr == b""
    assert {path.name for path in (tmp_path / "empty").iterdir()} > {"CACHEDIR.TAG", ".gitignore"}


@POSIX
def test_a_cache_is_not_reached_through_a_link(wenlint: Run, tmp_path: Path) -> None:
    repository, home = tmp_path / "repository", tmp_path / "home"
    repository.mkdir()
    (repository / "a.md").write_text(GOOD, "utf-8")
    wenlint("check", "--cache-dir", home, repository)  # a cache of ours, with files of ours
    before = sorted(home.iterdir())
    (repository / ".wenlint_cache").symlink_to(home)
    for command in ("check", "clean"):
        result = wenlint(command, cwd=repository)
        assert b"is not reached through a link" in result.stderr
        assert sorted(home.iterdir()) == before


@pytest.mark.parametrize("key", ["cache-dir", "terms", "extend"])
def test_a_repositorys_configuration_stays_inside_it(wenlint: Run, tmp_path: Path, key: str) -> None:
    repository = tmp_path / "repository"
    (repository / "docs").mkdir(parents=True)
    (repository / ".git").mkdir()
    (repository / "docs" / "a.md").write_text("网志。\n", "utf-8")
    inside, outside = repository / "own", tmp_path / "own"
    for place in (inside, outside):
        if key == "terms":
            place.write_text("网志→博客\n", "utf-8")
        elif key == "extend":
            place.write_text('target = "zh-Hans"\n')
    config = repository / "docs" / "wenlint.toml"
    config.write_text(f'{key} = "../own"\n')
    assert wenlint("check", cwd=repository / "docs").returncode == (1 if key == "terms" else 0)
    for name in ("../../own", str(outside)):
        config.write_text(f'{key} = "{name}"\n')
        result = wenlint("check", cwd=repository / "docs")
        assert result.returncode == 2
        assert f"{config}: {key}: {name} lies outside of {repository}" in tell(result)
        trusted = wenlint("check", "--config", config, cwd=repository / "docs")
        assert trusted.returncode == (1 if key == "terms" else 0), tell(trusted)
    if key != "cache-dir":
        inside.unlink()
        inside.symlink_to(outside)
        config.write_text(f'{key} = "../own"\n')
        assert "lies outside" in tell(wenlint("check", cwd=repository / "docs"))


# A configuration


@pytest.mark.parametrize(
    "config",
    [
        "page-markers = ['(a+)+$']",
        "page-markers = ['(x+x+)+[yz]']",
        "[[custom]]\nname = 'slow'\npattern = '(a|aa)+$'\nmessage = 'm'",
        "[[custom]]\nname = 'slow'\npattern = '(.*?,){40}P'\nmessage = 'm'",
    ],
)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_pattern_can_not_hang_the_machine(wenlint: Run, tmp_path: Path, config: str, workers: str) -> None:
    (tmp_path / "wenlint.toml").write_text(config)
    for number in range(8):
        (tmp_path / f"{number}.md").write_text("a" * 5000 + "! " + "x" * 3000 + "! y" + "1," * 60 + "\nP\n", "utf-8")
    start = time.monotonic()
    result = wenlint("check", "--workers", workers)
    assert time.monotonic() - start < 60, "eight files may not each take their five seconds"
    assert result.returncode == 2
    assert result.stdout.count(b"configuration-error") == 8
    assert b"takes too long on this text; make it simpler" in result.stdout
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    "pattern",
    ["(?:(?:(?:a{1000}){1000}){1000}){1000}", "(?:(?:a{1000}b|c){1000}d){1000}", "[(]{9}(a{99999}[)]{3})b{9,99999}"],
)
def test_a_pattern_can_not_fill_the_machine(wenlint: Run, tmp_path: Path, pattern: str) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    for config in (f"page-markers = ['{pattern}']", f"[[custom]]\nname = 'x'\npattern = '{pattern}'\nmessage = 'm'"):
        (tmp_path / "wenlint.toml").write_text(config)
        result = wenlint("check")
        assert result.returncode == 2
        assert b"repeats too much" in result.stderr


@POSIX
@pytest.mark.parametrize("make", ["link out", "link to nothing", "folder", "pipe"])
def test_a_configuration_that_can_not_be_read_is_told(wenlint: Run, tmp_path: Path, make: str) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    (repository / "a.md").write_text(BAD, "utf-8")
    (tmp_path / "outside.toml").write_text("max-size = 'secret'")
    config = repository / "wenlint.toml"
    {
        "link out": lambda: config.symlink_to(tmp_path / "outside.toml"),
        "link to nothing": lambda: config.symlink_to(repository / "none"),
        "folder": config.mkdir,
        "pipe": lambda: os.mkfifo(config),
    }[make]()
    result = wenlint("fix", cwd=repository)
    assert result.returncode == 2
    assert b"wenlint.toml" in result.stderr or b"none" in result.stderr
    assert b"secret" not in result.stderr
    assert (repository / "a.md").read_text("utf-8") == BAD


def test_an_empty_name_is_no_folder(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    assert wenlint("fix", "").returncode == 2
    assert (tmp_path / "a.md").read_text("utf-8") == BAD


def test_a_report_never_replaces_what_is_checked(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    for name in ("a.md", "./a.md"):
        result = wenlint("fix", "a.md", "--force", "-o", name)
        assert (result.returncode, (tmp_path / "a.md").read_text("utf-8")) == (2, BAD)
        assert b"is one of the files that are checked" in result.stderr


def test_a_usual_pattern_is_never_too_slow() -> None:
    from wenlint.search.own_patterns import compiled

    pattern = compiled(r"\[\[PB \d+\]\]", "page-markers")
    for _ in range(200):
        assert sum(1 for _ in pattern.finditer("会议认为[[PB 3]]要" * 5000)) == 5000


def test_a_glob_can_not_hang_the_machine(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text(f"exclude = ['{'*a' * 30}b']\n")
    (tmp_path / ("a" * 200 + ".md")).write_text(GOOD, "utf-8")
    assert wenlint("check").returncode == 0


@POSIX
@pytest.mark.parametrize("key", ["terms", "extend"])
def test_only_regular_files_of_some_size_are_read(wenlint: Run, tmp_path: Path, key: str) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_text("# \n" * 400_000)
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "large", "folder", "/dev/zero", "a\\u0000b", "x" * 5000):
        (tmp_path / "wenlint.toml").write_text(f'{key} = "{name}"\n')
        result = wenlint("check", "--config", "wenlint.toml")
        assert result.returncode == 2, name
        assert tell(result).count("\n") == 1, tell(result)
        assert f"{key}: " in tell(result) or "large: is larger than" in tell(result)


def test_a_list_of_many_terms_is_looked_for_in_one_go(tmp_path: Path) -> None:
    """Fifty thousand terms and a text of as many: each place is looked at once, not once a term."""
    from wenlint import Document
    from wenlint.rules.custom import of_terms

    path = tmp_path / "terms.txt"
    terms = (f"{chr(0x4E00 + n % 5000)}{chr(0x4E00 + n // 5000)}错→对\n" for n in range(50_000))
    path.write_text("".join(terms), "utf-8")
    assert len(list(of_terms(path).check(Document("一丁错，一丁，" * 50_000)))) == 50_000


def test_the_longer_of_two_terms_and_whole_latin_words(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text("网志→博客\n网志圈→博客圈\ngithub→GitHub\nC语言→C 语言\n", "utf-8")
    (tmp_path / "wenlint.toml").write_text('terms = "terms.txt"\nselect = ["custom"]')
    text = "网志圈和网志，用github，不用githubs，学C语言。\n"
    fixed = wenlint("fix", "--unsafe-fixes", "-", stdin=text.encode()).stdout.decode()
    assert fixed == "博客圈和博客，用GitHub，不用githubs，学C 语言。\n"


def test_what_lies_in_the_working_folder_is_not_imported(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    evil = "import pathlib; pathlib.Path('owned').write_text('')\n"
    (tmp_path / "evil.dist-info").mkdir()
    (tmp_path / "evil.dist-info" / "entry_points.txt").write_text("[wenlint.rules]\nx = evil_rules\n")
    for name in ("evil_rules", "click", "msgspec", "tomllib", "chardet", "re2", "pyromark"):
        (tmp_path / f"{name}.py").write_text(evil)
    for command in (["check"], ["fix"], ["rules"], ["check", "--workers", "2", "a.md", "."]):
        result = wenlint(*command)
        assert result.returncode == 0, tell(result)
        assert not (tmp_path / "owned").exists()


# What a person types, and streams that are not there


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("exclude = ['!']", "exclude: '!' is not a pattern"),
        ("exclude = ['[z-a]']", "exclude: '[z-a]' is not a pattern"),
        ("extend-exclude = ['a\\']", "is not a pattern"),
        ("per-file-target = { '!' = 'ja' }", "per-file-target: '!' is not a pattern"),
        (f"max-size = '{'9' * 400}'", "max-size"),
        (f"max-size = {'9' * 400}", "max-size"),
        (f"select = {'[' * 3000}", "nested too deeply"),
        ("select = []", "select: names no rule"),
        ("ignore = ['all']", "leave no rule"),
        ("terms = '\\u0000'", "terms"),
        ('terms = "\\u0000"', "can't be the name of a file"),
        ("page-markers = ['(']", "is not a regular expression"),
        ("page-markers = ['a*']", "matches the empty text"),
    ],
)
def test_a_wrong_configuration_is_told_in_one_line(wenlint: Run, tmp_path: Path, config: str, said: str) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    (tmp_path / "wenlint.toml").write_text(config)
    for command in (["check"], ["fix"], ["rules"]):
        result = wenlint(*command)
        if command == ["rules"] and ("leave no rule" in said or said == "terms"):
            continue
        assert result.returncode == 2, tell(result)
        assert result.stderr.startswith(b"wenlint: ")
        assert result.stderr.count(b"\n") == 1
        assert said in result.stderr.decode()
    assert (tmp_path / "a.md").read_text("utf-8") == BAD


def test_files_that_extend_each_other_for_ever(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    for number in range(1500):
        (tmp_path / f"{number}.toml").write_text(f'extend = "{number + 1}.toml"')
    (tmp_path / "wenlint.toml").write_text('extend = "0.toml"')
    result = wenlint("check")
    assert result.returncode == 2
    assert b"more than 32 files extend each other" in result.stderr
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--exclude", "!"], ["--extend-exclude", "a\\"], ["--per-file-ignores", "!:width"], ["--max-size", "9" * 400],
        ["--max-size", "1e9"], ["--config", f"select = {'[' * 3000}"], ["--config", "select = []"],
        ["--extension", "::"], ["--workers", "9" * 5000], ["--cache-dir", "\x1b"], ["--config", "terms = '/dev/zero'"],
        ["--stdin-filename", "\n", "-"], ["--select", "\x1b[31m"],
    ],
)  # fmt: skip
def test_a_wrong_argument_shows_no_traceback(wenlint: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    result = wenlint("check", *arguments)
    assert "Traceback" not in tell(result)
    assert "\x1b" not in tell(result)
    assert result.returncode == 0 or result.stderr


@POSIX
@pytest.mark.parametrize(
    ("how", "arguments", "status", "said"),
    [
        ("<&-", "check -", 2, "standard input can't be read"),
        ("<&-", "fix -", 2, "standard input can't be read"),
        ("<&-", "check", 1, ""),
        (">&-", "check", 2, "standard output can't be written"),
        (">&-", "check --output-format json", 2, "standard output can't be written"),
        (">&- < a.md", "fix -", 2, "standard output can't be written"),
        (">&-", "rules", 2, "standard output can't be written"),
        (">&- 2>&-", "check", 2, ""),
        ("2>&-", "check", 1, ""),
        ("2>&- < a.md", "fix -", 0, ""),
        (">/dev/full", "check", 2, "standard output can't be written: No space left on device"),
        (">/dev/full", "check --help", 2, "No space left on device"),
        (">/dev/full < a.md", "fix -", 2, "standard output can't be written: No space left on device"),
        ("2>/dev/full < a.md", "fix -", 0, ""),
        ("| true", "rules", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full(tmp_path: Path, how: str, arguments: str, status: int, said: str) -> None:
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    command = f"{shlex.quote(sys.executable)} -m wenlint {arguments} {how}"
    result = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    assert result.returncode == status, tell(result)
    assert said in result.stderr.decode()
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr
    assert (tmp_path / "a.md").read_text("utf-8") == BAD


@POSIX
def test_a_reader_that_has_gone_is_not_complained_about(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD * 20_000, "utf-8")
    script = f"{shlex.quote(sys.executable)} -m wenlint check a.md | head -1; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (141, b"")


# Whoever ends a run


def interrupted(folder: Path, number: int, module: str, *arguments: str, after: float = 0) -> tuple[int, str]:
    """The status and the messages of a run that is sent a signal as soon as it has imported a module."""
    process = subprocess.Popen(
        [sys.executable, "-m", "wenlint", *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
        start_new_session=True,
    )
    assert process.stderr is not None
    said = b""
    for line in process.stderr:
        said += line
        if line.rpartition(b"|")[2].strip() == module.encode():
            time.sleep(after)
            os.killpg(process.pid, number)
            break
    else:
        raise AssertionError(f"{module} was not imported")
    assert process.stdin is not None
    said += process.stderr.read()
    process.stdin.close()
    process.stderr.close()
    status = process.wait(timeout=30)
    return status, "".join(f"{line}\n" for line in said.decode().splitlines() if not line.startswith("import time:"))


@POSIX
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize(
    "module",
    ["wenlint.jobs.interrupts", "click", "wenlint.cli", "msgspec", "wenlint.cli.options", "wenlint.files.reading", "pathspec",
     "wenlint.rules.loader", "wenlint.document.layout", "re2", "wenlint.fixing.fix"],
)  # fmt: skip
def test_an_interrupt_is_told_by_the_status(tmp_path: Path, name: str, module: str) -> None:
    (tmp_path / "a.md").write_text(BAD * 100_000, "utf-8")
    (tmp_path / "wenlint.toml").write_text("exclude = ['b.md']")
    status, said = interrupted(tmp_path, getattr(signal, name), module, "fix", "--no-cache", "a.md")
    if module == "wenlint.jobs.interrupts":  # it is being imported: the signal may come before it is caught
        assert status in (130, 143, -signal.SIGINT, -signal.SIGTERM)
        return
    assert status == {"SIGINT": 130, "SIGTERM": 143}[name], said
    assert said == "wenlint: interrupted; files are replaced whole or not at all\n"
    assert (tmp_path / "a.md").read_text("utf-8") in (BAD * 100_000, GOOD * 100_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "wenlint.toml"]


def test_an_interrupt_that_a_library_raises(tmp_path: Path) -> None:
    code = "import wenlint.cli, wenlint.__main__ as m\ndef run(_): raise KeyboardInterrupt\nwenlint.cli.run = run\nm.main()"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (
        130,
        b"wenlint: interrupted; files are replaced whole or not at all\n",
    )


@POSIX
def test_an_interrupt_while_it_waits_for_a_text(tmp_path: Path) -> None:
    assert interrupted(tmp_path, signal.SIGINT, "wenlint.cli.options", "fix", "-", after=1)[0] == 130


def children(pid: int) -> set[int]:
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.add(int(status.parent.name))
    return found


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@LINUX
@pytest.mark.parametrize("many", [True, False], ids=["workers", "one large text"])
def test_a_killed_parent_takes_its_helpers_with_it(tmp_path: Path, many: bool) -> None:
    text = "会议认为,要在全党开展。" * 400_000 + "\n"
    for number in range(4 if many else 1):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "wenlint", "check", "-n", *(["--workers", "2"] if many else [])],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    if not many and len(os.sched_getaffinity(0)) < 2:
        pytest.skip("a text is shared where there are two processors")
    wait_for(lambda: len(children(process.pid)) >= (2 if many else 1))
    helpers = children(process.pid)
    process.kill()
    process.wait()
    wait_for(lambda: all(map(gone, helpers)))


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


# What is printed

#: Begins as a command of GitHub does, and holds those of others, controls and what turns the text's direction.
NAME = "::error file=app.py::x\x1b[31m\n##[error]##vso[task.complete]\u202e\u2028"
NAMES = [NAME, "##[error]x", "a\nb"]


@pytest.mark.parametrize(
    "form", [["--output-format", "text"], ["--output-format", "concise"], ["--output-format", "json"], ["--diff"]]
)
@pytest.mark.parametrize("name", NAMES)
def test_names_drive_neither_a_terminal_nor_a_log(wenlint: Run, tmp_path: Path, name: str, form: list[str]) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / f"{name}.txt").write_text(f"{name}\n\n{name} 会议,好 \n{name}\n", "utf-8")
    for target in (".", f"{name}/{name}.txt", f"{name}/none.txt"):
        result = wenlint("check", *form, "--", target)
        assert result.returncode == 1
        assert_harmless(tell(result))
        if form[-1] == "json":
            assert {row["path"] for row in json.loads(result.stdout)} <= {f"{name}/{name}.txt", f"{name}/none.txt"}


def assert_harmless(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]", text)
    assert not re.search(r"^\s*::[A-Za-z]", text, re.MULTILINE)
    assert not re.search(r"##(\[|vso\[|teamcity\[)", text)


@pytest.mark.parametrize("name", [NAME])
def test_configurations_drive_neither_a_terminal_nor_a_log(wenlint: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "a.md").write_text(GOOD, "utf-8")
    quoted = json.dumps(name)
    for config in (
        f"{quoted} = 1", f"extend = {quoted}", f"terms = {quoted}", f"select = [{quoted}]", f"[style]\n{quoted} = 1",
        f"page-markers = [{json.dumps('(' + name)}]", f"preset = {quoted}", f"cache-dir = {json.dumps('../../' + name)}",
        f"[[custom]]\nname = {quoted}\npattern = 'x'\nmessage = 'm'", f"[extension]\n{quoted} = 'x'",
        f"[[custom]]\nname = 'a'\npattern = '认'\nmessage = {quoted}",
    ):  # fmt: skip
        (folder / "wenlint.toml").write_text(config, "utf-8")
        for command in (
            ["check", "--output-format", "concise"],
            ["rules"],
            ["explain", "a"],
            ["clean"],
            ["check", f"--{name}"],
            ["explain", name],
            [name],
        ):
            result = wenlint(*command, cwd=folder)
            assert_harmless(tell(result))
            assert "Traceback" not in tell(result)


def test_statistics_show_the_mark_that_most_have(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("会议认为,要开。\n" * 20, "utf-8")
    (tmp_path / "b.md").write_text("甲.乙.会议,好.\n", "utf-8")
    table = wenlint("check", "--statistics", "-q", "a.md", "b.md").stdout.decode()
    assert "21 [*] halfwidth-mark (20 [*], 1 [?])\n" in table


# What a configuration may do, and nothing else

AUDIT = """
import json, os, sys
log = []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        mode, flags = arguments[1], arguments[2]
        writes = (isinstance(mode, str) and set(mode) & set("wax+")) or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        log.append(["write" if writes else "read", os.fsdecode(arguments[0])])
    elif event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
                   "os.chown", "os.setxattr", "os.utime"):
        for path in (path for path in arguments[:2] if isinstance(path, (str, bytes))):
            if event == "os.remove" and arguments[1] >= 0:
                path = os.path.join(os.readlink(f"/proc/self/fd/{arguments[1]}"), os.fsdecode(path))
            log.append(["write", os.fsdecode(path)])
    elif event.partition(".")[0] in ("socket", "subprocess", "ftplib", "urllib", "webbrowser", "winreg", "ctypes") or event in (
            "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn", "code.__new__", "exec.file"):
        log.append(["forbidden", event])
sys.addaudithook(hook)
from wenlint.__main__ import main
sys.argv = ["wenlint", *sys.argv[2:]]
try:
    main()
finally:
    done = [entry for entry in log]
    with open(os.environ["AUDIT_LOG"], "w") as file:
        json.dump(done, file)
"""


@LINUX
@pytest.mark.parametrize("command", [["check"], ["fix"], ["fix", "--diff"], ["rules", "--test"], ["clean"]])
def test_a_configuration_may_do_nothing_else(tmp_path: Path, command: list[str]) -> None:
    """What is opened, changed and started while a repository with every key of the configuration is checked."""
    repository = tmp_path / "repository"
    (repository / "docs").mkdir(parents=True)
    (repository / ".git").mkdir()
    example = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[0]
    example = example.replace("# terms =", "terms =").replace("# extend =", "extend =")
    (repository / "docs" / "wenlint.toml").write_text(example, "utf-8")
    (repository / "wenlint.toml").write_text("")
    (repository / "docs" / "terms.txt").write_text("网志→博客\n", "utf-8")
    (repository / "docs" / "a.md").write_text(BAD + "\n网志，說說而已。\n", "utf-8")
    (tmp_path / "outside.md").write_text(BAD, "utf-8")
    log, temporary = tmp_path / "log.json", tmp_path / "temporary"
    temporary.mkdir()
    result = subprocess.run(
        [sys.executable, "-c", AUDIT, "wenlint", *command],
        cwd=repository / "docs",
        env={**os.environ, "AUDIT_LOG": str(log), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert result.returncode in (0, 1), tell(result)
    events = json.loads(log.read_text("utf-8"))
    assert [what for kind, what in events if kind == "forbidden"] == []
    events = [
        (kind, what) for kind, what in events if not what.startswith(str(temporary))
    ]  # OpenCC's, while it is read
    places = {os.path.realpath(os.path.join(repository / "docs", what)) for kind, what in events if kind == "write"}
    inside = {place for place in places if place.startswith(f"{repository}{os.sep}")}
    assert places - inside - {os.path.realpath(os.devnull)} == set()
    assert all(
        place.endswith("docs/a.md") or "/.wenlint_cache" in place or "/docs/.wenlint-" in place for place in inside
    ), inside
    installed = [os.path.realpath(folder) for folder in (*sys.path, sys.prefix, sys.base_prefix, ROOT) if folder]
    reads = {os.path.realpath(os.path.join(repository / "docs", what)) for kind, what in events if kind == "read"}
    others = {
        path for path in reads if not path.startswith((str(repository), *installed, "/etc", "/usr", "/proc", "/dev"))
    }
    assert others <= {str(log)}
    assert not list(temporary.iterdir())
