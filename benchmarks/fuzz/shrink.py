"""Makes a failing case small: less of the text, less configuration, and the plainest encoding that still fails."""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec
from wenlint.source.encoding import Source, SourceError

from benchmarks.fuzz.case import Case
from benchmarks.fuzz.trial import Failure, examine

Some = TypeVar("Some", str, bytes)
#: Seconds that one case may take.
PATIENCE = 4.0


def shrunk(case: Case, failure: Failure, patience: float = PATIENCE) -> tuple[Case, Failure]:
    """The smallest case found that breaks the same promise, and how it breaks it."""
    until = time.monotonic() + patience
    best = failure

    def fails(tried: Case) -> bool:
        nonlocal best
        if time.monotonic() > until:
            return False
        found = [one for one in examine(tried).failures if one.oracle == failure.oracle]
        if found:
            best = failure if failure in found else found[0]
        return bool(found)

    while time.monotonic() < until:
        old = case
        for simpler in _simpler(case):
            if fails(simpler):
                case = simpler
                break
        else:
            case = _less(case, fails)
        if case == old:
            break
    return case, best


def _simpler(case: Case) -> Iterator[Case]:
    """The case with one field less said, or with one rule or key less in it."""
    plain = Case(case.name, data=case.data)
    if case != plain:
        yield plain
    for field in Case.__struct_fields__[1:-1]:
        value, default = getattr(case, field), getattr(Case(), field)
        if value != default:
            yield msgspec.structs.replace(case, **{field: default})
        if isinstance(value, list) and len(value) > 1:
            for index in range(len(value)):
                yield msgspec.structs.replace(case, **{field: value[:index] + value[index + 1 :]})
        elif isinstance(value, dict) and len(value) > 1:
            for key in value:
                yield msgspec.structs.replace(case, **{field: {k: v for k, v in value.items() if k != key}})
    if case.name not in ("a.txt", "a.md"):
        yield msgspec.structs.replace(case, name="a" + case.name[case.name.rindex(".") :])
    if case.markdown:
        yield msgspec.structs.replace(case, name=case.name.removesuffix(".md") + ".txt")
    try:
        source = Source.decode(case.data)
    except SourceError:
        return
    if source.encoding != "utf-8" or source.mark:
        yield msgspec.structs.replace(case, data=source.text.encode("utf-8", "replace"))


def _less(case: Case, fails: Callable[[Case], bool]) -> Case:
    """The case with as few characters as still fail; with as few bytes, where it is no text."""
    try:
        source = Source.decode(case.data)
    except SourceError:

        def of_bytes(data: bytes) -> Case:
            return msgspec.structs.replace(case, data=data)

        return of_bytes(_fewest(case.data, lambda data: fails(of_bytes(data))))

    def of_text(text: str) -> Case:
        data = source.mark + text.encode(source.encoding, "replace")
        return msgspec.structs.replace(case, data=data)

    def still(text: str) -> bool:
        return fails(of_text(text))

    return of_text(_fewest(source.text, still)) if still(source.text) else case


def _fewest(items: Some, still: Callable[[Some], bool]) -> Some:
    """What is left when stretches of half the length, a quarter and so on were taken out wherever that was possible."""
    size = max(1, len(items) // 2)
    while size:
        at, before = 0, len(items)
        while at < len(items):
            tried = items[:at] + items[at + size :]
            if still(tried):
                items = tried
            else:
                at += size
        size = size // 2 if len(items) == before or size > 1 else size
    return items
