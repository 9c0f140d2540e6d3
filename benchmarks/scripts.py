"""How well `mixed-script` tells the scripts apart: what it finds in texts as they are, and in texts made worse.

    python benchmarks/scripts.py FOLDER [FOLDER ...]

Lists every finding on the Markdown files below each folder, for a person to judge. Then OpenCC converts single
letters at random places to the other script, as the phrase around them asks for, three in a hundred of those that have
another form, and the unsafe fixes are asked to put them back. The seed is fixed.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

from opencc import OpenCC
from wenlint import Document, Safety
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix
from wenlint.rules.loader import load_rules

SEED, SHARE, AROUND = 20240229, 0.03, 8
#: How each script is brought into the other; a letter is converted where the way back gives what was there.
THERE_AND_BACK = {"zh-Hant": ("t2s", ("s2tw", "s2hk", "s2t")), "zh-Hans": ("s2tw", ("t2s", "tw2s"))}
RULES = [rule for rule in load_rules() if rule.name == "mixed-script"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    for folder in parser.parse_args().folders:
        texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
        print(f"{folder}: {len(texts)} files, {sum(map(len, texts))} characters")
        for text in texts:
            for found in check(Document(text, "markdown"), RULES):
                assert found.fix is not None
                place = text[max(found.start - AROUND, 0) : found.end + AROUND]
                print(f"  {text[found.start]} → {found.fix.edits[0].text}  {place!r}")
        measure(texts)


def measure(texts: list[str]) -> None:
    """Print how many of the letters that were converted are found, and how many put back, by kind those that are not."""
    chosen = random.Random(SEED)
    made = found = restored = touched = 0
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for text in texts:
        document = Document(text, "markdown")
        if document.script is None:
            continue
        worse, places = made_worse(document, chosen)
        spans = {finding.start for finding in check(Document(worse, "markdown"), RULES)}
        again = fix(Document(worse, "markdown"), RULES, Safety.UNSAFE).text
        made += len(places)
        touched += sum(a != b for at, (a, b) in enumerate(zip(text, again, strict=True)) if at not in places)
        for at in places:
            found += at in spans
            restored += again[at] == text[at]
            if at not in spans:
                missed[f"{text[at]}→{worse[at]}"] += 1
            elif again[at] != text[at]:
                wrong[f"{text[at]}→{worse[at]}→{again[at]}"] += 1
    print(f"  {made} letters converted: {found} found, {restored} put back; {touched} others changed")
    for title, counts in (("missed", missed), ("wrong", wrong)):
        print(f"  {title}:", " ".join(f"{kind}×{count}" for kind, count in counts.most_common(60)))


def made_worse(document: Document, chosen: random.Random) -> tuple[str, set[int]]:
    """A text with single letters of its Han prose converted, and where."""
    assert document.script is not None
    text, prose = list(document.text), document.prose
    there, backs = THERE_AND_BACK[document.script]
    new = OpenCC(there).convert(prose)
    back = [OpenCC(name).convert(new) for name in backs]
    places = set()
    for at, (old, other) in enumerate(zip(prose, new, strict=True)):
        if old != other and any(way[at] == old for way in back) and chosen.random() < SHARE:
            source, end = document.parsed.prose.to_source(at, at + 1)
            if document.text[source:end] == old and not document.excused(at, at + 1):
                text[source] = other
                places.add(source)
    return "".join(text), places


if __name__ == "__main__":
    main()
