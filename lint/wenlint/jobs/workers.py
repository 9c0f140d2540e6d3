"""Worker processes: each is told the names of files and sends back what came of them.

A process that dies takes with it the one file that it was at. Another takes its place.
"""

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, cast

from wenlint.config.plan import CommandLine, Planner
from wenlint.jobs import interrupts
from wenlint.model.outcome import INTERNAL, Order, Outcome, pack, problem, unpack

#: What one file costs beside its text, in bytes of text.
PER_FILE = 4_000
#: So many bytes make it worthwhile to start one more process: one that forks has all modules, one that does not imports them.
SHARE_FORKED, SHARE_SPAWNED = 1_000_000, 5_000_000
#: Files that are given to a worker at once: so many, or so many bytes.
BATCH, BATCH_BYTES = 16, 250_000
#: Seconds for a worker to leave the file it is at whole.
GRACE = 3.0
READY = b""
INDEX = 8


@dataclass
class _Worker:
    process: BaseProcess
    given: deque[int] = field(default_factory=deque)
    ready: bool = False


def worthwhile(sizes: Sequence[int]) -> int:
    """How many processes a job of files of these sizes in bytes is worth; 1: it is better done here."""
    work = sum(sizes) + PER_FILE * len(sizes)
    return max(1, min(_cores(), len(sizes), work // (SHARE_FORKED if _method() == "fork" else SHARE_SPAWNED)))


def run(
    paths: Sequence[Path], sizes: Sequence[int], said: CommandLine, order: Order, count: int
) -> Iterator[tuple[int, Outcome]]:
    """The index of each path and what came of the file, as they get done, the largest first.

    Where no process can be started or none gets ready, what is left is not yielded.
    """
    waiting = deque(sorted(range(len(paths)), key=lambda index: -sizes[index]))
    crew: dict[Connection, _Worker] = {}
    able = True
    try:
        while waiting or any(worker.given for worker in crew.values()):
            while able and len(crew) < min(count, len(waiting)):
                able = _start(crew, said, order)
            if not crew:
                return
            for pipe, worker in crew.items():  # also to those that had run out of work when another died
                if worker.ready and not worker.given and waiting:
                    worker.given.extend(_batch(waiting, sizes))
                    with suppress(OSError):  # it has died: reading from it will say so
                        pipe.send([(index, paths[index]) for index in worker.given])
            for pipe in cast(list[Connection], wait(list(crew))):
                worker = crew[pipe]
                try:
                    message = pipe.recv_bytes()
                except (EOFError, OSError):
                    del crew[pipe]
                    pipe.close()
                    worker.process.join()
                    able = able and worker.ready
                    if worker.given:
                        lost = worker.given.popleft()
                        waiting.extendleft(reversed(worker.given))
                        yield lost, problem(str(paths[lost]), INTERNAL, _end(worker.process.exitcode))
                    continue
                if message == READY:
                    worker.ready = True
                else:
                    index = int.from_bytes(message[:INDEX], "big")
                    worker.given.remove(index)
                    yield index, unpack(memoryview(message)[INDEX:], str(paths[index]))
    finally:
        _stop(crew)


def _batch(waiting: deque[int], sizes: Sequence[int]) -> Iterator[int]:
    room, size = BATCH, 0
    while waiting and room and size < BATCH_BYTES:
        size += sizes[waiting[0]]
        room -= 1
        yield waiting.popleft()


def _start(crew: dict[Connection, _Worker], said: CommandLine, order: Order) -> bool:
    """Start one more worker; False where the system refuses."""
    method = _method()
    try:
        context: Any = get_context(method)
        here, there = context.Pipe()
        # A forked process has our end too; while it is open there, the worker would not see us go.
        ours = here if method == "fork" else None
        process = context.Process(target=_serve, args=(there, ours, said, order), daemon=True)
        with interrupts.Held():  # a forked process would take for its own what is meant for us
            process.start()
    except OSError:
        return False
    there.close()
    crew[here] = _Worker(process)
    return True


def _stop(crew: dict[Connection, _Worker]) -> None:
    """End the workers: those without work by closing the pipe, others as by Ctrl-C; Windows can only be waited for."""
    for pipe, worker in crew.items():
        pipe.close()
        if worker.given and os.name == "posix":
            worker.process.terminate()
    for worker in crew.values():
        worker.process.join(GRACE)
        worker.process.kill()


def _serve(pipe: Connection, ours: Connection | None, said: CommandLine, order: Order) -> None:
    """What a worker does until the pipe is closed, or the process has gone that started it."""
    try:
        interrupts.catch_in_child()
        threading.Thread(target=_end_with_parent, daemon=True).start()
        if ours:
            ours.close()
        from wenlint.jobs.one_file import run_file

        planner, order = Planner(said), order._replace(alone=True)
        pipe.send_bytes(READY)
        while True:
            for index, path in pipe.recv():
                outcome = run_file(path, planner.plan_for(path), order)
                pipe.send_bytes(index.to_bytes(INDEX, "big") + pack(outcome))
    except (EOFError, BrokenPipeError, ConnectionError, KeyboardInterrupt, interrupts.Interrupted):
        return


def _end_with_parent() -> None:
    """Wait for the other process to go, killed perhaps; then end this one, the file it is at whole."""
    parent = parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def _method() -> str:
    """Forking is cheap, and safe where no thread holds a lock; only Linux's libraries bear it."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end(code: int | None) -> str:
    how = f"with exit status {code}"
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        how = f"by {name}" + (", perhaps for want of memory" if name == "SIGKILL" else "")
    return f"the process that worked on this file was ended {how}; files are replaced whole or not at all; please report it"
