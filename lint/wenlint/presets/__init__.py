"""Configurations that a team can name in one line: `preset = "docs"`. Each is one TOML file in this folder."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def names() -> tuple[str, ...]:
    """The names of the presets."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


def load(name: str) -> dict[str, Any]:
    """The keys of a preset."""
    return tomllib.loads((_folder() / f"{name}.toml").read_text("utf-8"))


def _folder() -> Any:
    return files(__name__)
