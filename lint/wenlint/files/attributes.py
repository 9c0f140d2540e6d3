"""What belongs to a file beside its bytes: owner, group, mode and extended attributes, POSIX ACLs among them."""

import errno
import os
import stat
from typing import NamedTuple

from wenlint.files.reading import FileError

#: What a security module writes of its own accord; a label that can't be given is the one that the policy gave.
LABELS = "security."
#: Of these, what speaks for the old bytes: signatures, and rights that the kernel takes away whenever one writes.
OF_THE_BYTES = frozenset(("security.capability", "security.evm", "security.ima"))
#: Errors of a file system that has no extended attributes.
NONE_HERE = frozenset((errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS))


class Attributes(NamedTuple):
    """`extended`: names and values; None where the system has none, or Python can't read them (macOS, Windows)."""

    status: os.stat_result
    extended: dict[str, bytes] | None


def attributes(handle: int) -> Attributes:
    """Those of an open file. Raises OSError."""
    return Attributes(os.fstat(handle), _extended(handle))


def give(handle: int, path: str, wanted: Attributes) -> None:
    """Give them to an open file, whose path is for systems that can't do it otherwise.

    Raises OSError, and FileError with the name of an attribute that can't be given.
    """
    mode = stat.S_IMODE(wanted.status.st_mode)
    if hasattr(os, "fchown"):
        mode = _give_owner(handle, wanted.status, mode)
    if wanted.extended is not None:
        _give_extended(handle, wanted.extended)
    # Last: a change of owner takes setuid away, and an ACL sets the bits of the group.
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)
    else:
        os.chmod(path, mode)


def _give_owner(handle: int, wanted: os.stat_result, mode: int) -> int:
    """Give owner and group. Returns the mode that the file may have.

    A group that one is not in can't be given, as with every editor. Those of another group then get no more than
    everybody else.
    """
    made = os.fstat(handle)
    if made.st_uid != wanted.st_uid:
        try:
            os.fchown(handle, wanted.st_uid, wanted.st_gid)
        except PermissionError:
            raise FileError("belongs to another user, and a repaired copy would be yours; it was left alone") from None
    elif made.st_gid != wanted.st_gid:
        try:
            os.fchown(handle, -1, wanted.st_gid)
        except PermissionError:
            return mode & ~(stat.S_ISGID | stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
    return mode


def _give_extended(handle: int, wanted: dict[str, bytes]) -> None:
    have = _extended(handle) or {}
    for name in sorted((have.keys() | wanted.keys()) - OF_THE_BYTES):
        try:
            if name not in wanted:  # a folder may give an ACL to what is made in it
                os.removexattr(handle, name)
            elif wanted[name] != have.get(name):
                os.setxattr(handle, name, wanted[name])
        except OSError as error:
            if not name.startswith(LABELS):
                raise FileError(
                    f"has an extended attribute that a repaired copy can't be given ({name}: {error.strerror}), "
                    f"and was left alone; take it away or repair a copy"
                ) from None


def _extended(handle: int) -> dict[str, bytes] | None:
    if not hasattr(os, "listxattr"):
        return None
    try:
        return {name: os.getxattr(handle, name) for name in os.listxattr(handle)}
    except OSError as error:
        if error.errno in NONE_HERE:
            return None
        raise
