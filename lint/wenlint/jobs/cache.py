"""What checking found the last time. A kept outcome counts while nothing that it follows from has changed.

A file of the cache is a shelf: the outcomes of the files of one folder under one configuration. It is replaced whole,
and what is damaged in it, missing or taken away by another run is found anew.

The folder may have been named by somebody else's configuration, or stand in somebody else's repository. So it is ours
only with our own tag in it, it is not reached through a link, and in it only regular files with names of our making are
read, replaced or removed.
"""

import os
import re
import stat
import time
from pathlib import Path

import msgspec

from wenlint.config.plan import Plan
from wenlint.files import reading
from wenlint.files.reading import FileError
from wenlint.jobs.fingerprint import environment
from wenlint.model.outcome import DIGEST, Outcome, digest, pack, unpack

#: The names of a shelf and of one that is being written.
SHELF, UNFINISHED = (
    re.compile(rf"[0-9a-f]{{{2 * DIGEST}}}\.shelf"),
    re.compile(rf"[0-9a-f]{{{2 * DIGEST}}}-\w{{8}}\.part"),
)
#: The mark of a folder as ours, which backups know too: https://bford.info/cachedir/.
TAG = "CACHEDIR.TAG"
#: What stands in the folder for others; git leaves it out. The tag comes first and goes last.
SIGNS = {
    TAG: "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of wenlint. It may be deleted at any time.\n",
    ".gitignore": "# Made by wenlint.\n*\n",
}
#: Days after which a shelf that was not written to goes: its folder or configuration is gone.
LIFETIME = 30
#: Bytes past which an outcome, and a shelf, is not kept.
LARGEST, LARGEST_SHELF = 1 << 24, 1 << 28

#: By the names of files: the digest of the bytes that were looked at, and the packed outcome.
Shelf = dict[bytes, tuple[bytes, msgspec.Raw]]
_decoder, _encoder = msgspec.msgpack.Decoder(Shelf), msgspec.msgpack.Encoder()


class CacheError(Exception):
    """A folder is no cache of ours, or can't be used as one. Says why."""


class Cache:
    """The outcomes of earlier runs. `folder`: where it is for all files, in the place of what their configuration says.

    `troubles`: why folders could not be used, by folder. The run goes on without them.
    """

    def __init__(self, folder: Path | None = None):
        self._folder = folder
        self.troubles: dict[Path, str] = {}
        self._usable: dict[Path, bool] = {}
        self._shelves: dict[Path, Shelf] = {}
        self._kept: dict[Path, tuple[str, Shelf]] = {}
        self._places: dict[tuple[str, int], Path] = {}

    def find(self, path: Path, plan: Plan) -> Outcome | None:
        """What came of the file the last time, if its bytes are still the same."""
        shelf = self._shelf(self._place(path, plan))
        entry = shelf.get(os.fsencode(path.name))
        if entry is None:
            return None
        try:
            data, _ = reading.read(path, plan.max_size)
            return unpack(entry[1], str(path)) if entry[0] == digest(data) else None
        except (FileError, msgspec.DecodeError):
            return None

    def keep(self, outcome: Outcome, plan: Plan) -> None:
        """Remember an outcome, if it is one that checking again would give."""
        if outcome.digest and len(packed := pack(outcome)) <= LARGEST:
            path = Path(outcome.path)
            _, shelf = self._kept.setdefault(self._place(path, plan), (os.path.dirname(path) or ".", {}))
            shelf[os.fsencode(path.name)] = outcome.digest, msgspec.Raw(packed)

    def save(self) -> None:
        """Write what was remembered."""
        for place, (folder, kept) in self._kept.items():
            if not self._may_use(cache := place.parent):
                continue
            try:
                there = {os.fsencode(name) for name in os.listdir(folder)}
                old = {name: entry for name, entry in _read(place).items() if name in there}
                _write(place, {**old, **kept})
            except OSError as error:
                self.troubles.setdefault(cache, f"{cache}: nothing was kept in this cache: {error.strerror}")
        for cache in {place.parent for place in self._kept} - set(self.troubles):
            _sweep(cache)
        self._kept.clear()

    def _may_use(self, folder: Path) -> bool:
        if folder not in self._usable:
            try:
                _examine(folder)
            except CacheError as error:
                self.troubles[folder] = f"{error}; nothing is kept there"
            self._usable[folder] = folder not in self.troubles
        return self._usable[folder]

    def _place(self, path: Path, plan: Plan) -> Path:
        """The shelf of a file."""
        folder = os.path.dirname(path)
        key = folder, id(plan)
        if key not in self._places:
            name = digest(environment(), plan.key, os.fsencode(os.path.abspath(folder))).hex()
            self._places[key] = (self._folder or plan.cache_folder) / f"{name}.shelf"
        return self._places[key]

    def _shelf(self, place: Path) -> Shelf:
        if place not in self._shelves:
            self._shelves[place] = _read(place) if self._may_use(place.parent) else {}
        return self._shelves[place]


def clean(folder: Path) -> bool:
    """Take a cache away, but nothing else that may stand in its folder. Whether there was one.

    Raises CacheError for a folder that is not a cache of ours.
    """
    if not os.path.lexists(folder):
        return False
    if _examine(folder):
        return False
    try:
        for path in _ours(folder):
            path.unlink(missing_ok=True)
        for name, text in reversed(SIGNS.items()):
            if _said(folder / name) == text:
                (folder / name).unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise CacheError(f"{folder}: this cache can't be removed: {error.strerror}") from None
    return True


def _examine(folder: Path) -> bool:
    """Whether a folder is still to become a cache: it is not there or empty. Raises CacheError where it is not ours."""
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise CacheError(f"{folder}: this cache can't be used: {error.strerror}") from None
    if stat.S_ISLNK(status.st_mode):
        raise CacheError(f"{folder}: a cache is not reached through a link")
    if not stat.S_ISDIR(status.st_mode):
        raise CacheError(f"{folder}: is not a folder")
    if _said(folder / TAG) == SIGNS[TAG]:
        return False
    try:
        if all(map(UNFINISHED.fullmatch, os.listdir(folder))):  # another run is about to put its tag there
            return True
    except OSError as error:
        raise CacheError(f"{folder}: this cache can't be used: {error.strerror}") from None
    raise CacheError(f"{folder}: is not a cache of wenlint, for it holds files and not our {TAG}")


def _said(path: Path) -> str:
    """What a sign says; nothing where it is a link, or is not there."""
    try:
        return "" if path.is_symlink() else reading.read(path, 1000)[0].decode("utf-8", "replace")
    except FileError:
        return ""


def _ours(folder: Path) -> list[Path]:
    """The files of a cache that we made: by their names, and regular ones."""
    return [
        Path(entry.path)
        for entry in os.scandir(folder)
        if (SHELF.fullmatch(entry.name) or UNFINISHED.fullmatch(entry.name)) and entry.is_file(follow_symlinks=False)
    ]


def _read(place: Path) -> Shelf:
    """A shelf; an empty one where it is not there or is damaged."""
    try:
        data = b"" if place.is_symlink() else reading.read(place, LARGEST_SHELF)[0]
        return _decoder.decode(data[DIGEST:]) if digest(data[DIGEST:]) == data[:DIGEST] else {}
    except (FileError, msgspec.DecodeError):
        return {}


def _write(place: Path, shelf: Shelf) -> None:
    data = _encoder.encode(shelf)
    if len(data) > LARGEST_SHELF:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    if _said(place.parent / TAG) != SIGNS[TAG]:
        for name, text in SIGNS.items():
            _put(place.parent / name, text.encode())
    _put(place, digest(data) + data)


def _put(place: Path, data: bytes) -> None:
    """Write a file of the cache whole, so that another run never sees a part of it."""
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f"{digest(data).hex()}-", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, place)
    except BaseException:
        os.unlink(name)
        raise


def _sweep(folder: Path) -> None:
    """Take away the shelves of what is gone. Another run may be at the same."""
    limit = time.time() - LIFETIME * 86_400
    try:
        for path in _ours(folder):
            if path.lstat().st_mtime < limit:
                path.unlink(missing_ok=True)
    except OSError:
        return
