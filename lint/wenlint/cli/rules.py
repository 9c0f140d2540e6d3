"""`wenlint rules` and `wenlint explain`."""

import sys

import click

from wenlint.findings import Safety
from wenlint.loader import load_rules
from wenlint.report import escape
from wenlint.rule import Rule, RuleError
from wenlint.selection import SelectorError, validate

FIXES = {Safety.SAFE: "safe", Safety.UNSAFE: "unsafe", None: "-"}


@click.command()
def rules() -> None:
    """List the rules by group: name, how it is fixed, what it finds."""
    known = _known()
    width = max(len(rule.name) for rule in known)
    for group in sorted({rule.group for rule in known}):
        click.echo(f"{group}")
        for rule in known:
            if rule.group == group:
                off = "" if rule.default else " (off by default)"
                click.echo(f"  {rule.name:{width}}  {FIXES[rule.safety]:6}  {rule.summary}{off}")


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
    click.echo(_page(chosen[0]))


def _known() -> tuple[Rule, ...]:
    try:
        return load_rules()
    except RuleError as error:
        click.echo(f"wenlint: {error}", err=True)
        sys.exit(2)


def _page(rule: Rule) -> str:
    """A rule's page: everything on it comes from the rule's file."""
    fixes = {Safety.SAFE: "safe fixes", Safety.UNSAFE: "unsafe fixes", None: "no fix"}[rule.safety]
    parts = [f"{rule.name} ({rule.group}, {fixes})", rule.documentation.replace("\n    ", "\n")]
    if rule.source:
        parts.append(f"Source: {rule.source}")
    shown = []
    for example in rule.bad:
        unsafe = "  (unsafe)" if example.safety is Safety.UNSAFE else ""
        shown.append(f"  - {_visible(example.text)}")
        shown.append(f"  + {_visible(example.fixed)}{unsafe}" if example.fixed is not None else "  (reported)")
    parts.append("Examples\n" + "\n".join(shown))
    parts.append("Left alone\n" + "\n".join(f"    {_visible(text)}" for text in rule.good if text))
    return "\n\n".join(parts)


def _visible(text: str) -> str:
    return escape(text.replace("\n", "⏎").replace("\r", "␍"))
