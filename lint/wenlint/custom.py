"""The user's own rules, from the configuration: patterns, and a list of terms."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from wenlint.config import Custom
from wenlint.document import Document
from wenlint.findings import Finding, Safety, replace, report
from wenlint.patterns import lazy
from wenlint.rule import NAME, Example, Rule, read_example

GROUP, TERMS = "custom", "own-term"
#: Seconds that one pattern may take for one text.
PATIENCE = 5.0
NOT_LETTERS = lazy(r"[\W_]+")
TERM = lazy(r"(?P<wrong>[^\t→]+?)[ ]*(?:\t|→|->)[ \t]*(?P<right>.*\S)")


class CustomError(Exception):
    """A rule of the user's can't be made or run. Says which and why."""


def of_pattern(custom: Custom) -> Rule:
    """The rule that a table of the configuration describes."""
    import regex

    if not NAME.fullmatch(custom.name):
        raise CustomError(f"custom: {custom.name!r} is no name: it must be lower-case words joined by hyphens")
    try:
        pattern = regex.compile(custom.pattern)
        pattern.sub(custom.replacement or "", "")
    except (regex.error, IndexError) as error:
        raise CustomError(f"custom: {custom.name}: {custom.pattern!r} can't be used: {error}") from None
    if pattern.match(""):
        raise CustomError(f"custom: {custom.name}: {custom.pattern!r} matches the empty text")

    def becomes(match: Any) -> str | None:
        return None if custom.replacement is None else str(match.expand(custom.replacement))

    safety = None if custom.replacement is None else Safety[custom.safety.upper()]
    bad = tuple(read_example(text, None if safety is None else fixed, safety) for text, fixed in custom.bad.items())
    return _rule(custom.name, pattern, becomes, custom.message, safety, bad, tuple(custom.good))


def of_terms(path: Path) -> Rule:
    """The rule of a plain file with a term a line: what is wrong, a tab or `→`, what is right; `#` begins a comment.

    A term in Latin letters is found as a whole word. Letters change, so the fixes are unsafe.
    """
    import regex

    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise CustomError(f"terms: {path}: can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CustomError(f"terms: {path}: is not UTF-8") from None
    terms: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            term = TERM.fullmatch(line.strip())
            if not term:
                raise CustomError(
                    f"terms: {path}, line {number}: expected what is wrong, a tab or →, and what is right"
                )
            terms[term["wrong"]] = term["right"]
    if not terms:
        raise CustomError(f"terms: {path}: holds no terms")
    words = sorted(terms, key=len, reverse=True)
    pattern = regex.compile(
        "|".join(rf"(?<![A-Za-z0-9]){re.escape(w)}(?![A-Za-z0-9])" if w.isascii() else re.escape(w) for w in words)
    )
    message = f"“{{0}}” is not the term in {path.name}"
    return _rule(TERMS, pattern, lambda match: terms[match[0]], message, Safety.UNSAFE, (), ())


def _rule(
    name: str,
    pattern: Any,
    becomes: Callable[[Any], str | None],
    message: str,
    safety: Safety | None,
    bad: tuple[Example, ...],
    good: tuple[str, ...],
) -> Rule:
    shown = message.replace("{", "{{").replace("}", "}}").replace("{{0}}", "{0}")

    def check(document: Document) -> Iterator[Finding]:
        try:
            for match in pattern.finditer(document.prose, timeout=PATIENCE):
                if (new := becomes(match)) is None or safety is None:
                    yield report(match.span(), shown)
                elif new != match[0]:
                    # A safe fix keeps the letters, whatever its author says of it.
                    kept = NOT_LETTERS.sub("", new) == NOT_LETTERS.sub("", match[0])
                    yield replace(match.span(), new, shown, safety if kept else min(safety, Safety.UNSAFE))
        except TimeoutError:
            raise CustomError(f"the pattern took longer than {PATIENCE:.0f} s on this text; make it simpler") from None

    return Rule(check, name, GROUP, message, bad, good, notation=True)
