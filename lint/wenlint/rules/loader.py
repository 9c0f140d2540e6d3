"""Finds rules: every installed package that the entry point group `wenlint.rules` names."""

import pkgutil
from functools import cache
from importlib import import_module

from wenlint.model.rule import Rule, RuleError
from wenlint.rules.entry_points import installed


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules by name. Raises RuleError for two of one name or a package that can't be imported."""
    found: dict[str, Rule] = {}
    for package in dict.fromkeys(point for _, points in installed() for point in points):
        for rule in rules_in(package):
            if rule.name in found and found[rule.name] is not rule:
                raise RuleError(f"two rules are named {rule.name}: {found[rule.name].module} and {rule.module}")
            found[rule.name] = rule
    return tuple(found[name] for name in sorted(found))


def rules_in(package: str) -> list[Rule]:
    """The rules in the modules of a package."""
    try:
        root = import_module(package)
        path = getattr(root, "__path__", ())  # a single module has none
        modules = [root, *(import_module(info.name) for info in pkgutil.walk_packages(path, f"{package}."))]
    except RuleError:
        raise
    except Exception as error:  # other people's code
        raise RuleError(f"the rules of {package} can't be loaded: {type(error).__name__}: {error}") from error
    return [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
