"""The options that `check` and `fix` share, and how their values are read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from wenlint.config import schema


def selectors(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> list[str] | None:
    """Comma-separated names, given once or more; None where the option was not given."""
    if not value:
        return None
    names = [name.strip() for item in value for name in item.split(",") if name.strip()]
    if not names:
        raise click.BadParameter("names nothing")
    return names


def mapping(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str] | None:
    """`a:b` pairs, comma-separated, given once or more."""
    return {key.removeprefix("."): name for key, name in _pairs(parameter, value)} or None


def multimapping(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, list[str]] | None:
    """The same where one key may have several values."""
    found: dict[str, list[str]] = {}
    for key, name in _pairs(parameter, value):
        found.setdefault(key, []).append(name)
    return found or None


def workers(ctx: click.Context, parameter: click.Parameter, value: str) -> int | None:
    """A number of processes; None for `auto`."""
    if value == "auto":
        return None
    if not value.isdecimal() or len(value) > 4 or int(value) < 1:
        raise click.BadParameter(f"expected auto or a number from 1 to 9999, not {value!r}")
    return int(value)


def _pairs(parameter: click.Parameter, value: tuple[str, ...]) -> list[tuple[str, str]]:
    split = [item.strip().rpartition(":") for text in value for item in text.split(",") if item.strip()]
    if any(not key or not name for key, _, name in split):
        raise click.BadParameter(f"expected pairs such as {parameter.metavar}")
    return [(key, name) for key, _, name in split]


class _SomePath(click.Path):
    """A path that is not empty: an unset variable of a script must not stand for the working folder."""

    def convert(self, value: Any, parameter: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("an empty name is no file", parameter, ctx)
        return super().convert(value, parameter, ctx)


OPTIONS: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    click.argument("paths", nargs=-1, type=_SomePath(path_type=Path)),
    click.option("--select", multiple=True, callback=selectors, metavar="NAMES", help="Rules or groups to run, instead of the configured ones."),
    click.option("--ignore", multiple=True, callback=selectors, metavar="NAMES", help="Rules or groups to leave out as well."),
    click.option("--extend-select", multiple=True, callback=selectors, metavar="NAMES", help="Rules or groups to run as well."),
    click.option("--per-file-ignores", multiple=True, callback=multimapping, metavar="GLOB:NAME", help="Rules to leave out for some files."),
    click.option("--fixable", multiple=True, callback=selectors, metavar="NAMES", help="Rules whose fixes may be applied."),
    click.option("--unfixable", multiple=True, callback=selectors, metavar="NAMES", help="Rules whose fixes may not be applied."),
    click.option("--unsafe-fixes/--no-unsafe-fixes", default=None, help="Also apply fixes that have a second reading."),
    click.option("--diff", is_flag=True, help="Show what fixing would change; write nothing."),
    click.option("--statistics", is_flag=True, help="Count findings by rule."),
    click.option("--output-format", type=click.Choice(schema.OUTPUT_FORMATS), envvar="WENLINT_OUTPUT_FORMAT", help="How findings are written."),
    click.option("-o", "--output-file", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to this file, which is new, empty or such a report."),
    click.option("--force", is_flag=True, help="Let --output-file replace a file that is no report."),
    click.option("--config", "configs", multiple=True, metavar="PATH|TOML", help="A configuration file, or one key: 'target = \"ja\"'."),
    click.option("--isolated", is_flag=True, help="Ignore all configuration files."),
    click.option("--exclude", multiple=True, callback=selectors, metavar="GLOBS", help="Files to leave out, instead of the configured ones."),
    click.option("--extend-exclude", multiple=True, callback=selectors, metavar="GLOBS", help="Files to leave out as well."),
    click.option("--force-exclude/--no-force-exclude", default=None, help="Leave them out even where they are named."),
    click.option("--respect-gitignore/--no-respect-gitignore", default=None, help="Leave out what git ignores."),
    click.option("--stdin-filename", type=click.Path(path_type=Path), help="The name of what comes on standard input."),
    click.option("--extension", multiple=True, callback=mapping, metavar="EXT:FORMAT", help="The format of an extension: adoc:plain."),
    click.option("-n", "--no-cache", is_flag=True, envvar="WENLINT_NO_CACHE", help="Look at every file again, and keep nothing of it."),
    click.option("--cache-dir", type=click.Path(path_type=Path, file_okay=False), envvar="WENLINT_CACHE_DIR", help="Where what was found is kept."),
    click.option("--workers", callback=workers, default="auto", envvar="WENLINT_WORKERS", metavar="N", help="How many processes share the work; auto by default."),
    click.option("--max-size", metavar="SIZE", help="Refuse larger files: a number of bytes, or such as 500MB."),
    click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 even where there are findings."),
    click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 where something was fixed."),
    click.option("-q", "--quiet", is_flag=True, help="Only findings, no summary."),
)  # fmt: skip


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the arguments and options that `check` and `fix` share."""
    for decorate in reversed(OPTIONS):
        command = decorate(command)
    return command
