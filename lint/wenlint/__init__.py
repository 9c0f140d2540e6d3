"""Finds and repairs damaged Chinese, Japanese and Korean text. This is what a rule is written with."""

TYPE_CHECKING = False  # the module `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from wenlint.document.document import Document
    from wenlint.model.findings import Edit, Finding, Safety, delete, edit, insert, replace, report
    from wenlint.model.rule import rule

__all__ = ["Document", "Edit", "Finding", "Safety", "delete", "edit", "insert", "replace", "report", "rule"]

_MODULES = {"Document": "wenlint.document.document", "rule": "wenlint.model.rule"}


def __getattr__(name: str) -> object:
    """Import a name when it is asked for: until then nothing stands between Python's start and our catching signals."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES.get(name, "wenlint.model.findings")), name)
