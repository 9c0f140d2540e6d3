"""Regular expressions that are compiled when they are first used, and those that are looked for in whole texts.

Compiling is most of what importing the rules would cost, and most texts need few of them.
"""

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "search", "match", "fullmatch", "sub", "subn", "split", "pattern", "flags")


class _Pattern:
    """Becomes the compiled pattern when something is asked of it."""

    def __init__(self, source: str, flags: int):
        self.source = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self.source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


#: What `sought` made, in order, each with whether it is looked for in the source.
SOUGHT: dict[_Pattern, bool] = {}


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled on its first use; a pattern that is wrong raises re.error only then."""
    return cast(re.Pattern[str], _Pattern(source, flags))


def sought(source: str, flags: int = 0, *, in_source: bool = False) -> re.Pattern[str]:
    """The same for a pattern that is looked for in the whole of a text, by `Document.find`: see `firstlook`.

    `in_source`: by `Document.find_in_source` instead.
    """
    pattern = _Pattern(source, flags)
    SOUGHT[pattern] = in_source
    return cast(re.Pattern[str], pattern)
