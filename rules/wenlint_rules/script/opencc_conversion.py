"""Conversion between the scripts of Chinese by OpenCC, which is imported when a rule first asks."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

#: The longest phrase that is looked for around a letter, in code points.
LONGEST = 3
#: Stands for a letter that is in no phrase.
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@cache
def letters() -> frozenset[str]:
    """The letters of phrases: those of GB 2312."""
    return frozenset(letter for letter in map(chr, range(0x4E00, 0xA000)) if letter.encode("gb2312", "ignore"))


@cache
def converter(name: str) -> Callable[[str], str]:
    """OpenCC's conversion of that name: `t2s`, `t2tw`, `t2hk`, `jp2t`."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(name).convert
    return convert


@cache
def dictionary(name: str) -> Callable[[str], str]:
    """The conversion by one of OpenCC's dictionaries alone. A letter that is in none of its entries becomes `UNKNOWN`."""
    import json
    from tempfile import TemporaryDirectory

    import opencc

    file = Path(opencc.__file__).parent / "clib" / "share" / "opencc" / f"{name}.ocd2"
    with TemporaryDirectory() as folder:  # OpenCC reads from files what it is to do
        unknown = Path(folder, "unknown.txt")
        unknown.write_text("".join(f"{letter}\t{UNKNOWN}\n" for letter in letters()), "utf-8")
        dicts = [{"type": "ocd2", "file": str(file)}, {"type": "text", "file": str(unknown)}]
        chain = [{"dict": {"type": "group", "match_policy": "short_circuit", "dicts": dicts}}]
        path = Path(folder, "config.json")
        path.write_text(json.dumps({"name": name, "conversion_chain": chain}, ensure_ascii=False), "utf-8")
        convert: Callable[[str], str] = opencc.OpenCC(str(path)).convert
    return convert


class Phrase(NamedTuple):
    """A phrase of a Simplified text around a letter: where it begins, and what that letter is in Traditional."""

    start: int
    word: str
    letter: str


def phrases(text: str, at: int) -> list[Phrase]:
    """The phrases around the letter at an offset of a Simplified text, ascending."""
    convert = dictionary("STPhrases")
    found = []
    for length in range(2, LONGEST + 1):
        for start in range(max(at - length + 1, 0), min(at, len(text) - length) + 1):
            word = text[start : start + length]
            if letters().issuperset(word) and UNKNOWN not in (new := convert(word)) and len(new) == length:
                found.append(Phrase(start, word, new[at - start]))
    return sorted(found)
