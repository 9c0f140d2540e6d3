"""The report for programs, as JSON. Its form is described in docs/output.md."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from wenlint.findings import Finding
from wenlint.outcome import Excerpt, Outcome


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write one array with an object for each finding."""
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        rows += (_row(outcome.path, outcome.excerpt, finding) for finding in outcome.findings)
    json.dump(rows, out, ensure_ascii=False, indent=1)
    out.write("\n")


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
