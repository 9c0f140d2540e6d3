"""The standard streams as the command line uses them: in UTF-8, what is said escaped, closed and full ones told."""

import contextlib
import io
import os
import sys
from typing import Any, TextIO

from wenlint.unicode.escape import escape

#: Exit statuses: of an error, and of a run whose reader has gone, which is that of SIGPIPE.
ERROR, READER_GONE = 2, 141
#: Tabs do no harm in what is shown of examples.
HARMLESS = "\t"
NAMES = ("stdin", "stdout", "stderr")


class _Closed(io.RawIOBase):
    """In the place of a stream that was closed when we were started: the first use is an error, the rest goes nowhere."""

    told = False

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        raise OSError("it is closed")

    def write(self, data: Any) -> int:
        if not self.told:
            self.told = True
            raise OSError("it is closed")
        return len(data)


def open_streams() -> None:
    """Make the standard streams fit for use. No file that is opened later gets the number of one that was closed."""
    for number, name in enumerate(NAMES):
        if getattr(sys, name) is None:
            while (got := os.open(os.devnull, os.O_RDWR)) < number:
                continue
            if got > number:
                os.close(got)
            setattr(sys, name, _substitute(number))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _substitute(number: int) -> TextIO:
    if number == 0:
        return io.TextIOWrapper(io.BufferedReader(_Closed()))
    if number == 1:
        return io.TextIOWrapper(io.BufferedWriter(_Closed()))
    return open(os.devnull, "w", encoding="utf-8")  # there is nobody to tell


def say(message: str) -> None:
    """One line on standard error, whatever its parts are made of."""
    write(f"wenlint: {escape(message)}\n", sys.stderr)


def show(text: str) -> None:
    """Lines on standard output, each made harmless."""
    for line in text.split("\n"):
        write(f"{escape(line, keep=HARMLESS)}\n", sys.stdout)


def write(text: str, stream: TextIO) -> None:
    """Text that is escaped already. Where standard error can't be written there is nobody to tell."""
    with contextlib.suppress(*((OSError, ValueError) if stream is sys.stderr else ())):
        stream.write(text)
        stream.flush()


def close(status: int) -> int:
    """Pass on what is left to be written; the exit status, that of an error where it can't be."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        return failed(error)
    return status


def failed(error: Exception) -> int:
    """Say that standard output can't be written, but not where its reader has only read enough; the exit status."""
    with contextlib.suppress(OSError, ValueError):  # Python flushes once more as it ends, and would complain itself
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return READER_GONE
    say(f"standard output can't be written: {reason(error)}")
    return ERROR


def reason(error: BaseException) -> str:
    """What an error of the system says, without its number."""
    return getattr(error, "strerror", None) or str(error)
