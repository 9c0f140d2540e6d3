"""What stands between two lines when they are joined, and how sure that is."""

from collections.abc import Mapping
from typing import NamedTuple

from wenlint.document.layout.lines import Line
from wenlint.model.findings import Safety
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HANGUL

#: The odds, as a logarithm, at which a join is safe, and at which it is likely.
SAFE, LIKELY = 2.0, 0.5
#: What a word or a sentence of an alphabet begins and ends with.
LATIN_END, LATIN_BEGIN = lazy(r"[!-,.-~\u00c0-\u024f’”]\Z"), lazy(r"[!-~\u00c0-\u024f‘“]")
ADDRESS = lazy(r"(?:https?://|www\.|@[\w-]+\.)\S*\Z")
SYLLABLE = lazy(f"[{HANGUL}]")
#: How many signs a message gives.
SIGNS = 3
#: How far back an address is looked for, in code points.
NEAR = 80


class Join(NamedTuple):
    """Where a paragraph goes on: put `text` in place of what stands from `start` up to `end`, offsets of the prose."""

    start: int
    end: int
    text: str
    safety: Safety
    why: str


def join(text: str, a: Line, b: Line, odds: float, signs: Mapping[str, float]) -> Join:
    """Nothing between East Asian letters, a space between the words of an alphabet (CSS Text, segment breaks)."""
    safety = Safety.SAFE if odds >= SAFE else Safety.UNSAFE
    end, begin = text[max(a.start, a.end - NEAR) : a.end], text[b.start : b.start + 1]
    glue = ""
    if LATIN_END.search(end) and LATIN_BEGIN.match(begin) and not (ADDRESS.search(end) and not a.trailing):
        glue = " "
    if end[-1].isdecimal() and begin.isdecimal() and not a.trailing:
        safety = Safety.UNSAFE  # one number or two
    if SYLLABLE.match(end[-1]) and SYLLABLE.match(begin):
        glue, safety = " ", Safety.UNSAFE  # a word may be cut here
    strongest = sorted((name for name in signs if signs[name] > 0), key=lambda name: -signs[name])
    return Join(a.end, b.start, glue, safety, ", ".join(strongest[:SIGNS]))
