"""The console script is killed: at random moments, and while its temporary file is there."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

from benchmarks.reliability.subject import (
    COMMAND,
    ENVIRONMENT,
    NAME,
    TEMPORARY,
    Subject,
    Tally,
    judge,
    run,
    subject,
    wait,
)

#: Out of ten kills.
SHARES = (signal.SIGKILL,) * 6 + (signal.SIGTERM,) * 2 + (signal.SIGINT,) * 2
#: Exit statuses that a run may have that was sent a signal, where `--statuses` holds it to them. It may have ended before.
STATUSES = {signal.SIGKILL: (-9,), signal.SIGTERM: (143,), signal.SIGINT: (130,)}
DAYS = 2 * 86_400


def kills(folder: Path, count: int, sizes: list[int], seed: int, statuses: bool) -> list[Tally]:
    """So many kills, shared out among files of these sizes in bytes."""
    chance = random.Random(seed)
    tally, litter = Tally("Kills"), folder / "litter"
    litter.mkdir(exist_ok=True)
    left = 0
    for size in sizes:
        made = subject(folder / f"kills-{size}", size)
        start = time.monotonic()
        made.reset()
        run([*COMMAND, str(made.path)])
        whole = time.monotonic() - start
        for number in range(count // len(sizes)):
            made.reset()
            name = chance.choice(SHARES)
            aimed = chance.random() < 0.75
            moment = chance.choice((0.0, 0.0, chance.random() * 0.002, chance.random() * 0.01))
            process = subprocess.Popen(
                [*COMMAND, str(made.path)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENVIRONMENT
            )
            if name != signal.SIGKILL:
                _until_caught(process)
            _wait_for(made, process, moment if aimed else chance.random() * whole * 1.1, aimed)
            alive = process.poll() is None
            if alive:
                process.send_signal(name)
            end = wait(process)
            what, broken = judge(made, end, signalled=alive, littering=name != signal.SIGINT)
            if statuses and alive and end.status not in (0, *STATUSES[name]):
                broken.append(f"status {end.status} after {name.name}")
            if statuses and name == signal.SIGTERM and made.litter():
                broken.append("a temporary file was left after SIGTERM")
            for path in made.litter():
                path.rename(litter / path.name)
                left += 1
            when = "while the temporary file was there" if aimed else "at a random moment"
            tally.add(f"{name.name} {when}", what, broken, f"{size} bytes, number {number}, {name.name}")
    what, broken = _sweep(litter, made)
    tally.add(f"a run two days later, in a folder with the {left} temporary files left", what, broken, "sweep")
    return [tally]


def _until_caught(process: "subprocess.Popen[bytes]") -> None:
    """Wait until the process catches SIGTERM, which is the first thing that Wenlint does.

    For some 15 ms before that there is Python alone: a signal then ends it in Python's way, without a file being open.
    """
    status = Path(f"/proc/{process.pid}/status")
    while process.poll() is None and status.exists():
        caught = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("SigCgt:")]
        if caught and int(caught[0], 16) >> (signal.SIGTERM - 1) & 1:
            break
        time.sleep(0.0005)


def _wait_for(subject: Subject, process: "subprocess.Popen[bytes]", seconds: float, aimed: bool) -> None:
    while aimed and process.poll() is None:
        if any(name.startswith(TEMPORARY) for name in os.listdir(subject.folder)):
            break
        time.sleep(0.0001)
    time.sleep(seconds)


def _sweep(litter: Path, made: Subject) -> tuple[str, list[str]]:
    for path in litter.iterdir():
        os.utime(path, (time.time() - DAYS,) * 2)
    made.reset()
    made.path.rename(litter / NAME)
    return judge(made._replace(folder=litter), run([*COMMAND, str(litter / NAME)]))
