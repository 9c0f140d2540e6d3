"""Which rules speak: selectors are rule names, group names, `default` and `all`."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenlint.model.rule import Rule


class SelectorError(Exception):
    """A selector names no rule and no group."""


def choose(rules: "Sequence[Rule]", select: Sequence[str], ignore: Sequence[str]) -> "list[Rule]":
    """The selected rules that are not ignored.

    The more specific selector wins, as in Ruff: `select = ["spacing"]` with `ignore =
    ["trailing-space"]`, and the reverse. Where both are as specific, `ignore` wins.
    """
    return [rule for rule in rules if _rank(rule, select, asking=True) > _rank(rule, ignore)]


def match(selectors: Iterable[str], rules: "Sequence[Rule]") -> frozenset[str]:
    """The names of the rules that any of these selectors names."""
    selectors = list(selectors)
    return frozenset(rule.name for rule in rules if _rank(rule, selectors) > 0)


def validate(selectors: Iterable[str], rules: "Sequence[Rule]", where: str) -> None:
    """Raise SelectorError for a selector that names nothing; `where` says in which file and key it stands."""
    known = {"all", "default", *(rule.name for rule in rules), *(rule.group for rule in rules)}
    for selector in selectors:
        if selector not in known:
            import difflib

            close = difflib.get_close_matches(selector, known, 1)
            hint = f"did you mean {close[0]!r}?" if close else "`wenlint rules` lists them"
            raise SelectorError(f"{where}: no rule or group is named {selector!r}; {hint}")


def _rank(rule: "Rule", selectors: Iterable[str], *, asking: bool = False) -> int:
    """How specifically the selectors name a rule: 3 by name, 2 by group, 1 by `all` or `default`, 0 not.

    A group asks only for those of its rules that speak unasked; it takes all of them away.
    """
    rank = 0
    for selector in selectors:
        if selector == rule.name:
            return 3
        if selector == rule.group and (rule.default or not asking):
            rank = 2
        elif selector == "all" or (selector == "default" and rule.default):
            rank = max(rank, 1)
    return rank
