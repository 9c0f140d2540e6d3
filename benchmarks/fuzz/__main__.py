"""Looks for bytes that break a promise of Wenlint.

    python -m benchmarks.fuzz --seconds 120            # a fresh seed, which is printed
    python -m benchmarks.fuzz --seconds 120 --seed 7   # that one again
    python -m benchmarks.fuzz --replay FILE            # what one case breaks

Exit status: 0 nothing new, 1 a promise was broken, or a known failure is mended and must be taken from known.toml.
"""

import argparse
import json
import random
import sys
from pathlib import Path

from benchmarks.fuzz import guided

# All that imports Wenlint is imported when it is needed: it may have to be instrumented before.


def main() -> int:
    options = _options()
    if options.digests:
        from benchmarks.fuzz import elsewhere

        print(json.dumps(elsewhere.digests(options.digests)))
        return 0
    if options.replay:
        return max(_replayed(path) for path in options.replay)
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    seed = random.SystemRandom().randrange(1 << 31) if options.seed is None else options.seed
    engine = options.engine
    if engine == "guided" and not guided.possible():
        sys.exit("guided needs atheris: pip install atheris (Linux on x86-64)")
    print(f"python -m benchmarks.fuzz --seconds {options.seconds:g} --engine {engine} --seed {seed}", flush=True)
    if engine == "guided":
        guided.instrument()
    from benchmarks.fuzz import blind, known
    from benchmarks.fuzz.session import Session

    session = Session(options.seconds, options.failures, known.load(), frozenset(options.without))
    if engine == "guided":
        guided.run(session, seed, options.keep)
    blind.run(session, seed)
    return session.finish()


def _replayed(path: Path) -> int:
    """What a case breaks; whether it is anything."""
    from benchmarks.fuzz import known
    from benchmarks.fuzz.trial import examine

    failures = examine(known.read(path)).failures
    print(
        *(f"{path}: {oracle}: {detail}" for oracle, detail in failures) if failures else (f"{path}: holds",), sep="\n"
    )
    return 1 if failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=120, metavar="S", help="for how long (120)")
    parser.add_argument("--seed", type=int, metavar="N", help="the beginning of all chance (a fresh one)")
    parser.add_argument("--engine", choices=("blind", "guided"), default="blind", help="(blind)")
    parser.add_argument("--without", action="append", default=[], metavar="ORACLE", help="one that is not asked")
    parser.add_argument("--failures", type=Path, default=Path(".fuzz"), metavar="FOLDER", help="for what fails (.fuzz)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="for cases that reached new code (guided only)")
    parser.add_argument(
        "--replay", type=Path, nargs="+", metavar="FILE", help="run these cases and say what they break"
    )
    parser.add_argument("--digests", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
