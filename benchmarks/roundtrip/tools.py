"""What repairs a text: Wenlint, others, and nothing."""

from collections.abc import Callable
from importlib.util import find_spec

import autocorrect_py
from wenlint import Document, Safety
from wenlint.fixing.fix import fix
from wenlint.rules.loader import load_rules

Tool = Callable[[str], str]

NOTHING, WENLINT, WENLINT_UNSAFE = "nothing", "wenlint", "wenlint --unsafe-fixes"
AUTOCORRECT, UNSTRUCTURED = "AutoCorrect", "unstructured"


class ToolError(Exception):
    """A tool can't be measured as it is here."""


def _wenlint(safety: Safety) -> Tool:
    rules = [rule for rule in load_rules() if rule.default]
    if not rules:  # they come by an entry point, which a mere PYTHONPATH has not
        raise ToolError("wenlint has no rules here; run: pip install -e '.[bench]'")
    return lambda text: fix(Document(text, "plain"), rules, safety).text


def _nothing(text: str) -> str:
    return text


def _autocorrect(text: str) -> str:
    return str(autocorrect_py.format_for(text, "txt"))


def available() -> dict[str, Tool]:
    """The tools by name. `unstructured` is large, so it is no part of the extra `bench`. Raises ToolError."""
    tools = {NOTHING: _nothing, AUTOCORRECT: _autocorrect}
    if find_spec("unstructured"):
        from unstructured.cleaners.core import group_broken_paragraphs

        tools[UNSTRUCTURED] = group_broken_paragraphs
    return {**tools, WENLINT: _wenlint(Safety.SAFE), WENLINT_UNSAFE: _wenlint(Safety.UNSAFE)}
