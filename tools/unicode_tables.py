"""Writes the modules that hold data of Unicode, from Unicode's own files.

    python tools/unicode_tables.py FOLDER

FOLDER holds EquivalentUnifiedIdeograph.txt and NameAliases.txt: that of the Unicode Character Database, or
/usr/share/unicode of Debian's package unicode-data.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = '"""{}\n\nWritten by `python tools/unicode_tables.py` from {} of Unicode {}.\n"""\n\n'
WIDTH = 50


def rows(path: Path) -> Iterator[list[str]]:
    """The fields of each line that is not a comment."""
    for line in path.read_text("utf-8").splitlines():
        if data := line.partition("#")[0].strip():
            yield [field.strip() for field in data.split(";")]


def version(path: Path) -> str:
    return path.read_text("utf-8").partition(".txt")[0].rpartition("-")[2]


def equivalents(path: Path) -> str:
    """Radicals, each followed by its ideograph."""
    pairs = ""
    for code, ideograph in rows(path):
        first, _, last = code.partition("..")
        for radical in range(int(first, 16), int(last or first, 16) + 1):
            if 0x2E80 <= radical <= 0x2FD5:
                pairs += chr(radical) + chr(int(ideograph, 16))
    lines = (pairs[i : i + 2 * WIDTH] for i in range(0, len(pairs), 2 * WIDTH))
    return (
        HEAD.format("The ideograph that each radical looks like.", path.name, version(path))
        + "#: A radical and its ideograph in turn.\nPAIRS = (\n"
        + "".join(f'    "{line}"\n' for line in lines)
        + ")\nEQUIVALENTS = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))\n"
    )


def control_names(path: Path) -> str:
    """The first name that the standard calls that of each control character."""
    names: dict[int, str] = {}
    for code, name, kind in rows(path):
        if kind in ("control", "figment"):
            names.setdefault(int(code, 16), name)
    return (
        HEAD.format("The names of the control characters, which have no name of their own.", path.name, version(path))
        + "#: By code point.\nCONTROLS = {\n"
        + "".join(f'    0x{code:02X}: "{name}",\n' for code, name in sorted(names.items()))
        + "}\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    (ROOT / "rules/wenlint_rules/characters/equivalents.py").write_text(
        equivalents(folder / "EquivalentUnifiedIdeograph.txt"), "utf-8"
    )
    (ROOT / "lint/wenlint/unicode/control_names.py").write_text(control_names(folder / "NameAliases.txt"), "utf-8")


if __name__ == "__main__":
    main()
