"""Where a configuration is found, and what it is made of: a file with those that it extends."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from wenlint.config.schema import ConfigError, Layer, convert
from wenlint.files import boundary
from wenlint.files.boundary import BoundaryError

#: In order of preference within one folder.
NAMES = (".wenlint.toml", "wenlint.toml", "pyproject.toml")
#: So many files may extend each other in a row.
DEEPEST = 32


@cache
def find(folder: Path) -> Path | None:
    """The closest configuration file in a folder or above it; a `pyproject.toml` must have the table."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if name != NAMES[-1]:
                if os.path.lexists(path):  # one that can't be read is told, and not passed over
                    return path
            elif os.path.isfile(path) and _table(path) is not None:
                return path
    return None


def layers(path: Path, *, trusted: bool) -> list[Layer]:
    """A configuration file with those that it extends, the furthest first.

    `trusted`: the command line named it, so what it extends may lie anywhere. Raises ConfigError.
    """
    found: list[Layer] = []
    seen: list[Path] = []
    try:
        following: Path | None = boundary.resolve(path.name, path.parent, trusted=trusted)
    except BoundaryError as error:
        raise ConfigError(f"{path}: {error}") from None
    while following:
        path = following
        if path in seen:
            raise ConfigError(f"{seen[-1]}: extend: the files extend each other in a circle")
        if len(seen) == DEEPEST:
            raise ConfigError(f"{path}: extend: more than {DEEPEST} files extend each other")
        seen.append(path)
        raw = _table(path)
        if raw is None:
            raise ConfigError(f"{path}: has no [tool.wenlint] table")
        found.append(layer := Layer(str(path), raw))
        following = _extended(path, convert(layer).extend, trusted)
    return found[::-1]


def _extended(path: Path, named: str | None, trusted: bool) -> Path | None:
    if named is None:
        return None
    try:
        target = boundary.resolve(named, path.parent, trusted=trusted)
    except BoundaryError as error:
        raise ConfigError(f"{path}: extend: {error}") from None
    if not os.path.isfile(target):
        raise ConfigError(f"{path}: extend: there is no file {named}")
    return target


def _table(path: Path) -> dict[str, Any] | None:
    """The keys of a file; None for a `pyproject.toml` without a table of ours."""
    import tomllib

    try:
        raw = tomllib.loads(boundary.read(path))
    except BoundaryError as error:
        raise ConfigError(str(error)) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None
    except RecursionError:
        raise ConfigError(f"{path}: is nested too deeply") from None
    if path.name != "pyproject.toml":
        return raw
    tool = raw.get("tool")
    table = tool.get("wenlint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.wenlint: expected a table")
    return table
