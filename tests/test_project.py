"""The project holds itself to what it says."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import wenlint as package
from conftest import ROOT, Run
from wenlint.config.schema import Config, Style
from wenlint.rules.loader import load_rules

ENGINE = sorted((ROOT / "lint").rglob("*.py"))
RULES = sorted((ROOT / "rules").rglob("*.py"))


def test_the_recipe_of_contributing_makes_a_rule_with_one_file(tmp_path: Path) -> None:
    recipe = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (path,) = re.findall(r"^Save this as `(.*)`:$", recipe, re.MULTILINE)
    (code,) = re.findall(r"```python\n(.*?)```", recipe, re.DOTALL)
    (commands,) = re.findall(r"run its examples.*?```console\n(.*?)```", recipe, re.DOTALL)
    for name in ("lint", "rules", "tests", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert not (tmp_path / path).exists()
    (tmp_path / path).write_text(code, "utf-8")
    sources = os.pathsep.join((str(tmp_path / "lint"), str(tmp_path / "rules")))
    environment = {**os.environ, "PYTHONPATH": sources}
    for command in commands.splitlines():
        words = command.replace("wenlint ", "python -m wenlint ", 1) if command.startswith("wenlint") else command
        result = subprocess.run(
            [sys.executable, *words.split()[1:]],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
        )
        output = result.stdout.decode()
        assert result.returncode == 0, output + result.stderr.decode()
        assert "doubled-semicolon" in output or re.search(r"\[100%\]", output), output


def length(path: Path) -> int:
    """The lines of a module, but for the examples of a rule."""
    source = path.read_text("utf-8")
    examples = [
        keyword.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "rule"
        for keyword in node.keywords
        if keyword.arg in ("bad", "unsafe", "reported", "good")
    ]
    return len(source.splitlines()) - sum((value.end_lineno or 0) - value.lineno + 1 for value in examples)


def test_rules_and_modules_are_small() -> None:
    """A rule fits a screen or two; what stands beside it for its group, and a module of the engine, five."""
    rules = {sys.modules[rule.module].__file__ for rule in load_rules()}
    assert [path for path in ENGINE + RULES if length(path) > (80 if str(path) in rules else 250)] == []


def directions() -> dict[str, set[str]]:
    """Which package of the engine may import which, as the table of CONTRIBUTING says."""
    rows = re.findall(r"^\| `(\w+)` \| .* \| (.*)\|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    return {name: set(re.findall(r"`(\w+)`", may)) for name, may in rows}


def imports(source: str) -> Iterator[str]:
    """The packages of the engine that a module imports, but for what only a type checker does."""
    tree = ast.parse(source)
    for_types = {
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "wenlint":
            names = [f"wenlint.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        yield from (name.split(".")[1] for name in names if name.startswith("wenlint."))


def test_a_package_imports_only_those_that_it_may() -> None:
    may, engine = directions(), ROOT / "lint" / "wenlint"
    assert set(may) == {path.name for path in engine.iterdir() if (path / "__init__.py").exists()}
    wrong = [
        f"{path.relative_to(engine)} imports {package}"
        for path in ENGINE
        if (own := path.relative_to(engine).parts[0]) in may
        for package in imports(path.read_text("utf-8"))
        if package not in {own, *may[own]}
    ]
    assert wrong == []


def test_every_module_of_the_engine_stands_in_a_package() -> None:
    assert {path.name for path in (ROOT / "lint" / "wenlint").glob("*.py")} == {"__init__.py", "__main__.py"}


def test_names_say_something() -> None:
    assert not [path for path in ENGINE + RULES if path.stem in ("utils", "helpers", "common", "misc")]


def test_a_rules_file_is_named_as_the_rule() -> None:
    for rule in load_rules():
        assert rule.module.rpartition(".")[2] == rule.name.replace("-", "_")


def test_the_public_interface_is_ten_names_or_fewer() -> None:
    assert len(package.__all__) <= 10


def test_invisible_characters_are_written_as_escapes() -> None:
    invisible = re.compile("[\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff\ufffc]")
    for path in ENGINE + RULES:
        assert not invisible.search(path.read_text("utf-8")), path


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_key_of_the_configuration(name: str, tmp_path: Path, wenlint: Run) -> None:
    text = (ROOT / name).read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    keys = tomllib.loads(re.sub(r"^# (?=\w+ = )", "", example, flags=re.MULTILINE))
    assert set(keys) == {field.encode_name for field in msgspec.structs.fields(Config)}
    assert set(keys["style"]) == {field.encode_name for field in msgspec.structs.fields(Style)}
    (tmp_path / "wenlint.toml").write_text("")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "wenlint.toml").write_text(example, "utf-8")
    (tmp_path / "sub" / "a.txt").write_text("好。\n", "utf-8")
    assert wenlint("check", "sub").returncode == 0


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_what_the_readme_shows_is_what_is_printed(name: str, tmp_path: Path, wenlint: Run) -> None:
    text = (ROOT / name).read_text("utf-8")
    (shown,) = re.findall(r"```text\n(book\.txt.*?)```", text, re.DOTALL)
    (line,) = re.findall(r"^1 \| (.*)$", shown, re.MULTILINE)
    (tmp_path / "book.txt").write_text(line + "\n", "utf-8")
    assert wenlint("check").stdout.decode() == shown


def test_the_rule_reference_is_as_the_rules_are() -> None:
    """Stale? `python docs/generate.py`."""
    specification = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert written == module.pages()


def test_both_readmes_give_the_same_commands() -> None:
    commands = [
        re.findall(r"^python3 .*$", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert commands[0] == commands[1]
    assert len(commands[0]) == 2


def test_the_changelog_names_every_rule() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert [rule.name for rule in load_rules() if f"`{rule.name}`" not in text] == []


def test_every_option_of_the_readme_exists(wenlint: Run) -> None:
    known = "".join(wenlint(command, "--help").stdout.decode() for command in ("check", "fix", "rules"))
    options = set(re.findall(r"`(?:wenlint \w+ )?(--[a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    assert {option for option in options if option not in known and option != "--help"} == set()
