"""The program from outside: what it prints, what it writes, how it exits."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from conftest import Run

BAD = "会议认为,要在全党开展。\n"
GOOD = "会议认为，要在全党开展。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "文.txt"
    path.write_text(BAD, "utf-8")
    return path


def test_check_finds_and_exits_1(wenlint: Run, file: Path) -> None:
    result = wenlint("check")
    assert result.returncode == 1
    assert result.stdout.decode().splitlines() == [
        "文.txt:1:5: halfwidth-mark [*] half-width “,” in Chinese stands for “，”",
        "  |",
        "1 | 会议认为,要在全党开展。",
        "  |         ^",
        "Found 1 problem, 1 fixable by `wenlint fix`.",
    ]
    assert file.read_text("utf-8") == BAD


def test_clean_exits_0(wenlint: Run, file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    result = wenlint("check", file)
    assert (result.returncode, result.stdout) == (0, b"All clean.\n")


@pytest.mark.parametrize("command", [["fix"], ["check", "--fix"]])
def test_fix_writes_and_exits_0(wenlint: Run, file: Path, command: list[str]) -> None:
    result = wenlint(*command, file)
    assert file.read_text("utf-8") == GOOD
    assert (result.returncode, result.stdout) == (0, b"Fixed 1 problem.\n")


def test_fix_exits_1_where_something_is_left(wenlint: Run, file: Path) -> None:
    file.write_text("客户端──服务器\n会议认为,好。\n", "utf-8")
    result = wenlint("fix", file)
    assert file.read_text("utf-8") == "客户端──服务器\n会议认为，好。\n"
    assert result.returncode == 1
    assert "1 left (1 more by `--unsafe-fixes`)" in result.stdout.decode()
    assert wenlint("fix", "--unsafe-fixes", file).returncode == 0
    assert file.read_text("utf-8") == "客户端——服务器\n会议认为，好。\n"


def test_exit_non_zero_on_fix(wenlint: Run, file: Path) -> None:
    assert wenlint("fix", "--exit-non-zero-on-fix", file).returncode == 1
    assert wenlint("fix", "--exit-non-zero-on-fix", file).returncode == 0


def test_diff_writes_nothing_and_exits_1_with_differences(wenlint: Run, file: Path) -> None:
    result = wenlint("fix", "--diff", "文.txt")
    assert result.returncode == 1
    assert result.stdout.decode() == f"--- 文.txt\n+++ 文.txt\n@@ -1 +1 @@\n-{BAD}+{GOOD}"
    assert file.read_text("utf-8") == BAD
    file.write_text(GOOD, "utf-8")
    assert wenlint("fix", "--diff", file).returncode == 0


def test_diff_says_where_a_line_end_is_missing(wenlint: Run, file: Path) -> None:
    file.write_text("好。", "utf-8")
    assert b"-\xe5\xa5\xbd\xe3\x80\x82\n\\ No newline at end of file\n+" in wenlint("check", "--diff", file).stdout


def test_fix_of_standard_input_prints_the_text_alone(wenlint: Run) -> None:
    result = wenlint("fix", "-", stdin=BAD.encode())
    assert result.stdout.decode() == GOOD
    assert b"Fixed 1 problem" in result.stderr
    assert result.returncode == 0


def test_the_name_of_standard_input_decides_its_format(wenlint: Run) -> None:
    text = "```\n甲,乙\n```\n".encode()
    assert wenlint("fix", "--stdin-filename", "a.md", "-", stdin=text).stdout == text
    assert wenlint("fix", "--stdin-filename", "a.txt", "-", stdin=text).stdout != text


def test_standard_input_that_cannot_be_read_comes_out_unchanged(wenlint: Run) -> None:
    data = "中文".encode() + b"\xff\xfe\xfd"
    result = wenlint("fix", "-", stdin=data)
    assert result.stdout == data
    assert result.returncode == 1
    assert b"undecodable-file" in result.stderr


def test_empty_input(wenlint: Run) -> None:
    result = wenlint("fix", "-", stdin=b"")
    assert (result.stdout, result.returncode) == (b"", 0)


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("missing.txt", None, "unreadable-file"),
        ("binary.txt", b"\x89PNG\0\0", "undecodable-file"),
        ("broken.md", "中文".encode() + b"\xff\xfe\xfd", "undecodable-file"),
        ("program.xyz", BAD.encode(), "unknown-format"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_file_that_could_not_be_read_is_never_0(
    wenlint: Run, tmp_path: Path, command: str, name: str, data: bytes | None, rule: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    result = wenlint(command, name)
    assert result.returncode == 1
    assert result.stdout.decode().startswith(f"{name}:1:1: {rule} ")
    assert data is None or path.read_bytes() == data


def test_a_known_format_for_an_unknown_extension(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.adoc").write_text(BAD, "utf-8")
    assert wenlint("check", "--extension", "adoc:plain", "a.adoc").stdout.startswith(b"a.adoc:1:5: halfwidth-mark")


def test_a_legacy_encoding_is_written_back(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("会议认为,在全党开展学习教育。\r\n" * 4).encode("gb18030"))
    assert wenlint("fix", path).returncode == 0
    assert path.read_bytes() == ("会议认为，在全党开展学习教育。\r\n" * 4).encode("gb18030")


def test_byte_order_mark_line_ends_and_mode_are_kept(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "会议认为,要在全党开展。\r\n好\r\n".encode())
    path.chmod(0o640)
    wenlint("fix", path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + "会议认为，要在全党开展。\r\n好\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_is_walked_without_what_git_ignores(wenlint: Run, tmp_path: Path) -> None:
    for name in ("a.md", "sub/b.txt", "sub/c.py", "node_modules/d.md", "out/e.md", ".hidden/f.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BAD, "utf-8")
    (tmp_path / ".gitignore").write_text("out/\n")
    result = wenlint("check", "--output-format", "concise", "-q")
    assert [line.split(":")[0] for line in result.stdout.decode().splitlines()] == [
        ".hidden/f.md",
        "a.md",
        "sub/b.txt",
    ]
    named = wenlint("check", "--no-respect-gitignore", "--output-format", "concise", "-q").stdout.decode()
    assert "out/e.md" in named


def test_no_files_is_said(wenlint: Run) -> None:
    result = wenlint("check")
    assert result.returncode == 0
    assert b"no files to check" in result.stderr


def test_exclude(wenlint: Run, file: Path) -> None:
    assert wenlint("check", "--exclude", "*.txt").returncode == 0
    assert wenlint("check", "--exclude", "*.txt", file).returncode == 1
    assert wenlint("check", "--exclude", "*.txt", "--force-exclude", file).returncode == 0


def test_select_ignore_and_groups(wenlint: Run, file: Path) -> None:
    file.write_text("甲,乙 \n", "utf-8")

    def rules(*options: str) -> list[str]:
        rows = json.loads(wenlint("check", "--output-format", "json", *options, file).stdout)
        return [row["rule"] for row in rows]

    assert rules() == ["halfwidth-mark", "trailing-space"]
    assert rules("--select", "width") == ["halfwidth-mark"]
    assert rules("--select", "width,trailing-space") == ["halfwidth-mark", "trailing-space"]
    assert rules("--ignore", "width") == ["trailing-space"]
    assert rules("--select", "spacing", "--ignore", "trailing-space") == []
    assert rules("--ignore", "spacing", "--extend-select", "trailing-space") == [
        "halfwidth-mark",
        "trailing-space",
    ]
    assert rules("--per-file-ignores", "*.txt:halfwidth-mark") == ["trailing-space"]


def test_fixable_and_unfixable(wenlint: Run, file: Path) -> None:
    file.write_text("甲,乙 \n", "utf-8")
    assert wenlint("fix", "--unfixable", "width", file).returncode == 1
    assert file.read_text("utf-8") == "甲,乙\n"


def test_json_counts_code_points(wenlint: Run, file: Path) -> None:
    file.write_text("𠀀甲,乙\n\n丙,丁\n", "utf-8")
    rows = json.loads(wenlint("check", "--output-format", "json", "文.txt").stdout)
    assert rows[1] == {
        "path": "文.txt",
        "rule": "halfwidth-mark",
        "message": "half-width “,” in Chinese stands for “，”",
        "start": {"line": 3, "column": 2, "offset": 7},
        "end": {"line": 3, "column": 3, "offset": 8},
        "fix": {
            "safety": "safe",
            "edits": [
                {
                    "start": {"line": 3, "column": 2, "offset": 7},
                    "end": {"line": 3, "column": 3, "offset": 8},
                    "text": "，",
                }
            ],
        },
    }


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_every_output_format_exits_alike(wenlint: Run, file: Path, form: str) -> None:
    assert wenlint("check", "--output-format", form, file).returncode == 1
    assert wenlint("check", "--output-format", form, "-e", file).returncode == 0
    assert wenlint("check", file, env={"WENLINT_OUTPUT_FORMAT": form}).returncode == 1
    file.write_text(GOOD, "utf-8")
    assert wenlint("check", "--output-format", form, file).returncode == 0


def test_statistics_and_output_file(wenlint: Run, file: Path, tmp_path: Path) -> None:
    assert wenlint("check", "--statistics", "-q", file).stdout == b"1 [*] halfwidth-mark\n"
    wenlint("check", "-o", "report.json", "--output-format", "json", file)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))[0]["rule"] == "halfwidth-mark"


def test_carets_stand_under_the_span_where_han_are_two_columns_wide(wenlint: Run, file: Path) -> None:
    file.write_text("a中é́文，b\t中,文" + "字" * 80 + "\n", "utf-8")
    lines = wenlint("check", file).stdout.decode().splitlines()
    assert lines[2] == "1 | a中é́文，b 中,文" + "字" * 14 + "…"
    assert lines[3] == "  | " + " " * 12 + "^"


def test_what_is_printed_from_a_file_cannot_drive_the_terminal(wenlint: Run, file: Path) -> None:
    file.write_text("甲\x1b7\u202e乙,丙\n", "utf-8")
    output = wenlint("check", file).stdout.decode()
    assert r"\x1b7\u202e" in output
    assert "\x1b" not in output


def test_the_locale_does_not_matter(wenlint: Run, file: Path) -> None:
    result = wenlint("check", file, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert "会议认为".encode() in result.stdout


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_a_symbolic_link_stays_one(wenlint: Run, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(file)
    wenlint("fix", link)
    assert link.is_symlink()
    assert file.read_text("utf-8") == GOOD


@pytest.mark.parametrize("name", ["halfwidth-mark", "broken-heading"])
def test_explain_shows_reason_source_and_examples(wenlint: Run, name: str) -> None:
    page = wenlint("explain", name).stdout.decode()
    assert page.startswith(f"# {name}\n")
    assert "\n## Source\n" in page
    assert "\n- " in page
    assert "\n+ " in page


def test_explain_of_an_unknown_rule_asks_what_was_meant(wenlint: Run) -> None:
    result = wenlint("explain", "halfwidth-marks")
    assert result.returncode == 2
    assert b"did you mean 'halfwidth-mark'?" in result.stderr
    assert b"is not one rule but" in wenlint("explain", "width").stderr


def test_rules_lists_every_rule_under_its_group(wenlint: Run) -> None:
    lines = wenlint("rules").stdout.decode().splitlines()
    assert lines.index("width") < next(i for i, line in enumerate(lines) if line.startswith("  halfwidth-mark "))
    assert len(lines) >= 25


def test_rules_runs_the_examples_of_all_rules(wenlint: Run) -> None:
    result = wenlint("rules", "--test")
    assert result.returncode == 0
    assert b", 0 wrong." in result.stdout


@pytest.mark.parametrize("arguments", [["check", "--nope"], ["chek"], ["check", "-", "a.txt"]])
def test_wrong_usage_exits_2(wenlint: Run, arguments: list[str]) -> None:
    assert wenlint(*arguments).returncode == 2


def test_options_add_to_the_configuration_and_do_not_replace_it(wenlint: Run, file: Path, tmp_path: Path) -> None:
    file.write_text("会议认为,好 \n", "utf-8")
    (tmp_path / "wenlint.toml").write_text('ignore = ["width"]\nextend-exclude = ["sub/"]')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(BAD, "utf-8")
    assert wenlint("check", "--ignore", "trailing-space", file).returncode == 0
    assert wenlint("check", "--extend-exclude", "*.md", "-q", "--select", "width").stdout.count(b"halfwidth-mark") == 1


def test_globs_of_the_command_line_count_from_where_one_stands(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text("")
    (tmp_path / "sub" / "a").mkdir(parents=True)
    (tmp_path / "sub" / "a" / "b.txt").write_text(BAD, "utf-8")
    assert wenlint("check", "--exclude", "a/*.txt", cwd=tmp_path / "sub").returncode == 0


def test_a_wrong_configuration_elsewhere_is_said_before_anything_is_written(
    wenlint: Run, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "wenlint.toml").write_text("ignore = ['nope']")
    (tmp_path / "sub" / "b.txt").write_text(BAD, "utf-8")
    assert wenlint("fix").returncode == 2
    assert file.read_text("utf-8") == BAD


def test_standard_input_comes_out_where_the_configuration_is_wrong(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text("nope = 1")
    result = wenlint("fix", "-", stdin=BAD.encode())
    assert (result.returncode, result.stdout) == (2, BAD.encode())


def test_exit_zero_and_diff_still_say_what_could_not_be_read(wenlint: Run, file: Path) -> None:
    assert wenlint("check", "-e", "missing.txt").returncode == 1
    assert wenlint("check", "-e", "--diff", file).returncode == 0
    result = wenlint("fix", "--diff", "missing.txt")
    assert result.returncode == 1
    assert b"missing.txt:1:1: unreadable-file" in result.stderr


def test_a_diff_can_be_applied(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\t会议认为,好\r\n\r\n好。".encode())
    patch = wenlint("fix", "--diff", "a.txt").stdout
    subprocess.run(["git", "apply", "-p0", "-"], input=patch, cwd=tmp_path, check=True)
    assert path.read_bytes() == "\t会议认为，好\r\n\r\n好。\r\n".encode()


def test_what_can_not_be_repaired_is_not_called_fixable(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- １. 甲\n", "utf-8")
    for command in ("check", "fix"):
        result = wenlint(command, "a.md").stdout.decode()
        assert "a.md:1:3: fullwidth-alphanumeric full-width" in result
        assert "would change the structure" in result


@pytest.mark.parametrize("walk", [[], ["--no-respect-gitignore"]])
def test_links_to_nothing_and_in_circles_are_findings(wenlint: Run, tmp_path: Path, walk: list[str]) -> None:
    (tmp_path / "nothing.md").symlink_to(tmp_path / "none")
    (tmp_path / "circle.md").symlink_to(tmp_path / "circle.md")
    result = wenlint("check", "-q", *walk)
    assert result.returncode == 1
    assert result.stdout.count(b": unreadable-file ") == 2, result.stdout + result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system here")
def test_a_pipe_is_not_waited_on(wenlint: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert b"is not a file" in wenlint("check", "a.md").stdout
    assert wenlint("check", "--no-respect-gitignore").returncode == 1


def test_a_long_name_can_be_repaired(wenlint: Run, tmp_path: Path) -> None:
    path = tmp_path / ("字" * 80 + ".txt")
    path.write_text(BAD, "utf-8")
    assert wenlint("fix", path).returncode == 0
    assert path.read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "/nonexistent/x.json", "."],
        ["--select", "", "."],
        ["--extension", "adoc:html", "."],
        ["--select", "nope"],
    ],
)
def test_a_wrong_value_exits_2_with_one_line(wenlint: Run, file: Path, arguments: list[str]) -> None:
    result = wenlint("check", *arguments)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
