"""One file from its bytes to what was found in it and what it becomes."""

from collections import Counter
from pathlib import Path

import msgspec

from wenlint import formats
from wenlint.config.plan import Plan
from wenlint.document.document import Document
from wenlint.files import reading
from wenlint.files.reading import FileError, TooLargeError
from wenlint.fixing.check import RuleCrashError, check
from wenlint.fixing.fix import QuarrelError, fix, without_refused
from wenlint.fixing.guard import GuardError
from wenlint.model.findings import Finding
from wenlint.model.outcome import (
    CONFIGURATION,
    INTERNAL,
    TOO_LARGE,
    UNDECODABLE,
    UNKNOWN_FORMAT,
    UNREADABLE,
    UNWRITABLE,
    Excerpt,
    Order,
    Outcome,
    digest,
    problem,
)
from wenlint.search.own_patterns import PatternError
from wenlint.source.encoding import Source, SourceError


class ProblemError(Exception):
    """Nothing can be done with a file. Says which kind of problem it is, and why."""

    def __init__(self, rule: str, message: str):
        super().__init__(message)
        self.rule = rule


class Result(msgspec.Struct, frozen=True):
    """What became of the bytes of one file. `findings` are those of `text`; `data` is the file as it should now be."""

    original: str
    text: str
    data: bytes
    findings: list[Finding]
    applied: Counter[str] = msgspec.field(default_factory=Counter)

    def outcome(self, path: Path, order: Order, of: bytes = b"") -> Outcome:
        """What is to be reported of it; `of`: the digest of the bytes."""
        diff = ""
        if order.diff:
            from wenlint.jobs.difference import difference

            diff = difference(self.original, self.text)
        excerpt = Excerpt.of(self.text, self.findings)
        return Outcome(str(path), self.findings, excerpt, self.applied, self.text != self.original, True, diff, of)


def run_file(path: Path, plan: Plan, order: Order) -> Outcome:
    """Check a file, or repair it and, if so ordered, put the repaired one in its place. No exception comes out."""
    order = order.of(str(path))
    try:
        data, stamp = reading.read(path, plan.max_size)
        result = run_bytes(data, path, plan, fixing=order.fixing, alone=order.alone)
        if order.writing and result.text != result.original:
            from wenlint.files.writing import write

            try:
                write(path, result.data, data, stamp)
            except FileError as error:
                raise ProblemError(UNWRITABLE, str(error)) from None
        return result.outcome(path, order, digest(data) if order.keeping else b"")
    except TooLargeError as error:
        return problem(str(path), TOO_LARGE, str(error))
    except FileError as error:
        return problem(str(path), UNREADABLE, str(error))
    except ProblemError as error:
        return problem(str(path), error.rule, str(error))


def run_bytes(data: bytes, path: Path, plan: Plan, *, fixing: bool, alone: bool = True) -> Result:
    """The same for bytes that claim to be the file of that path; nothing is written. Raises ProblemError."""
    if len(data) > plan.max_size:
        raise ProblemError(TOO_LARGE, reading.too_large(len(data), plan.max_size))
    if (format := formats.name_for(path.name, plan.config.extension)) is None:
        known = ", ".join(sorted(filter(None, formats.EXTENSIONS)))
        raise ProblemError(
            UNKNOWN_FORMAT,
            f"has a format that is not known ({path.suffix}), so it was left alone; known: {known}; "
            f"if it is plain text, say --extension {path.suffix.removeprefix('.')}:plain",
        )
    try:
        encoding = plan.encoding_for(path)
        source = Source.decode(data, encoding)
    except SourceError as error:
        raise ProblemError(UNDECODABLE, str(error)) from None
    rules = plan.rules_for(path)
    try:
        text, settings = source.text, plan.settings_for(path)
        if not fixing:
            document = Document(text, format, settings)
            findings = without_refused(document, check(document, rules, alone=alone), rules, plan.fixable)
            return Result(text, text, data, findings)
        fixed = fix(Document(text, format, settings), rules, plan.safety, plan.fixable, alone=alone)
        after = source.encode(fixed.text, encoding) if fixed.text != source.text else data
        return Result(source.text, fixed.text, after, fixed.remaining, fixed.applied)
    except SourceError as error:
        raise ProblemError(UNWRITABLE, str(error)) from None
    except PatternError as error:
        raise ProblemError(CONFIGURATION, str(error)) from None
    except (RuleCrashError, QuarrelError, GuardError) as error:
        raise ProblemError(INTERNAL, str(error)) from None
    except (Exception, SystemExit) as error:  # one file does not take the others
        import traceback

        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        raise ProblemError(INTERNAL, f"{type(error).__name__}: {error} ({where}); please report it") from None
