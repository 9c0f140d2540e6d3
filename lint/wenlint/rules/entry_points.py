"""What is installed beside Wenlint, and which packages of it bring rules.

`importlib.metadata` would say the same, and takes longer to import than a small file to check.
"""

import os
import re
import sys
from collections.abc import Iterator

from wenlint.search.patterns import lazy

NAME = "[wenlint.rules]"
GROUP = lazy(r"^\[wenlint\.rules\]\s*$([^\[]*)", re.MULTILINE)
POINT = lazy(r"^\s*[^\s#=][^=]*=\s*([\w.]+)", re.MULTILINE)


def installed() -> Iterator[tuple[str, list[str]]]:
    """The folder's name of each distribution on the path, which holds its version, and the modules that its entry
    points of the group `wenlint.rules` name."""
    for folder in sys.path:
        try:
            names = sorted(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:  # no folder, or an archive, in which nothing is being worked on
            yield folder, []
            continue
        for name in names:
            yield name, _points(os.path.join(folder, name, "entry_points.txt"))


def _points(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return []
    return [point for group in GROUP.findall(text) for point in POINT.findall(group)] if NAME in text else []
