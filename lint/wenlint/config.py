"""The configuration: its keys, where it is found, and clear words about what is wrong in it."""

import difflib
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from wenlint import formats
from wenlint.settings import Settings

#: In order of preference within one folder.
FILE_NAMES = (".wenlint.toml", "wenlint.toml", "pyproject.toml")

Taste = Literal["consistent", "always", "never", "ignore"]
Target = Literal["auto", "zh-Hans", "zh-Hant", "ja", "ko", "other"]
OutputFormat = Literal["text", "concise", "json"]
OUTPUT_FORMATS = get_args(OutputFormat)


#: Options of the command line that stand for the key of the same name.
KEYS_ON_COMMAND_LINE = (
    "select", "ignore", "extend_select", "per_file_ignores", "fixable", "unfixable", "unsafe_fixes", "exclude",
    "extend_exclude", "force_exclude", "respect_gitignore", "extension", "output_format",
)  # fmt: skip


class ConfigError(Exception):
    """The configuration can't be used. Names the file, the key and what is accepted."""


class Style(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Matters of taste. `consistent`: what the document itself does in nine of ten places."""

    cjk_latin_space: Taste = "consistent"


class Config(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The keys of `wenlint.toml` and of `[tool.wenlint]`, with their defaults."""

    extend: str | None = None
    select: list[str] | None = None
    extend_select: list[str] = []
    ignore: list[str] = []
    per_file_ignores: dict[str, list[str]] = {}
    fixable: list[str] | None = None
    unfixable: list[str] = []
    unsafe_fixes: bool = False
    exclude: list[str] = []
    extend_exclude: list[str] = []
    respect_gitignore: bool = True
    force_exclude: bool = False
    extension: dict[str, str] = {}
    target: Target = "auto"
    style: Style = Style()
    page_markers: list[str] = []
    output_format: OutputFormat = "text"

    def settings(self) -> Settings:
        """What rules may ask of it."""
        return Settings(
            target=self.target,
            cjk_latin_space=self.style.cjk_latin_space,
            page_markers=tuple(self.page_markers),
        )


class Located(msgspec.Struct, frozen=True):
    """A configuration, the folder that its globs are relative to, and its name in messages."""

    config: Config
    root: Path
    name: str


def load(path: Path, overrides: dict[str, Any]) -> Located:
    """Read one configuration file; keys of `overrides` take the place of its own."""
    raw = _merged(_extended(path, ()), overrides)
    return Located(_convert(raw, str(path)), path.parent, str(path))


def without_file(root: Path, overrides: dict[str, Any]) -> Located:
    """The defaults with what the command line says."""
    return Located(_convert(overrides, "--config"), root, "--config")


@cache
def find(folder: Path) -> Path | None:
    """The closest configuration file in a folder or above it; a `pyproject.toml` must have the table."""
    for name in FILE_NAMES:
        path = folder / name
        if path.is_file() and (name != "pyproject.toml" or _table(path) is not None):
            return path
    return find(folder.parent) if folder.parent != folder else None


def inline(text: str) -> dict[str, Any]:
    """A `--config 'key = value'` of the command line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"--config: {text!r} is neither a file that exists nor TOML such as 'target = \"ja\"': {error}"
        ) from None


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Keys of `over` win; tables are merged key by key."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def _extended(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    path = path.resolve()
    if path in seen:
        raise ConfigError(f"{path}: extend: the files extend each other in a circle")
    raw = _table(path)
    if raw is None:
        raise ConfigError(f"{path}: has no [tool.wenlint] table")
    base = raw.get("extend")
    if not isinstance(base, str):
        return raw
    if not (target := path.parent / base).is_file():
        raise ConfigError(f"{path}: extend: there is no file {base}")
    return _merged(_extended(target, (*seen, path)), raw)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from None
    except OSError as error:
        raise ConfigError(f"{path}: can't be read: {error.strerror}") from None
    if path.name != "pyproject.toml":
        return raw
    table = raw.get("tool", {}).get("wenlint")
    return table if isinstance(table, dict) else None


def _convert(raw: dict[str, Any], name: str) -> Config:
    try:
        config = msgspec.convert(raw, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{name}: {_explained(str(error), raw)}") from None
    for pattern in config.page_markers:
        try:
            empty = re.compile(pattern).match("")
        except re.error as error:
            raise ConfigError(
                f"{name}: page-markers: {pattern!r} is not a regular expression: {error}"
            ) from None
        if empty:
            raise ConfigError(f"{name}: page-markers: {pattern!r} matches the empty text")
    for extension, format in config.extension.items():
        if format not in formats.NAMES:
            raise ConfigError(
                f"{name}: extension.{extension}: unknown format {format!r}{_meant(format, formats.NAMES)}"
            )
    return config


def _explained(error: str, raw: dict[str, Any]) -> str:
    """msgspec's message in the words of the file: which key, and what it could have been."""
    reason, _, where = error.partition(" - at `$")
    key = where.rstrip("`").lstrip(".")
    if unknown := re.search("unknown field `(.*)`", reason):
        struct = Style if key == "style" else Config
        known = [field.encode_name for field in msgspec.structs.fields(struct)]
        full = f"{key}.{unknown[1]}" if key else unknown[1]
        return f"{full}: unknown key{_meant(unknown[1], known)}"
    value: Any = raw
    for part in filter(None, key.split(".")):
        value = value.get(part) if isinstance(value, dict) else None
    if "enum value" in reason:
        struct = Style if key.startswith("style.") else Config
        field = next(f for f in msgspec.structs.fields(struct) if f.encode_name == key.rpartition(".")[2])
        return f"{key}: {value!r} is not one of {', '.join(field.type.__args__)}"
    return f"{key or 'the whole'}: {reason[0].lower()}{reason[1:]}"


def _meant(word: str, known: tuple[str, ...] | list[str]) -> str:
    """A remedy for a misspelled word."""
    close = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"
