"""A folder in which a file is replaced: what is done in it by name, and the temporary files there."""

import contextlib
import errno
import os
import re
import signal
import stat
import threading
import time
from collections.abc import Iterator
from types import TracebackType

from wenlint.files.reading import Stamp

#: Names that nobody else gives a file. One that is there when nothing of ours runs was left by a kill.
TEMPORARY = re.compile(r"\.wenlint-[0-9a-f]{8}\.tmp", re.ASCII)
#: Seconds after which a temporary file is not one that another run is at.
ABANDONED = 86_400
CREATING = os.O_RDWR | os.O_CREAT | os.O_EXCL
for _name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    CREATING |= getattr(os, _name, 0)
#: Whether a folder can be held open and names be taken in it, whatever becomes of the path that led there.
HOLDABLE = (
    hasattr(os, "O_DIRECTORY") and {os.open, os.stat, os.unlink, os.rename, os.access} <= os.supports_dir_fd
)  # fmt: skip

#: Signals that may raise an exception anywhere.
INTERRUPTING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

_swept: set[Stamp] = set()


class Folder:
    """A folder, held open where the system can do that; else its path serves. Names are those of files in it.

    All methods raise OSError.
    """

    def __init__(self, path: str):
        self._path = path
        self._handle = _open(path) if HOLDABLE else None

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)

    def path_of(self, name: str) -> str:
        return os.path.join(self._path, name)

    def open(self, name: str, flags: int) -> int:
        """A descriptor of a file; one that is made can be read by its owner alone."""
        return os.open(self._at(name), flags, 0o600, dir_fd=self._handle)

    def stat(self, name: str) -> os.stat_result:
        """The status of what has that name, itself a link or not."""
        return os.stat(self._at(name), dir_fd=self._handle, follow_symlinks=False)

    def writable(self, name: str) -> bool:
        return os.access(self._at(name), os.W_OK, dir_fd=self._handle)

    def replace(self, name: str, by: str) -> None:
        os.replace(self._at(by), self._at(name), src_dir_fd=self._handle, dst_dir_fd=self._handle)

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._at(name), dir_fd=self._handle)

    def create(self) -> tuple[str, int]:
        """The name of a new temporary file, and its descriptor."""
        for _ in range(100):
            name = f".wenlint-{os.urandom(4).hex()}.tmp"
            with contextlib.suppress(FileExistsError):
                return name, self.open(name, CREATING)
        raise FileExistsError(errno.EEXIST, "there is a file of every name for a temporary one")

    def sync(self) -> None:
        """Let a change of names outlast a loss of power, where the system can."""
        if self._handle is not None:
            with contextlib.suppress(OSError, MemoryError):
                os.fsync(self._handle)

    def sweep(self, owner: int) -> None:
        """Remove the temporary files that kills left here: ours by name, a day old. Once a process.

        Theirs is also an owner that is ours, or that of the file which is to be replaced.
        """
        with contextlib.suppress(OSError):
            stamp = Stamp.of(os.stat(self._path if self._handle is None else self._handle))
            if stamp in _swept:
                return
            _swept.add(stamp)
            for name in os.listdir(self._path if self._handle is None else self._handle):
                if TEMPORARY.fullmatch(name):
                    with contextlib.suppress(OSError):
                        self._sweep(name, owner)

    def _sweep(self, name: str, owner: int) -> None:
        status = self.stat(name)
        own = not hasattr(os, "geteuid") or status.st_uid in (os.geteuid(), owner)
        if own and stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > ABANDONED:
            self.remove(name)

    def _at(self, name: str) -> str:
        return self.path_of(name) if self._handle is None else name


def _open(path: str) -> int:
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
    try:
        return os.open(path, flags)
    except PermissionError:  # one may write in it, but not list it
        return os.open(path, flags | getattr(os, "O_PATH", 0))


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Puts off what would interrupt for so long that a file can't be made, or be left, without our knowing of it.

    The signals' handlers are exchanged: to block signals is not enough, another thread would take them for this one.
    """
    came: list[int] = []
    before = {}
    if threading.current_thread() is threading.main_thread():  # no other one is interrupted
        for number in INTERRUPTING:
            if signal.getsignal(number) not in (None, signal.SIG_IGN):
                before[number] = signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in came[:1]:
            signal.raise_signal(number)
