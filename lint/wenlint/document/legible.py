"""Whether a text's letters are those of the page, or codes of glyphs that a font does not explain.

A PDF may hold fonts that do not say what they draw. What an extractor then gives is no text: `(cid:123)`, private
use, controls, or the numbers of the glyphs taken for code points, which are letters of scripts that nobody mixes.
No rule can mend it, and any would make it worse.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from wenlint.document.mojibake import Misreading
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, HANGUL, KANA
from wenlint.unicode.frequency import LETTER, common_share

#: What is read to judge a text, in code points.
SAMPLE = 200_000
#: So many characters, of so many kinds, and so large a share of what is visible must be codes; a larger one of what
#: is not ASCII, which even an unreadable font may leave alone.
PLACES, KINDS, SHARE, SHARE_BEYOND_ASCII = 10, 5, 0.03, 0.1
#: Or this share was decoded in a wrong encoding, or is lost altogether.
MISREAD_SHARE = 0.5
#: Extractors write U+0000 for any glyph that they do not know: no code, but something lost, like U+FFFD.
LOST, LOST_SHARE = lazy("[\0\N{REPLACEMENT CHARACTER}]+"), 0.2
#: So many scripts that nobody mixes inside a word are mixed inside words.
SCRIPTS = 4

CID = lazy(r"\(cid:[0-9]{1,6}\)")
#: Backspace and escape are a terminal's.
CONTROLS = "\x01-\x07\x0e-\x1a\x1c-\x1f"
CONTROL = lazy(f"[{CONTROLS}]")
#: Those that make words: one by itself among digits and Latin letters is a sign of a formula.
CONTROL_IN_WORD = lazy(
    f"[{CONTROLS}]{{2,}}|(?<=[{HAN}{KANA}{HANGUL}])[{CONTROLS}]|[{CONTROLS}](?=[{HAN}{KANA}{HANGUL}])"
)
#: Private use stands for icons and bullets too, which stand by themselves.
PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
IN_USE = lazy(f"[{PRIVATE}]")
IN_WORD = lazy(f"(?<=[{HAN}{KANA}{PRIVATE}])[{PRIVATE}]|[{PRIVATE}](?=[{HAN}{KANA}{PRIVATE}])")
#: Runs of letters that are neither Latin nor East Asian.
RUN = lazy(
    "[\u0250-\u10ff\u1200-\u1dff\u1f00-\u1fff\u2c00-\u2dff\ua4d0-\uabff\ud7a4-\ud7ff\ufb00-\ufdff\ufe70-\ufefe]+"
)
EAST_ASIAN = lazy(f"[{HAN}{KANA}{HANGUL}]")
#: Letters of phonetic alphabets, and what combines with letters of any script, by the first words of their names.
SHARED = {"LATIN", "MODIFIER", "COMBINING"}

#: Nearly all Han of a text are common; of Han taken at random a fifth is. A list of letters has each of them once,
#: a text repeats its own.
LETTERS, COMMON = 200, 0.5
#: Of the letters of a text so many kinds make up so much.
OFTEN, REPEATED = 10, 0.08


class Trouble(NamedTuple):
    """The first place that shows that a text can't be read, what it shows, and whether decoding it anew would help."""

    start: int
    end: int
    sign: str
    misread: bool = False


def find_trouble(text: str, misread: Sequence[Misreading] = ()) -> Trouble | None:
    """The sign that a text as a whole can't be read; None where it can, or where too little is there to judge by.

    `misread`: what of it was decoded in a wrong encoding.
    """
    text = text[:SAMPLE]
    counts = Counter(text)
    kinds = "".join(counts)
    cids = _spans(CID, text) if "(cid:" in text else []
    seen = {character: count for character, count in counts.items() if not character.isspace()}
    visible = sum(seen.values()) - sum(end - start - 1 for start, end in cids)
    beyond = sum(count for character, count in seen.items() if not "\x21" <= character <= "\x7e") + len(cids)
    wrong = [one for one in misread if one.end <= SAMPLE]
    if wrong and sum(one.end - one.start for one in wrong) >= max(PLACES, MISREAD_SHARE * visible):
        start, end, _, read_as, encoding = wrong[0]
        return Trouble(start, end, f"it is {encoding} that was read as {read_as}", misread=True)
    lost = _spans(LOST, text)
    if lost and sum(end - start for start, end in lost) >= max(PLACES, LOST_SHARE * visible):
        return Trouble(*lost[0], f"its letters are lost, U+{ord(text[lost[0][0]]):04X} stands for them")
    signs = {
        "“(cid:…)” stands for letters": cids,
        "control characters stand for letters": _spans(CONTROL_IN_WORD, text) if CONTROL.search(kinds) else [],
        "private use characters stand for letters": _spans(IN_WORD, text) if IN_USE.search(kinds) else [],
        "letters of scripts that nobody mixes are mixed": _mixed(text) if RUN.search(kinds) else [],
    }
    codes = [text[start:end] for start, end in cids]
    codes += (text[i] for found in signs.values() if found is not cids for place in found for i in range(*place))
    least = max(PLACES, SHARE * visible, SHARE_BEYOND_ASCII * beyond)
    if len(codes) >= least and len(set(codes)) >= KINDS:
        sign = max(signs, key=lambda sign: len(signs[sign]))
        return Trouble(*signs[sign][0], sign)
    return _rare_han(text, counts)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _mixed(text: str) -> list[tuple[int, int]]:
    """Runs of letters of several scripts, single letters beside East Asian ones, and what is no character at all."""
    found, scripts = list[tuple[int, int]](), set[str]()
    for start, end in _spans(RUN, text):
        here = set(map(_script, text[start:end])) - {""}
        alone = end - start == 1 and EAST_ASIAN.search(text, max(start - 1, 0), end + 1)
        if len(here) > 1 or (alone and here) or "UNASSIGNED" in here:
            found.append((start, end))
            scripts |= here - {"GREEK"}
    return found if len(scripts) >= SCRIPTS else []


@cache
def _script(character: str) -> str:
    """The first word of a letter's name, which tells its script; empty for what goes with any."""
    category = unicodedata.category(character)
    if category == "Cn":
        return "UNASSIGNED"
    script = unicodedata.name(character, "").partition(" ")[0] if category[0] in "LM" else ""
    return "" if script in SHARED else script


def _rare_han(text: str, counts: Counter[str]) -> Trouble | None:
    letters = Counter({letter: counts[letter] for letter in LETTER.findall("".join(counts))})
    often = sum(count for _, count in letters.most_common(OFTEN))
    if letters.total() < LETTERS or often < REPEATED * letters.total():
        return None
    if common_share(letters) > COMMON:
        return None
    first = LETTER.search(text)
    assert first is not None
    return Trouble(*first.span(), "most of its Han are of the rarest")
