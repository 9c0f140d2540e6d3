"""What fixing would change in one text, as the hunks of a unified diff."""

import difflib

from wenlint.unicode.escape import escape


def difference(old: str, new: str) -> str:
    """The hunks between two texts."""
    _, _, *hunks = difflib.unified_diff(_lines(old), _lines(new)) if old != new else ("", "")
    return "".join(hunks)


def _lines(text: str) -> list[str]:
    """Lines as diff and patch count them; a last one without a line end says so."""
    *whole, last = text.split("\n")
    rest = [f"{_shown(last)}\n\\ No newline at end of file\n"] if last else []
    return [f"{_shown(line)}\n" for line in whole] + rest


def _shown(line: str) -> str:
    """The line made harmless, but for tabs and a carriage return at its end: a patch with them applies."""
    end = "\r" if line.endswith("\r") else ""
    return escape(line.removesuffix("\r"), keep="\t") + end
