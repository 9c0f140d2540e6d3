"""What the safe fixes change in text that is taken to be right: every kind of change with its count and a place.

    python benchmarks/clean.py FOLDER [FOLDER ...]

Reads the Markdown files below each folder and prints a table for a person to judge.
"""

import argparse
from collections import Counter
from pathlib import Path

from wenlint import Document, Safety
from wenlint.fixing.check import check
from wenlint.rules.loader import load_rules

AROUND = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    rules = [rule for rule in load_rules() if rule.default]
    for folder in parser.parse_args().folders:
        counts: Counter[tuple[str, str, str]] = Counter()
        places: dict[tuple[str, str, str], str] = {}
        files = characters = 0
        for path in sorted(folder.rglob("*.md")):
            text = path.read_text("utf-8")
            files, characters = files + 1, characters + len(text)
            for finding in check(Document(text, "markdown"), rules):
                if finding.fix and finding.fix.safety is Safety.SAFE:
                    for start, end, new in finding.fix.edits:
                        kind = (finding.rule, text[start:end], new)
                        counts[kind] += 1
                        places.setdefault(kind, text[max(start - AROUND, 0) : end + AROUND])
        total = counts.total()
        print(
            f"{folder}: {files} files, {characters} characters, {total} changes, {1e4 * total / characters:.2f} in 10,000"
        )
        for kind, count in counts.most_common():
            rule, old, new = kind
            print(f"  {count:4} {rule:24} {old!r} → {new!r}  {places[kind]!r}")


if __name__ == "__main__":
    main()
