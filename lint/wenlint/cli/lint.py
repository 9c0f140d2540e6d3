"""`wenlint check` and `wenlint fix`."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

import click

from wenlint import config, selection
from wenlint.config import ConfigError
from wenlint.findings import Safety
from wenlint.loader import load_rules
from wenlint.plan import Planner
from wenlint.rule import RuleError
from wenlint.run import Outcome, run_bytes, run_file, targets
from wenlint.selection import SelectorError

CLEAN, FINDINGS, ERROR = 0, 1, 2
STDIN = Path("-")


def selectors(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> list[str] | None:
    """Comma-separated names, given once or more; None where the option was not given."""
    return [name.strip() for item in value for name in item.split(",") if name.strip()] if value else None


def mapping(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str] | None:
    """`a:b` pairs, comma-separated, given once or more."""
    pairs = [item.strip().rpartition(":") for text in value for item in text.split(",") if item.strip()]
    if any(not key or not name for key, _, name in pairs):
        raise click.BadParameter(f"expected pairs such as {parameter.metavar}")
    return {key: name for key, _, name in pairs} or None


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments and options that `check` and `fix` share."""
    for decorate in reversed(
        (
            click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
            click.option("--select", multiple=True, callback=selectors, metavar="NAMES", help="Rules or groups to run, instead of the configured ones."),
            click.option("--ignore", multiple=True, callback=selectors, metavar="NAMES", help="Rules or groups to leave out."),
            click.option("--extend-select", multiple=True, callback=selectors, metavar="NAMES", help="Rules or groups to run as well."),
            click.option("--per-file-ignores", multiple=True, callback=mapping, metavar="GLOB:NAME", help="Rules to leave out for some files."),
            click.option("--fixable", multiple=True, callback=selectors, metavar="NAMES", help="Rules whose fixes may be applied."),
            click.option("--unfixable", multiple=True, callback=selectors, metavar="NAMES", help="Rules whose fixes may not be applied."),
            click.option("--unsafe-fixes/--no-unsafe-fixes", default=None, help="Also apply fixes that have a second reading."),
            click.option("--diff", is_flag=True, help="Show what fixing would change; write nothing."),
            click.option("--statistics", is_flag=True, help="Count findings by rule."),
            click.option("--output-format", type=click.Choice(config.OUTPUT_FORMATS), envvar="WENLINT_OUTPUT_FORMAT", help="How findings are written."),
            click.option("-o", "--output-file", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to this file."),
            click.option("--config", "configs", multiple=True, metavar="PATH|TOML", help="A configuration file, or one key: 'target = \"ja\"'."),
            click.option("--isolated", is_flag=True, help="Ignore all configuration files."),
            click.option("--exclude", multiple=True, callback=selectors, metavar="GLOBS", help="Files to leave out."),
            click.option("--extend-exclude", multiple=True, callback=selectors, metavar="GLOBS", help="Files to leave out as well."),
            click.option("--force-exclude/--no-force-exclude", default=None, help="Leave them out even where they are named."),
            click.option("--respect-gitignore/--no-respect-gitignore", default=None, help="Leave out what git ignores."),
            click.option("--stdin-filename", type=click.Path(path_type=Path), help="The name of what comes on standard input."),
            click.option("--extension", multiple=True, callback=mapping, metavar="EXT:FORMAT", help="The format of an extension: adoc:plain."),
            click.option("-n", "--no-cache", is_flag=True, help="Accepted for scripts; nothing is cached yet."),
            click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 even where there are findings."),
            click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 where something was fixed."),
            click.option("-q", "--quiet", is_flag=True, help="Only findings, no summary."),
        )
    ):  # fmt: skip
        command = decorate(command)
    return command


@click.command()
@options
@click.option("--fix", "fixing", is_flag=True, help="Repair what is safe to repair.")
def check(**given: Any) -> None:
    """Find damage in files and folders (default: this folder), or in standard input (-).

    Exit status: 0 clean, 1 findings, 2 an error in the configuration, the usage or a rule.
    """
    sys.exit(_run(**given))


@click.command()
@options
def fix(**given: Any) -> None:
    """Repair what is safe to repair, and report what is left.

    With - the repaired text goes to standard output and everything else to standard error.
    Exit status: 0 nothing is left, 1 findings are left, 2 an error.
    """
    sys.exit(_run(fixing=True, **given))


def _run(
    *,
    paths: tuple[Path, ...],
    configs: tuple[str, ...],
    isolated: bool,
    fixing: bool,
    diff: bool,
    stdin_filename: Path | None,
    **given: Any,
) -> int:
    try:
        planner = _planner(configs, isolated, given)
        if STDIN in paths:
            if len(paths) > 1:
                raise click.UsageError("- stands alone: standard input is one text")
            path = stdin_filename or Path("stdin.txt")
            data = sys.stdin.buffer.read()
            plan = planner.plan_for(path)
            skip = plan.config.force_exclude and plan.excludes(path)
            outcomes = [] if skip else [run_bytes(data, path, plan, fixing=fixing or diff)]
        else:
            files = list(targets(paths or (Path(),), planner))
            outcomes = [
                run_file(
                    file.path, planner.plan_for(file.path), fixing=fixing or diff, writing=fixing and not diff
                )
                for file in files
            ]
        default = planner.plan_for(stdin_filename or Path("_"))
    except (ConfigError, SelectorError, RuleError) as error:
        click.echo(f"wenlint: {error}", err=True)
        return ERROR
    if STDIN in paths and fixing and not diff:
        # Whatever went wrong, what came in goes out: a pipe into a file must not empty it.
        repaired = outcomes[0].data if outcomes and outcomes[0].data is not None else data
        sys.stdout.buffer.write(repaired)
        sys.stdout.buffer.flush()
        report_to: TextIO = sys.stderr
    else:
        report_to = sys.stdout
    _report(
        outcomes, default.config.output_format, default.safety, report_to, fixing=fixing, diff=diff, **given
    )
    return _status(outcomes, diff=diff, **given)


def _planner(configs: Sequence[str], isolated: bool, given: dict[str, Any]) -> Planner:
    """A planner for what the command line says of configuration."""
    overrides: dict[str, Any] = {}
    file: Path | None = None
    value: Any
    for item in configs:
        if "=" in item and not Path(item).is_file():
            overrides |= config.inline(item)
        elif not Path(item).is_file():
            raise ConfigError(f"--config: there is no file {item}")
        else:
            file = Path(item)
    config.without_file(Path.cwd(), overrides)  # so that an error in it is not blamed on a file
    rules = load_rules()
    for key in config.KEYS_ON_COMMAND_LINE:
        value = given.get(key)
        if value is None:
            continue
        name = key.replace("_", "-")
        if isinstance(value, list) and key not in ("exclude", "extend_exclude"):
            selection.validate(value, rules, f"--{name}")
        if key == "per_file_ignores":
            value = {glob: [rule] for glob, rule in value.items()}
        overrides[name] = value
    if given.get("select") is not None:
        overrides.setdefault("extend-select", [])
        overrides.setdefault("ignore", [])
    return Planner(rules, overrides, file, isolated)


def _report(
    outcomes: list[Outcome],
    form: str,
    safety: Safety,
    stream: TextIO,
    *,
    fixing: bool,
    diff: bool,
    statistics: bool,
    output_file: Path | None,
    quiet: bool,
    **_: Any,
) -> None:
    name = "diff" if diff else "statistics" if statistics else form
    writer = import_module(f"wenlint.report.{name}")
    if output_file:
        with output_file.open("w", encoding="utf-8", newline="\n") as out:
            writer.write(outcomes, out)
    else:
        writer.write(outcomes, stream)
    if quiet or (form == "json" and not diff):
        return
    found = sum(len(outcome.findings) for outcome in outcomes)
    applied = sum(outcome.applied.total() for outcome in outcomes)
    if diff:
        count = sum(outcome.changed for outcome in outcomes)
        summary = f"{_many(count, 'file')} would be changed" if count else "No file would be changed"
        stream = sys.stderr
    elif fixing:
        summary = f"Fixed {_many(applied, 'problem')}" + (f"; {found} left" if found else "")
        summary += _unsafe(outcomes, safety)
    elif found:
        safe = _fixable(outcomes, Safety.SAFE)
        summary = f"Found {_many(found, 'problem')}" + (f", {safe} fixable by `wenlint fix`" if safe else "")
        summary += _unsafe(outcomes, safety)
    elif outcomes:
        summary = "All clean"
    else:
        summary, stream = "wenlint: no files to check under these paths", sys.stderr
    stream.write(f"{summary}.\n")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _fixable(outcomes: list[Outcome], safety: Safety) -> int:
    return sum(
        1
        for outcome in outcomes
        for finding in outcome.findings
        if finding.fix and finding.fix.safety is safety
    )


def _unsafe(outcomes: list[Outcome], safety: Safety) -> str:
    count = _fixable(outcomes, Safety.UNSAFE)
    return f" ({count} more by `--unsafe-fixes`)" if count and safety is Safety.SAFE else ""


def _status(
    outcomes: list[Outcome], *, diff: bool, exit_zero: bool, exit_non_zero_on_fix: bool, **_: Any
) -> int:
    if any(outcome.failed for outcome in outcomes):
        return ERROR
    if diff:
        unread = any(outcome.data is None for outcome in outcomes)
        return FINDINGS if unread or any(outcome.changed for outcome in outcomes) else CLEAN
    if exit_zero:
        return CLEAN
    fixed = exit_non_zero_on_fix and any(outcome.changed for outcome in outcomes)
    return FINDINGS if fixed or any(outcome.findings for outcome in outcomes) else CLEAN
