"""The user's own rules, from the configuration: patterns, and a list of terms."""

from collections.abc import Callable, Iterator
from pathlib import Path

from wenlint.document.document import Document
from wenlint.files import boundary
from wenlint.files.boundary import BoundaryError
from wenlint.model.custom import Custom
from wenlint.model.findings import Finding, Safety, replace, report
from wenlint.model.rule import NAME, Example, Rule, read_example
from wenlint.search.own_patterns import PatternError, compiled
from wenlint.search.patterns import lazy

GROUP, TERMS = "custom", "own-term"
#: The most code points of a term.
LONGEST = 100
NOT_LETTERS = lazy(r"[\W_]+")
TERM = lazy(r"(?P<wrong>[^\t→]+?)[ ]*(?:\t|→|->)[ \t]*(?P<right>.*\S)")

#: What a rule of the user's finds in a text: where it begins and ends, and what it becomes, if anything.
Search = Callable[[str], Iterator[tuple[int, int, str | None]]]


class CustomError(Exception):
    """A rule of the user's can't be made. Says which and why."""


def of_pattern(custom: Custom) -> Rule:
    """The rule that a table of the configuration describes."""
    if not NAME.fullmatch(custom.name):
        raise CustomError(f"custom: {custom.name!r} is no name: it must be lower-case words joined by hyphens")
    try:
        pattern = compiled(custom.pattern, f"custom: {custom.name}: {custom.pattern!r}")
        pattern.check_replacement(custom.replacement or "")
    except PatternError as error:
        raise CustomError(str(error)) from None

    def search(text: str) -> Iterator[tuple[int, int, str | None]]:
        for match in pattern.finditer(text):
            yield *match.span(), None if custom.replacement is None else str(match.expand(custom.replacement))

    safety = None if custom.replacement is None else Safety[custom.safety.upper()]
    bad = tuple(read_example(text, None if safety is None else fixed, safety) for text, fixed in custom.bad.items())
    return _rule(custom.name, search, custom.message, safety, bad, tuple(custom.good))


def of_terms(path: Path) -> Rule:
    """The rule of a plain file with a term a line: what is wrong, a tab or `→`, what is right; `#` begins a comment.

    Of two terms that begin at one place the longer is found, and one that begins or ends in a Latin letter or a digit
    only as a whole word. Letters change, so the fixes are unsafe.
    """
    terms = _read_terms(path)
    lengths: dict[str, list[int]] = {}
    for length in sorted({len(term) for term in terms}, reverse=True):
        for first in {term[0] for term in terms if len(term) == length}:
            lengths.setdefault(first, []).append(length)
    initials = lazy(f"[{''.join(map(_escaped, sorted(lengths)))}]")

    def search(text: str) -> Iterator[tuple[int, int, str | None]]:
        end = 0
        for initial in initials.finditer(text):
            start = initial.start()
            for length in lengths[initial[0]] if start >= end else ():
                right = terms.get(text[start : start + length])
                if right is not None and _is_whole(text, start, start + length):
                    end = start + length
                    yield start, end, right
                    break

    return _rule(TERMS, search, f"“{{0}}” is not the term in {path.name}", Safety.UNSAFE, (), ())


def _read_terms(path: Path) -> dict[str, str]:
    try:
        lines = boundary.read(path).splitlines()
    except BoundaryError as error:
        raise CustomError(f"terms: {error}") from None
    terms: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            term = TERM.fullmatch(line.strip())
            if not term:
                raise CustomError(
                    f"terms: {path}, line {number}: expected what is wrong, a tab or →, and what is right"
                )
            if len(term["wrong"]) > LONGEST:
                raise CustomError(f"terms: {path}, line {number}: a term has at most {LONGEST} characters")
            terms[term["wrong"]] = term["right"]
    if not terms:
        raise CustomError(f"terms: {path}: holds no terms")
    return terms


def _escaped(character: str) -> str:
    return f"\\U{ord(character):08x}"


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin word goes on over an edge of the span."""
    return not (_is_latin(text[start]) and start and _is_latin(text[start - 1])) and not (
        _is_latin(text[end - 1]) and _is_latin(text[end : end + 1])
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _rule(
    name: str,
    search: Search,
    message: str,
    safety: Safety | None,
    bad: tuple[Example, ...],
    good: tuple[str, ...],
) -> Rule:
    shown = message.replace("{", "{{").replace("}", "}}").replace("{{0}}", "{0}")

    def check(document: Document) -> Iterator[Finding]:
        for start, end, new in search(document.prose):
            old = document.prose[start:end]
            if new is None or safety is None:
                yield report((start, end), shown)
            elif new != old:
                # A safe fix keeps the letters, whatever its author says of it.
                kept = NOT_LETTERS.sub("", new) == NOT_LETTERS.sub("", old)
                yield replace((start, end), new, shown, safety if kept else min(safety, Safety.UNSAFE))

    return Rule(check, name, GROUP, message, bad, good, notation=True)
