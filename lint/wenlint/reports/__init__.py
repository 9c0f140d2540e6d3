"""Reports: what was found, for people and for programs.

A report is a module with two functions: `write(outcomes, out)`, and `is_own(head, names)`, which says whether a file
that begins with `head` is such a report of ours; `names` are those of rules and of what can be wrong with a file.
"""

from wenlint.model.findings import Finding, Safety


def mark(finding: Finding) -> str:
    """How a finding may be fixed: `[*]` safely, `[?]` unsafely."""
    return "" if finding.fix is None else "[*] " if finding.fix.safety is Safety.SAFE else "[?] "
