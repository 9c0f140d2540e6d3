"""Texts: put together from pieces, cut as a page cuts them, nested as Markdown nests, or real ones mutated."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from wenlint.rules.loader import load_rules

from benchmarks.fuzz import pieces

ROOT = Path(__file__).parents[2]
#: The longest stretch of a real text that is taken, and how long a text may grow, in code points.
WINDOW, LONGEST = 500, 3000
PREFIXES = (
    "",
    "",
    "",
    "> ",
    "- ",
    "1. ",
    "  ",
    "    ",
    "# ",
    "| ",
    "\t",
    "[^1]: ",
    "::: tip ",
    "\u3000\u3000",
    "* [ ] ",
)
WRONG = (("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "gb18030"), ("gb18030", "latin-1"), ("gb18030", "big5"))


def real() -> list[str]:
    """The examples of all rules, and the texts that come with the project."""
    texts = [text for rule in load_rules() for text in (*(example.text for example in rule.bad), *rule.good)]
    places = [*(ROOT / "seeds").glob("*.*"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    return texts + [path.read_bytes().decode() for path in sorted(places)]


def letters(rng: Random) -> str:
    pool = rng.choice(pieces.ALPHABETS)
    return "".join(rng.choice(pool) for _ in range(rng.randint(1, 10)))


def piece(rng: Random) -> str:
    chance = rng.random()
    if chance < 0.4:
        return letters(rng)
    if chance < 0.97:
        kind: list[str] = rng.choice(pieces.KINDS)
        return rng.choice(kind)
    return chr(rng.randrange(*rng.choice(pieces.RANGES)))


def of_pieces(rng: Random) -> str:
    return "".join(piece(rng) for _ in range(rng.randint(1, 9) if rng.random() < 0.85 else rng.randint(10, 40)))


def sentence(rng: Random) -> str:
    pool = rng.choice((pieces.HAN, pieces.HAN, pieces.TRADITIONAL, pieces.KANA, pieces.HANGUL, pieces.LATIN))
    parts = ["".join(rng.choice(pool) for _ in range(rng.randint(2, 12))) for _ in range(rng.randint(1, 5))]
    return str(rng.choice("，，、, ")).join(parts) + rng.choice("。。。；：？.")


def of_pages(rng: Random) -> str:
    """Paragraphs cut at one width, with what stands at the edges of pages between them."""
    width, parts, page = rng.randint(8, 26), list[str](), 0
    header = sentence(rng)[:12]
    for _ in range(rng.randint(2, 10)):
        start = rng.choice(("", "", "\u3000\u3000", "第一条 ", "（一）", "1. ", "    ", "# "))
        paragraph = start + "".join(sentence(rng) for _ in range(rng.randint(1, 4)))
        parts += [
            paragraph[at : at + width] + rng.choice(("\n",) * 9 + (" \n",)) for at in range(0, len(paragraph), width)
        ]
        if rng.random() < 0.4:
            page += 1
            edge = f"{header}\n", f"- {page} -\n", f"{page}\n", "\f", "<PAGE_DIV>\n", f"--- Page {page} ---\n", "\n"
            parts.insert(rng.randint(0, len(parts)), "".join(rng.sample(edge, rng.randint(1, 3))))
        elif rng.random() < 0.3:
            parts.append("\n")
    return "".join(parts)


def of_blocks(rng: Random) -> str:
    """Lines with the prefixes of Markdown, one inside another."""
    lines = []
    for _ in range(rng.randint(1, 7)):
        prefix = "".join(rng.choice(PREFIXES) for _ in range(rng.randint(0, 3)))
        lines.append(prefix + "".join(piece(rng) for _ in range(rng.randint(0, 5))))
    return "\n".join(lines)


def window(rng: Random, text: str) -> str:
    size = rng.randint(5, 90) if rng.random() < 0.8 else rng.randint(90, WINDOW)
    at = rng.randrange(max(1, len(text) - size))
    if rng.random() < 0.7:
        at = text.rfind("\n", 0, at) + 1
    return text[at : at + size]


def misread(rng: Random, text: str) -> str:
    one, other = rng.choice(WRONG)
    return text.encode(one, "replace").decode(other, "replace")


def mutate(rng: Random, text: str, others: Sequence[str]) -> str:
    """A text with a few things put in, taken out, doubled, moved, damaged or misread."""
    for _ in range(rng.randint(1, 5)):
        at, chance = rng.randint(0, len(text)), rng.random()
        end = min(len(text), at + rng.randint(1, 20 if chance > 0.5 else 4))
        some = text[at:end]
        if chance < 0.3:
            text = text[:at] + piece(rng) + text[at:]
        elif chance < 0.45:
            text = text[:at] + piece(rng) + text[end:]
        elif chance < 0.6:
            text = text[:at] + text[end:]
        elif chance < 0.7:
            text = text[:at] + "".join(pieces.TURNED.get(c, c) for c in some) + text[end:]
        elif chance < 0.8:
            to = rng.randint(0, len(text))
            text = text[:to] + some + text[to:]
        elif chance < 0.85:
            text = text[:at] + some[::-1] + text[end:]
        elif chance < 0.9:
            text = text[:at] + misread(rng, some) + text[end:]
        elif others:
            text = text[:at] + window(rng, rng.choice(others)) + text[end if chance < 0.95 else at :]
    return text[:LONGEST]


def text(rng: Random, others: Sequence[str]) -> str:
    """A new text; half of them are of real ones."""
    if others and rng.random() < 0.5:
        return mutate(rng, window(rng, rng.choice(others)), others)
    made: Callable[[Random], str] = rng.choice((of_pieces, of_pieces, of_pages, of_blocks))
    return made(rng)
