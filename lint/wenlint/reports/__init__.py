"""Reports: what was found, for people and for programs.

A report is a module with one function, `write(outcomes, out)`.
"""

from wenlint.findings import Finding, Safety

#: What must not reach a terminal or a log from a file: controls, bidirectional controls, line and
#: paragraph separators, and what would be invisible in a message.
HIDDEN = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    for code in (
        *range(0x20), *range(0x7F, 0xA0), 0xAD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
        *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
    )
}  # fmt: skip


def escape(text: str) -> str:
    """Text from a file, made harmless for a terminal or a log."""
    return text if text.isprintable() else text.translate(HIDDEN)  # what is hidden is not printable


def mark(finding: Finding) -> str:
    """How a finding may be fixed: `[*]` safely, `[?]` unsafely."""
    return "" if finding.fix is None else "[*] " if finding.fix.safety is Safety.SAFE else "[?] "
