"""The report for programs, as JSON. Its form is described in docs/output.md."""

import json
import re
from collections.abc import Container, Iterable
from typing import Any, TextIO

from wenlint.model.findings import Finding
from wenlint.model.outcome import Excerpt, Outcome
from wenlint.search.patterns import lazy
from wenlint.unicode.escape import HIDDEN

#: What JSON may write as it is, and a log or a terminal should not get: as escapes of JSON it means the same.
RISKY = lazy("[{}]|#(?=#)".format("".join(map(re.escape, map(chr, filter(lambda code: code > 0x7E, HIDDEN))))))
BEGIN = lazy(r'\[\]\n?\Z|\[\s*\{\s*"path": "(?:[^"\\]|\\.)*",\s*"rule": "([a-z-]+)"')


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write one array with an object for each finding."""
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        rows += (_row(outcome.path, outcome.excerpt, finding) for finding in outcome.findings)
    for part in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(rows):
        out.write(RISKY.sub(_escaped, part) if part.startswith('"') else part)
    out.write("\n")


def is_own(head: str, names: Container[str]) -> bool:
    """Whether a file that begins so is such an array."""
    begin = BEGIN.match(head)
    return begin is not None and (begin[1] is None or begin[1] in names)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0]).strip('"') if found[0] != "#" else "\\u0023"


def _row(path: str, excerpt: Excerpt, finding: Finding) -> dict[str, Any]:
    return {
        "path": path,
        "rule": finding.rule,
        "message": finding.message,
        "start": excerpt.position(finding.start)._asdict(),
        "end": excerpt.position(finding.end)._asdict(),
        "fix": finding.fix
        and {
            "safety": finding.fix.safety.name.lower(),
            "edits": [
                {
                    "start": excerpt.position(edit.start)._asdict(),
                    "end": excerpt.position(edit.end)._asdict(),
                    "text": edit.text,
                }
                for edit in finding.fix.edits
            ],
        },
    }
