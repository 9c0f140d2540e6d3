"""The system calls of a run between the first look at the file and the last, and runs in which one of them is hit."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.reliability.subject import COMMAND, ENVIRONMENT, Subject

#: Those that a run may make while it reads and writes a file.
CALLS = (
    "openat", "newfstatat", "read", "write", "close", "lseek", "fsync", "fchmod", "fchown", "rename", "renameat",
    "renameat2", "unlink", "unlinkat", "faccessat", "faccessat2", "access", "flistxattr", "fgetxattr", "fsetxattr",
    "fremovexattr", "getdents64", "fcntl", "rt_sigprocmask", "getrandom", "mmap", "readlink", "chmod", "chown",
)  # fmt: skip
LINE = re.compile(r"^\d+ +(\w+)\((.*)$")
#: Where what a call gives back begins, and what differs from run to run.
END, RANDOM = re.compile(r"\{|0x| = | <unfinished| <no return"), re.compile(r"[0-9a-f]{8}\.tmp")
#: Calls that give back a text.
GIVING = frozenset(("read", "flistxattr", "fgetxattr", "getdents64", "rt_sigprocmask"))


class Call(NamedTuple):
    """A system call: its name, the how manieth of that name it is in the run, from 1, and its arguments."""

    name: str
    nth: int
    arguments: str

    def __str__(self) -> str:
        return f"{self.name} {self.nth}"


def needed() -> None:
    """End with what to install where strace is missing."""
    if not sys.platform.startswith("linux") or shutil.which("strace") is None:
        sys.exit("strace is missing: apt-get install strace (it is for Linux alone)")


def command(subject: Subject, log: Path, inject: str | None) -> list[str]:
    """A run of which strace notes the calls; `inject`: what it does to one of them, which is then noted alone."""
    tracing = ["strace", "-f", "-o", str(log), "-e", f"trace={inject.partition(':')[0] if inject else ','.join(CALLS)}"]
    if inject:
        tracing += ["-e", f"inject={inject}"]
        if ":error=" in inject:
            tracing.append("--seccomp-bpf")  # faster; strace 6.1 sends no signals with it
    return [*tracing, *COMMAND, str(subject.path)]


def calls(subject: Subject, log: Path) -> list[Call]:
    """Those of an undisturbed run, from the one that opens the file to be read to the last one of writing."""
    subject.reset()
    subprocess.run(command(subject, log, None), env=ENVIRONMENT, capture_output=True, check=True)
    found = parse(log)
    read = next(i for i, call in enumerate(found) if call.name == "openat" and f'"{subject.path}"' in call.arguments)
    read_end = next(i for i in range(read, len(found)) if found[i].name == "close")
    write = next(i for i, call in enumerate(found) if call.name == "openat" and f'"{subject.folder}"' in call.arguments)
    write_end = max(i for i, call in enumerate(found) if call.name in ("rename", "renameat", "renameat2"))
    write_end = next(i for i in range(write_end, len(found)) if found[i].name == "close")
    return found[read - 1 : read_end + 1] + found[write : write_end + 1]


def parse(log: Path) -> list[Call]:
    counts: Counter[str] = Counter()
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        if match := LINE.match(line):
            name, arguments = match.groups()
            counts[name] += 1
            found.append(Call(name, counts[name], arguments))
    return found


def hit(log: Path, call: Call) -> bool:
    """Whether the call that a fault was meant for is the one that got it."""
    return any(other[:2] == call[:2] and _given(other) == _given(call) for other in parse(log))


def _given(call: Call) -> str:
    """What a call was given, without what it gives back: of one that failed, that is an address."""
    if call.name == "getrandom":  # gives back its first argument
        return ""
    given = call.arguments.partition(",")[0] if call.name in GIVING else call.arguments
    return RANDOM.sub("", END.split(given, maxsplit=1)[0]).strip(" ,)")
