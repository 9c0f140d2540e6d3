"""A run of many cases: counts them, keeps what failed, and knows when its time is over."""

import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from wenlint.model.outcome import digest

from benchmarks.fuzz import elsewhere
from benchmarks.fuzz.case import Case, pack
from benchmarks.fuzz.known import FILE, Known, mended
from benchmarks.fuzz.shrink import PATIENCE, shrunk
from benchmarks.fuzz.trial import Failure, examine

#: Of so many cases one is run again elsewhere, and so many at most.
ELSEWHERE, AT_MOST = 200, 400
#: Seconds between two lines that say how far it is.
REPORT = 60
#: Cases that fail in one way are made small until there are so many of it, and no longer than this part of the time.
EXAMPLES, SHARE = 3, 0.3
#: So many bytes of a failing case are printed, as a log may be all that is left of it, and of the slowest.
SHOWN, SLOW = 2000, 200


class Session:
    """`seconds`: how long cases are taken. `folder`: where failures are written. `without`: oracles that are not asked."""

    def __init__(self, seconds: float, folder: Path, known: list[Known], without: frozenset[str] = frozenset()):
        self.seconds, self.folder, self.known, self.without = seconds, folder, known, without
        self.start = self.said = time.monotonic()
        self.cases, self.shrinking = 0, 0.0
        self.came, self.raw = Counter[str](), Counter[str]()
        self.found, self.expected = Counter[Failure](), Counter[Failure]()
        self.slowest = (0.0, b"")
        self.sample: list[Case] = []
        self.chance = random.Random(0)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.start

    @property
    def over(self) -> bool:
        return self.elapsed >= self.seconds

    def take(self, case: Case) -> None:
        """Run a case, and keep what fails."""
        trial = examine(case)
        self.cases += 1
        self.came[trial.came] += 1
        if trial.seconds > self.slowest[0]:
            self.slowest = trial.seconds, pack(case)
        if self.chance.random() < 1 / ELSEWHERE and len(self.sample) < AT_MOST:
            self.sample.append(case)
        for failure in {one.oracle: one for one in reversed(trial.failures)}.values():
            if failure.oracle not in self.without:
                self.raw[failure.oracle] += 1
                self.keep(case, failure)
        if time.monotonic() - self.said > REPORT:
            self.said = time.monotonic()
            print(f"{self.elapsed:.0f} s, {self.cases} cases, {dict(self.raw)}", file=sys.stderr, flush=True)

    def keep(self, case: Case, failure: Failure, *, small: bool = True) -> None:
        """Make a failing case small and write it, unless its failure is known or there are enough like it."""
        if self._is_familiar(failure):
            return
        if small and self.shrinking < SHARE * max(self.elapsed, 2 * PATIENCE):
            began = time.monotonic()
            case, failure = shrunk(case, failure)
            self.shrinking += time.monotonic() - began
            if self._is_familiar(failure):
                return
        self.found[failure] += 1
        packed = pack(case)
        path = self.folder / f"{failure.oracle}-{digest(packed).hex()[:10]}.case"
        self.folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed)
        print(f"{failure.oracle}: {failure.detail}\n  {path}\n  {packed[:SHOWN]!r}", file=sys.stderr, flush=True)

    def _is_familiar(self, failure: Failure) -> bool:
        if any(one.explains(failure) for one in self.known):
            self.expected[failure] += 1
            return True
        if self.found[failure] >= EXAMPLES:
            self.found[failure] += 1
            return True
        return False

    def finish(self) -> int:
        """Run some cases again elsewhere, and say what came of all. Exit status 1 where a promise was broken."""
        for case, failure in elsewhere.differences(self.sample):
            self.raw[failure.oracle] += 1
            self.keep(case, failure, small=False)
        rate = self.cases / max(self.elapsed, 0.001)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024**2)
        seconds, slow = self.slowest
        print(f"{self.cases} cases in {self.elapsed:.0f} s, {rate:.0f} a second; {len(self.sample)} also run elsewhere")
        print(f"at most {peak} MiB of memory and {seconds:.2f} s of CPU a case, for {slow[:SLOW]!r}")
        print("came of them: " + ", ".join(f"{count} {name}" for name, count in self.came.most_common()))
        done = mended(self.known)
        for one in done:
            print(f"MENDED {one.oracle}: {one.case}: take it from {FILE.name} and move its case to the corpus")
        for name, counts in (("known", self.expected), ("NEW", self.found)):
            for failure, count in sorted(counts.items()):
                print(
                    f"{count:>6} {name} {failure.oracle}: {failure.detail}" if count else "", end="\n" if count else ""
                )
        return 1 if sum(self.found.values()) or done else 0
