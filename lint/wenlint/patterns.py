"""Regular expressions that are compiled when they are first used.

Compiling is most of what importing the rules would cost, and most texts need few of them.
"""

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "search", "match", "fullmatch", "sub", "subn", "split", "pattern", "flags")


class _Pattern:
    """Becomes the compiled pattern when something is asked of it."""

    def __init__(self, source: str, flags: int):
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled on its first use; a pattern that is wrong raises re.error only then."""
    return cast(re.Pattern[str], _Pattern(source, flags))
