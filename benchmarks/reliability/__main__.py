"""Makes everything go wrong that can while `wenlint fix` writes, and looks what becomes of the file.

    python -m benchmarks.reliability faults              each system call fails, and a signal comes at each (strace)
    python -m benchmarks.reliability kills --count 1000  SIGKILL, SIGTERM and SIGINT at random and at chosen moments
    python -m benchmarks.reliability disks --count 20    full disks; small ones are mounted where this is run by root
    python -m benchmarks.reliability saves               an editor saves in between (strace)
    python -m benchmarks.reliability all

Prints tables in Markdown. Exit status 1: a promise was broken.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.reliability.disks import disks
from benchmarks.reliability.faults import faults
from benchmarks.reliability.kills import kills
from benchmarks.reliability.saves import saves
from benchmarks.reliability.subject import PROGRAM


def chance(options: argparse.Namespace) -> Callable[[], bool]:
    """Whether the next case is one of the share that is to be tried."""
    source = random.Random(options.seed)
    return lambda: source.random() < options.share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("faults", "kills", "disks", "saves", "all"))
    parser.add_argument("--count", type=int, help="kills (1000), or disks and limits (20)")
    parser.add_argument("--size", type=int, default=6000, help="bytes of the file, but for kills")
    parser.add_argument("--sizes", default="6000,60000", help="bytes of the files that runs are killed at")
    parser.add_argument("--seed", type=int, default=1, help="of what is left to chance")
    parser.add_argument("--share", type=float, default=1.0, help="of faults and saves to try, chosen by the seed")
    parser.add_argument("--statuses", action="store_true", help="hold runs to the exit statuses 130 and 143")
    options = parser.parse_args()
    if not PROGRAM.exists():
        sys.exit(f"there is no {PROGRAM}: install the project in this environment")
    broken = 0
    with tempfile.TemporaryDirectory(prefix="reliability-") as name:
        folder = Path(name)
        work = {
            "faults": lambda: faults(folder, options.size, chance(options), options.statuses),
            "kills": lambda: kills(
                folder, options.count or 1000, list(map(int, options.sizes.split(","))), options.seed, options.statuses
            ),
            "disks": lambda: disks(folder, options.size, options.count or 20),
            "saves": lambda: saves(folder, options.size, chance(options)),
        }
        for what in work if options.what == "all" else (options.what,):
            for tally in work[what]():
                tally.write()
                broken += len(tally.broken)
    sys.exit(broken > 0)


main()
