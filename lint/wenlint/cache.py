"""What checking found the last time. A kept outcome counts while nothing that it follows from has changed.

A file of the cache is a shelf: the outcomes of the files of one folder under one configuration. It is replaced whole,
and what is damaged in it, missing or taken away by another run is found anew.
"""

import os
import time
from pathlib import Path

import msgspec

from wenlint import files
from wenlint.files import FileError
from wenlint.outcome import DIGEST, Outcome, digest, pack, unpack
from wenlint.plan import Plan
from wenlint.state import environment

SUFFIX, UNFINISHED = ".shelf", ".part"
#: What stands in the folder for others: git leaves it out, and so do backups that know https://bford.info/cachedir/.
SIGNS = {
    ".gitignore": "# Made by wenlint.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of wenlint. It may be deleted at any time.\n",
}
#: Days after which a shelf that was not written to goes: its folder or configuration is gone.
LIFETIME = 30
#: Bytes of an outcome past which it is not kept.
LARGEST = 1 << 24

#: By the names of files: the digest of the bytes that were looked at, and the packed outcome.
Shelf = dict[bytes, tuple[bytes, msgspec.Raw]]
_decoder, _encoder = msgspec.msgpack.Decoder(Shelf), msgspec.msgpack.Encoder()


class Cache:
    """The outcomes of earlier runs. `folder`: where it is for all files, in the place of what their configuration says."""

    def __init__(self, folder: Path | None = None):
        self._folder = folder
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
            data, _ = files.read(path, plan.max_size)
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
        """Write what was remembered. A folder that can't be written to is done without."""
        for place, (folder, kept) in self._kept.items():
            try:
                there = {os.fsencode(name) for name in os.listdir(folder)}
                old = {name: entry for name, entry in _read(place).items() if name in there}
                _write(place, {**old, **kept})
            except OSError:
                continue
        for cache in {place.parent for place in self._kept}:
            _sweep(cache)
        self._kept.clear()

    def _place(self, path: Path, plan: Plan) -> Path:
        """The shelf of a file."""
        folder = os.path.dirname(path)
        key = folder, id(plan)
        if key not in self._places:
            name = digest(environment(), plan.key, os.fsencode(os.path.abspath(folder))).hex()
            self._places[key] = (self._folder or plan.cache_folder) / f"{name}{SUFFIX}"
        return self._places[key]

    def _shelf(self, place: Path) -> Shelf:
        if place not in self._shelves:
            self._shelves[place] = _read(place)
        return self._shelves[place]


def clean(folder: Path) -> bool:
    """Take a cache away, but nothing else that may stand in its folder. Whether there was one."""
    try:
        ours = [path for path in folder.iterdir() if path.suffix in (SUFFIX, UNFINISHED) or _is_sign(path)]
        for path in ours:
            path.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return bool(ours)


def _is_sign(path: Path) -> bool:
    return path.name in SIGNS and path.read_text("utf-8", "replace") == SIGNS[path.name]


def _read(place: Path) -> Shelf:
    """A shelf; an empty one where it is not there or is damaged."""
    try:
        data = place.read_bytes()
        return _decoder.decode(data[DIGEST:]) if digest(data[DIGEST:]) == data[:DIGEST] else {}
    except (OSError, msgspec.DecodeError):
        return {}


def _write(place: Path, shelf: Shelf) -> None:
    if not place.parent.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        for name, text in SIGNS.items():
            (place.parent / name).write_text(text, "utf-8", newline="\n")
    data = _encoder.encode(shelf)
    import tempfile

    handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(digest(data))
            file.write(data)
        os.replace(name, place)
    except BaseException:
        os.unlink(name)
        raise


def _sweep(folder: Path) -> None:
    """Take away the shelves of what is gone. Another run may be at the same."""
    limit = time.time() - LIFETIME * 86_400
    try:
        for path in folder.iterdir():
            if path.suffix in (SUFFIX, UNFINISHED) and path.stat().st_mtime < limit:
                path.unlink(missing_ok=True)
    except OSError:
        return
