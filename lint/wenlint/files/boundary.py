"""How far a configuration may reach. Who checks a repository of others has not read its configuration: what that names
is read and written inside the repository alone. A file that the command line names may reach anywhere.
"""

import os
from functools import cache
from pathlib import Path

from wenlint.files import reading
from wenlint.files.reading import FileError, TooLargeError

#: What stands in the root of a repository.
MARKS = (".git", ".hg", ".svn", ".jj")
#: The most bytes of a configuration and of a list of terms.
LARGEST = 1 << 20


class BoundaryError(Exception):
    """A file that a configuration names is out of its reach, or is none that it may read. Says why and what would help."""


def resolve(named: str, folder: Path, *, trusted: bool) -> Path:
    """The path that a configuration in this folder means, without links.

    Raises BoundaryError where it can't be one, or lies outside the repository and the configuration is not `trusted`.
    """
    try:
        path = (folder / named).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise BoundaryError(f"{named!r} can't be the name of a file: {error}") from None
    if not trusted and not path.is_relative_to(root := repository(folder.resolve())):
        raise BoundaryError(f"{named} lies outside of {root}; if that is meant, name this configuration by --config")
    return path


def read(path: Path) -> str:
    """The text of a regular file of at most a megabyte, in UTF-8. Raises BoundaryError."""
    try:
        return reading.read(path, LARGEST)[0].decode("utf-8-sig")
    except TooLargeError:
        raise BoundaryError(f"{path}: is larger than {LARGEST} bytes") from None
    except FileError as error:
        raise BoundaryError(f"{path}: {error}") from None
    except UnicodeDecodeError as error:
        raise BoundaryError(f"{path}: is not UTF-8: byte {error.start}") from None


@cache
def repository(folder: Path) -> Path:
    """The root of the repository in which a folder lies; the folder itself where it lies in none."""
    return next(
        (place for place in (folder, *folder.parents) if any(os.path.lexists(place / mark) for mark in MARKS)), folder
    )
