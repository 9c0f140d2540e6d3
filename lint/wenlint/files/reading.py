"""The bytes of a file, and what tells that it is still the same file with the same bytes."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

#: Reading waits for nobody: not for who would write into a pipe, not for a terminal. Windows has none of these.
READING = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    READING |= getattr(os, _name, 0)
#: Bytes that are compared at a time.
CHUNK = 1 << 20

KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FileError(Exception):
    """A file can't be read or written. Says why."""


class TooLargeError(FileError):
    """A file is larger than the configuration allows."""


class Stamp(NamedTuple):
    """Which file it is, whatever its name: a device, and a number on it."""

    device: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        return cls(status.st_dev, status.st_ino)


def read(path: Path, limit: int) -> tuple[bytes, Stamp]:
    """The bytes of a file, and which file it was. Raises FileError; TooLargeError where it has more bytes than `limit`.

    The stamp is of what was opened, taken before the first byte is read. What is no file is not waited on, not
    even where it takes a file's place between the look at it and the opening.
    """
    try:
        _only_files(os.stat(path))  # opening some devices does something
        handle = os.open(path, READING)
        try:
            status = os.fstat(handle)
            _only_files(status)
            if stat.S_ISDIR(status.st_mode):
                raise FileError("can't be read: Is a directory")
            return _bytes(handle, status.st_size, limit), Stamp.of(status)
        finally:
            with contextlib.suppress(OSError):  # all was read
                os.close(handle)
    except BlockingIOError:
        raise FileError("can't be read: another program has locked it; run again when it is done") from None
    except OSError as error:
        hint = "; an option stands before --" if str(path).startswith("-") and not os.path.lexists(path) else ""
        raise FileError(f"can't be read: {error.strerror}{hint}") from None
    except MemoryError:
        raise FileError("can't be read: there is not enough memory for it") from None


def too_large(size: int, limit: int) -> str:
    """What is said of a file with more bytes than are allowed."""
    return f"has {size} bytes and was left alone: no more than {limit} are allowed; allow more by --max-size"


@contextlib.contextmanager
def closing(handle: int) -> Iterator[int]:
    """An open file that was only read; nothing is lost where closing it fails."""
    try:
        yield handle
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)


def holds(handle: int, data: bytes) -> bool:
    """Whether an open file has these very bytes, no fewer and no more. No second copy is made of them."""
    os.lseek(handle, 0, os.SEEK_SET)
    at = 0
    while chunk := os.read(handle, CHUNK):
        if not data.startswith(chunk, at):
            return False
        at += len(chunk)
    return at == len(data)


def _bytes(handle: int, size: int, limit: int) -> bytes:
    """All bytes of an open file. One that grows meanwhile is read to its end, but not past the limit."""
    parts: list[bytes] = []
    count = 0
    while True:
        if max(size, count) > limit:
            raise TooLargeError(too_large(max(size, count), limit))
        part = os.read(handle, max(size - count, CHUNK if count > size else 0) + 1)
        if not part:
            return parts[0] if len(parts) == 1 else b"".join(parts)
        parts.append(part)
        count += len(part)


def _only_files(status: os.stat_result) -> None:
    for is_kind, name in KINDS:
        if is_kind(status.st_mode):
            raise FileError(f"is not a file but {name}, and was not read; leave it out by --extend-exclude")
