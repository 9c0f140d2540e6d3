"""What came of one file: all that a report needs, small enough to be kept or sent, and no rule is imported for it."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

import msgspec

from wenlint.model.findings import Finding
from wenlint.search.patterns import lazy

LINE_END = lazy(r"\r\n|\n|\r")

#: Bytes of a digest.
DIGEST = 20

#: Names of what is wrong with a file rather than with its text; they stand where a rule's name would.
PROBLEMS = UNREADABLE, UNDECODABLE, TOO_LARGE, UNKNOWN_FORMAT, UNWRITABLE, CONFIGURATION, INTERNAL = (
    "unreadable-file",
    "undecodable-file",
    "file-too-large",
    "unknown-format",
    "unwritable-file",
    "configuration-error",
    "internal-error",
)


class Position(NamedTuple):
    """A place in a text: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Line(NamedTuple):
    """A line of a text, counted from 1, where it starts, and its text without the line end."""

    number: int
    start: int
    text: str


class Excerpt(msgspec.Struct, frozen=True, array_like=True):
    """The lines of a text where its findings and their edits begin and end, ascending. A line ends at CR LF, LF or CR."""

    lines: tuple[Line, ...] = ()

    @classmethod
    def of(cls, text: str, findings: Iterable[Finding]) -> "Excerpt":
        """Each line once, and none is looked at twice, however many findings it has."""
        places = {place for finding in findings for place in _places(finding)}
        if not text or not places:
            return cls()
        lines: list[Line] = []
        number, start, end = 1, 0, -1
        for place in sorted(places):
            if place <= end:
                continue
            upto = place - (text[place - 1 : place + 1] == "\r\n")
            breaks = text.count("\n", start, upto) + text.count("\r", start, upto) - text.count("\r\n", start, upto)
            if breaks:
                number += breaks
                start = max(text.rfind("\n", start, upto), text.rfind("\r", start, upto)) + 1
            stop = LINE_END.search(text, upto)
            line_end, end = (stop.start(), stop.end() - 1) if stop else (len(text), len(text))
            lines.append(Line(number, start, text[start:line_end]))
        return cls(tuple(lines))

    def line(self, offset: int) -> Line:
        """The line of a place that a finding names; an empty first one where there is no text."""
        index = bisect_right(self.lines, offset, key=attrgetter("start")) - 1
        return self.lines[index] if index >= 0 else Line(1, 0, "")

    def position(self, offset: int) -> Position:
        line = self.line(offset)
        return Position(line.number, offset - line.start + 1, offset)


def _places(finding: Finding) -> Iterable[int]:
    yield from (finding.start, finding.end)
    for edit in finding.fix.edits if finding.fix else ():
        yield from (edit.start, edit.end)


class Outcome(msgspec.Struct, frozen=True, array_like=True):
    """What came of one file. `findings` are what was found, or what fixing left; `excerpt` is of the same text.

    `applied`: how often each rule was. `changed`: whether the file became, or would become, another. `done`: False
    where it could not be read, repaired or written. `diff`: what would change, if that was asked for, without the
    lines that name the file. `digest`: of the bytes that were looked at; empty where the outcome is not worth keeping.
    """

    path: str
    findings: list[Finding] = []
    excerpt: Excerpt = Excerpt()
    applied: dict[str, int] = {}
    changed: bool = False
    done: bool = True
    diff: str = ""
    digest: bytes = b""

    @property
    def failed(self) -> bool:
        """Whether the failure is ours, a rule's or the configuration's."""
        return any(finding.rule in (CONFIGURATION, INTERNAL) for finding in self.findings)


class Order(NamedTuple):
    """What is to be done with every file.

    `fixing`: repair it; `writing`: also on the disk; `diff`: show the difference; `keeping`: say of which bytes the
    outcome is; `alone`: start no other process; `held`: the paths of files that are only checked, whatever else is said.
    """

    fixing: bool = False
    writing: bool = False
    diff: bool = False
    keeping: bool = False
    alone: bool = False
    held: frozenset[str] = frozenset()

    def of(self, path: str) -> "Order":
        """The order for one file."""
        return self._replace(fixing=False, writing=False) if path in self.held else self


_encoder, _decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Outcome)


def pack(outcome: Outcome) -> bytes:
    """An outcome as bytes, without its path: the name of a file need not be text."""
    return _encoder.encode(msgspec.structs.replace(outcome, path=""))


def unpack(data: bytes | memoryview, path: str) -> Outcome:
    """The outcome again. Raises msgspec.DecodeError for what is none."""
    return msgspec.structs.replace(_decoder.decode(data), path=path)


def problem(path: str, rule: str, message: str) -> Outcome:
    """The outcome of a file with which nothing could be done."""
    said = message.encode("utf-8", "backslashreplace").decode()
    return Outcome(path, [Finding(0, 0, said, rule=rule)], done=False)


def digest(*parts: bytes) -> bytes:
    """So many bytes are different for any two different contents."""
    from hashlib import blake2b

    made = blake2b(digest_size=DIGEST)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()
