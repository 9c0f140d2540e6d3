"""Puts damaged characters at random places into right text, and counts how many a fix takes back.

    python benchmarks/characters.py FOLDER [FOLDER ...]

Reads the Markdown files below each folder. One place in a line is damaged, one kind of damage at a time, and the
rules of the group `characters` repair it; a line counts as repaired when it is as it was. What the rules find in the
text before it was damaged is printed for a person to judge.
"""

import argparse
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from wenlint import Document, Safety
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix
from wenlint.rules.loader import load_rules
from wenlint.unicode.characters import HAN
from wenlint_rules.characters.equivalents import EQUIVALENTS

RULES = [rule for rule in load_rules() if rule.group == "characters" and rule.default]
SAFE, UNSAFE = Safety.SAFE, Safety.UNSAFE

RADICALS = {ideograph: radical for radical, ideograph in EQUIVALENTS.items() if radical >= "⼀"}
SUPPLEMENT = {i: r for r, i in EQUIVALENTS.items() if r < "⼀" and r not in "⺈⺊⺌⺍⺎⺗⺛⺼"}
DOUBLES = {
    unicodedata.normalize("NFC", chr(code)): chr(code)
    for code in range(0xF900, 0xFA0E)
    if unicodedata.decomposition(chr(code))
}
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u2063\ufeff\u00ad\u180e\ufe0f"
CONTROLS = "\x00\x01\x02\x03\x07\x08\x0b\x0e\x1f\x7f\x80\x8d\x9d"
CYRILLIC = dict(zip("aceopxABCEHKMOPTX", "асеорхАВСЕНКМОРТХ", strict=True))

Damage = Callable[[re.Match[str], random.Random], str]


def look_alike(table: dict[str, str]) -> Damage:
    return lambda place, _: table[place[0]]


def misread(encoding: str, read_as: str) -> Damage:
    """What one encoding makes of the bytes of another; the text itself where it makes nothing of some of them."""

    def read(place: re.Match[str], _: random.Random) -> str:
        try:
            return place[0].encode(encoding).decode(read_as)
        except UnicodeError:
            return place[0]

    return read


def inserted(characters: str) -> Damage:
    return lambda place, chance: place[0] + chance.choice(characters)


#: The places at which each kind of damage may stand, what it does there, and the fix that should undo it.
KINDS: dict[str, tuple[str, Damage, Safety]] = {
    "Kangxi radical": (f"[{''.join(RADICALS)}]", look_alike(RADICALS), SAFE),
    "radical of the supplement": (f"[{''.join(SUPPLEMENT)}]", look_alike(SUPPLEMENT), SAFE),
    "invisible character": (f"[{HAN}，。、；：](?=[{HAN}，。、；：])", inserted(INVISIBLE), SAFE),
    "control character": (f"[{HAN}](?=[{HAN}])", inserted(CONTROLS), SAFE),
    "Latin ligature": ("(?<=[a-z])fi|fi(?=[a-z])", lambda place, _: "ﬁ", SAFE),
    "decomposed kana": ("[がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽガギグゲゴザジズゼゾダデドバビブベボパピプペポ]",
                        lambda place, _: unicodedata.normalize("NFD", place[0]), SAFE),
    "compatibility ideograph": (f"[{''.join(DOUBLES)}]", look_alike(DOUBLES), UNSAFE),
    "UTF-8 as Latin-1": (f"[{HAN}，。、]{{4,}}", misread("utf-8", "latin-1"), UNSAFE),
    "UTF-8 as GBK": (f"[{HAN}，。、]{{4}}(?:[{HAN}，。、]{{2}})*", misread("utf-8", "gb18030"), UNSAFE),
    "GBK as Latin-1": ("[一-龥，。、]{6,}", misread("gb2312", "latin-1"), UNSAFE),
    "Cyrillic letter": ("(?<=[a-z]{2})[aceopx](?=[a-z]{2})", look_alike(CYRILLIC), UNSAFE),
    "一 for ー": ("(?<=[ァ-ヺ])ー(?=[ァ-ヺ])", lambda place, _: "一", UNSAFE),
}  # fmt: skip


def damage(text: str, pattern: re.Pattern[str], kind: Damage, chance: random.Random) -> tuple[str, set[int]]:
    """The text with one place in each line damaged, and the numbers of those lines. Code and addresses are left out."""
    document = Document(text, "markdown")
    prose, places = document.parsed.prose, dict[int, list[tuple[int, int, str]]]()
    for place in pattern.finditer(document.prose):
        start, end = prose.to_source(*place.span())
        new = kind(place, chance)
        if text[start:end] == place[0] != new and not document.excused(*place.span()):
            places.setdefault(text.count("\n", 0, start), []).append((start, end, new))
    for start, end, new in sorted((chance.choice(line) for line in places.values()), reverse=True):
        text = text[:start] + new + text[end:]
    return text, set(places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="so many lines of a file that were not repaired"
    )
    arguments = parser.parse_args()
    chance = random.Random(1)
    for folder in arguments.folders:
        texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
        print(f"{folder}: {len(texts)} files, {sum(map(len, texts))} characters")
        for name, (places, kind, safety) in KINDS.items():
            tried = undone = 0
            for text in texts:
                bad, lines = damage(text, re.compile(places), kind, chance)
                old, new = text.split("\n"), fix(Document(bad, "markdown"), RULES, safety).text.split("\n")
                left = sorted(line for line in lines if new[line : line + 1] != [old[line]])
                undone += len(lines) - len(left)
                for line in left[: arguments.show]:
                    print(f"    {old[line]!r}\n    {new[line]!r}")
                tried += len(lines)
            if tried:
                print(f"  {undone:6} of {tried:6} {100 * undone / tried:6.2f}% {safety.name.lower():6} {name}")
        counts: Counter[tuple[str, str]] = Counter()
        for text in texts:
            for finding in check(Document(text, "markdown"), RULES):
                counts[finding.rule, text[max(finding.start - 8, 0) : finding.end + 8]] += 1
        for (rule, place), count in counts.most_common():
            print(f"  {count:4} found before: {rule} {place!r}")


if __name__ == "__main__":
    main()
