"""The values of a configuration that a type does not describe: what they may be, and what they mean."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from wenlint import formats
from wenlint.config import globs, presets
from wenlint.source import codec

if TYPE_CHECKING:
    from wenlint.config.schema import Config


def checked(config: "Config") -> "Config":
    """The configuration with the names of encodings as Python has them. Raises ValueError that begins with the key."""
    if config.preset not in presets.names():
        raise ValueError(f"preset: {config.preset!r} is not one of {', '.join(presets.names())}")
    if number_of_bytes(config.max_size) is None:
        raise ValueError(f"max-size: {config.max_size!r} is no size: a number of bytes, or with KB, MB or GB")
    if config.select == []:
        raise ValueError("select: names no rule; leave the key out for those that are on by default")
    for pattern in config.page_markers:
        from wenlint.formats import page_markers
        from wenlint.search import own_patterns

        try:
            page_markers.own(pattern)
        except own_patterns.PatternError as error:
            raise ValueError(str(error)) from None
    globs.check("exclude", config.exclude)
    globs.check("extend-exclude", config.extend_exclude)
    globs.check("per-file-ignores", config.per_file_ignores)
    globs.check("per-file-target", config.per_file_target)
    globs.check("per-file-encoding", config.per_file_encoding)
    for extension, format in config.extension.items():
        if format not in formats.NAMES:
            raise ValueError(f"extension.{extension}: unknown format {format!r}{meant(format, formats.NAMES)}")
    encoding = _codec("encoding", config.encoding)
    by_path = {glob: _codec(f"per-file-encoding.{glob!r}", name) for glob, name in config.per_file_encoding.items()}
    return msgspec.structs.replace(config, encoding=encoding, per_file_encoding=by_path)


def _codec(key: str, name: str) -> str:
    try:
        return codec.normalised(name)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from None


def number_of_bytes(size: int | str) -> int | None:
    """What `2GB` means, in bytes; None where it means nothing."""
    found = re.fullmatch(r"(\d{1,18}(?:\.\d{1,9})?) ?([KMG]?B)?", str(size).strip(), re.IGNORECASE | re.ASCII)
    return int(float(found[1]) * 1000 ** " KMG".index((found[2] or "B").upper()[:-1] or " ")) if found else None


def meant(word: str, known: Sequence[str]) -> str:
    """A remedy for a misspelled word."""
    import difflib

    close = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"
