"""Finds and repairs damaged Chinese, Japanese and Korean text. This is what a rule is written with."""

from wenlint.document import Document
from wenlint.findings import Edit, Finding, Safety, delete, edit, insert, replace, report
from wenlint.rule import rule

__all__ = ["Document", "Edit", "Finding", "Safety", "delete", "edit", "insert", "replace", "report", "rule"]
