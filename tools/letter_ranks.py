"""Prints the `RANKS` of lint/wenlint/likelihood.py: what is not ASCII in a language, most frequent first.

    python tools/letter_ranks.py ja=FOLDER ja=FOLDER ko=FOLDER ...

Each folder, a source, has the same weight, whatever it holds: one about computers is no measure of a language. Take
statutes, novels, essays and handbooks, and keep half of each aside to measure detection by.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from wenlint.source.likelihood import RANKS, STANDARDS

PER_LINE = 50


def counted(folder: Path) -> Counter[str]:
    """How often each character is in the texts of a folder."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.*")):
        if path.suffix in (".txt", ".md"):
            counts.update(path.read_text("utf-8"))
    return counts


def is_letter(character: str, language: str) -> bool:
    """Whether the language's standard has a character, and text has it in its lines: no frames, no spaces."""
    frame = "\u2500" <= character <= "\u257f"
    code = character.encode(STANDARDS[language][0], "ignore")
    return len(code) == 2 and not character.isspace() and not frame


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sources", nargs="+", metavar="LANGUAGE=FOLDER")
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    for source in parser.parse_args().sources:
        language, _, folder = source.partition("=")
        counts = counted(Path(folder))
        letters = {letter: count for letter, count in counts.items() if is_letter(letter, language)}
        for letter, count in letters.items():
            shares[language][letter] += count * 1_000_000_000 // sum(letters.values())
    for language, share in shares.items():
        ranks = "".join(letter for letter, _ in share.most_common(len(RANKS[language])))
        print(f'    "{language}": (')
        for start in range(0, len(ranks), PER_LINE):
            print(f"        {json.dumps(ranks[start : start + PER_LINE], ensure_ascii=False)}")
        print("    ),")


if __name__ == "__main__":
    main()
