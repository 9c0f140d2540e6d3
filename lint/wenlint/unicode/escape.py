"""Text from files, names and configurations, made harmless for what it is printed to: a terminal, a log, a CI system."""

import re

from wenlint.search.patterns import lazy

#: Controls, bidirectional controls, line and paragraph separators, and what would be invisible in a message.
HIDDEN = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    for code in (
        *range(0x20), *range(0x7F, 0xA0), 0xAD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
        *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
    )
}  # fmt: skip
#: How a line of a log becomes a command: GitHub reads `::name …` at its beginning, blanks aside, and `##[name …`
#: anywhere; Azure Pipelines `##vso[`, TeamCity `##teamcity[`.
COMMAND = lazy(r"\A(\s*):(?=:[A-Za-z])|#(?=#(?:\[|vso\[|teamcity\[))")


def escape(text: str, keep: str = "") -> str:
    """A piece of text for one line of what is printed; the characters of `keep` are left as they are.

    Hidden characters are written as escapes of Python, and so is the first character of a CI system's command.
    """
    text = visible(text, keep)
    return COMMAND.sub(_defused, text) if "::" in text or "##" in text else text


def visible(text: str, keep: str = "") -> str:
    """The text with hidden characters written as escapes, but for those of `keep`; for what goes to no log."""
    if text.isprintable():  # what is hidden is not printable
        return text
    return text.translate({**HIDDEN, **{ord(character): character for character in keep}} if keep else HIDDEN)


def defused(character: str) -> str:
    """The escape of the first character of a command."""
    return f"\\x{ord(character):02x}"


def _defused(command: re.Match[str]) -> str:
    return f"{command[1]}{defused(':')}" if command[1] is not None else defused("#")
