"""What tells that Wenlint, its rules and what they stand on are still the same; nothing of it is imported to know."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

from wenlint.model.outcome import digest
from wenlint.rules.entry_points import installed


@cache
def environment() -> bytes:
    """Changes with Python, with any package that is installed or taken away, and with the sources of the rules.

    The names of the `.dist-info` folders hold the versions. Sources count by name, time and size, so that this holds
    for what is being worked on, too.
    """
    parts = [sys.version.encode()]
    packages = {"wenlint"}
    for name, points in installed():
        parts += (os.fsencode(name), *map(str.encode, points))
        packages.update(point.partition(".")[0] for point in points)
    for package in sorted(packages):
        parts += _sources(package)
    return digest(*parts)


def _sources(package: str) -> Iterator[bytes]:
    spec = find_spec(package)
    for root in (spec.submodule_search_locations or [spec.origin or ""]) if spec else []:
        yield os.fsencode(root)
        if os.path.isfile(root):
            yield _stamp(os.stat(root))
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                path = os.path.join(folder, name)
                yield os.fsencode(path) + _stamp(os.stat(path))


def _stamp(status: os.stat_result) -> bytes:
    return f":{status.st_mtime_ns}:{status.st_size}".encode()
