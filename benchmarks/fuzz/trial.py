"""Takes one case through everything and says which promises were broken."""

import tempfile
import time
import traceback
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from wenlint.config.plan import CommandLine, Plan, Planner
from wenlint.config.schema import Layer
from wenlint.fixing.fix import REFUSED, QuarrelError
from wenlint.fixing.guard import GuardError
from wenlint.jobs.one_file import ProblemError, Result, run_bytes
from wenlint.model.findings import Finding
from wenlint.model.outcome import UNDECODABLE, UNWRITABLE, Order, digest, problem
from wenlint.rules.selection import SelectorError
from wenlint.source.encoding import Source, SourceError

from benchmarks.fuzz import conserved, shown, structure
from benchmarks.fuzz.case import Case, pack, unpack


class Failure(NamedTuple):
    """The promise that was broken, and by what: rules, a place in the code, a report."""

    oracle: str
    detail: str


class Trial(NamedTuple):
    """`came`: refused, unwritable, failed, clean, reported or changed. `seconds` of CPU. `digest`: of all that came of it."""

    failures: list[Failure]
    came: str
    seconds: float
    digest: bytes


def examine(case: Case) -> Trial:
    """Bytes to text, to findings, to a repaired text, to bytes, and again; no exception comes out."""
    start, failures, seen = time.process_time(), list[Failure](), list[str]()
    try:
        came = "failed"
        for item in _examined(case):
            if isinstance(item, Failure):
                failures.append(item)
            elif item in ("refused", "unwritable", "clean", "reported", "changed"):
                came = item
            else:
                seen.append(item)
    except Exception as error:
        failures.append(_failure(error, case))
    return Trial(failures, came, time.process_time() - start, digest(*(s.encode("utf-8", "replace") for s in seen)))


def _examined(case: Case) -> Iterator[Failure | str]:
    """Failures, what came of it, and, in texts longer than a word, all that must be the same each time."""
    plan, path = _plan(_configuration(case)), Path(case.name)
    try:
        _ = plan.rules
    except SelectorError:  # it says that nothing is selected, before any file is read
        yield "refused"
        return
    try:
        before = run_bytes(case.data, path, plan, fixing=False)
        after = run_bytes(case.data, path, plan, fixing=True)
    except ProblemError as error:
        yield f"refused: {error}"
        yield from (Failure(*found) for found in shown.wrong(problem(case.name, error.rule, str(error)), shown.FORMS))
        if error.rule not in (UNDECODABLE, UNWRITABLE):
            raise
        yield "refused" if error.rule == UNDECODABLE else "unwritable"
        return
    source = Source.decode(case.data)
    if not _comes_back(source, case.data):
        yield Failure("round-trip", source.encoding)
    if _is_mostly_utf8(case.data, source.encoding):
        yield Failure("mistaken", source.encoding)
    yield from _in_text(before.findings, before.text)
    yield from _in_text(after.findings, after.text)
    yield from _promised(before, after, plan)
    yield from _reported(before, after, path)
    yield f"{before.findings}{after.findings}{sorted(after.applied.items())}{after.data!r}"
    if after.text == source.text:
        if after.data != case.data:
            yield Failure("untouched", source.encoding)
        yield "reported" if before.findings else "clean"
        return
    yield "changed"
    yield from _again(after, source, path, plan)
    yield from _conserved(case, source.text, after)


def _comes_back(source: Source, data: bytes) -> bool:
    try:
        return source.encode(source.text) == data
    except SourceError:
        return False


def _is_mostly_utf8(data: bytes, encoding: str) -> bool:
    """Whether bytes that were read in an older encoding are UTF-8 with a little damage.

    By chance hardly any other encoding makes a sequence of three bytes.
    """
    if encoding.startswith(("utf", "iso2022")):
        return False
    text = data.decode(errors="replace")
    long = sum(character > "\u07ff" and character != "\ufffd" for character in text)
    return long > 3 * text.count("\ufffd")


def _in_text(findings: list[Finding], text: str) -> Iterator[Failure]:
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        places = [0, *(place for start, end, _ in edits for place in (start, end)), len(text)]
        if not 0 <= finding.start <= finding.end <= len(text) or places != sorted(places):
            yield Failure("out-of-text", finding.rule)


def _promised(before: Result, after: Result, plan: Plan) -> Iterator[Failure]:
    """What `check` says will be fixed is fixed, what it says will not is not, and nothing is left undone."""
    promised = {finding.rule for finding in before.findings if finding.fix and finding.fix.safety >= plan.safety}
    if promised and not after.applied:
        yield Failure("promise", ",".join(sorted(promised)))
    if after.applied and not promised:
        yield Failure("unannounced", ",".join(sorted(after.applied)))
    unexplained = {finding.rule for finding in after.findings if not finding.fix and REFUSED not in finding.message}
    unexplained -= {f.rule for f in before.findings if not f.fix or f.fix.safety < plan.safety}
    if silent := (promised - after.applied.keys()) & unexplained:
        yield Failure("silent", ",".join(sorted(silent)))
    left = {finding.rule for finding in after.findings if finding.fix and finding.fix.safety >= plan.safety}
    if left:
        yield Failure("leftover", ",".join(sorted(left)))


def _reported(before: Result, after: Result, path: Path) -> Iterator[Failure]:
    found = [*shown.wrong(before.outcome(path, Order()), shown.FORMS)]
    found += shown.wrong(after.outcome(path, Order(fixing=True, diff=True)), ("diff", "text"))
    yield from (Failure(*one) for one in found)


def _again(after: Result, source: Source, path: Path, plan: Plan) -> Iterator[Failure]:
    """What was written is read as it was meant, has the findings that were said to be left, and needs no more fixes."""
    applied = ",".join(sorted(after.applied))
    try:
        read = Source.decode(after.data)
        if (read.text, read.mark) != (after.text, source.mark):  # the same text under another name is no loss
            yield Failure("reread", f"{source.encoding} is read as {read.encoding}")
            return
        left, again = (run_bytes(after.data, path, plan, fixing=fixing) for fixing in (False, True))
    except Exception as error:
        yield Failure("reread", f"{source.encoding} is not read: {type(error).__name__}")
        return
    if again.data != after.data:
        yield Failure("unsettled", ",".join(sorted(again.applied)))
    if promised := {f.rule for f in left.findings if f.fix and f.fix.safety >= plan.safety}:
        yield Failure("promise", f"after fixing: {','.join(sorted(promised))}")
    if {f[:2] + f[4:] for f in left.findings} != {f[:2] + f[4:] for f in after.findings}:
        yield Failure("left", applied)


def _conserved(case: Case, old: str, after: Result) -> Iterator[Failure]:
    new, applied = after.text, ",".join(sorted(after.applied))
    if extra := conserved.line_ends(new) - (conserved.line_ends(old) or {"\n"}):
        yield Failure("line-ends", f"{applied}: {sorted(extra)}")
    if case.unsafe:
        return
    if how := conserved.difference(old, new, after.applied, case.markers):
        yield Failure("letters", f"{how}: {applied}")
    if conserved.symbols(old, case.markers) != conserved.symbols(new, case.markers):
        yield Failure("symbols", applied)
    if case.markdown and not structure.kept(old, new, case.markers):
        yield Failure("structure", applied)


def _failure(error: Exception, case: Case) -> Failure:
    """An exception by what it is and where it was raised."""
    cause: BaseException = error
    while inner := cause.__cause__ or cause.__context__:
        cause = inner
    if isinstance(cause, QuarrelError):
        return Failure("quarrel", str(cause).partition("undo")[0].removeprefix("the rules ").strip())
    if isinstance(cause, GuardError):
        return Failure("guard", str(cause).partition(" would have")[0])
    place = traceback.extract_tb(cause.__traceback__)[-1]
    return Failure("crash", f"{type(cause).__name__} in {Path(place.filename).name}, {place.name}: {str(cause)[:60]}")


def _configuration(case: Case) -> bytes:
    """What of a case is configuration, as bytes."""
    return pack(msgspec.structs.replace(case, name="", data=b""))


@lru_cache(400)
def _plan(packed: bytes) -> Plan:
    case = unpack(packed)
    assert case is not None
    said = case.configuration | ({"terms": _file(case.terms)} if case.terms else {})
    plan = Planner(CommandLine(inline=[Layer("case", said)], isolated=True)).plan_for(Path("a.txt"))
    _ = plan.known
    return plan


@lru_cache(None)
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def _file(terms: str) -> str:
    """A list of terms where the configuration can name it; its name is said in findings, so it is always the same."""
    path = Path(_folder().name) / f"{digest(terms.encode()).hex()}.txt"
    path.write_bytes(terms.encode())
    return str(path)
