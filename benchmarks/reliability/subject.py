"""The file that is repaired, the run of the real console script, and the verdict on what came of it."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

PROGRAM = Path(sys.executable).with_name("wenlint")
COMMAND = (str(PROGRAM), "fix", "--no-cache", "--isolated", "--output-format", "concise", "--workers", "1")
NAME = "f.txt"
LINE = "会议认为,要在全党开展学习教育,不断巩固拓展成果。  这是第{}行,有不少(半角)标点;还有空格 。\n\n"
TEMPORARY = ".wenlint-"
#: Runs say the same each time: no order depends on chance, and nothing is written beside the modules.
ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
LIMIT = 120.0
#: What a message must not say where the file was replaced.
DENIALS = ("left as it was", "left alone")


class Subject(NamedTuple):
    """A folder with one file in it, what the file holds, and what repairing makes of it."""

    folder: Path
    old: bytes
    new: bytes

    @property
    def path(self) -> Path:
        return self.folder / NAME

    def reset(self) -> None:
        """The folder with the old file alone in it, which has an owner and an attribute to keep where that can be."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.path.write_bytes(self.old)
        if os.name == "posix" and os.geteuid() == 0:
            os.chown(self.path, 12, 34)
        try:
            os.setxattr(self.path, "user.note", b"kept")
        except (AttributeError, OSError):
            return

    def litter(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if path.name != NAME]


class End(NamedTuple):
    """How a run ended: its exit status, negative for a signal, and all that it said."""

    status: int
    said: str


class Tally:
    """How often each kind of fault had each kind of end, and what broke a promise."""

    def __init__(self, title: str):
        self.title = title
        self.ends: dict[str, Counter[str]] = {}
        self.broken: list[str] = []

    def add(self, fault: str, end: str, broken: list[str], case: str) -> None:
        self.ends.setdefault(fault, Counter())[end] += 1
        self.broken += [f"{case}: {what}" for what in broken]

    def write(self) -> None:
        """Print the table in Markdown, and what broke a promise."""
        print(f"\n## {self.title}\n\n| fault | tried | what happened |\n|---|---:|---|")
        for fault, ends in self.ends.items():
            what = ", ".join(f"{count} {end}" for end, count in ends.most_common())
            print(f"| {fault} | {ends.total()} | {what} |")
        total = sum(ends.total() for ends in self.ends.values())
        print(f"\n{total} runs, {len(self.broken)} broken promises.")
        for what in self.broken[:20]:
            print(f"- {what}")
        sys.stdout.flush()


def text(size: int) -> bytes:
    """A damaged text of at least so many bytes."""
    lines: list[str] = []
    while sum(map(len, lines)) * 3 < size:
        lines.append(LINE.format(len(lines)))
    return "".join(lines).encode()


def subject(folder: Path, size: int) -> Subject:
    """A file of about that size, and what an undisturbed run makes of it."""
    made = Subject(folder, text(size), b"")
    made.reset()
    end = run([*COMMAND, str(made.path)])
    new = made.path.read_bytes()
    if end.status or new == made.old or made.litter():
        sys.exit(f"an undisturbed run failed with status {end.status}: {end.said}")
    return made._replace(new=new)


def run(command: list[str]) -> End:
    """Run a command to its end; one that hangs has status 124."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENVIRONMENT
    )
    return wait(process)


def wait(process: "subprocess.Popen[bytes]") -> End:
    try:
        out, _ = process.communicate(timeout=LIMIT)
        return End(process.returncode, out.decode("utf-8", "replace"))
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return End(124, "")


def state(subject: Subject) -> str:
    try:
        now = subject.path.read_bytes()
    except OSError:
        return "gone"
    return {subject.old: "old", subject.new: "new"}.get(now, "neither")


def judge(subject: Subject, end: End, *, signalled: bool = False, littering: bool = False) -> tuple[str, list[str]]:
    """What happened in a few words, and which promises were broken.

    `signalled`: the run was sent a signal, so it need not say anything; `littering`: by one that lets nobody clean up.
    """
    now, broken = state(subject), []
    if now not in ("old", "new"):
        broken.append(f"the file is {now}")
    litter = subject.litter()
    if litter and not littering and "can't be removed" not in end.said:
        broken.append("a temporary file was left")
    if "Traceback" in end.said:
        broken.append("a traceback")
    if end.status == 124:
        broken.append("it hangs")
    denied = any(words in end.said for words in DENIALS)
    if now == "new" and denied:
        broken.append(f"replaced, but says: {end.said.strip()}")
    if not signalled:
        if now == "old" and (end.status not in (1, 2) or NAME not in end.said):
            broken.append(f"not repaired, but status {end.status} and says: {end.said.strip()}")
        if now == "new" and end.status:
            broken.append(f"replaced, but status {end.status} and says: {end.said.strip()}")
    how = f"ended by {-end.status}" if end.status < 0 else f"status {end.status}"
    return f"{now}, {how}{', temporary file left' if litter else ''}", broken
