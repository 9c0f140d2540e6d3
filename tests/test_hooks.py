"""The hooks as a stranger's repository runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

BAD, GOOD = "会议认为,要在全党开展。\n", "会议认为，要在全党开展。\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this checkout as it stands, committed or not."""
    folder = tmp_path_factory.mktemp("hooks")
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True
    ).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / "文.md").write_text(BAD, "utf-8")
    (tmp_path / "code.py").write_text("a = '会议,好'\n", "utf-8")
    git(tmp_path, "add", "-A")
    return tmp_path


def try_repo(hooks: Path, repository: Path, hook: str, cache: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--all-files", "--verbose"]
    return subprocess.run(
        command,
        cwd=repository,
        capture_output=True,
        env={**os.environ, "PRE_COMMIT_HOME": str(cache)},
        check=False,
    )


def test_check_hook_reports_and_fix_hook_repairs(
    hooks: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    result = try_repo(hooks, repository, "wenlint", cache)
    output = result.stdout.decode()
    assert result.returncode == 1, output + result.stderr.decode()
    assert "文.md:1:5: halfwidth-mark [*]" in output
    assert (repository / "文.md").read_text("utf-8") == BAD

    result = try_repo(hooks, repository, "wenlint-fix", cache)
    assert result.returncode == 1  # pre-commit fails where a hook changed a file
    assert "files were modified by this hook" in result.stdout.decode()
    assert (repository / "文.md").read_text("utf-8") == GOOD
    assert (repository / "code.py").read_text("utf-8") == "a = '会议,好'\n"

    git(repository, "add", "-A")
    assert try_repo(hooks, repository, "wenlint", cache).returncode == 0
