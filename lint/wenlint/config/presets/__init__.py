"""Configurations that a team can name in one line: `preset = "docs"`. Each is one TOML file in this folder."""

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def names() -> tuple[str, ...]:
    """The names of the presets."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


def load(name: str) -> dict[str, Any]:
    """The keys of a preset."""
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    if all(line.startswith("#") for line in text.splitlines()):
        return {}
    import tomllib

    return tomllib.loads(text)
