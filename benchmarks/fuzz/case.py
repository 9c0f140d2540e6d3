"""One case: the bytes of a file, what it is called, and how it is configured. A case is itself a few bytes."""

import json
from typing import Any

import msgspec
from wenlint.model.settings import Target


class Custom(msgspec.Struct, frozen=True):
    """A rule of the user's, as it stands in a configuration."""

    name: str
    pattern: str
    message: str = "“{0}”"
    replacement: str | None = None
    safety: str = "unsafe"


class Case(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The head of a case, and after it the bytes of the file that is checked.

    `name` says by its ending whether the file is Markdown; `terms` is the content of a list of terms; the other fields
    are keys of the configuration.
    """

    name: str = "a.txt"
    unsafe: bool = False
    target: Target = "auto"
    style: dict[str, str] = {}
    select: list[str] = []
    ignore: list[str] = []
    markers: list[str] = []
    custom: list[Custom] = []
    terms: str = ""
    data: bytes = b""

    @property
    def markdown(self) -> bool:
        return self.name.endswith(".md")

    @property
    def configuration(self) -> dict[str, Any]:
        """The keys of the configuration but for the list of terms, which is a file."""
        keys: dict[str, Any] = {
            "unsafe-fixes": self.unsafe, "target": self.target, "style": self.style, "ignore": self.ignore,
            "page-markers": self.markers, "custom": [_said(one) for one in self.custom],
        }  # fmt: skip
        return keys | ({"select": self.select} if self.select else {})


def _said(custom: Custom) -> dict[str, str]:
    return {key: value for key, value in msgspec.structs.asdict(custom).items() if value is not None}


def pack(case: Case) -> bytes:
    """A line of JSON in ASCII, and then the bytes of the file as they are."""
    head = msgspec.to_builtins(msgspec.structs.replace(case, data=b""))
    return json.dumps(head).encode() + b"\n" + case.data


def unpack(packed: bytes) -> Case | None:
    """The case again; None for what is none."""
    head, _, data = packed.partition(b"\n")
    try:
        return msgspec.structs.replace(msgspec.convert(json.loads(head), Case), data=data)
    except (ValueError, msgspec.ValidationError):
        return None
