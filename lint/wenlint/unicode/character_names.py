"""What a message calls a character that can't be told by looking at it."""

import unicodedata

from wenlint.unicode.control_names import CONTROLS

#: The categories of code points that have no name.
NAMELESS = {"Cn": "unassigned", "Co": "private use", "Cs": "lone surrogate"}


def named(text: str) -> str:
    """Code points and names of the characters of a text, each once: `U+200B ZERO WIDTH SPACE`."""
    return ", ".join(f"U+{ord(character):04X} {name_of(character)}" for character in dict.fromkeys(text))


def name_of(character: str) -> str:
    """The name that Unicode gives a character, else what kind of a code point it is."""
    code = ord(character)
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "noncharacter"
    return unicodedata.name(character, "") or CONTROLS.get(code) or NAMELESS.get(unicodedata.category(character), "")
