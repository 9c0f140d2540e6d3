"""What is to be done with a file: the configuration that is closest to it, and the rules it chooses."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from wenlint import config, custom, selection
from wenlint.config import Config, ConfigError, Layer
from wenlint.findings import Safety
from wenlint.rule import Rule
from wenlint.settings import OPEN, Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Plan:
    """A configuration with the rules it chooses."""

    config: Config
    root: Path
    known: Sequence[Rule]
    here: Sequence[str] = ()  # globs of the command line, which count from the working folder

    def settings_for(self, path: Path) -> Settings:
        """What rules may ask of the configuration; of the globs of `per-file-target` the last that matches counts."""
        targets = reversed(self.config.per_file_target.items())
        return self.config.settings(next((to for glob, to in targets if _matches((glob,), self.root, path)), None))

    @property
    def safety(self) -> Safety:
        """The least that a fix must have to be applied."""
        return Safety.UNSAFE if self.config.unsafe_fixes else Safety.SAFE

    @cached_property
    def rules(self) -> list[Rule]:
        chosen = self.config
        select = [*(["default"] if chosen.select is None else chosen.select), *chosen.extend_select]
        return selection.choose(self._speaking, select, chosen.ignore)

    @cached_property
    def _speaking(self) -> list[Rule]:
        """All rules; by default those, too, speak for whose style the configuration has chosen a form."""
        chosen = {key for key, value in msgspec.structs.asdict(self.config.style).items() if value not in OPEN}
        return [replace(rule, default=True) if rule.style in chosen else rule for rule in self.known]

    @cached_property
    def fixable(self) -> frozenset[str] | None:
        if self.config.fixable is None and not self.config.unfixable:
            return None
        fixable = ["all"] if self.config.fixable is None else self.config.fixable
        return frozenset(rule.name for rule in selection.choose(self._speaking, fixable, self.config.unfixable))

    def rules_for(self, path: Path) -> list[Rule]:
        """The rules without those that `per-file-ignores` takes away for this path."""
        ignored = [
            selector
            for glob, selectors in self.config.per_file_ignores.items()
            if _matches((glob,), self.root, path)
            for selector in selectors
        ]
        names = selection.match(ignored, self.known)
        return [rule for rule in self.rules if rule.name not in names]

    def excludes(self, path: Path) -> bool:
        globs = (*self.config.exclude, *self.config.extend_exclude)
        return _matches(globs, self.root, path) or _matches(tuple(self.here), Path(), path)


@dataclass
class Planner:
    """Finds the plan for each path; a configuration is read once.

    `inline` are the keys of `--config`, `options` those of the other options; `file` is the configuration
    that the command line names.
    """

    known: Sequence[Rule]
    inline: Sequence[Layer] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    here: Sequence[str] = ()
    file: Path | None = None
    isolated: bool = False
    _plans: dict[Path | None, Plan] = field(default_factory=dict)

    def plan_for(self, path: Path) -> Plan:
        """The plan of the closest configuration, or of the one that the command line names."""
        folder = Path(os.path.realpath(path)).parent
        found = self.file or (None if self.isolated else config.find(folder))
        if found not in self._plans:
            layers = [*(config.layers(found) if found else ()), *self.inline]
            merged = config.merged(layers, self.options)
            root = found.parent if found else Path()
            known = [*self.known, *self._own(merged, root, str(found or "--config"))]
            for layer in layers:
                self._validate(layer, known)
            self._plans[found] = Plan(merged, root, known, self.here)
        return self._plans[found]

    def _own(self, merged: Config, root: Path, name: str) -> list[Rule]:
        """The user's own rules. Raises ConfigError where one can't be made."""
        try:
            own = [custom.of_pattern(table) for table in merged.custom]
            own += [custom.of_terms(root / merged.terms)] if merged.terms else []
        except custom.CustomError as error:
            raise ConfigError(f"{name}: {error}") from None
        names = [rule.name for rule in (*self.known, *own)]
        if twice := next((rule.name for rule in own if names.count(rule.name) > 1), None):
            raise ConfigError(f"{name}: custom: there is another rule named {twice}")
        return own

    def _validate(self, layer: Layer, known: Sequence[Rule]) -> None:
        """Raise SelectorError where a layer names a rule that does not exist."""
        said = config.convert(layer)
        for key, selectors in (
            ("select", said.select or []),
            ("extend-select", said.extend_select),
            ("ignore", said.ignore),
            ("fixable", said.fixable or []),
            ("unfixable", said.unfixable),
            *((f"per-file-ignores.{glob!r}", names) for glob, names in said.per_file_ignores.items()),
        ):
            selection.validate(selectors, known, f"{layer.name}: {key}")


def _matches(globs: tuple[str, ...], root: Path, path: Path) -> bool:
    """Whether a path is one that globs in the manner of .gitignore name, counted from a folder."""
    if not globs:
        return False
    inside = os.path.relpath(os.path.abspath(path), os.path.abspath(root))
    return not inside.startswith("..") and bool(_spec(globs).match_file(Path(inside).as_posix()))


@cache
def _spec(globs: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)
