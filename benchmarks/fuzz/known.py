"""Failures that are known: each has a reason, and is expected until it is mended."""

import re
import tomllib
from pathlib import Path

import msgspec

from benchmarks.fuzz.case import Case, unpack
from benchmarks.fuzz.trial import Failure, examine

FOLDER = Path(__file__).parent
FILE, CASES, CORPUS = FOLDER / "known.toml", FOLDER / "known", FOLDER / "corpus"


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A failure by its oracle and a regular expression for all of its detail; `case` names a file in the folder `known`."""

    oracle: str
    detail: str
    case: str
    reason: str

    def explains(self, failure: Failure) -> bool:
        return self.oracle == failure.oracle and re.fullmatch(self.detail, failure.detail) is not None


def load() -> list[Known]:
    return msgspec.convert(tomllib.loads(FILE.read_text("utf-8")).get("known", []), list[Known])


def mended(known: list[Known]) -> list[Known]:
    """Those whose case does not fail any more, or fails otherwise."""
    return [one for one in known if not any(map(one.explains, examine(read(CASES / f"{one.case}.case")).failures))]


def read(path: Path) -> Case:
    """The case of a file. Raises ValueError where it holds none."""
    case = unpack(path.read_bytes())
    if case is None:
        raise ValueError(f"{path}: holds no case: a line of JSON, and then the bytes of a text")
    return case


def corpus() -> list[Case]:
    """Small cases, each interesting for something; those that fail are among them."""
    return [read(path) for folder in (CORPUS, CASES) for path in sorted(folder.glob("*.case"))]
