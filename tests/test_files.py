"""A file is replaced whole, or left as it was; nothing that is not ours is touched, and nothing is passed over."""

import errno
import os
import shutil
import signal
import stat
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from wenlint.files import folder, reading, walk, writing
from wenlint.files.reading import FileError, Stamp, TooLargeError
from wenlint.files.unread import sentence

OLD, NEW = b"one", b"repaired"
BAD, GOOD = "会议认为,要在全党开展。\n", "会议认为，要在全党开展。\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and modes are as POSIX has them")
XATTR = pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Python has no extended attributes here")
FIFO = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system here")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def _forget_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_swept", set())


def replace(path: Path, data: bytes = NEW) -> None:
    old, stamp = reading.read(path, 1000)
    writing.write(path, data, old, stamp)


def before(monkeypatch: pytest.MonkeyPatch, owner: Any, call: str, act: Callable[[], object], nth: int = 1) -> None:
    """Something else happens just before a call is made for the nth time."""
    real, count = getattr(owner, call), [0]

    def called(*arguments: Any, **named: Any) -> Any:
        count[0] += 1
        if count[0] == nth:
            act()
        return real(*arguments, **named)

    monkeypatch.setattr(owner, call, called)


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def same_size_same_time(path: Path) -> None:
    status = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def by_rename(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


EDITS: dict[str, Callable[[Path], object]] = {
    "other": lambda path: path.write_bytes(b"another"),
    "longer": lambda path: path.write_bytes(OLD + b"!"),
    "shorter": lambda path: path.write_bytes(OLD[:-1]),
    "emptied": lambda path: path.write_bytes(b""),
    "same size, same time": same_size_same_time,
    "renamed over": by_rename,
    "gone": lambda path: path.unlink(),
}


# A lost update


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(("owner", "call"), [(os, "fsync"), (folder.Folder, "create"), (folder.Folder, "sweep")])
def test_what_was_saved_meanwhile_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, edit: str, owner: Any, call: str
) -> None:
    before(monkeypatch, owner, call, lambda: EDITS[edit](path))
    with pytest.raises(FileError, match="changed while"):
        replace(path)
    assert not path.exists() if edit == "gone" else path.read_bytes() != NEW
    assert set(path.parent.iterdir()) <= {path}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_saved_between_reading_and_writing_stays(path: Path, edit: str) -> None:
    old, stamp = reading.read(path, 1000)
    EDITS[edit](path)
    with pytest.raises(FileError, match="changed while"):
        writing.write(path, NEW, old, stamp)
    assert set(path.parent.iterdir()) <= {path}


@pytest.mark.parametrize(
    "edit", sorted(EDITS.keys() - {"gone"} - ({"same size, same time"} if os.name == "nt" else set()))
)
def test_what_is_saved_while_bytes_are_compared_stays(path: Path, monkeypatch: pytest.MonkeyPatch, edit: str) -> None:
    real = writing.holds

    def compared(handle: int, data: bytes) -> bool:
        result = real(handle, data)
        EDITS[edit](path)
        return result

    monkeypatch.setattr(writing, "holds", compared)
    with pytest.raises(FileError, match="changed while"):
        replace(path)
    assert path.read_bytes() != NEW


def test_what_is_saved_while_it_is_read_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stamp is of what was opened, and taken before reading."""
    before(monkeypatch, os, "read", lambda: by_rename(path))
    old, stamp = reading.read(path, 1000)
    assert old == OLD
    with pytest.raises(FileError, match="changed while"):
        writing.write(path, NEW, old, stamp)
    assert path.read_bytes() == OLD


def test_a_file_that_was_only_touched_is_repaired(path: Path) -> None:
    old, stamp = reading.read(path, 1000)
    os.utime(path, (1, 1))
    writing.write(path, NEW, old, stamp)
    assert path.read_bytes() == NEW


@POSIX
def test_a_change_of_what_belongs_to_it_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before(monkeypatch, writing, "holds", lambda: path.chmod(0o600))
    with pytest.raises(FileError, match="changed while"):
        replace(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_bytes_are_compared_to_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CHUNK", 2)
    for data, same in ((OLD, True), (b"on", False), (b"ones", False), (b"onE", False), (b"", False)):
        handle = os.open(path, reading.READING)
        assert reading.holds(handle, data) is same
        os.close(handle)


# All or nothing


@POSIX
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "fchmod", "close", "fstat", "urandom"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_failure_on_the_way_leaves_the_file_and_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    old, stamp = reading.read(path, 1000)
    with monkeypatch.context() as patch:
        if call == "close":
            before(patch, folder.Folder, "replace", lambda: None)
            before(patch, os, "close", lambda: raising(OSError(number, os.strerror(number)))(), nth=2)
        else:
            patch.setattr(os, call, raising(OSError(number, os.strerror(number))))
        with pytest.raises(FileError, match=f"{os.strerror(number)}; it was left as it was$"):
            writing.write(path, NEW, old, stamp)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3), MemoryError(), ValueError()])
@pytest.mark.parametrize("call", ["write", "fsync", "replace", "fstat", "urandom"])
def test_whatever_is_raised_leaves_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    old, stamp = reading.read(path, 1000)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, raising(error))
        with pytest.raises(FileError if isinstance(error, MemoryError) else type(error)):
            writing.write(path, NEW, old, stamp)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@POSIX
def test_an_interrupt_waits_while_a_temporary_file_is_made_and_removed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes before the name is known, and again while the file is being removed."""

    def interrupt() -> None:
        os.kill(os.getpid(), signal.SIGINT)

    real = folder.Folder.create

    def create(self: folder.Folder) -> tuple[str, int]:
        made = real(self)
        interrupt()
        return made

    monkeypatch.setattr(folder.Folder, "create", create)
    before(monkeypatch, folder.Folder, "remove", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(path)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_a_write_by_halves_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:3]))
    replace(path)
    assert path.read_bytes() == NEW


def test_a_write_of_nothing_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda handle, data: 0)
    with pytest.raises(FileError, match="left as it was"):
        replace(path)


@pytest.mark.parametrize("error", [OSError(errno.EIO, "the answer was lost"), MemoryError()])
def test_an_error_after_the_rename_does_not_say_that_nothing_was_done(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    real = os.replace

    def done(*arguments: Any, **named: Any) -> None:
        real(*arguments, **named)
        raise error

    monkeypatch.setattr(os, "replace", done)
    replace(path)  # it was done, and nothing else is said
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


@POSIX
def test_where_nothing_can_be_seen_nothing_is_said_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", raising(OSError(errno.ESTALE, "stale")))
    real, count = folder.Folder.stat, [0]

    def stat_once(self: folder.Folder, name: str) -> os.stat_result:
        count[0] += 1
        if count[0] > 1:
            raise OSError(errno.ESTALE, "stale")
        return real(self, name)

    monkeypatch.setattr(folder.Folder, "stat", stat_once)
    with pytest.raises(FileError, match="whether it was replaced can't be seen"):
        replace(path)


def test_a_temporary_file_that_stays_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", raising(OSError(errno.EIO, "no")))
    monkeypatch.setattr(os, "unlink", raising(OSError(errno.EPERM, "not allowed")))
    with pytest.raises(FileError) as caught:
        replace(path)
    (left,) = set(path.parent.iterdir()) - {path}
    assert f"the temporary file {left} can't be removed (not allowed): remove it by hand" in str(caught.value)
    assert path.read_bytes() == OLD


@POSIX
@pytest.mark.parametrize("error", [OSError(errno.EINVAL, "not here"), MemoryError()])
def test_the_folder_is_synced_and_need_not_be(path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    real, synced = os.fsync, []

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            synced.append(path.read_bytes())
            raise error
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    replace(path)
    assert synced == [NEW]


@pytest.mark.skipif(not hasattr(os, "O_PATH"), reason="a folder that can't be listed can't be held open here")
def test_a_folder_that_can_not_be_listed_can_be_written_in(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(name: str, flags: int, *arguments: Any, **named: Any) -> int:
        if flags & os.O_DIRECTORY and not flags & os.O_PATH:
            raise PermissionError(errno.EACCES, "no")
        return real(name, flags, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)
    replace(path)
    assert path.read_bytes() == NEW


# Temporary files of earlier kills


@POSIX
def test_what_kills_left_is_removed_and_nothing_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = path.parent
    gone = [here / ".wenlint-0123abcd.tmp"]
    kept = [
        here / name
        for name in (".wenlint-0123abcx.tmp", ".wenlint-0123abcd", ".wenlint-0123abcd.tmp~", "x.wenlint-0123abcd.tmp",
                     ".wenlint-abcd0123a.tmp", ".wenlint.toml", ".wenlint-0123ABCD.tmp")
    ]  # fmt: skip
    new = here / ".wenlint-00000000.tmp"
    for file in (*gone, *kept, new):
        file.write_bytes(b"x")
        os.utime(file, (1, 1))
    os.utime(new, (time.time() - 80_000,) * 2)
    target, link, place = here / "target", here / ".wenlint-11111111.tmp", here / ".wenlint-22222222.tmp"
    target.write_bytes(b"x")
    os.utime(target, (1, 1))
    link.symlink_to(target)
    os.utime(link, (1, 1), follow_symlinks=False)
    place.mkdir()
    os.utime(place, (1, 1))
    replace(path)
    assert set(here.iterdir()) == {path, *kept, new, target, link, place}
    gone[0].write_bytes(b"x")
    os.utime(gone[0], (1, 1))
    replace(path)
    assert gone[0].exists()  # once a folder and process
    folder._swept.clear()
    with monkeypatch.context() as patch:
        real = folder.Folder.stat

        def by_others(self: folder.Folder, name: str) -> os.stat_result:
            status = real(self, name)
            return os.stat_result((*status[:4], status.st_uid + 1, *status[5:]))

        patch.setattr(folder.Folder, "stat", by_others)
        folder.Folder(str(here)).sweep(path.stat().st_uid)
        assert gone[0].exists()  # somebody else's
        folder._swept.clear()
        folder.Folder(str(here)).sweep(path.stat().st_uid + 1)
        assert not gone[0].exists()  # that of the file's owner, as whom root made it


# What belongs to a file


def test_a_file_of_two_names_is_left_alone(path: Path) -> None:
    other = path.with_name("b.txt")
    os.link(path, other)
    with pytest.raises(FileError, match="has 2 names"):
        replace(path)
    assert path.read_bytes() == other.read_bytes() == OLD
    assert path.samefile(other)


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o666, 0o755, 0o4755, 0o2770])
def test_the_mode_stays(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace(path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chown(path, 12, 34)
    path.chmod(0o6750)
    replace(path)
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12, 34, 0o6750)
    monkeypatch.setattr(os, "fchown", raising(PermissionError(errno.EPERM, "no")))
    with pytest.raises(FileError, match="belongs to another user"):
        replace(path)
    os.chown(path, os.geteuid(), 34)
    replace(path)  # of another group now, which gets no more than everybody
    assert (path.stat().st_gid, stat.S_IMODE(path.stat().st_mode)) == (os.getegid(), 0o4700 & 0o700)


def can_have(path: Path, name: str, value: bytes = b"x") -> None:
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip(f"{name} can't be set on this file system")


@XATTR
def test_extended_attributes_stay(path: Path) -> None:
    can_have(path, "user.note", b"\x00mine")
    replace(path)
    assert path.read_bytes() == NEW
    assert {name: os.getxattr(path, name) for name in os.listxattr(path)} == {"user.note": b"\x00mine"}


def acl(*users: int) -> bytes:
    """A POSIX ACL as the kernel has it: owner and group as in 0640, and each of these users may read."""
    entries = [(1, 6, -1), *((2, 4, user) for user in users), (4, 4, -1), (16, 4, -1), (32, 0, -1)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)


@XATTR
def test_an_acl_stays_and_that_of_the_folder_does_not_get_in(path: Path) -> None:
    can_have(path, "system.posix_acl_access", acl(77))
    replace(path)
    assert os.getxattr(path, "system.posix_acl_access") == acl(77)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    os.removexattr(path, "system.posix_acl_access")
    os.setxattr(path.parent, "system.posix_acl_default", acl(88))
    replace(path, b"again")
    assert path.read_bytes() == b"again"
    assert os.listxattr(path) == []


@XATTR
def test_an_attribute_that_can_not_be_kept_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    can_have(path, "user.note")
    monkeypatch.setattr(os, "setxattr", raising(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(FileError, match=r"can't be given \(user\.note: No space left on device\), and was left alone"):
        replace(path)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@XATTR
def test_what_a_security_module_sets_is_its_own(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = {"security.selinux": b"label", "security.ima": b"hash", "security.capability": b"may"}
    lists, given = [list(labels)], []

    def refuse(handle: int, name: str, value: bytes) -> None:
        given.append(name)
        raise PermissionError(errno.EPERM, "no")

    monkeypatch.setattr(os, "listxattr", lambda handle: lists.pop() if lists else [])
    monkeypatch.setattr(os, "getxattr", lambda handle, name: labels[name])
    monkeypatch.setattr(os, "setxattr", refuse)
    replace(path)
    assert given == ["security.selinux"]
    assert path.read_bytes() == NEW


@XATTR
@pytest.mark.parametrize("number", [errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_without_attributes(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "listxattr", raising(OSError(number, "none here")))
    replace(path)
    assert path.read_bytes() == NEW


def test_a_system_without_attributes_and_without_folders_held_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as Windows can be played here."""
    for name in ("listxattr", "fchmod", "fchown", "geteuid"):
        monkeypatch.delattr(os, name, raising=False)
    monkeypatch.setattr(folder, "HOLDABLE", False)
    replace(path)
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


# The path that was read is the one that is written


@POSIX
def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for place in (here, there):
        place.mkdir()
        (place / "a.txt").write_bytes(OLD)
    old, stamp = reading.read(here / "a.txt", 1000)
    here.rename(tmp_path / "moved")
    here.symlink_to(there)
    with pytest.raises(FileError, match="changed while"):
        writing.write(here / "a.txt", NEW, old, stamp)
    assert (there / "a.txt").read_bytes() == OLD
    assert [path.name for path in there.iterdir()] == ["a.txt"]


@POSIX
@pytest.mark.parametrize("call", ["create", "replace"])
def test_nor_is_one_that_becomes_a_link_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for place in (here, there):
        place.mkdir()
        (place / "a.txt").write_bytes(OLD)

    def swap() -> None:
        here.rename(tmp_path / "moved")
        here.symlink_to(there)

    before(monkeypatch, folder.Folder, call, swap)
    replace(here / "a.txt")
    assert (there / "a.txt").read_bytes() == OLD
    assert [path.name for path in there.iterdir()] == ["a.txt"]
    assert (tmp_path / "moved" / "a.txt").read_bytes() == NEW


@POSIX
def test_a_file_that_became_a_link_is_not_followed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = path.with_name("other")

    def swap() -> None:
        path.rename(other)
        path.symlink_to(other)

    before(monkeypatch, folder.Folder, "create", swap)
    with pytest.raises(FileError, match="changed while"):
        replace(path)
    assert other.read_bytes() == OLD
    assert path.is_symlink()


# Nothing is waited on


def in_time(act: Callable[[], object], seconds: float = 20.0) -> None:
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(seconds)
    assert not thread.is_alive(), "it waits"


@FIFO
def test_a_pipe_that_takes_a_files_place_is_not_waited_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def swap() -> None:
        path.unlink()
        os.mkfifo(path)

    def read() -> None:
        try:
            reading.read(path, 1000)
        except FileError as error:
            said.append(str(error))

    before(monkeypatch, os, "open", swap)
    in_time(read)
    assert said == ["is not a file but a pipe, and was not read; leave it out by --extend-exclude"]


@FIFO
def test_nor_one_that_takes_it_before_the_write(path: Path) -> None:
    old, stamp = reading.read(path, 1000)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(FileError, match="changed while"):
        writing.write(path, NEW, old, stamp)


def test_a_file_that_grows_is_not_read_past_the_limit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.read

    def grow(handle: int, count: int) -> bytes:
        with path.open("ab") as file:
            file.write(b"x" * 100)
        return real(handle, count)

    monkeypatch.setattr(os, "read", grow)
    with pytest.raises(TooLargeError):
        reading.read(path, 5000)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="can't be read: "):
        reading.read(tmp_path, 1)


def test_memory_that_does_not_suffice_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "read", raising(MemoryError()))
    with pytest.raises(FileError, match="not enough memory"):
        reading.read(path, 1000)


@FIFO
@pytest.mark.parametrize("walking", [[], ["--no-respect-gitignore"]])
def test_pipes_and_sockets_in_a_folder_are_said(wenlint: Run, tmp_path: Path, walking: list[str]) -> None:
    import socket

    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe.xyz")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "s.txt"))
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    result = wenlint("fix", "--output-format", "concise", *walking)
    lines = result.stdout.decode().splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == ["device.txt", "pipe.md", "s.txt"]
    assert all(": unreadable-file is not a file but a " in line for line in lines[:-1])
    assert result.returncode == 1
    assert (tmp_path / "a.md").read_text("utf-8") == GOOD


@FIFO
@pytest.mark.parametrize(
    "name", [".gitignore", "sub/.gitignore", "../.gitignore", ".git/info/exclude", "../.git/info/exclude", ".git"]
)
@pytest.mark.parametrize("walker", ["_walk_ignore", "_walk_pathspec"])
def test_a_pipe_that_says_what_to_ignore_is_not_waited_on(tmp_path: Path, name: str, walker: str) -> None:
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (root / "sub" / "a.md").write_text("x")
    pipe = Path(os.path.normpath(root / name))
    pipe.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(pipe)
    odd: set[Path] = set()
    found: list[Path] = []
    in_time(lambda: found.extend(getattr(walk, walker)(root, odd)))
    assert root / "sub" / "a.md" in found
    if walker == "_walk_ignore" or name in (".gitignore", "sub/.gitignore"):
        assert odd == {pipe}


@FIFO
@pytest.mark.parametrize("name", ["commondir", "info/exclude"])
def test_nor_one_in_the_folder_that_git_keeps_for_another(tmp_path: Path, name: str) -> None:
    root, kept, common = tmp_path / "root", tmp_path / "kept", tmp_path / "common"
    for place in (root, kept, common / "info"):
        place.mkdir(parents=True)
    (root / ".git").write_text("gitdir: ../kept\n")
    (root / "a.md").write_text("x")
    if name == "commondir":
        os.mkfifo(pipe := kept / name)
    else:
        (kept / "commondir").write_text("../common\n")
        os.mkfifo(pipe := common / name)
    found: list[Path] = []
    odd: set[Path] = set()
    in_time(lambda: found.extend(walk._walk_ignore(root, odd)))
    assert root / "a.md" in found
    assert [path.resolve() for path in odd] == [pipe]


@FIFO
def test_and_it_is_said(wenlint: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitignore")
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    result = wenlint("check", "--output-format", "concise")
    assert b".gitignore:1:1: unreadable-file is not a file but a pipe" in result.stdout
    assert result.returncode == 1


# Walks


WALKERS = ["_walk_all", "_walk_ignore", "_walk_pathspec"]


def test_both_walkers_agree(tmp_path: Path) -> None:
    names = ["a.md", "b/c.md", "b/d.txt", "build/e.md", "x/y/z.md", "x/skip.md", "x/keep.md", ".h/i.md", "g.py"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / ".gitignore").write_text("b/\nskip.md\n")
    (tmp_path / "x" / ".gitignore").write_text("!skip.md\nkeep.md\n")
    fast = {path for path in walk._walk_ignore(tmp_path, set()) if path.suffix == ".md"}
    slow = {path for path in walk._walk_pathspec(tmp_path, set()) if path.suffix == ".md"}
    wanted = {tmp_path / name for name in ("a.md", "x/y/z.md", "x/skip.md", ".h/i.md")}
    assert fast == wanted
    assert slow == wanted


@POSIX
@pytest.mark.parametrize("walker", WALKERS)
def test_links_to_folders_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, walker: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    for place in (outside, root / "a" / "b"):
        place.mkdir(parents=True)
        (place / "c.md").write_text("x")
    (root / "out").symlink_to(outside)
    (root / "out.md").symlink_to(outside)
    (root / "a" / "b" / "up").symlink_to(root)
    (root / "a" / "b" / "self").symlink_to("self")
    for other in ("_walk_all", "_walk_ignore"):
        monkeypatch.setattr(walk, other, getattr(walk, walker))
    assert [entry.path for entry in walk.walk(root, True, {})] == [root / "a" / "b" / "c.md"]


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A file outside the folder `in`, which has a link to it and one to a file of its own."""
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "sub").mkdir(parents=True)
    outside = tmp_path / "out" / "real.md"
    outside.write_text(BAD, "utf-8")
    (tmp_path / "in" / "sub" / "own.md").write_text(BAD, "utf-8")
    (tmp_path / "in" / "leads-out.md").symlink_to("../out/real.md")
    (tmp_path / "in" / "stays.md").symlink_to("sub/own.md")
    return outside


@POSIX
@pytest.mark.parametrize("options", [[], ["--no-respect-gitignore"], ["--workers", "2"], ["-n"]])
def test_a_link_that_leads_out_of_the_folder_is_checked_and_not_repaired(
    wenlint: Run, tmp_path: Path, linked: Path, options: list[str]
) -> None:
    said = b"(not fixed: the file is outside this folder, behind a link; name the file itself to repair it)"
    for command in ("check", "fix"):
        for _ in range(2):  # the second time from what was kept
            result = wenlint(command, "--output-format", "concise", *options, "in")
            assert result.returncode == 1
            (line,) = [line for line in result.stdout.splitlines() if b"leads-out.md" in line]
            assert line.endswith(said)
            assert linked.read_text("utf-8") == BAD
    assert (tmp_path / "in" / "sub" / "own.md").read_text("utf-8") == GOOD
    assert (tmp_path / "in" / "stays.md").is_symlink()
    assert b"leads-out" not in wenlint("check", "--diff", *options, "in").stdout
    assert said not in wenlint("check", *options, "in/leads-out.md").stdout  # though it was kept with them


@POSIX
@pytest.mark.parametrize(
    "paths",
    [["in/leads-out.md"], ["in", "in/leads-out.md"], ["in", "out"], ["out", "in"], ["in", "out/real.md"], ["."]],
)
def test_it_is_repaired_where_it_is_meant(wenlint: Run, tmp_path: Path, linked: Path, paths: list[str]) -> None:
    result = wenlint("fix", *paths)
    assert result.returncode == 0
    assert linked.read_text("utf-8") == GOOD
    assert (tmp_path / "in" / "leads-out.md").is_symlink()


def test_a_named_file_is_not_passed_over_because_its_folder_was_walked(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text('extend-exclude = ["a.md"]')
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    assert wenlint("check", ".", "a.md").stdout.count(b"halfwidth-mark") == 1


@POSIX
def test_what_is_excluded_is_not_repaired_through_a_link(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "wenlint.toml").write_text('extend-exclude = ["a.md"]')
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    (tmp_path / "b.md").symlink_to("a.md")
    wenlint("fix")
    assert (tmp_path / "a.md").read_text("utf-8") == BAD


# Formats that are not read


def test_documents_that_are_not_read_are_said(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.html", "sub/B.HTML", "c.docx", "d.py", "e.png", "f.json", "no", "build.html"):
        (tmp_path / name).write_text("x\n")
    (tmp_path / "bundle.pages").mkdir()
    if os.name == "posix":
        (tmp_path / "nothing.pdf").symlink_to("nothing")
    result = wenlint("check")
    assert b"clean" not in result.stdout + result.stderr
    assert result.stderr.endswith(b"(4 files in formats that are not read: 3 .html, 1 .docx).\n")
    (tmp_path / "g.md").write_text(GOOD, "utf-8")
    assert wenlint("check").stdout == b"All clean (4 files in formats that are not read: 3 .html, 1 .docx).\n"
    assert (
        wenlint("check", "--exclude", "*.html,*.HTML").stdout
        == b"All clean (1 file in formats that are not read: 1 .docx).\n"
    )
    assert wenlint("check", "g.md").stdout == b"All clean.\n"
    (tmp_path / ".gitignore").write_text("*.html\n*.HTML\n*.docx\n")
    assert wenlint("check").stdout == b"All clean.\n"
    assert b"html" in wenlint("check", "--no-respect-gitignore").stdout
    assert wenlint("check", "--extension", "html:plain,docx:plain", "--no-respect-gitignore").stdout == b"All clean.\n"


def test_a_wrong_configuration_of_what_is_only_counted_is_nobodys_concern(wenlint: Run, tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "a.html").write_text("x")
    (tmp_path / "others" / "wenlint.toml").write_text("nope = 1")
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    assert wenlint("check").stdout == b"All clean (1 file in formats that are not read: 1 .html).\n"


def test_no_more_than_a_handful_of_formats_is_named() -> None:
    from collections import Counter

    counts = Counter({".a": 1, ".b": 2, ".c": 3, ".d": 4, ".e": 5, ".f": 6})
    assert sentence(counts) == "21 files in formats that are not read: 6 .f, 5 .e, 4 .d, 3 .c, 2 .b, …"
    assert sentence(Counter()) == ""


def test_a_stamp_tells_files_apart(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(OLD)
    assert Stamp.of((tmp_path / "a").stat()) != Stamp.of((tmp_path / "b").stat())


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="there is no prlimit here")
@pytest.mark.parametrize("limit", [0, 1, 4096])
def test_a_disk_that_fills_up(wenlint: Run, tmp_path: Path, limit: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD * 1000, "utf-8")
    command = ["prlimit", f"--fsize={limit}", "--", sys.executable, "-m", "wenlint", "fix", "-n", "a.txt"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert b"unwritable-file can't be written: File too large; it was left as it was" in result.stdout
    assert result.returncode == 1
    assert path.read_text("utf-8") == BAD * 1000
    assert list(tmp_path.iterdir()) == [path]
