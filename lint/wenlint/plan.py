"""What is to be done with a file: the configuration that is closest to it, and the rules it chooses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from wenlint import config, selection
from wenlint.config import Config, Located
from wenlint.findings import Safety
from wenlint.rule import Rule
from wenlint.settings import Settings


@dataclass(frozen=True)
class Plan:
    """A configuration with the rules it chooses."""

    located: Located
    known: Sequence[Rule]

    @property
    def config(self) -> Config:
        return self.located.config

    @cached_property
    def settings(self) -> Settings:
        return self.config.settings()

    @property
    def safety(self) -> Safety:
        """The least that a fix must have to be applied."""
        return Safety.UNSAFE if self.config.unsafe_fixes else Safety.SAFE

    @cached_property
    def rules(self) -> list[Rule]:
        chosen = self.config
        select = [*(["default"] if chosen.select is None else chosen.select), *chosen.extend_select]
        return selection.choose(self.known, select, chosen.ignore)

    @cached_property
    def fixable(self) -> frozenset[str] | None:
        if self.config.fixable is None and not self.config.unfixable:
            return None
        fixable = ["all"] if self.config.fixable is None else self.config.fixable
        return frozenset(rule.name for rule in selection.choose(self.known, fixable, self.config.unfixable))

    def rules_for(self, path: Path) -> list[Rule]:
        """The rules without those that `per-file-ignores` takes away for this path."""
        ignored = [
            selector
            for pattern, selectors in self.config.per_file_ignores.items()
            if self._matches([pattern], path)
            for selector in selectors
        ]
        names = selection.match(ignored, self.known)
        return [rule for rule in self.rules if rule.name not in names]

    def excludes(self, path: Path) -> bool:
        return self._matches([*self.config.exclude, *self.config.extend_exclude], path)

    def _matches(self, patterns: list[str], path: Path) -> bool:
        """Whether a path is one that patterns in the manner of .gitignore name, from the configuration's folder."""
        if not patterns:
            return False
        from pathspec import GitIgnoreSpec

        try:
            inside = path.resolve().relative_to(self.located.root.resolve())
        except ValueError:
            return False
        return GitIgnoreSpec.from_lines(patterns).match_file(inside.as_posix())

    def validate(self) -> "Plan":
        """Raise SelectorError where the configuration names a rule that does not exist."""
        chosen, name = self.config, self.located.name
        for key, selectors in (
            ("select", chosen.select or []),
            ("extend-select", chosen.extend_select),
            ("ignore", chosen.ignore),
            ("fixable", chosen.fixable or []),
            ("unfixable", chosen.unfixable),
            *((f"per-file-ignores.{glob!r}", names) for glob, names in chosen.per_file_ignores.items()),
        ):
            selection.validate(selectors, self.known, f"{name}: {key}")
        return self


@dataclass
class Planner:
    """Finds the plan for each path; a configuration is read once."""

    known: Sequence[Rule]
    overrides: dict[str, Any]
    file: Path | None = None
    isolated: bool = False
    _plans: dict[Path | None, Plan] = field(default_factory=dict)

    def plan_for(self, path: Path) -> Plan:
        """The plan of the closest configuration, or of the one that the command line names."""
        folder = path.resolve().parent
        found = self.file or (None if self.isolated else config.find(folder))
        if found not in self._plans:
            root = Path.cwd()
            located = (
                config.load(found, self.overrides) if found else config.without_file(root, self.overrides)
            )
            self._plans[found] = Plan(located, self.known).validate()
        return self._plans[found]
