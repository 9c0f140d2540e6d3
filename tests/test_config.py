"""The configuration: where it is found, what it does, what is said of a wrong one."""

from pathlib import Path

import pytest
from conftest import Run
from wenlint.config import presets
from wenlint.config.schema import ConfigError, Layer, convert

MIXED = "甲,乙 \n"


@pytest.fixture(autouse=True)
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sub" / "a.txt"
    path.parent.mkdir()
    path.write_text(MIXED, "utf-8")
    return path


def rules(wenlint: Run, *options: str) -> list[str]:
    output = wenlint("check", "--output-format", "concise", "-q", *options).stdout.decode()
    return [line.split()[1] for line in output.splitlines()]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wenlint.toml", 'ignore = ["width"]'),
        (".wenlint.toml", 'ignore = ["width"]'),
        ("pyproject.toml", '[tool.wenlint]\nignore = ["width"]'),
    ],
)
def test_each_name_is_found_from_a_folder_above(wenlint: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert rules(wenlint) == ["trailing-space"]
    assert rules(wenlint, "--isolated") == ["halfwidth-mark", "trailing-space"]


def test_the_closest_wins_and_nothing_is_merged(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text('ignore = ["width"]')
    (tmp_path / "sub" / "wenlint.toml").write_text('ignore = ["spacing"]')
    assert rules(wenlint) == ["halfwidth-mark"]


def test_a_pyproject_without_the_table_is_passed_over(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text('ignore = ["width"]')
    (tmp_path / "sub" / "pyproject.toml").write_text("[project]\nname = 'x'")
    assert rules(wenlint) == ["trailing-space"]


def test_extend(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "wenlint.toml").write_text('ignore = ["width"]')
    (tmp_path / "sub" / "wenlint.toml").write_text('extend = "../wenlint.toml"\nselect = ["all"]')
    assert rules(wenlint) == ["trailing-space"]
    (tmp_path / "wenlint.toml").write_text('extend = "sub/wenlint.toml"')
    result = wenlint("check")
    assert result.returncode == 2
    assert b"circle" in result.stderr


def test_per_file_ignores_and_excludes_are_relative_to_the_file(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text('[per-file-ignores]\n"sub/*.txt" = ["width"]')
    assert rules(wenlint) == ["trailing-space"]
    (tmp_path / "wenlint.toml").write_text('extend-exclude = ["sub/"]')
    assert rules(wenlint) == []


def test_options_beat_the_file(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text('select = ["width"]\nignore = ["width"]')
    assert rules(wenlint) == []
    assert rules(wenlint, "--select", "spacing") == ["trailing-space"]


def test_one_key_on_the_command_line(wenlint: Run) -> None:
    text = "用Vue写\n".encode()
    for style, wanted in (("always", "用 Vue 写\n"), ("never", "用Vue写\n"), ("consistent", "用Vue写\n")):
        result = wenlint("fix", "--config", f'style.cjk-latin-space = "{style}"', "-", stdin=text)
        assert result.stdout.decode() == wanted


def test_target_decides_the_language(wenlint: Run) -> None:
    text = "会议,是\n".encode()
    assert wenlint("fix", "--config", 'target = "ja"', "-", stdin=text).stdout == text
    assert wenlint("fix", "-", stdin=text).stdout.decode() == "会议，是\n"


def test_a_path_has_a_target_of_its_own(wenlint: Run, tmp_path: Path) -> None:
    own = 'target = "zh-Hans"\n[per-file-target]\n"docs/" = "other"\n"docs/ja/" = "ja"\n'
    (tmp_path / "wenlint.toml").write_text(own, "utf-8")
    for folder, wanted in (("", "会议，用“是”"), ("docs", "会议,用「是」"), ("docs/ja", "会议,用「是」")):
        result = wenlint(
            "fix",
            "--unsafe-fixes",
            "--stdin-filename",
            f"{folder}/a.md".lstrip("/"),
            "-",
            stdin="会议,用「是」\n".encode(),
        )
        assert result.stdout.decode() == wanted + "\n", folder
    result = wenlint(
        "fix", "--unsafe-fixes", "--stdin-filename", "docs/ja/a.md", "-", stdin="彼は“はい”と Vue で\n".encode()
    )
    assert result.stdout.decode() == "彼は「はい」とVueで\n"


def test_a_path_has_an_encoding_of_its_own(wenlint: Run, tmp_path: Path) -> None:
    own = 'encoding = "GBK"\n[per-file-encoding]\n"old/" = "Big5"\n"old/ja/" = "Shift_JIS"\n"new/" = "auto"\n'
    (tmp_path / "wenlint.toml").write_text(own, "utf-8")
    for folder, encoding in (("", "gbk"), ("old", "big5"), ("old/ja", "shift_jis"), ("new", "utf-8")):
        name = f"{folder}/a.md".lstrip("/")
        data, wanted = ("甲,乙。\n".encode(encoding), "甲，乙。\n".encode(encoding))
        config = ("--config", 'target = "zh-Hans"')
        assert wenlint("fix", *config, "--stdin-filename", name, "-", stdin=data).stdout == wanted
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert wenlint("fix", *config, "a.md", "old", "new").returncode == 0
    assert (tmp_path / "old/ja/a.md").read_bytes() == "甲，乙。\n".encode("shift_jis")
    result = wenlint("fix", "--stdin-filename", "old/a.md", "-", stdin=b"a\n\xff")
    assert result.stdout == b"a\n\xff"
    assert b"is not big5, which the configuration names (byte 0xff at offset 2, line 2)" in result.stderr


def test_all_names_of_an_encoding_are_one() -> None:
    for name in ("CP936", "gbk", "MS936"):
        assert convert(Layer("", {"encoding": name})).encoding == "gbk"
    assert convert(Layer("", {"encoding": "utf-8-sig"})).encoding == "utf-8"
    for name in ("", "gb 18030", "..", "encodings.gbk", "undefined", "mbcs", "unicode_escape", "zlib", "汉", "a\0"):
        with pytest.raises(ConfigError, match="expected auto or the name of an encoding"):
            convert(Layer("x", {"encoding": name}))


def test_the_language_of_each_block_decides_unasked(wenlint: Run) -> None:
    """Of one document: Chinese, Japanese, Korean, English."""
    text = "会议,是这样的，我们要认真总结经验，扎实推动工作，不断巩固拓展教育成果，奋进新征程。\n\nそうです,はい。\n\n안녕하세요,여러분. 한국 사람 입니다!\n\nWell,yes.\n"
    assert wenlint("fix", "-", stdin=text.encode()).stdout.decode() == text.replace("会议,", "会议，")


def test_own_page_markers(wenlint: Run) -> None:
    text = "甲。\n\n[[PB 3]]\n\n乙。\n".encode()
    own = "page-markers = ['\\[\\[PB \\d+\\]\\]']"
    assert wenlint("fix", "-", stdin=text).stdout == text
    assert wenlint("fix", "--config", own, "-", stdin=text).stdout.decode() == "甲。\n\n乙。\n"


OWN = """
terms = "terms.txt"

[[custom]]
name = "no-weblog"
pattern = "(网)志"
replacement = "博客"
message = "“{0}” {is} out of date"
bad = { "写⟦网志⟧吧" = "写博客吧" }
good = ["写博客吧", "用 `网志` 写"]
"""


def test_own_rules_and_terms(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text(OWN, "utf-8")
    (tmp_path / "terms.txt").write_text("# what is wrong → what is right\n帐号 → 账号\ngithub\tGitHub\n", "utf-8")
    text = "我的网志，帐号在github，见 https://github.com/a 和mygithubs。\n"
    result = wenlint("fix", "--unsafe-fixes", "-", stdin=text.encode())
    assert result.stdout.decode() == "我的博客，账号在GitHub，见 https://github.com/a 和mygithubs。\n"
    assert wenlint("fix", "-", stdin=text.encode()).stdout.decode() == text
    assert wenlint("fix", "--unsafe-fixes", "--ignore", "custom", "-", stdin=text.encode()).stdout.decode() == text
    assert "“网志” {is} out of date" in wenlint("check", "-", stdin=text.encode()).stdout.decode()
    assert wenlint("rules", "--test").returncode == 0
    (tmp_path / "wenlint.toml").write_text(OWN.replace('= "写博客吧"', '= "写博吧"'), "utf-8")
    result = wenlint("rules", "--test")
    assert result.returncode == 1
    assert "no-weblog, plain: '写网志吧' becomes '写博客吧' and not '写博吧'" in result.stdout.decode()


def test_an_own_pattern_that_takes_for_ever_is_stopped(wenlint: Run, tmp_path: Path) -> None:
    table = "[[custom]]\nname = 'slow'\npattern = '(a|aa)+$'\nmessage = 'x'"
    (tmp_path / "wenlint.toml").write_text(table)
    result = wenlint("check", "-", stdin=b"a" * 200 + b"b\n")
    assert result.returncode == 2
    assert b"configuration-error custom: slow" in result.stdout
    assert b"takes too long" in result.stdout


def test_a_preset_is_one_line_and_the_file_beats_it(wenlint: Run, tmp_path: Path) -> None:
    text = "用Vue写\n".encode()
    (tmp_path / "wenlint.toml").write_text('preset = "docs"')
    assert wenlint("fix", "-", stdin=text).stdout.decode() == "用 Vue 写\n"
    (tmp_path / "wenlint.toml").write_text('preset = "docs"\nstyle.cjk-latin-space = "never"')
    assert wenlint("fix", "-", stdin=text).stdout == text
    assert wenlint("fix", "--isolated", "--config", 'preset = "docs"', "-", stdin=text).stdout != text


def test_every_preset_is_a_valid_configuration(wenlint: Run) -> None:
    for name in presets.names():
        assert wenlint("check", "--isolated", "--config", f'preset = "{name}"', "sub/a.txt").returncode == 1
    assert set(presets.names()) >= {"default", "gov", "docs", "fiction", "taiwan", "japanese"}


def test_an_error_is_blamed_on_the_layer_that_holds_it(wenlint: Run, tmp_path: Path) -> None:
    base, own = tmp_path / "base.toml", tmp_path / "wenlint.toml"
    base.write_text("nope = 1")
    own.write_text('extend = "base.toml"')
    assert wenlint("check").stderr.decode().startswith(f"wenlint: {base}: nope: unknown key")
    own.write_text("")
    for option in (["--config", "select = ['nope']"], ["--per-file-ignores", "*.txt:nope"]):
        assert wenlint("check", *option).stderr.decode().startswith(f"wenlint: {option[0]}: ")


def test_own_page_markers_may_look_like_tags_and_have_flags_and_groups_of_their_own(wenlint: Run) -> None:
    text = '甲。\n\n==3==\n\n乙。\n\n<pb n="4"/>\n\n丙。\n'.encode()
    own = """page-markers = ['==(\\d+)==', '(?i)<PB n="(\\d+)"/>']"""
    for name in ("a.txt", "a.md"):
        result = wenlint("fix", "--config", own, "--stdin-filename", name, "-", stdin=text)
        assert result.stdout.decode() == "甲。\n\n乙。\n\n丙。\n"


WRONG = {
    "unknown preset": ("preset = 'goverment'", "preset: 'goverment' is not one of default, docs, fiction, gov"),
    "own pattern": (
        "[[custom]]\nname = 'x'\npattern = '('\nmessage = 'x'",
        "custom: x: '(' is not a regular expression",
    ),
    "own name": ("[[custom]]\nname = 'odd-dash'\npattern = 'x'\nmessage = 'x'", "another rule named odd-dash"),
    "own key": ("[[custom]]\nname = 'x'\npattern = 'x'\nmessage = 'x'\nfix = 'y'", "fix: unknown key; "),
    "no terms": ("terms = 'none.txt'", "none.txt: can't be read"),
    "a table that is none": ("style = 3", "style: expected a table"),
    "not TOML": ("select = [", "is not valid TOML"),
    "unknown key": ("selekt = []", "selekt: unknown key; did you mean 'select'?"),
    "unknown style": (
        "style.cjk-latin = 'x'",
        "style.cjk-latin: unknown key; did you mean 'cjk-latin-space'?",
    ),
    "wrong value": (
        "style.cjk-latin-space = 'often'",
        "'often' is not one of consistent, always, never, ignore",
    ),
    "wrong target": ("target = 'zh'", "target: 'zh' is not one of auto, zh-Hans, zh-Hant"),
    "wrong target for files": ("per-file-target.'a/*' = 'zh'", "per-file-target: 'zh' is not one of auto, zh-Hans"),
    "unknown encoding": ("encoding = 'big-6'", "encoding: 'big-6' is no encoding; expected auto or the name of an"),
    "unknown encoding for files": ("per-file-encoding.'a/*' = 'x'", "per-file-encoding.'a/*': 'x' is no encoding"),
    "no encoding of text": ("encoding = 'rot13'", "encoding: 'rot13' is no encoding"),
    "no encoding of bytes": ("encoding = 'base64'", "encoding: 'base64' is no encoding"),
    "no encoding of files": ("encoding = 'idna'", "encoding: 'idna' is no encoding"),
    "an encoding that leaves a thing open": ("encoding = 'UTF-16'", "encoding: 'UTF-16' does not say which byte comes"),
    "wrong safety": (
        "[[custom]]\nname = 'x'\npattern = 'x'\nmessage = 'x'\nsafety = 'y'",
        "safety: 'y' is not one of safe, unsafe, suggestion",
    ),
    "wrong type": ("ignore = 'width'", "ignore: expected a list, got a string"),
    "unknown rule": (
        "ignore = ['halfwidth-marks']",
        "ignore: no rule or group is named 'halfwidth-marks'; did you",
    ),
    "unknown rule for files": (
        "per-file-ignores.'*.md' = ['x']",
        "per-file-ignores.'*.md': no rule or group",
    ),
    "missing extend": ("extend = 'none.toml'", "extend: there is no file none.toml"),
    "wrong pattern": ("page-markers = ['(']", "page-markers: '(' is not a regular expression"),
    "empty pattern": ("page-markers = ['x*']", "page-markers: 'x*' matches the empty text"),
    "unknown format": ("extension.adoc = 'text'", "extension.adoc: unknown format 'text'"),
}


@pytest.mark.parametrize(("text", "reason"), WRONG.values(), ids=list(WRONG))
def test_a_wrong_file_exits_2_and_is_named_with_key_and_remedy(
    wenlint: Run, tmp_path: Path, text: str, reason: str
) -> None:
    path = tmp_path / "wenlint.toml"
    path.write_text(text)
    result = wenlint("fix")
    assert result.returncode == 2
    assert result.stderr.decode().startswith(f"wenlint: {path}: ")
    assert reason in result.stderr.decode()
    assert (tmp_path / "sub" / "a.txt").read_text("utf-8") == MIXED


@pytest.mark.parametrize("option", ["none.toml", "target = ja", "taget = 'ja'"])
def test_a_wrong_option_is_named(wenlint: Run, option: str) -> None:
    result = wenlint("check", "--config", option)
    assert result.returncode == 2
    assert b"wenlint: --config: " in result.stderr
