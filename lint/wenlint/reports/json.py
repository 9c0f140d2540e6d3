"""The report for programs, as JSON. Its form is described in docs/output.md."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from wenlint.findings import Finding
from wenlint.reports import Lines
from wenlint.run import Outcome


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Write one array with an object for each finding."""
    rows: list[dict[str, Any]] = []
    for outcome in outcomes:
        lines = Lines(outcome.text)
        rows += (_row(outcome.path, lines, finding) for finding in outcome.findings)
    json.dump(rows, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _row(path: str, lines: Lines, finding: Finding) -> dict[str, Any]:
    return {
        "path": path,
        "rule": finding.rule,
        "message": finding.message,
        "start": lines.position(finding.start)._asdict(),
        "end": lines.position(finding.end)._asdict(),
        "fix": finding.fix
        and {
            "safety": finding.fix.safety.name.lower(),
            "edits": [
                {
                    "start": lines.position(edit.start)._asdict(),
                    "end": lines.position(edit.end)._asdict(),
                    "text": edit.text,
                }
                for edit in finding.fix.edits
            ],
        },
    }
