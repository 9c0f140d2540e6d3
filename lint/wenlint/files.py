"""Which files are checked, and how a repaired one is put in the place of the old."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wenlint import formats

#: Folders that hold other people's files or generated ones, by name.
EXCLUDED = (
    ".bzr", ".direnv", ".eggs", ".git", ".hg", ".hypothesis", ".mypy_cache", ".nox", ".pytest_cache",
    ".ruff_cache", ".svn", ".tox", ".venv", ".wenlint_cache", "__pycache__", "_build", "build", "dist",
    "node_modules", "site-packages", "venv",
)  # fmt: skip


class FileError(Exception):
    """A file can't be read or written. Says why."""


class TooLargeError(FileError):
    """A file is larger than the configuration allows."""


class Stamp(NamedTuple):
    """What tells that a file is still the one that was read."""

    device: int
    inode: int
    size: int
    modified: int


def walk(root: Path, respect_gitignore: bool, extensions: dict[str, str]) -> Iterator[Path]:
    """The files below a folder whose format is known by their extension, in order.

    What can't be entered or is a link to nothing is among them, so that reading it says why.
    """
    walker = _walk_ignore if respect_gitignore else _walk_all
    for path in sorted(walker(root)):
        known = path.suffix and formats.name_for(path.name, extensions)
        if (known and not _is_special(path)) or os.path.isdir(path):
            yield path


def read(path: Path, limit: int) -> tuple[bytes, Stamp]:
    """The bytes of a file and its stamp. Of one with more bytes than `limit` nothing is read."""
    try:
        if _is_special(path) and not path.is_dir():
            raise FileError("is not a file: a pipe, a socket or a device")
        with open(path, "rb") as file:
            if (size := os.fstat(file.fileno()).st_size) > limit:
                raise TooLargeError(too_large(size, limit))
            data = file.read()
            return data, _stamp(os.fstat(file.fileno()))
    except OSError as error:
        raise FileError(f"can't be read: {error.strerror}") from None


def too_large(size: int, limit: int) -> str:
    """What is said of a file with more bytes than are allowed."""
    return f"has {size} bytes and was left alone: no more than {limit} are allowed; allow more by --max-size"


def write(path: Path, data: bytes, stamp: Stamp) -> None:
    """Replace a file whole, or leave it as it was.

    A symbolic link stays one: its target is written. Mode and owner stay. A file that changed since
    it was read is not touched.
    """
    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
        if _stamp(status) != stamp:
            raise FileError("changed while it was being repaired; it was left alone, run again")
        if not os.access(target, os.W_OK):
            raise FileError("can't be written: it is read-only")
        import tempfile

        handle, name = tempfile.mkstemp(prefix=".wenlint-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _give(name, status)
            os.chmod(name, stat.S_IMODE(status.st_mode))
            if _stamp(target.stat()) != stamp:
                raise FileError("changed while it was being repaired; it was left alone, run again")
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise FileError(f"can't be written: {error.strerror}; it was left as it was") from None


def _give(name: str, status: os.stat_result) -> None:
    """Owner and group of the old file; a group one is not in can't be given, as with every editor."""
    made = os.stat(name)
    if made.st_uid != status.st_uid:
        os.chown(name, status.st_uid, status.st_gid)
    elif made.st_gid != status.st_gid:
        with contextlib.suppress(PermissionError):
            os.chown(name, -1, status.st_gid)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _is_special(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device, which reading might wait on for ever."""
    return os.path.exists(path) and not os.path.isfile(path)


def _walk_all(root: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if name not in EXCLUDED]
        yield from (Path(folder, name) for name in names)
    yield from closed


def _walk_ignore(root: Path) -> Iterator[Path]:
    """As `_walk_all`, without what git ignores. Hidden files are files like others."""
    try:
        import ignore
        from ignore.overrides import OverrideBuilder
    except ImportError:
        yield from _walk_pathspec(root)
        return
    overrides = OverrideBuilder(root)
    for name in EXCLUDED:
        overrides.add(f"!{name}/")
    builder = ignore.WalkBuilder(root).hidden(False).ignore(False).require_git(False).git_global(False)
    try:
        found = [entry.path() for entry in builder.overrides(overrides.build()).build()]
    except (
        ignore.Error,
        ignore.IOError,
    ):  # it says neither where nor what else there is: ask the slower walker
        yield from _walk_pathspec(root)
        return
    yield from (path for path in found if not os.path.isdir(path))


def _walk_pathspec(root: Path) -> Iterator[Path]:
    """The same in pure Python: for what ignore-python has no wheel for or stumbles over."""
    import pathspec

    rules: dict[Path, pathspec.GitIgnoreSpec] = {}
    closed: list[Path] = []

    def ignored(path: Path, suffix: str = "") -> bool:
        for base in path.parents:
            if base in rules:
                result = rules[base].check_file(path.relative_to(base).as_posix() + suffix)
                if result.include is not None:
                    return result.include
            if base == root:
                break
        return False

    for folder, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        here = Path(folder)
        if ".gitignore" in names:
            lines = (here / ".gitignore").read_text("utf-8", "replace").splitlines()
            rules[here] = pathspec.GitIgnoreSpec.from_lines(lines)
        folders[:] = [n for n in folders if n not in EXCLUDED and not ignored(here / n, "/")]
        yield from (here / name for name in names if not ignored(here / name))
    yield from closed
