"""The configuration: its keys, and clear words about what is wrong in it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from wenlint.config import presets, values
from wenlint.config.values import meant
from wenlint.model.custom import Custom
from wenlint.model.settings import Settings, Style, Target
from wenlint.source import codec

OutputFormat = Literal["text", "concise", "json"]
OUTPUT_FORMATS = get_args(OutputFormat)


#: Options of the command line that stand for the key of the same name.
KEYS_ON_COMMAND_LINE = (
    "select", "ignore", "extend_select", "per_file_ignores", "fixable", "unfixable", "unsafe_fixes",
    "force_exclude", "respect_gitignore", "extension", "output_format", "max_size",
)  # fmt: skip


#: Of these, those that add to what is configured; the others stand in its place.
ADDED = ("ignore", "extend-select")


class ConfigError(Exception):
    """The configuration can't be used. Names the file, the key and what is accepted."""


class Config(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The keys of `wenlint.toml` and of `[tool.wenlint]`, with their defaults."""

    extend: str | None = None
    preset: str = "default"
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
    per_file_target: dict[str, Target] = {}
    encoding: str = codec.AUTO
    per_file_encoding: dict[str, str] = {}
    style: Style = Style()
    page_markers: list[str] = []
    terms: str | None = None
    custom: list[Custom] = []
    output_format: OutputFormat = "text"
    cache_dir: str = ".wenlint_cache"
    max_size: int | str = "2GB"

    def settings(self, target: Target | None = None) -> Settings:
        """What rules may ask of it, for a file of another target where one is given."""
        return Settings(target or self.target, self.style, tuple(self.page_markers))


class Layer(NamedTuple):
    """What one file, or the command line, says: its name in messages and its keys."""

    name: str
    raw: dict[str, Any]


def merged(layers: Iterable[Layer], options: Mapping[str, Any]) -> Config:
    """One configuration of several layers, later ones over earlier ones, and what the options say.

    Options that take away or add do so on top of the layers; the others replace.
    """
    raw: dict[str, Any] = {}
    for layer in layers:
        raw = _merged(raw, presets.load(layer.raw.get("preset", "default")))
        raw = _merged(raw, layer.raw)
    if options.get("select") is not None:
        raw |= {"ignore": [], "extend-select": []}
    for key, value in options.items():
        raw[key] = [*raw.get(key, []), *value] if key in ADDED else value
    return convert(Layer("command line", raw))


def inline(text: str) -> Layer:
    """A `--config 'key = value'` of the command line."""
    import tomllib

    try:
        layer = Layer("--config", tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(
            f"--config: {text!r} is neither a file that exists nor TOML such as 'target = \"ja\"': {error}"
        ) from None
    if convert(layer).extend is not None:
        raise ConfigError("--config: extend: stands in a file only; name that file by --config")
    return layer


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Keys of `over` win; tables are merged key by key."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def convert(layer: Layer) -> Config:
    """The keys of one layer with the defaults for the rest. Raises ConfigError in the layer's name."""
    name, raw = layer
    try:
        config = msgspec.convert(raw, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{name}: {_explained(str(error))}") from None
    try:
        return values.checked(config)
    except ValueError as error:
        raise ConfigError(f"{name}: {error}") from None


def _struct_of(key: str) -> type[msgspec.Struct]:
    """The table of the configuration in which a key stands."""
    table = re.split(r"[.\[]", key)[0]
    return Style if table == "style" else Custom if table == "custom" else Config


def _explained(error: str) -> str:
    """msgspec's message in the words of the file: which key, and what it could have been."""
    reason, _, where = error.partition(" - at `$")
    key = where.rstrip("`").lstrip(".")
    if unknown := re.search("unknown field `(.*)`", reason):
        known = [field.encode_name for field in msgspec.structs.fields(_struct_of(key))]
        full = f"{key}.{unknown[1]}" if key else unknown[1]
        return f"{full}: unknown key{meant(unknown[1], known)}"
    if wrong := re.search("enum value '(.*)'", reason):
        kinds = {field.encode_name: field.type for field in msgspec.structs.fields(_struct_of(key))}
        kind = kinds[re.split(r"[.\[]", key)[0] if key.endswith("[...]") else key.rpartition(".")[2]]
        values = next(get_args(part) for part in (*get_args(kind), kind) if get_origin(part) is Literal)
        return f"{key.removesuffix('[...]')}: {wrong[1]!r} is not one of {', '.join(values)}"
    words = {
        "array": "a list",
        "str": "a string",
        "bool": "true or false",
        "object": "a table",
        "int": "a number",
        "int | str": "a number or a string",
    }
    reason = re.sub("`(.*?)(?: \\| null)?`", lambda name: words.get(name[1], name[1]), reason)
    return f"{key}: {reason[0].lower()}{reason[1:]}"
