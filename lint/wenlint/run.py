"""One file from its bytes to what was found in it and what it becomes."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wenlint import files, formats
from wenlint.check import RuleCrashError, check
from wenlint.document import Document
from wenlint.files import FileError
from wenlint.findings import Finding
from wenlint.fix import QuarrelError, fix, without_refused
from wenlint.guard import GuardError
from wenlint.plan import Plan, Planner
from wenlint.source import Source, SourceError

#: Names of what is wrong with a file rather than with its text; they stand where a rule's name would.
UNREADABLE, UNDECODABLE, UNKNOWN_FORMAT, UNWRITABLE, INTERNAL = (
    "unreadable-file",
    "undecodable-file",
    "unknown-format",
    "unwritable-file",
    "internal-error",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file. `findings` are those of `text`, which is what was found, or what fixing left."""

    path: str
    original: str = ""
    text: str = ""
    findings: list[Finding] = field(default_factory=list)
    applied: Counter[str] = field(default_factory=Counter)
    data: bytes | None = None  # the file as it should now be; None where it could not be made

    @property
    def changed(self) -> bool:
        return self.text != self.original

    @property
    def failed(self) -> bool:
        """Whether the failure is ours, or a rule's."""
        return any(finding.rule == INTERNAL for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check: as the user named it, and whether it was named itself."""

    path: Path
    named: bool


def targets(paths: Iterable[Path], planner: Planner) -> Iterator[Target]:
    """The files that these paths mean, each once. A path that was named itself is only excluded by force."""
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            plan = planner.plan_for(path / "_")
            found = files.walk(path, plan.config.respect_gitignore, plan.config.extension)
            candidates = [Target(file, named=False) for file in found]
        else:
            candidates = [Target(path, named=True)]
        for target in candidates:
            real = os.path.realpath(target.path)
            if real in seen:
                continue
            seen.add(real)
            own = planner.plan_for(target.path)
            if (target.named and not own.config.force_exclude) or not own.excludes(target.path):
                yield target


def run_file(path: Path, plan: Plan, *, fixing: bool, writing: bool) -> Outcome:
    """Check a file, or repair it and, if `writing`, put the repaired one in its place."""
    try:
        data, stamp = files.read(path)
    except FileError as error:
        return _problem(str(path), UNREADABLE, str(error))
    outcome = run_bytes(data, path, plan, fixing=fixing)
    if writing and outcome.changed and outcome.data is not None:
        try:
            files.write(path, outcome.data, stamp)
        except FileError as error:
            return _problem(str(path), UNWRITABLE, str(error))
    return outcome


def run_bytes(data: bytes, path: Path, plan: Plan, *, fixing: bool) -> Outcome:
    """The same for bytes that claim to be the file of that path. Nothing is written."""
    name = str(path)
    if (format := formats.name_for(path.name, plan.config.extension)) is None:
        known = ", ".join(sorted(filter(None, formats.EXTENSIONS)))
        return _problem(
            name,
            UNKNOWN_FORMAT,
            f"has a format that is not known ({path.suffix}), so it was left alone; known: {known}; "
            f"if it is plain text, say --extension {path.suffix.removeprefix('.')}:plain",
        )
    try:
        source = Source.decode(data)
    except SourceError as error:
        return _problem(name, UNDECODABLE, str(error))
    document = Document(source.text, format, plan.settings_for(path))
    rules = plan.rules_for(path)
    try:
        if not fixing:
            findings = without_refused(document, check(document, rules), rules)
            return Outcome(name, source.text, source.text, findings, data=data)
        fixed = fix(document, rules, plan.safety, plan.fixable)
        after = source.encode(fixed.text) if fixed.text != source.text else data
        return Outcome(name, source.text, fixed.text, fixed.remaining, fixed.applied, after)
    except SourceError as error:
        return _problem(name, UNWRITABLE, str(error))
    except (RuleCrashError, QuarrelError, GuardError) as error:
        return _problem(name, INTERNAL, str(error))


def _problem(path: str, rule: str, message: str) -> Outcome:
    return Outcome(path, findings=[Finding(0, 0, message, rule=rule)])
