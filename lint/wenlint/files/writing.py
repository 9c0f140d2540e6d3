"""How a repaired file is put in the place of the old one: whole, or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from wenlint.files.attributes import Attributes, attributes, give
from wenlint.files.folder import Folder, undisturbed
from wenlint.files.reading import READING, FileError, Stamp, closing, holds

CHANGED = "changed while it was being repaired; it was left alone, run again"


def write(path: Path, data: bytes, old: bytes, stamp: Stamp) -> None:
    """Replace a file whole, or leave it as it was. Raises FileError, which says which of the two, and why.

    `old` and `stamp` are what `read` gave. A symbolic link stays one: its target is written. Mode, owner and extended
    attributes stay. A file that is no longer the same one, whose bytes are no longer `old`, or that has further names
    is left alone. Bytes are compared just before the rename: what another program writes between these two system
    calls, some microseconds, is lost, as is what it writes later to a file that it opened before. No interface that
    all systems have can help that.

    Any other exception that comes out, an interrupt for one, leaves the file whole too, and no temporary file.
    """
    target = os.path.realpath(path)
    try:
        # The path was resolved once more: whether it still leads to the file that was read, the stamp tells.
        with Folder(os.path.dirname(target)) as folder:
            _write(folder, os.path.basename(target), data, old, stamp)
    except (OSError, MemoryError) as error:
        raise FileError(f"can't be written: {_why(error)}; it was left as it was") from None


def _write(folder: Folder, name: str, data: bytes, old: bytes, stamp: Stamp) -> None:
    with _still(folder, name, stamp) as handle:
        wanted = attributes(handle)
    if (names := wanted.status.st_nlink) > 1:
        raise FileError(
            f"has {names} names (hard links) and was left alone: replacing it would part them; "
            f"`wenlint fix -` repairs what comes on standard input"
        )
    if not folder.writable(name):
        raise FileError("can't be written: it is read-only")
    folder.sweep(wanted.status.st_uid)
    temporary, handle = "", -1
    try:
        with undisturbed():
            temporary, handle = folder.create()
        _fill(handle, data)
        made = _finish(handle, folder.path_of(temporary), wanted)
        closed, handle = handle, -1
        os.close(closed)
        with _still(folder, name, stamp) as now:
            if not holds(now, old):
                raise FileError(CHANGED)
        _rename(folder, name, temporary, made, wanted.status)
    except BaseException as error:
        with undisturbed():
            _clean(folder, temporary, handle, error)
        raise
    folder.sync()


@contextlib.contextmanager
def _still(folder: Folder, name: str, stamp: Stamp) -> Iterator[int]:
    """The file of that name, open, if it is the one that was read."""
    try:
        handle = folder.open(name, READING)
    except FileNotFoundError:
        raise FileError(CHANGED) from None
    with closing(handle):
        status = os.fstat(handle)  # numbers of what is gone are given again, perhaps to a pipe
        if Stamp.of(status) != stamp or not stat.S_ISREG(status.st_mode):
            raise FileError(CHANGED)
        yield handle


def _fill(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        if not (count := os.write(handle, rest)):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[count:]


def _finish(handle: int, path: str, wanted: Attributes) -> Stamp:
    give(handle, path, wanted)
    os.fsync(handle)
    return Stamp.of(os.fstat(handle))


def _rename(folder: Folder, name: str, temporary: str, made: Stamp, before: os.stat_result) -> None:
    """The last look, and the rename, with nothing in between. What became a link meanwhile is another file here."""
    if _times(folder.stat(name)) != _times(before):
        raise FileError(CHANGED)
    try:
        folder.replace(name, temporary)
    except (OSError, MemoryError) as error:
        # Over a network the answer can be lost though the deed is done.
        try:
            done = Stamp.of(folder.stat(name)) == made
        except (OSError, MemoryError):
            raise FileError(
                f"can't be written: {_why(error)}; whether it was replaced can't be seen, but it is whole: look at it"
            ) from None
        if not done:
            raise


def _times(status: os.stat_result) -> tuple[Stamp, int, int, int]:
    """What changes with bytes and attributes: the last, but on Windows, whatever else is put back."""
    return Stamp.of(status), status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _clean(folder: Folder, temporary: str, handle: int, error: BaseException) -> None:
    """Leave no temporary file; where that fails, say so with what went wrong before."""
    if handle >= 0:
        with contextlib.suppress(OSError):
            os.close(handle)
    if not temporary:
        return
    try:
        folder.remove(temporary)
    except OSError as second:
        left = f"the temporary file {folder.path_of(temporary)} can't be removed ({_why(second)}): remove it by hand"
        if isinstance(error, FileError):
            raise FileError(f"{error}; {left}") from None
        if isinstance(error, (OSError, MemoryError)):
            raise FileError(f"can't be written: {_why(error)}; it was left as it was, but {left}") from None


def _why(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "there is not enough memory for it"
