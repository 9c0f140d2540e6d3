"""`wenlint rules` and `wenlint explain`."""

from collections.abc import Sequence
from pathlib import Path

import click

from wenlint.cli import console
from wenlint.config.plan import Planner
from wenlint.config.schema import ConfigError
from wenlint.model.rule import Rule, RuleError
from wenlint.rules.examples import failures
from wenlint.rules.reference import FIXES, page
from wenlint.rules.selection import SelectorError, validate


@click.command()
@click.option("--test", is_flag=True, help="Run the examples of every rule, the configuration's own among them.")
def rules(test: bool) -> int:
    """List the rules by group, those of the configuration here among them: name, how it is fixed, what it finds."""
    known = _known()
    if not known:
        return console.ERROR
    if test:
        wrong = [failure for rule in known for failure in failures(rule)]
        console.show("\n".join([*wrong, f"{len(known)} rules, {len(wrong)} wrong."]))
        return 1 if wrong else 0
    width = max(len(rule.name) for rule in known)
    for group in sorted({rule.group for rule in known}):
        console.show(group)
        for rule in known:
            if rule.group == group:
                off = "" if rule.default else " (off by default)"
                fix = FIXES[rule.safety].removesuffix(" fixes")
                console.show(f"  {rule.name:{width}}  {fix:13}  {rule.summary}{off}")
    return 0


@click.command()
@click.argument("name", metavar="RULE")
def explain(name: str) -> int:
    """Say what a rule finds, why, and show it before and after."""
    known = _known()
    if not known:
        return console.ERROR
    chosen = [rule for rule in known if rule.name == name]
    if not chosen:
        try:
            validate([name], known, "explain")
            members = [rule.name for rule in known if name in (rule.group, "all", "default")]
            hint = f"{name} is not one rule but {', '.join(members)}"
        except SelectorError as error:
            hint = str(error)
        console.say(hint)
        return console.ERROR
    console.show(page(chosen[0]).removesuffix("\n"))
    return 0


def _known() -> Sequence[Rule]:
    """The rules; none where the configuration is wrong, which has then been said."""
    try:
        return Planner().plan_for(Path("stdin.txt")).known
    except (ConfigError, RuleError, SelectorError) as error:
        console.say(str(error))
        return ()
