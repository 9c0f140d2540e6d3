"""What reports may not show: they go to terminals and logs, and the text in them is somebody else's."""

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module

from wenlint.model.outcome import Outcome

FORMS = ("text", "concise", "json", "statistics")
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NEVER = {"Bidi", "Cc", "Zl", "Zp"}
#: A line that a runner of GitHub or Azure takes for a command.
COMMAND = re.compile(r"^\s*::[A-Za-z]|##\[|##vso\[", re.MULTILINE)


def written(outcome: Outcome, form: str) -> str:
    out = io.StringIO()
    import_module(f"wenlint.reports.{form}").write([outcome], out)
    return out.getvalue()


def hidden(report: str) -> set[str]:
    """The kinds of characters in a report that none may have."""
    return {"Bidi" if c in BIDI else unicodedata.category(c) for c in set(report) - {"\n"}} & NEVER


def wrong(outcome: Outcome, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What is wrong with the reports of an outcome, each with the name of an oracle."""
    for form in forms:
        report = written(outcome, form)
        if form == "diff":
            report = report.replace("\t", " ").replace("\r\n", "\n")
        if kinds := hidden(report):
            yield "report-control", f"{form}: {','.join(sorted(kinds))}"
        if COMMAND.search(report):
            yield "report-command", form
        if form == "json":
            rows = json.loads(report.encode(errors="backslashreplace"))  # as it goes to a stream
            if [(row["path"], row["rule"]) for row in rows] != [(outcome.path, one.rule) for one in outcome.findings]:
                yield "report-json", "other findings"
