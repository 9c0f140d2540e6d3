"""An editor saves the file while it is being repaired: after each system call from the reading to the rename."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.reliability import tracing
from benchmarks.reliability.subject import DENIALS, ENVIRONMENT, NAME, Subject, Tally, subject, wait

SAVED = "别人刚刚存的一份，不能丢。\n".encode()


def in_place(path: Path) -> bytes:
    path.write_bytes(SAVED)
    return SAVED


def by_rename(path: Path) -> bytes:
    other = path.with_name("f.txt~")
    other.write_bytes(SAVED)
    other.replace(path)
    return SAVED


def appended(path: Path) -> bytes:
    with path.open("ab") as file:
        file.write(SAVED)
    return path.read_bytes()


def unseen(path: Path) -> bytes:
    """As many bytes as before, and the time of the last change put back."""
    status = path.stat()
    data = bytearray(path.read_bytes())
    data[-1:] = b" "
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return bytes(data)


EDITORS: dict[str, Callable[[Path], bytes]] = {
    "saved in place": in_place,
    "saved by a rename": by_rename,
    "appended to": appended,
    "saved with the same size and time": unseen,
}


def saves(folder: Path, size: int, chosen: Callable[[], bool]) -> list[Tally]:
    """The run is stopped after each system call, the editor saves, the run goes on."""
    tracing.needed()
    made, log = subject(folder / "saves", size), folder / "strace.log"
    calls = tracing.calls(made, log)
    first = next(i for i, call in enumerate(calls) if call.name == "read")
    last = max(i for i, call in enumerate(calls) if call.name.startswith("rename"))
    *_, compared, _ = (i for i in range(last) if calls[i].name == "read")  # the last one reads that there is no more
    tally = Tally("An editor saves meanwhile")
    for index in range(first, len(calls)):
        call = calls[index]
        if index == last - 1:
            where = "between the last look at the file and the rename, which are two system calls in a row"
        elif index > last - 1:
            where = "after the rename"
        elif index >= compared:
            where = "after its bytes were compared, before the last look"
        else:
            where = "from the first byte read to the last byte compared"
        for name, editor in EDITORS.items():
            if not chosen():
                continue
            made.reset()
            what, broken = _save(made, log, call, editor)
            tally.add(f"{name} {where}", what, [] if index == last - 1 else broken, f"{name} after {call}")
    return [tally]


def _save(made: Subject, log: Path, call: tracing.Call, editor: Callable[[Path], bytes]) -> tuple[str, list[str]]:
    log.write_bytes(b"")
    process = subprocess.Popen(
        tracing.command(made, log, f"{call.name}:signal=SIGSTOP:when={call.nth}"),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENVIRONMENT,
    )  # fmt: skip
    if not _stopped(process, log):
        wait(process)
        return "it did not stop", ["it did not stop"]
    wanted = editor(made.path)
    for child in _children(process):
        os.kill(child, signal.SIGCONT)
    end = wait(process)
    now = made.path.read_bytes()
    litter = [path for path in made.litter() if path.name != f"{NAME}~"]
    broken = ["a temporary file was left"] if litter else []
    if now == wanted:
        said = "it is said" if any(words in end.said for words in DENIALS) else "the repair came first"
        return f"what was saved stays, {said}", broken
    if now.startswith(made.new.rstrip()) and now.endswith(SAVED):
        return "what was saved was read and repaired, too", broken
    return "what was saved is LOST", [*broken, "what was saved is lost"]


def _stopped(process: "subprocess.Popen[bytes]", log: Path) -> bool:
    """Whether the run stands still now, which strace notes."""
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        if b"--- stopped by SIGSTOP ---" in log.read_bytes():
            return True
        time.sleep(0.002)
    return False


def _children(process: "subprocess.Popen[bytes]") -> list[int]:
    return list(map(int, Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()))
