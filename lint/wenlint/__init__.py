"""Finds and repairs damaged Chinese, Japanese and Korean text. This is what a rule is written with."""

from typing import TYPE_CHECKING, Any

from wenlint.findings import Edit, Finding, Safety, delete, edit, insert, replace, report
from wenlint.rule import rule

if TYPE_CHECKING:
    from wenlint.document import Document

__all__ = ["Document", "Edit", "Finding", "Safety", "delete", "edit", "insert", "replace", "report", "rule"]


def __getattr__(name: str) -> Any:
    """The document brings the whole engine, which is not needed to look up what was found the last time."""
    if name == "Document":
        from wenlint.document import Document

        return Document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
