"""One large text checked by two processes: one that is forked has the text already, and takes half of the rules."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import msgspec

from wenlint.document.document import Document
from wenlint.model.findings import Finding
from wenlint.model.rule import Rule

#: Beyond so many code points two processes might want more memory than there is.
MOST = 1 << 27
#: The rules of these groups take about as long as all others, and ask for what those do not.
GROUPS = ("characters", "layout", "script")

Check = Callable[[Document, Sequence[Rule]], list[Finding]]
_decoder = msgspec.msgpack.Decoder(list[Finding])


def worthwhile(document: Document) -> bool:
    """Whether another process would help, and can: only Linux's libraries bear forking, and no thread may hold a lock."""
    able = sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1
    return able and len(document.text) <= MOST


def check(document: Document, rules: Sequence[Rule], check_all: Check) -> list[Finding]:
    """What `check_all` finds, in order by rules and not by place. What goes wrong in the other process is done again here."""
    ours = [rule for rule in rules if rule.group not in GROUPS]
    others = [rule for rule in rules if rule.group in GROUPS]
    _prepare(document)
    reading, writing = os.pipe()
    alive, ours_alive = os.pipe()
    try:
        child = os.fork()
    except OSError:  # the system refuses
        for end in (reading, writing, alive, ours_alive):
            os.close(end)
        return check_all(document, rules)
    if child == 0:
        os.close(reading)  # while it is open here, writing would wait for ever for who asked
        os.close(ours_alive)
        threading.Thread(target=_end_with_parent, args=(alive,), daemon=True).start()
        _send(writing, lambda: check_all(document, others))
    os.close(writing)
    os.close(alive)
    try:
        with os.fdopen(reading, "rb") as pipe:
            found = check_all(document, ours)
            data = pipe.read()
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        _, status = os.waitpid(child, 0)
        os.close(ours_alive)
    if status == 0:
        with suppress(msgspec.DecodeError):  # a rule may have ended the process
            return found + _decoder.decode(data)
    return found + check_all(document, others)


def _prepare(document: Document) -> None:
    """Have computed what nearly all rules ask for."""
    document.look.prepare()
    _ = document.legible, document.language


def _end_with_parent(alive: int) -> None:
    """Wait until nobody holds the other end of this pipe, which only who asked did; then there is nobody to answer."""
    os.read(alive, 1)
    os._exit(1)


def _send(writing: int, find: Callable[[], list[Finding]]) -> None:
    """Write the findings to a pipe, and end the process whatever happens: nothing else is its business."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(msgspec.msgpack.encode(find()))
        status = 0
    finally:
        os._exit(status)
