"""The values of a configuration that a type does not describe: what they may be, and what they mean."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from wenlint import formats
from wenlint.config import presets
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
    check_globs("exclude", config.exclude)
    check_globs("extend-exclude", config.extend_exclude)
    check_globs("per-file-ignores", config.per_file_ignores)
    check_globs("per-file-target", config.per_file_target)
    check_globs("per-file-encoding", config.per_file_encoding)
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


def check_globs(key: str, globs: Iterable[str]) -> None:
    """Raise ValueError, which begins with the key, for what is no pattern in the manner of .gitignore."""
    for glob in globs:
        from pathspec import GitIgnoreSpec

        try:
            GitIgnoreSpec.from_lines([glob]).match_file("a")
        except Exception as error:  # each of pathspec's engines has errors of its own
            raise ValueError(f"{key}: {glob!r} is not a pattern as in .gitignore: {error}") from None


def number_of_bytes(size: int | str) -> int | None:
    """What `2GB` means, in bytes; None where it means nothing."""
    found = re.fullmatch(r"(\d{1,18}(?:\.\d{1,9})?) ?([KMG]?B)?", str(size).strip(), re.IGNORECASE | re.ASCII)
    return int(float(found[1]) * 1000 ** " KMG".index((found[2] or "B").upper()[:-1] or " ")) if found else None


def meant(word: str, known: Sequence[str]) -> str:
    """A remedy for a misspelled word."""
    import difflib

    close = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"
