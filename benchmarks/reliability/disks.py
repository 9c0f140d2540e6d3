"""A disk on which the repaired file does not fit, and one on which no file can be added."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.reliability.subject import COMMAND, Tally, judge, run, subject

BLOCK = 4096


def disks(folder: Path, size: int, count: int) -> list[Tally]:
    """Full disks of `count` sizes, and limits of that many file sizes."""
    tally = Tally("A full disk")
    made = subject(folder / "limits", size)
    for number in range(count):
        limit = len(made.new) * number // count
        made.reset()
        what, broken = judge(made, run(["prlimit", f"--fsize={limit}", "--", *COMMAND, str(made.path)]))
        tally.add("a limit of the size of a file (`RLIMIT_FSIZE`), from 0 up", what, broken, f"limit {limit}")
    if os.geteuid():
        print("not root: no small disks were mounted, only sizes of files limited", flush=True)
        return [tally]
    place = folder / "disk"
    for number in range(count):
        room = BLOCK * (number * (len(made.new) // BLOCK + 2) // count)
        blocks = len(made.old) // BLOCK + 1
        with _mounted(place, f"size={blocks * BLOCK + room}"):
            small = made._replace(folder=place / "in")
            small.reset()
            what, broken = judge(small, run([*COMMAND, str(small.path)]))
        tally.add(
            "a disk (tmpfs) with room for the old file and less than the new one, or just that", what, broken, f"{room}"
        )
    for inodes in range(3, 6):
        with _mounted(place, f"size=64m,nr_inodes={inodes}"):
            small = made._replace(folder=place / "in")
            small.reset()
            what, broken = judge(small, run([*COMMAND, str(small.path)]))
        tally.add("a disk with room for so many files, from none to some", what, broken, f"{inodes} inodes")
    return [tally]


@contextmanager
def _mounted(place: Path, options: str) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)
