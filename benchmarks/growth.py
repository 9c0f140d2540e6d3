"""How time grows with the text, for texts that would show a rule or a format at its worst.

    python benchmarks/growth.py [--size 100000] [--runs 3]

Each text is checked and fixed at a size and at four times the size, in turn, in one run; the exponent is
log(ratio of times) / log(4): 1.0 is linear, 2.0 quadratic. Only ratios are meant to be compared.
"""

import argparse
import math
import statistics
import time
from collections.abc import Callable
from functools import partial

from wenlint import Document
from wenlint.check import check
from wenlint.fix import fix
from wenlint.loader import load_rules

RULES = load_rules()
TEXTS: dict[str, str | tuple[str, str, str]] = {
    "Han": "中",
    "a finding every other character": "中,",
    "one long line of words": "中文 word，",
    "spaces": " ",
    "spaces before letters": " 中",
    "spaces between Han": "中 文，",
    "line ends": "\n",
    "CR LF": "\r\n",
    "form feeds": "\f",
    "page markers": "<PAGE_DIV>",
    "broken lines": "不断巩固\n拓展成果，",
    "spaces by titles": "文 《文》",
    "page ends in one line": "文\f",
    "markers in one line": "文文<PAGE_DIV>文文",
    "quotes": "“”",
    "openers": "（",
    "openers between Han": "“会‘议（全",
    "mixed brackets": "(（",
    "dots": "a.",
    "backquotes": "`",
    "stars": "**",
    "angle brackets": "<",
    "square brackets": "[",
    "quote prefixes": ">",
    "lists": "1. ",
    "table pipes": "|",
    "radicals": "⼈",
    "two scripts": "這裡說的是國語，我們學習電腦與網路，心里发図。",
    "zero widths": "中\u200b",
    "full-width digits": "１中",
    "nested brackets": ("(", "文", ")"),
    "labels, then spaces": ("1. ", "", "文， 文"),
}
FACTOR = 4


def whole(unit: str | tuple[str, str, str], size: int) -> str:
    """A text of about so many code points: a unit again and again, or first one and then another."""
    if isinstance(unit, str):
        return (unit * size)[:size] + "文\n"
    first, middle, last = unit
    return first * (size // 2 // len(first)) + middle + last * (size // 2 // len(last)) + "\n"


def work_on(work: Callable[..., object], text: str, format: str) -> None:
    work(Document(text, format), RULES)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=100_000, help="code points of the smaller text")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"{'text':34}{'format':10}{'check':>8}{'fix':>8}   exponents from {options.size} to {FACTOR} times that")
    for name, unit in TEXTS.items():
        for format in ("plain", "markdown"):
            texts = [whole(unit, size) for size in (options.size, FACTOR * options.size)]
            exponents = []
            for work in (check, fix):
                ratios = []
                for _ in range(options.runs):
                    small, large = (seconds(partial(work_on, work, text, format)) for text in texts)
                    ratios.append(large / small)
                exponents.append(math.log(statistics.median(ratios), FACTOR))
            print(f"{name:34}{format:10}{exponents[0]:8.2f}{exponents[1]:8.2f}", flush=True)


if __name__ == "__main__":
    main()
