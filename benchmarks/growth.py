"""How time and memory grow with the text, for texts that would show a rule or a format at its worst.

    python -m benchmarks.growth [--size 40000] [--fix] [--only NAME] [--mixed 200] [--seed 1]

Each text is checked, or fixed, at a size and at four times the size, each in a process of its own. The exponent is
log(ratio of times) / log(4): 1.0 is linear, 2.0 quadratic. Memory is how many bytes the larger takes more than the
smaller, for each byte of UTF-8 that it is longer: what the interpreter and the rules take by themselves is not in it.

What seems to grow faster than allowed is measured again, several times and once more at four times the larger size: a
text is reported only where both ratios say so, and the exit status is 1 where one is. Nothing depends on how fast
the machine is.
"""

import argparse
import math
import os
import resource
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from wenlint import Document
from wenlint.fixing.check import check
from wenlint.fixing.fix import fix, without_refused
from wenlint.rules.loader import load_rules

from benchmarks.hostile import SHAPES, Shape, mixed

FACTOR = 4
#: What counts as linear: a logarithm, a cache that is full, and chance are in it.
ALLOWED = 1.3
#: How often what seems to grow is measured again; the quickest counts.
TURNS = 3
FORMATS = ("plain", "markdown")
RULES = [rule for rule in load_rules() if rule.default]


class Cost(NamedTuple):
    """CPU seconds of a run, its peak of memory in bytes, and the bytes of its text; `failed` says why there is no cost."""

    seconds: float
    peak: int
    size: int
    failed: str = ""


def work(text: str, format: str, fixing: bool) -> None:
    document = Document(text, format)
    if fixing:
        fix(document, RULES)
    else:
        without_refused(document, check(document, RULES), RULES)


def measure(text: str, format: str, fixing: bool, limit: int) -> Cost:
    """The cost of a run in a process of its own, which may take so many CPU seconds."""
    size = len(text.encode("utf-8", "surrogatepass"))
    reading, writing = os.pipe()
    if not (child := os.fork()):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        try:
            start = time.process_time()
            work(text, format, fixing)
            said = repr(time.process_time() - start)
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"[:200]
        os.write(writing, said.encode("utf-8", "replace"))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status, used = os.wait4(child, 0)
    try:
        return Cost(float(said), used.ru_maxrss * 1024, size)
    except ValueError:
        return Cost(math.inf, 0, size, said or f"ended by {os.waitstatus_to_exitcode(status)} at {limit} s")


def exponent(small: Cost, large: Cost) -> float:
    """Of the time, by the bytes; 0 for what takes no time."""
    if large.failed or small.failed:
        return math.inf
    return math.log(max(large.seconds, 1e-6) / max(small.seconds, 1e-6)) / math.log(max(large.size / small.size, 1.1))


def growth(shape: Shape, size: int, format: str, fixing: bool, limit: int) -> tuple[float, Cost, Cost]:
    """The exponent from a size to four times that, the least that can be said of several turns, and both costs."""
    small, large = (measure(shape(n), format, fixing, limit) for n in (size, FACTOR * size))
    if exponent(small, large) <= ALLOWED or small.failed or large.failed:
        return exponent(small, large), small, large
    for turn in range(2 * TURNS):
        at, kept = ((size, small), (FACTOR * size, large))[turn % 2]
        again = min(kept, measure(shape(at), format, fixing, limit))
        small, large = (small, again) if turn % 2 else (again, large)
    return exponent(small, large), small, large


def shapes(only: str, count: int, seed: int) -> Iterator[tuple[str, Shape]]:
    for name, shape in (*SHAPES.items(), *mixed(seed, count)):
        if only in name:
            yield name, shape


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=40_000, help="code points of the smaller text")
    parser.add_argument("--fix", action="store_true", help="fix instead of check")
    parser.add_argument("--only", default="", help="the shapes whose names hold this")
    parser.add_argument("--mixed", type=int, default=0, help="so many shapes made by chance besides")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=120, help="CPU seconds after which a run is given up")
    options = parser.parse_args()
    work("会议认为,要 在\n" * 10, "markdown", True)  # what is made once is made
    grown: list[str] = []
    print(f"{'text':44}{'format':10}{'seconds':>16}{'exponent':>10}{'bytes for a byte':>18}")
    for name, shape in shapes(options.only, options.mixed, options.seed):
        for format in FORMATS:
            said, small, large = growth(shape, options.size, format, options.fix, options.limit)
            if said > ALLOWED and not large.failed:
                further = growth(shape, FACTOR * options.size, format, options.fix, options.limit)
                said = min(said, further[0])
            beside = (large.peak - small.peak) / max(large.size - small.size, 1)
            mark = "  <<<" if said > ALLOWED else ""
            print(f"{name:44.44}{format:10}{small.seconds:8.3f}{large.seconds:8.3f}{said:10.2f}{beside:18.0f}{mark}"
                  f"{small.failed or large.failed}", flush=True)  # fmt: skip
            grown += [f"{name} ({format})"] if mark else []
    print(f"{len(grown)} grew faster than allowed" + (f": {', '.join(grown)}" if grown else ""))
    sys.exit(1 if grown else 0)


if __name__ == "__main__":
    main()
