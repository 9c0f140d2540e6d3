"""`wenlint check` and `wenlint fix`."""

import io
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from wenlint.cli import console, report_file
from wenlint.cli.options import shared
from wenlint.cli.report_file import ReportFileError
from wenlint.config import globs, schema
from wenlint.config.plan import CommandLine, Plan, Planner
from wenlint.config.schema import ConfigError, Layer
from wenlint.jobs import many_files
from wenlint.model.findings import Safety
from wenlint.model.outcome import PROBLEMS, Order, Outcome, problem
from wenlint.model.rule import RuleError
from wenlint.rules.selection import SelectorError

CLEAN, FINDINGS, ERROR = 0, 1, 2
STDIN = Path("-")


@click.command()
@shared
@click.option("--fix", "fixing", is_flag=True, help="Repair what is safe to repair.")
def check(**given: Any) -> int:
    """Find damage in files and folders (default: this folder), or in standard input (-).

    Exit status: 0 clean, 1 findings, 2 an error in the configuration, the usage or a rule.
    """
    return _run(**given)


@click.command()
@shared
def fix(**given: Any) -> int:
    """Repair what is safe to repair, and report what is left.

    With - the repaired text goes to standard output and everything else to standard error.
    Exit status: 0 nothing is left, 1 findings are left, 2 an error.
    """
    return _run(fixing=True, **given)


def _run(
    *,
    paths: tuple[Path, ...],
    configs: tuple[str, ...],
    isolated: bool,
    stdin_filename: Path | None,
    **given: Any,
) -> int:
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError("- stands alone: standard input is one text")
    order = Order(given["fixing"] or given["diff"], given["fixing"] and not given["diff"], given["diff"])
    try:
        data = sys.stdin.buffer.read() if paths == (STDIN,) else None
    except OSError as error:
        console.say(f"standard input can't be read: {console.reason(error)}")
        return ERROR
    repaired = data if order.writing else None
    report, unread = given["output_file"], ""
    try:
        planner = Planner(_said(configs, isolated, given))
        default = planner.plan_for(name := stdin_filename or Path("stdin.txt"))
        if report and not given["force"]:
            report_file.check(report, lambda: {*PROBLEMS, *(rule.name for rule in default.known)})
        if data is None:
            outcomes, unread = _files(paths, planner, order, given)
        elif default.config.force_exclude and default.excludes(name):
            outcomes = []
        else:
            outcome, repaired = _standard_input(data, name, default, order)
            outcomes = [outcome]
    except (ConfigError, SelectorError, RuleError, ReportFileError) as error:
        if data is not None and order.writing:
            _pass_on(data)
        console.say(str(error))
        return ERROR
    if piping := data is not None and order.writing:
        assert repaired is not None
        _pass_on(repaired)
    form, diff = default.config.output_format, order.diff
    try:
        _report(outcomes, form, stream := sys.stderr if piping else sys.stdout, **given)
    except ReportFileError as error:
        console.say(str(error))
        return ERROR
    if not given["quiet"] and (form != "json" or diff):
        summary = _summary(outcomes, default.safety, fixing=given["fixing"], diff=diff)
        said = f"{summary}{unread and f' ({unread})'}.\n"
        console.write(said, sys.stderr if diff or not outcomes else stream)
    return _status(outcomes, **given)


def _files(paths: tuple[Path, ...], planner: Planner, order: Order, given: dict[str, Any]) -> tuple[list[Outcome], str]:
    """What came of the files, and what is to be said of those in formats that are not read."""
    # All configurations are read before the first file is written.
    paths = tuple(each for path in paths for each in _expanded(path))
    targets = many_files.targets(paths or (Path(),), planner)
    files = targets.paths
    if report := given["output_file"]:  # what the last run said is no text to check
        if any(_is_same(path, report) for path in paths):
            raise ReportFileError(f"{report} is one of the files that are checked; name another for the report")
        files = [path for path in files if not _is_same(path, report)]
    if not files:
        _ = planner.plan_for(Path("_")).rules  # what is wrong on the command line is said all the same
    cache = None
    if not given["no_cache"]:
        from wenlint.jobs.cache import Cache

        cache = Cache(given["cache_dir"])
    outcomes = many_files.run(files, planner, order._replace(held=targets.held), cache, given["workers"])
    for trouble in cache.troubles.values() if cache and not given["quiet"] else ():
        console.say(trouble)
    if not targets.unread:
        return outcomes, ""
    from wenlint.files.unread import sentence

    return outcomes, sentence(targets.unread)


def _standard_input(data: bytes, name: Path, plan: Plan, order: Order) -> tuple[Outcome, bytes]:
    """What came of it, and what it has become: itself, where nothing could be done with it."""
    from wenlint.jobs.one_file import ProblemError, run_bytes

    _ = plan.rules
    try:
        result = run_bytes(data, name, plan, fixing=order.fixing)
    except ProblemError as error:
        return problem(str(name), error.rule, str(error)), data
    return result.outcome(name, order), result.data


def _pass_on(data: bytes) -> None:
    """Whatever went wrong, what came in goes out: a pipe into a file must not empty it."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _said(configs: Sequence[str], isolated: bool, given: dict[str, Any]) -> CommandLine:
    """What the command line says of configuration."""
    inline: list[Layer] = []
    file: Path | None = None
    for item in configs:
        if os.path.isfile(item):
            file = Path(item)
        elif "=" in item:
            inline.append(schema.inline(item))
        else:
            raise ConfigError(f"--config: there is no file {item}")
    options: dict[str, Any] = {}
    for key in schema.KEYS_ON_COMMAND_LINE:
        if (value := given[key]) is not None:
            name = key.replace("_", "-")
            schema.convert(Layer(f"--{name}", {name: value}))
            options[name] = value
    for option in ("exclude", "extend_exclude"):
        try:
            globs.check(f"--{option.replace('_', '-')}", given[option] or ())
        except ValueError as error:
            raise ConfigError(str(error)) from None
    here = [*(given["exclude"] or ()), *(given["extend_exclude"] or ())]
    if given["exclude"] is not None:
        options["exclude"] = []
    return CommandLine(inline, options, here, file, isolated)


def _report(
    outcomes: list[Outcome],
    form: str,
    stream: Any,
    *,
    diff: bool,
    statistics: bool,
    output_file: Path | None,
    **_: Any,
) -> None:
    writer = import_module(f"wenlint.reports.{'diff' if diff else 'statistics' if statistics else form}")
    if output_file:
        report_file.write(output_file, partial(writer.write, outcomes))
    elif stream is sys.stderr:
        writer.write(outcomes, said := io.StringIO())
        console.write(said.getvalue(), stream)
    else:
        writer.write(outcomes, stream)
    if diff:  # what could not be read has no differences, and must be said all the same
        failed = [outcome for outcome in outcomes if not outcome.done]
        import_module("wenlint.reports.concise").write(failed, sys.stderr)


def _expanded(path: Path) -> list[Path]:
    """The files that a pattern means where no shell has done so, on Windows. No name that results is taken for an option."""
    if os.name != "nt" or os.path.lexists(path):
        return [path]
    import glob

    return sorted(map(Path, glob.glob(str(path), recursive=True))) or [path]


def _is_same(path: Path, other: Path) -> bool:
    return os.path.exists(path) and os.path.exists(other) and os.path.samefile(path, other)


def _summary(outcomes: list[Outcome], safety: Safety, *, fixing: bool, diff: bool) -> str:
    found = sum(len(outcome.findings) for outcome in outcomes)
    more = _fixable(outcomes, Safety.UNSAFE) if safety is Safety.SAFE else 0
    unsafe = f" ({more} more by `--unsafe-fixes`)" if more else ""
    if not outcomes:
        return "wenlint: no files to check under these paths"
    if diff:
        count = sum(outcome.changed for outcome in outcomes)
        return f"{_many(count, 'file')} would be changed" if count else "No file would be changed"
    if fixing:
        applied = sum(sum(outcome.applied.values()) for outcome in outcomes)
        return f"Fixed {_many(applied, 'problem')}" + (f"; {found} left" if found else "") + unsafe
    if not found:
        return "All clean"
    safe = _fixable(outcomes, Safety.SAFE)
    return f"Found {_many(found, 'problem')}" + (f", {safe} fixable by `wenlint fix`" if safe else "") + unsafe


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _fixable(outcomes: list[Outcome], safety: Safety) -> int:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    return sum(finding.fix is not None and finding.fix.safety is safety for finding in findings)


def _status(outcomes: list[Outcome], *, diff: bool, exit_zero: bool, exit_non_zero_on_fix: bool, **_: Any) -> int:
    if any(outcome.failed for outcome in outcomes):
        return ERROR
    if not all(outcome.done for outcome in outcomes):  # never 0 on what could not be read
        return FINDINGS
    if exit_zero:
        return CLEAN
    changed = any(outcome.changed for outcome in outcomes)
    if diff:
        return FINDINGS if changed else CLEAN
    left = any(outcome.findings for outcome in outcomes)
    return FINDINGS if left or (changed and exit_non_zero_on_fix) else CLEAN
