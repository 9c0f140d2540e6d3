"""What is to be done with a file: the configuration that is closest to it, and the rules it chooses.

Rules are imported when they are asked for: what a configuration says of files is known without them.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from wenlint.config import discovery, globs, schema, values
from wenlint.config.schema import Config, ConfigError, Layer
from wenlint.files import boundary
from wenlint.files.boundary import BoundaryError
from wenlint.model.findings import Safety
from wenlint.model.outcome import digest
from wenlint.model.settings import OPEN, Settings
from wenlint.rules import selection

if TYPE_CHECKING:
    from wenlint.model.rule import Rule

#: Keys that have no say in what is found in a file.
SILENT = frozenset(
    ("output-format", "exclude", "extend-exclude", "respect-gitignore", "force-exclude", "unsafe-fixes", "cache-dir",
     "max-size"),
)  # fmt: skip


class CommandLine(NamedTuple):
    """What the command line says of configuration; plain data, which another process can be told.

    `inline` are the keys of `--config`, `options` those of the other options, `here` globs that count from the working
    folder; `file` is the configuration that `--config` names.
    """

    inline: Sequence[Layer] = ()
    options: Mapping[str, Any] = {}
    here: Sequence[str] = ()
    file: Path | None = None
    isolated: bool = False


class Plan(msgspec.Struct, frozen=True, dict=True):
    """A configuration and what it means for files; `layers` are what it was merged of, `name` is said in messages."""

    config: Config
    root: Path
    layers: Sequence[Layer]
    said: CommandLine
    name: str

    @cached_property
    def known(self) -> "list[Rule]":
        """All rules, the configuration's own among them.

        Raises RuleError where rules can't be loaded, ConfigError where the user's own can't be made, and SelectorError
        where the configuration names a rule that does not exist.
        """
        from wenlint.rules.loader import load_rules

        known = [*load_rules(), *self._own(load_rules())]
        for layer in self.layers:
            for key, selectors in _selectors(layer):
                selection.validate(selectors, known, f"{layer.name}: {key}")
        for option, value in self.said.options.items():
            for _, selectors in _selectors(Layer(f"--{option}", {option: value})):
                selection.validate(selectors, known, f"--{option}")
        return known

    def _own(self, others: "Sequence[Rule]") -> "list[Rule]":
        if not self.config.custom and not self.config.terms:
            return []
        from wenlint.rules import custom

        try:
            own = [custom.of_pattern(table) for table in self.config.custom]
            own += [custom.of_terms(self.terms)] if self.terms else []
        except custom.CustomError as error:
            raise ConfigError(f"{self.name}: {error}") from None
        names = [rule.name for rule in (*others, *own)]
        if twice := next((rule.name for rule in own if names.count(rule.name) > 1), None):
            raise ConfigError(f"{self.name}: custom: there is another rule named {twice}")
        return own

    @cached_property
    def key(self) -> bytes:
        """Changes with all that the configuration has to say in what is found, and in whether it is right."""
        said = [(name, _speaking(raw)) for name, raw in (*self.layers, Layer("", dict(self.said.options)))]
        terms = b""
        if self.terms:
            with suppress(BoundaryError):  # what is wrong with it is said as the rule is made
                terms = boundary.read(self.terms).encode()
        return digest(repr(said).encode("utf-8", "surrogatepass"), os.fsencode(os.path.abspath(self.root)), terms)

    @cached_property
    def terms(self) -> Path | None:
        """The list of terms. Raises ConfigError where it lies out of reach."""
        return self._path("terms", self.config.terms) if self.config.terms else None

    @cached_property
    def cache_folder(self) -> Path:
        """Where the cache is, if the command line does not say. Raises ConfigError where that is out of reach."""
        if any("cache-dir" in layer.raw for layer in self.layers):
            _ = self._path("cache-dir", self.config.cache_dir)
        return self.root / self.config.cache_dir

    def _path(self, key: str, named: str) -> Path:
        """What a key names, counted from the file; where the command line gave the key or the file, it may be anywhere."""
        layer = next(layer for layer in reversed(self.layers) if key in layer.raw)
        trusted = self.said.file is not None or any(layer is given for given in self.said.inline)
        try:
            return boundary.resolve(named, self.root, trusted=trusted)
        except BoundaryError as error:
            raise ConfigError(f"{layer.name}: {key}: {error}") from None

    @cached_property
    def max_size(self) -> int:
        """The most bytes that a file may have."""
        size = values.number_of_bytes(self.config.max_size)
        assert size is not None
        return size

    def settings_for(self, path: Path) -> Settings:
        """What rules may ask of the configuration; of the globs of `per-file-target` the last that matches counts."""
        return self.config.settings(globs.last_that_matches(self.config.per_file_target, self.root, path))

    def encoding_for(self, path: Path) -> str:
        """The codec that the configuration names for a file, or `auto`; of `per-file-encoding` the last glob counts."""
        return globs.last_that_matches(self.config.per_file_encoding, self.root, path) or self.config.encoding

    @property
    def safety(self) -> Safety:
        """The least that a fix must have to be applied."""
        return Safety.UNSAFE if self.config.unsafe_fixes else Safety.SAFE

    @cached_property
    def rules(self) -> "list[Rule]":
        """The rules that speak. Raises SelectorError where none do: a text is not clean because nobody looked."""
        chosen = self.config
        select = [*(["default"] if chosen.select is None else chosen.select), *chosen.extend_select]
        if not (rules := selection.choose(self._askable, select, chosen.ignore)):
            raise selection.SelectorError(
                f"{self.name}: select and ignore leave no rule; one that is off by default is selected by its own name"
            )
        return rules

    @cached_property
    def _askable(self) -> "list[Rule]":
        """All rules; by default those, too, speak for whose style the configuration has chosen a form."""
        chosen = {key for key, value in msgspec.structs.asdict(self.config.style).items() if value not in OPEN}
        return [msgspec.structs.replace(rule, default=True) if rule.style in chosen else rule for rule in self.known]

    @cached_property
    def fixable(self) -> frozenset[str] | None:
        if self.config.fixable is None and not self.config.unfixable:
            return None
        fixable = ["all"] if self.config.fixable is None else self.config.fixable
        return frozenset(rule.name for rule in selection.choose(self._askable, fixable, self.config.unfixable))

    def rules_for(self, path: Path) -> "list[Rule]":
        """The rules without those that `per-file-ignores` takes away for this path."""
        ignored = [
            selector
            for glob, selectors in self.config.per_file_ignores.items()
            if globs.matches((glob,), self.root, path)
            for selector in selectors
        ]
        names = selection.match(ignored, self.known)
        return [rule for rule in self.rules if rule.name not in names]

    def excludes(self, path: Path) -> bool:
        excluded = (*self.config.exclude, *self.config.extend_exclude)
        return globs.matches(excluded, self.root, path) or globs.matches(tuple(self.said.here), Path(), path)


class Planner(msgspec.Struct):
    """Finds the plan for each path; a configuration is read once."""

    said: CommandLine = CommandLine()
    _plans: dict[Path | None, Plan] = {}
    _found: dict[str, Plan] = {}
    _folders: dict[str, str] = {}

    def plan_for(self, path: Path) -> Plan:
        """The plan of the closest configuration, or of the one that the command line names."""
        folder = os.path.dirname(self.real(path))
        if folder not in self._found:
            self._found[folder] = self._plan_of(folder)
        return self._found[folder]

    def real(self, path: Path) -> str:
        """The path without links; those of a folder are resolved once."""
        folder, name = os.path.split(path)
        if os.path.islink(path) or name in ("", "..", "."):
            return os.path.realpath(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)

    def _plan_of(self, folder: str) -> Plan:
        said = self.said
        found = said.file or (None if said.isolated else discovery.find(Path(folder)))
        if found not in self._plans:
            layers = [*(discovery.layers(found, trusted=said.file is not None) if found else ()), *said.inline]
            merged = schema.merged(layers, said.options)
            root = found.parent if found else Path()
            self._plans[found] = Plan(merged, root, layers, said, str(found or "--config"))
        return self._plans[found]


def _speaking(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in SILENT}


def _selectors(layer: Layer) -> list[tuple[str, list[str]]]:
    """What a layer says of rules, by the key that says it."""
    said = schema.convert(layer)
    return [
        ("select", said.select or []),
        ("extend-select", said.extend_select),
        ("ignore", said.ignore),
        ("fixable", said.fixable or []),
        ("unfixable", said.unfixable),
        *((f"per-file-ignores.{glob!r}", names) for glob, names in said.per_file_ignores.items()),
    ]
