"""A rule is one function in one file: its docstring is its page, its examples are its tests."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict, Unpack

import msgspec

from wenlint.model.findings import Finding, Safety
from wenlint.model.settings import Style
from wenlint.search.patterns import lazy

if TYPE_CHECKING:
    from wenlint.document.document import Document

Check = Callable[["Document"], Iterable[Finding]]
#: What a rule's offsets count. "prose": what a reader sees, `document.prose`. "lines": the source,
#: `document.text`, of which what is verbatim (code, tags) is left alone. "file": the source, all of it.
View = Literal["prose", "lines", "file"]

#: BCP 47 names. Regions come from the settings alone.
LANGUAGES = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko", "other")
#: "zh" stands for both scripts of Chinese.
ALL = frozenset({"zh", "ja", "ko", "other"})
FORMATS = frozenset({"plain", "markdown"})
NAME = lazy(r"[a-z]+(?:-[a-z]+)*")


class RuleError(Exception):
    """A rule is not written as a rule must be. Says which and what is expected."""


class Example(NamedTuple):
    """A text with a finding: `text` without the ⟦⟧ marks, the spans they marked, and what it becomes."""

    text: str
    spans: tuple[tuple[int, int], ...]
    fixed: str | None
    safety: Safety | None


class Options(TypedDict, total=False):
    """What an author may say of a rule beside its examples, its languages and its formats; `Rule` has the defaults."""

    needs: Iterable[str | range]
    view: View
    source: str
    disputed: str
    style: str
    default: bool
    reshapes: bool
    restructures: bool
    notation: bool
    illegible: bool
    fold: Callable[[str], str]
    furniture: bool


class Rule(msgspec.Struct, frozen=True):
    """What `@rule` makes of a function. Everything but the arguments is derived from where it stands."""

    check: Check
    name: str
    group: str
    documentation: str
    bad: tuple[Example, ...] = ()
    good: tuple[str, ...] = ()
    languages: frozenset[str] = ALL
    formats: frozenset[str] = FORMATS
    needs: Iterable[str | range] = ""
    view: View = "prose"
    source: str = ""
    disputed: str = ""
    style: str = ""
    default: bool = True
    reshapes: bool = False
    restructures: bool = False
    notation: bool = False
    illegible: bool = False
    fold: Callable[[str], str] = str
    furniture: bool = False

    @property
    def summary(self) -> str:
        return self.documentation.partition("\n")[0]

    @property
    def safety(self) -> Safety | None:
        """The safest fix that the examples show; None where the rule only reports."""
        return max((e.safety for e in self.bad if e.safety is not None), default=None)

    @property
    def module(self) -> str:
        return self.check.__module__


def rule(
    *,
    bad: Mapping[str, str] = MappingProxyType({}),
    unsafe: Mapping[str, str] = MappingProxyType({}),
    reported: Sequence[str] = (),
    good: Sequence[str],
    languages: Iterable[str] = ALL,
    formats: Iterable[str] = FORMATS,
    **options: Unpack[Options],
) -> Callable[[Check], Rule]:
    """Make a rule of a generator function that takes a document and yields findings.

    `bad`, `unsafe` and `reported` are texts in which ⟦⟧ marks what must be found; the first two say
    what a safe and an unsafe fix make of them. In the texts of `good` nothing may be found.

    `needs`: characters, strings, or ranges of code points, of which a text must hold one for a finding to be
    possible; otherwise the rule is not run. `source`: the standard that the rule follows; `disputed`: who disagrees. `default`: whether
    the rule speaks unasked; one that does not speaks, too, where the configuration chooses a form for `style`, the
    name of a field of `Style`.

    What a safe fix conserves is checked whenever it is applied: the letters of `fold(old)` are those
    of `fold(new)`. `furniture`: but for page markers, page numbers and running headers. `reshapes`: the fixes may join
    paragraphs. `restructures`: the unsafe fixes may make emphasis, headings, links and lists of what was
    text. `notation`: the rule also speaks in lines that are written for a machine. `illegible`: it
    also speaks in a document whose letters can't be read; no other rule does.
    """

    def make(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        made = Rule(
            check=check,
            name=name,
            group=check.__module__.rpartition(".")[0].rpartition(".")[2],
            documentation=(check.__doc__ or "").strip(),
            bad=(
                *(read_example(text, fixed, Safety.SAFE) for text, fixed in bad.items()),
                *(read_example(text, fixed, Safety.UNSAFE) for text, fixed in unsafe.items()),
                *(read_example(text, None, None) for text in reported),
            ),
            good=tuple(good),
            languages=frozenset(languages),
            formats=frozenset(formats),
            **options,
        )
        _examine(made)
        return made

    return make


def read_example(marked: str, fixed: str | None, safety: Safety | None) -> Example:
    """Read the ⟦⟧ marks out of a text."""
    text, spans, start = "", [], 0
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            start = len(text)
        elif part == "⟧":
            spans.append((start, len(text)))
        else:
            text += part
    return Example(text, tuple(spans), fixed, safety)


def _examine(rule: Rule) -> None:
    def refuse(reason: str) -> None:
        raise RuleError(f"rule {rule.name} ({rule.module}): {reason}")

    if not NAME.fullmatch(rule.name):
        refuse("the function's name must be lower-case words joined by _; it becomes the rule's name")
    if not rule.documentation:
        refuse("it has no docstring; its first line is shown in `wenlint rules`")
    if not rule.bad or not rule.good:
        refuse("it needs at least one example in `bad` (or `unsafe`, `reported`) and one in `good`")
    if unknown := rule.languages - {*LANGUAGES, "zh"}:
        refuse(f"unknown language {', '.join(sorted(unknown))}; known: zh, {', '.join(LANGUAGES)}")
    if rule.style and rule.style not in Style.__struct_fields__:
        refuse(f"unknown style {rule.style}; known: {', '.join(Style.__struct_fields__)}")
    for example in rule.bad:
        if not example.spans:
            refuse(f"the example {example.text!r} does not mark what must be found with ⟦⟧")
        if example.fixed == example.text:
            refuse(f"the example {example.text!r} is repaired into itself; put it under `reported`")
        if rule.needs and not any(_is_in(some, example.text) for some in rule.needs):
            refuse(f"the example {example.text!r} holds nothing of what is in `needs`")


def _is_in(some: str | range, text: str) -> bool:
    return any(ord(character) in some for character in text) if isinstance(some, range) else some in text
