"""A rule of the user's own, as a configuration describes it."""

from typing import Literal

import msgspec


class Custom(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A rule of the user's: one table of the configuration.

    `pattern` is a regular expression of the `regex` package, `replacement` what it becomes. In `bad` and
    `good` stand examples as in a built-in rule: ⟦⟧ marks what must be found.
    """

    name: str
    pattern: str
    message: str
    replacement: str | None = None
    safety: Literal["safe", "unsafe", "suggestion"] = "unsafe"
    bad: dict[str, str] = {}
    good: list[str] = []
