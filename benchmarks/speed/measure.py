"""Runs commands in turn, A B A B, each a whole process, and keeps what each took."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.speed.tools import Command

LAUNCH = Path(__file__).with_name("launch.py")
#: How Python and Node tell of an exception. zhlint tells so and ends with 0.
CRASHES = (b"Traceback (most recent call last)", b"\n    at ")


@dataclass
class Result:
    """What one command took for one text. `trouble` says why it was not run to the end."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # seconds of all cores
    peak: int = 0  # bytes, of its largest process
    trouble: str = ""

    @property
    def middle(self) -> float | None:
        """The median of the seconds; None where there was trouble."""
        return None if self.trouble else median(self.seconds)


def alternate(
    commands: Iterable[Command],
    folder: Path,
    prepare: Callable[[], str],
    *,
    ending: str,
    runs: int,
    limit: float,
    changes: bool = False,
) -> dict[str, Result]:
    """The results by the names of the commands.

    Before each run `prepare` puts in place what it runs on and gives its name in `folder`. A command that fails or
    takes over `limit` seconds is not run again. `changes`: one that repairs and leaves the file as it was has failed.
    """
    lines = {command: command.line("{name}", ending) for command in commands}
    results = {command.name: Result() for command, line in lines.items() if line}
    for _ in range(runs):
        for command, line in lines.items():
            if not line or results[command.name].trouble:
                continue
            name = prepare()
            before = (folder / name).read_bytes() if changes and command.writes else None
            run(command, [part.replace("{name}", name) for part in line], folder, limit, results[command.name])
            if before is not None and not results[command.name].trouble and (folder / name).read_bytes() == before:
                results[command.name].trouble = "changes nothing"
    return results


def run(command: Command, line: Sequence[str], folder: Path, limit: float, result: Result) -> None:
    """One run, into its result."""
    launcher = [sys.executable, "-I", "-S", str(LAUNCH), str(limit), *line]
    with tempfile.TemporaryFile() as errors:
        done = subprocess.run(launcher, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=errors, check=True)
        errors.seek(0)
        said = errors.read()
    took = json.loads(done.stdout)
    result.seconds.append(took["seconds"])
    result.cpu.append(took["cpu"])
    result.peak = max(result.peak, took["peak"])
    if took["status"] is None:
        result.trouble = f"over {limit:g} s"
    elif any(crash in said for crash in CRASHES):
        result.trouble = "crashes"
    elif took["status"] not in command.fine:
        result.trouble = f"fails ({took['status']})"


def warm_up(commands: Iterable[Command], folder: Path, limit: float) -> None:
    """Runs each command once on hardly anything, so that Python has its bytecode and the system its files at hand."""
    (folder / "warm.md").write_text("文\n", "utf-8")
    for command in commands:
        run(command, command.line("warm.md", ".md"), folder, limit, Result())
    (folder / "warm.md").unlink()


def _environment() -> dict[str, str]:
    """Ours, but for what would make a tool compile its modules each time, as an installed one does not."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # A relative path of modules would not hold in another folder.
    paths = [os.path.abspath(part) for part in variables.pop("PYTHONPATH", "").split(os.pathsep) if part]
    return {**variables, "NO_COLOR": "1", **({"PYTHONPATH": os.pathsep.join(paths)} if paths else {})}


ENVIRONMENT = _environment()
