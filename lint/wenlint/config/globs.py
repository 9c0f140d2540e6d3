"""Patterns for paths in the manner of .gitignore, matched by RE2: in time that grows with the path alone."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

T = TypeVar("T")


def matches(globs: tuple[str, ...], root: Path, path: Path) -> bool:
    """Whether a path is one that the globs name, counted from a folder."""
    if not globs:
        return False
    inside = os.path.relpath(os.path.abspath(path), os.path.abspath(root))
    return not inside.startswith("..") and bool(_spec(globs).match_file(Path(inside).as_posix()))


def last_that_matches(values: dict[str, T], root: Path, path: Path) -> T | None:
    """Of values by glob, that of the last glob that names the path; None where none does."""
    return next((value for glob, value in reversed(values.items()) if matches((glob,), root, path)), None)


def check(key: str, globs: Iterable[str]) -> None:
    """Raise ValueError, which begins with the key, for what is no pattern in the manner of .gitignore."""
    for glob in globs:
        from pathspec import GitIgnoreSpec

        try:
            GitIgnoreSpec.from_lines([glob]).match_file("a")
        except Exception as error:  # each of pathspec's engines has errors of its own
            raise ValueError(f"{key}: {glob!r} is not a pattern as in .gitignore: {error}") from None


@cache
def _spec(globs: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)
