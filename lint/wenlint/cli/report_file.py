"""The file of `--output-file`. A typing slip, or a file's name that is taken for the option, must not cost a text.

A report replaces a report and nothing else: what stands in an existing file must read as one of ours, unless `--force`
is said. An empty file is nobody's loss. A pipe or a terminal holds nothing that could be lost; a disk as a device does.
"""

import os
import stat
from collections.abc import Callable, Container
from importlib import import_module
from pathlib import Path
from typing import TextIO

from wenlint.config import schema

#: Bytes of an existing file that are looked at.
HEAD = 1 << 16
FORMS = (*schema.OUTPUT_FORMATS, "diff", "statistics")


class ReportFileError(Exception):
    """A report can't be put where it was asked for. Says why and what would help."""


def check(path: Path, names: Callable[[], Container[str]]) -> None:
    """Raise ReportFileError where the file at the path is no report; `names`: what rules and problems are named."""
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            kind = os.fstat(file.fileno()).st_mode
            if stat.S_ISBLK(kind):
                raise ReportFileError(f"{path} is a disk; name a file that may be written")
            head = file.read(HEAD) if stat.S_ISREG(kind) else b""
    except FileNotFoundError:
        return
    except OSError as error:
        raise ReportFileError(f"{path} can't be written: {error.strerror}") from None
    if head and not _is_report(head.decode("utf-8", "replace"), names()):
        raise ReportFileError(
            f"{path} is there already and is no report of wenlint, so it was left alone; name another file, or say "
            "--force. A file whose name begins with - is named by itself after --"
        )


def write(path: Path, report: Callable[[TextIO], None]) -> None:
    """Write a report in UTF-8; `check` has seen to it that nothing else is lost."""
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            report(out)
    except OSError as error:
        raise ReportFileError(f"{path} can't be written: {error.strerror}") from None


def _is_report(head: str, names: Container[str]) -> bool:
    if len(head) < HEAD and not head.endswith("\n"):  # ours are written whole
        return False
    return any(import_module(f"wenlint.reports.{form}").is_own(head, names) for form in FORMS)
