"""Which files of a folder are checked, and which are only counted."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wenlint import formats
from wenlint.files.reading import FileError, read
from wenlint.files.unread import DOCUMENTS

#: Folders that hold other people's files or generated ones, by name.
EXCLUDED = (
    ".bzr", ".direnv", ".eggs", ".git", ".hg", ".hypothesis", ".mypy_cache", ".nox", ".pytest_cache",
    ".ruff_cache", ".svn", ".tox", ".venv", ".wenlint_cache", "__pycache__", "_build", "build", "dist",
    "node_modules", "site-packages", "venv",
)  # fmt: skip
#: Names of what says, by itself or by what is in it, what git ignores.
IGNORING = frozenset((".gitignore", ".git"))
#: The most bytes of a `.gitignore`.
LARGEST = 1 << 24
#: The most bytes of a file of git that holds a path.
LONGEST = 1 << 13


class Entry(NamedTuple):
    """What a walk met. `read`: whether it is to be read; else it is a document of a format that is not read."""

    path: Path
    read: bool


def walk(root: Path, respect_gitignore: bool, extensions: dict[str, str]) -> Iterator[Entry]:
    """The files below a folder whose format is known by their extension, or is that of a document, in order.

    What can't be entered, is a link to nothing, or is a pipe, a socket or a device, is among those to be read, so
    that reading it says why it can't be. Links to folders are not followed.
    """
    odd: set[Path] = set()
    walker = _walk_ignore if respect_gitignore else _walk_all
    for path in sorted({*walker(root, odd), *odd}):
        if path in odd:
            yield Entry(path, read=True)
        elif (suffix := path.suffix) and formats.name_for(path.name, extensions):
            if not os.path.isdir(path):
                yield Entry(path, read=True)
        elif suffix.lower() in DOCUMENTS and os.path.isfile(path):
            yield Entry(path, read=False)


def _walk_all(root: Path, odd: set[Path]) -> Iterator[Path]:
    """The files below a folder, links to folders perhaps among them. Adds to `odd` what can't be entered."""
    for folder, folders, names in os.walk(root, onerror=lambda error: odd.add(Path(error.filename))):
        folders[:] = [name for name in folders if name not in EXCLUDED]
        yield from (Path(folder, name) for name in names)


def _walk_ignore(root: Path, odd: set[Path]) -> Iterator[Path]:
    """As `_walk_all`, without what git ignores. Hidden files are files like others."""
    odd.update(_unusable(root))
    # ignore-python would wait on a pipe for ever, or read a device until memory ends.
    found = None if odd else _found_fast(root)
    yield from _walk_pathspec(root, odd) if found is None else found


def _found_fast(root: Path) -> list[Path] | None:
    """The files, links to folders and folders below one; None where ignore-python is missing or stumbles."""
    try:
        import ignore
        from ignore.overrides import OverrideBuilder
    except ImportError:
        return None
    overrides = OverrideBuilder(root)
    for name in EXCLUDED:
        overrides.add(f"!{name}/")
    builder = ignore.WalkBuilder(root).hidden(False).ignore(False).require_git(False).git_global(False)
    try:
        return [entry.path() for entry in builder.overrides(overrides.build()).build()]
    except (ignore.Error, ignore.IOError):  # it says neither where nor what else there is
        return None


def _unusable(root: Path) -> Iterator[Path]:
    """What holds names to ignore, below a folder or above it, but is there and is no file."""
    here = Path(os.path.abspath(root))
    folders = [str(parent) for parent in (*here.parents, *Path(os.path.realpath(root)).parents)]
    below = (folder for folder, names in _folders(str(root)) if names & IGNORING)
    for folder in dict.fromkeys((*folders, *below)):
        for path in _holding_names(folder):
            if os.path.exists(path) and not os.path.isfile(path):
                yield Path(path)


def _holding_names(folder: str) -> Iterator[str]:
    """The files that are read for one folder, those of git that another folder holds for it among them."""
    yield os.path.join(folder, ".gitignore")
    git = os.path.join(folder, ".git")
    if not os.path.isdir(git):
        yield git
        git = _pointed_to(git)
        yield (common := os.path.join(git, "commondir"))
        git = _pointed_to(common)
    yield os.path.join(git, "info", "exclude")


def _pointed_to(path: str) -> str:
    """The folder whose path is in a file of git; where it can't be read, one that holds nothing."""
    try:
        text = read(Path(path), LONGEST)[0].decode("utf-8", "surrogateescape")
    except FileError:
        return os.path.join(path, "nothing")
    return os.path.join(os.path.dirname(path), text.strip().removeprefix("gitdir:").strip().replace("\0", ""))


def _folders(root: str) -> Iterator[tuple[str, set[str]]]:
    """The folders below one, itself among them, and the names in each."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        names = set()
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                names.add(entry.name)
                if entry.is_dir(follow_symlinks=False) and entry.name not in EXCLUDED:
                    waiting.append(entry.path)
        yield folder, names


def _walk_pathspec(root: Path, odd: set[Path]) -> Iterator[Path]:
    """The same in pure Python: for what ignore-python has no wheel for or stumbles over."""
    import pathspec

    rules: dict[Path, pathspec.GitIgnoreSpec] = {}

    def ignored(path: Path, suffix: str = "") -> bool:
        for base in path.parents:
            if base in rules:
                result = rules[base].check_file(path.relative_to(base).as_posix() + suffix)
                if result.include is not None:
                    return result.include
            if base == root:
                break
        return False

    for folder, folders, names in os.walk(root, onerror=lambda error: odd.add(Path(error.filename))):
        here = Path(folder)
        if ".gitignore" in names:
            try:
                lines = read(here / ".gitignore", LARGEST)[0].decode("utf-8", "replace").splitlines()
                rules[here] = pathspec.GitIgnoreSpec.from_lines(lines)
            except (FileError, ValueError):
                odd.add(here / ".gitignore")
        folders[:] = [n for n in folders if n not in EXCLUDED and not ignored(here / n, "/")]
        yield from (here / name for name in names if not ignored(here / name))
