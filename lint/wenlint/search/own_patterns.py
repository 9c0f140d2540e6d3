"""Regular expressions of the configuration. Whoever wrote them, no text makes one of them hang the machine."""

import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

from wenlint.search.patterns import lazy

#: Seconds of this process that one pattern may take in all, and what each code point that it is given adds to them:
#: a usual pattern takes a hundredth of that.
PATIENCE, PER_CODE_POINT = 5.0, 2e-6

#: So many parts a pattern may have, each counted as often as the counts in braces around it say: these are unrolled.
LARGEST = 100_000
COUNT = lazy(r"\{(\d*)(?:,(\d*))?\}")
CLASS = lazy(r"\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)


class PatternError(Exception):
    """A pattern of the configuration can't be used, or takes too long. Says which and what would help."""


class OwnPattern:
    """A pattern that gives up for good when its time is over. Made by `compiled`."""

    def __init__(self, source: str, where: str, ignore_case: bool):
        import regex

        if _size(source) > LARGEST:
            raise PatternError(f"{where} repeats too much; write smaller counts in its braces")
        try:
            self._pattern: Any = regex.compile(source, regex.IGNORECASE if ignore_case else 0)
        except (regex.error, RecursionError, OverflowError) as error:
            raise PatternError(f"{where} is not a regular expression: {error}") from None
        self._where = where
        self._left = PATIENCE
        if self._pattern.match(""):
            raise PatternError(f"{where} matches the empty text")

    def check_replacement(self, template: str) -> None:
        """Raise PatternError where a template asks for a group that the pattern does not have."""
        import regex

        try:
            self._pattern.sub(template, "")
        except (regex.error, IndexError) as error:
            raise PatternError(f"{self._where} can't be replaced by {template!r}: {error}") from None

    def finditer(self, text: str) -> Iterator[Any]:
        """The matches that are not empty. Raises PatternError where they take too long, and ever after."""
        self._left += PER_CODE_POINT * len(text)
        matches = self._pattern.finditer(text, timeout=max(self._left, 1e-3))
        while True:
            start = time.process_time()
            try:
                match = next(matches, None) if self._left > 0 else None
            except TimeoutError:
                self._left, match = 0.0, None
            self._left -= time.process_time() - start
            if self._left <= 0:
                raise PatternError(f"{self._where} takes too long on this text; make it simpler")
            if match is None:
                return
            if match.end() > match.start():
                yield match


@cache
def compiled(source: str, where: str, *, ignore_case: bool = False) -> OwnPattern:
    """The pattern of the `regex` package; `where` names it in messages. Raises PatternError."""
    return OwnPattern(source, where, ignore_case)


def _size(source: str) -> int:
    """About how many parts a pattern has when all its counts are unrolled, which compiling takes time and memory for."""
    groups, at = [0], 0
    while at < len(source):
        character, weight = source[at], 1
        if character == "(":
            groups.append(0)
            at += 1
            continue
        if character == ")" and len(groups) > 1:
            weight = groups.pop() + 1
            at += 1
        elif character == "[" and (found := CLASS.match(source, at)):
            at = found.end()
        else:
            at += 2 if character == "\\" else 1
        if count := COUNT.match(source, at):
            most = max(int(number[:9]) for number in (count[1] or "0", count[2] or "0"))
            weight, at = weight * max(most, 1), count.end()
        groups[-1] = min(groups[-1] + weight, LARGEST + 1)
    return sum(groups)
