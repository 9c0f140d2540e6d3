"""`wenlint rules` and `wenlint explain`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from wenlint.config import ConfigError
from wenlint.examiner import failures
from wenlint.page import FIXES, page
from wenlint.plan import Planner
from wenlint.reports import escape
from wenlint.rule import Rule, RuleError
from wenlint.selection import SelectorError, validate


@click.command()
@click.option("--test", is_flag=True, help="Run the examples of every rule, the configuration's own among them.")
def rules(test: bool) -> None:
    """List the rules by group, those of the configuration here among them: name, how it is fixed, what it finds."""
    known = _known()
    if test:
        wrong = [failure for rule in known for failure in failures(rule)]
        click.echo("\n".join([*map(escape, wrong), f"{len(known)} rules, {len(wrong)} wrong."]))
        sys.exit(1 if wrong else 0)
    width = max(len(rule.name) for rule in known)
    for group in sorted({rule.group for rule in known}):
        click.echo(f"{group}")
        for rule in known:
            if rule.group == group:
                off = "" if rule.default else " (off by default)"
                fix = FIXES[rule.safety].removesuffix(" fixes")
                click.echo(f"  {rule.name:{width}}  {fix:13}  {rule.summary}{off}")


@click.command()
@click.argument("name", metavar="RULE")
def explain(name: str) -> None:
    """Say what a rule finds, why, and show it before and after."""
    known = _known()
    chosen = [rule for rule in known if rule.name == name]
    if not chosen:
        try:
            validate([name], known, "explain")
            members = [rule.name for rule in known if name in (rule.group, "all", "default")]
            hint = f"{name} is not one rule but {', '.join(members)}"
        except SelectorError as error:
            hint = str(error)
        click.echo(f"wenlint: {hint}", err=True)
        sys.exit(2)
    click.echo(page(chosen[0]), nl=False)


def _known() -> Sequence[Rule]:
    try:
        return Planner().plan_for(Path("stdin.txt")).known
    except (ConfigError, RuleError, SelectorError) as error:
        click.echo(f"wenlint: {error}", err=True)
        sys.exit(2)
