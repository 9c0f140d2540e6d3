"""What a safe fix must leave: letters, digits, symbols and line ends. Written without a look at how the engine does it.

Each rule may change letters only as `ALIKE` says, and only rules that take furniture away may lose some: those of
whole lines that look like furniture.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable

from wenlint_rules.characters.equivalents import EQUIVALENTS

MARKER = re.compile(
    r"<PAGE_(?:DIV|BREAK|SEP|END)\b[^<>\n]{0,20}>|<!--[ \t]*Page[ \t]+\d+[^\n\f]{0,30}?-->"
    r"|-{2,}[ \t]*(?:end of )?Page[ \t]*=?[ \t]*\d+[^\n\f]{0,30}?-{2,}|\{\d+\}-{6,}|\[Page[ \t]+\d+\]",
    re.IGNORECASE,
)
#: Rules that may take lines away; `broken-line` and `split-word` do so between the halves that they join.
TAKES_LINES = {"page-marker", "page-number", "running-header", "broken-line", "split-word", "broken-heading"}
HALF_KANA = re.compile("[\uff66-\uff9f]+")
LIGATURES = re.compile("[\ufb00-\ufb06]")
FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
NO_SYMBOL = re.compile("[\ufffd\ufffc○◯─-╿⺀-⿟]")
NUMBERED = re.compile(
    r"[\W_]*(?:[第共/]?[\W_]*(?:\d+|[ivxlc]+|[〇零一二三四五六七八九十百]+)[\W_]*[页頁]?|page|of|[\W_])+", re.I
)


def _nfkc(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _without_radicals(text: str) -> str:
    """Radicals as ideographs; the radical for "door" stands for either of its forms."""
    return "".join(EQUIVALENTS.get(c, c) for c in text).translate(str.maketrans("户戸靑黃黒", "戶戶青黄黑"))


#: What letters of one rule's fixes are alike.
ALIKE: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFC", text),
    "fullwidth-alphanumeric": lambda text: FULL_WIDTH.sub(_nfkc, text),
    "halfwidth-katakana": lambda text: unicodedata.normalize("NFC", HALF_KANA.sub(_nfkc, text)),
    "ideographic-zero": lambda text: text.translate(dict.fromkeys(map(ord, "○◯◦OoＯ0０ΟО"), "〇")),
    "invisible-character": lambda text: SELECTORS.sub("", text),
    "kangxi-radical": _without_radicals,
    "latin-ligature": lambda text: LIGATURES.sub(_nfkc, text),
    "odd-dash": lambda text: text.replace("ー", ""),
    "radical-supplement": _without_radicals,
}


def letters(text: str, applied: Collection[str]) -> str:
    """Letters, digits and what combines with them, those that these rules hold for one and the same made one."""
    for rule in sorted(ALIKE.keys() & set(applied)):  # "decomposed" comes before "halfwidth-katakana"
        text = ALIKE[rule](text)
    found = "".join(c for c in text if unicodedata.category(c)[0] in "LNM")
    if {"decomposed", "halfwidth-katakana"} & set(applied):  # what stood between a letter and its mark may be gone
        found = unicodedata.normalize("NFC", found)
    return re.sub(r"(.)\1+", r"\1", found) if "overprinted-letters" in applied else found


def difference(old: str, new: str, applied: Collection[str], markers: Iterable[str]) -> str:
    """In which way letters were not conserved; an empty text where they were."""
    if not TAKES_LINES & set(applied):
        return "" if letters(old, applied) == letters(new, applied) else "changed"
    parted = old
    for marker in (MARKER, *(re.compile(marker, re.IGNORECASE) for marker in markers)):
        old, new, parted = _without(marker, old), _without(marker, new), marker.sub("\n", parted)
    before, after = letters(old, applied), letters(new, applied)
    if before == after:
        return ""
    rest = iter(before)
    if not all(letter in rest for letter in after):
        return "changed beside furniture"
    lines = [line for line in re.split(r"[\r\n\f\v\u2028\u2029]", parted) if line.strip()]  # a marker ends one
    often = Counter(re.sub(r"\d+", "0", re.sub(r"\s", "", line)) for line in lines)
    spare = Counter[str]()
    for line in lines:
        if NUMBERED.fullmatch(line) or often[re.sub(r"\d+", "0", re.sub(r"\s", "", line))] > 1:
            spare.update(letters(line, applied))
    return "lost beside furniture" if Counter(before) - Counter(after) - spare else ""


def _without(marker: re.Pattern[str], text: str) -> str:
    """The text without markers, those too that only came about as others went."""
    while (less := marker.sub("", text)) != text:
        text = less
    return text


def symbols(text: str, markers: Iterable[str]) -> list[str]:
    """Signs that are no punctuation and no letters, in order: currency, arrows, pictures.

    Circles may be zeros and radicals ideographs, and lines of boxes may stand for dashes.
    """
    for marker in markers:
        text = re.sub(marker, "", text, flags=re.IGNORECASE)
    return [c for c in text if unicodedata.category(c) in ("So", "Sc") and not NO_SYMBOL.match(c)]


def line_ends(text: str) -> set[str]:
    return set(re.findall(r"\r\n|\r|\n", text))
