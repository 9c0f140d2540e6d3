"""A file is replaced whole, or left as it was."""

import os
from pathlib import Path

import pytest
from wenlint import files
from wenlint.files import FileError


def test_a_file_that_changed_under_our_feet_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    _, stamp = files.read(path, 1000)
    path.write_bytes(b"another")
    with pytest.raises(FileError, match="changed while"):
        files.write(path, b"repaired", stamp)
    assert path.read_bytes() == b"another"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_failure_on_the_way_leaves_the_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    _, stamp = files.read(path, 1000)

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(FileError, match="No space left"):
        files.write(path, b"repaired", stamp)
    monkeypatch.undo()
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_being_interrupted_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    _, stamp = files.read(path, 1000)

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write(path, b"repaired", stamp)
    assert list(tmp_path.iterdir()) == [path]


def test_both_walkers_agree(tmp_path: Path) -> None:
    names = [
        "a.md",
        "b/c.md",
        "b/d.txt",
        "build/e.md",
        "x/y/z.md",
        "x/skip.md",
        "x/keep.md",
        ".h/i.md",
        "g.py",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / ".gitignore").write_text("b/\nskip.md\n")
    (tmp_path / "x" / ".gitignore").write_text("!skip.md\nkeep.md\n")
    fast = {path for path in files._walk_ignore(tmp_path) if path.suffix == ".md"}
    slow = {path for path in files._walk_pathspec(tmp_path) if path.suffix == ".md"}
    wanted = {tmp_path / name for name in ("a.md", "x/y/z.md", "x/skip.md", ".h/i.md")}
    assert fast == wanted
    assert slow == wanted
