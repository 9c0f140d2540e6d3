"""The commands a user would write: each tool's command line, or the shortest script where it has none."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

WENLINT, AUTOCORRECT_PY, AUTOCORRECT_NODE = "wenlint", "AutoCorrect, Python", "AutoCorrect, Node"
LIMAE, ZHLINT, PANGU = "limae", "zhlint", "pangu"
TOOLS = (AUTOCORRECT_PY, AUTOCORRECT_NODE, LIMAE, ZHLINT, PANGU, WENLINT)  # the order of the plot's colours

CHECKING = """\
import sys, pathlib, autocorrect_py
path = pathlib.Path(sys.argv[1])
for path in path.rglob("*.md") if path.is_dir() else [path]:
    print(*autocorrect_py.lint_for(path.read_text("utf-8"), sys.argv[2]).lines, sep="\\n")
"""
FIXING = """\
import sys, pathlib, autocorrect_py
path = pathlib.Path(sys.argv[1])
path.write_text(autocorrect_py.format_for(path.read_text("utf-8"), sys.argv[2]), "utf-8")
"""
#: What AutoCorrect calls a format.
KINDS = {".txt": "text", ".md": "markdown", "": "markdown"}


@dataclass(frozen=True)
class Command:
    """What is run. In `argv` and `on_folder`, {path} is the file or folder and {kind} is AutoCorrect's format.

    It is run in the folder of the file: zhlint takes no path from elsewhere.
    """

    tool: str
    job: str  # "check", "fix", or "check, cached"
    argv: tuple[str, ...]
    #: The same for all Markdown below a folder, run in that folder; () where there is no such thing.
    on_folder: tuple[str, ...] = ()
    #: Exit statuses that are no failure.
    fine: tuple[int, ...] = (0, 1)
    #: Whether it is told to change the file, and does not print what it repaired.
    writes: bool = False

    @property
    def name(self) -> str:
        return f"{self.tool}: {self.job}"

    def line(self, name: str, ending: str) -> list[str]:
        """The command line for a file of that name in the folder it is run in; for that folder, ".", without ending."""
        argv = self.argv if ending else self.on_folder
        return [part.format(path=name, kind=KINDS[ending]) for part in argv]


@dataclass(frozen=True)
class Found:
    """The commands that can be run here, what is missing and how to get it, and the versions of what is there."""

    commands: list[Command]
    missing: list[str]
    versions: dict[str, str]


def find(node: Path) -> Found:
    """All tools that are installed. `node`: the folder in which npm installed."""
    python = sys.executable
    wenlint = (python, "-m", "wenlint")
    commands, missing, versions = [], [], {}
    versions[WENLINT] = _line_of([*wenlint, "--version"]).rpartition(" ")[2]
    for job in ("check", "fix"):
        argv = (*wenlint, job, "--no-cache", "{path}")
        commands.append(Command(WENLINT, job, argv, argv if job == "check" else (), writes=job == "fix"))
    if found := _package("autocorrect-py"):
        check = (python, "-c", CHECKING, "{path}", "{kind}")
        commands.append(Command(AUTOCORRECT_PY, "check", check, check, fine=(0,)))
        commands.append(
            Command(AUTOCORRECT_PY, "fix", (python, "-c", FIXING, "{path}", "{kind}"), fine=(0,), writes=True)
        )
        versions["autocorrect-py"] = found
    else:
        missing.append("AutoCorrect for Python is missing: pip install autocorrect-py")
    if autocorrect := _binary("autocorrect", node):
        lint = (autocorrect, "--lint", "{path}")
        commands.append(Command(AUTOCORRECT_NODE, "check", lint, lint))
        commands.append(Command(AUTOCORRECT_NODE, "fix", (autocorrect, "--fix", "{path}"), writes=True))
        versions["autocorrect-node"] = _npm_version(node, "autocorrect-node")
    else:
        missing.append("AutoCorrect for Node is missing: npm install autocorrect-node")
    if limae := _binary("limae", Path(python).parent):
        commands.append(Command(LIMAE, "check", (limae, "{path}"), (limae, "--all")))
        commands.append(Command(LIMAE, "fix", (limae, "--fix", "{path}"), writes=True))
        versions[LIMAE] = _package("limae") or "of unknown version"
    else:
        missing.append("limae is missing: pip install limae, or put a binary of that name on the PATH")
    if zhlint := _binary("zhlint", node):
        commands.append(Command(ZHLINT, "check", (zhlint, "{path}"), (zhlint, "**/*.md")))
        commands.append(Command(ZHLINT, "fix", (zhlint, "{path}", "--fix"), writes=True))
        versions[ZHLINT] = _npm_version(node, ZHLINT)
    else:
        missing.append("zhlint is missing: npm install zhlint")
    if found := _package("pangu"):
        commands.append(Command(PANGU, "fix", (python, "-m", "pangu", "-f", "{path}"), fine=(0,)))
        versions[PANGU] = found
    else:
        missing.append("pangu is missing: pip install pangu")
    return Found(commands, missing, versions)


def cached(command: Command) -> Command:
    """Wenlint's command on a folder with its cache, which the second run finds full."""
    line = tuple(part for part in command.on_folder if part != "--no-cache")
    return Command(command.tool, "check, cached", (), line)


def _package(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _binary(name: str, folder: Path) -> str | None:
    places = (str(folder / "node_modules" / ".bin"), str(folder), os.environ.get("PATH", os.defpath))
    return shutil.which(name, path=os.pathsep.join(places))


def _npm_version(folder: Path, name: str) -> str:
    try:
        return str(json.loads((folder / "node_modules" / name / "package.json").read_text("utf-8"))["version"])
    except (OSError, KeyError, ValueError):
        return "of unknown version"


def _line_of(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
