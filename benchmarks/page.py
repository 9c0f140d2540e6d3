"""Pages of Markdown that more than one command writes to: each owns the part between its own marks."""

from collections.abc import Iterable, Sequence
from pathlib import Path


class PageError(Exception):
    """A page whose marks are not a pair in order."""


def put(path: Path, name: str, section: str) -> None:
    """Write a section into a page, where the section of that name is or at the end. Raises PageError."""
    path.write_text(with_section(path.read_text("utf-8"), name, section), "utf-8", newline="\n")


def with_section(page: str, name: str, section: str) -> str:
    """The page with that section between its marks, and the rest of it as it was."""
    opening, closing = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    marked = f"{opening}\n\n{section.strip()}\n\n{closing}"
    if opening not in page and closing not in page:
        return f"{page.rstrip()}\n\n{marked}\n".lstrip()
    before, _, rest = page.partition(opening)
    _, _, after = rest.partition(closing)
    if page.count(opening) != 1 or page.count(closing) != 1 or closing in before:
        raise PageError(f"{opening} and {closing} are not a pair")
    return before + marked + after


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is names and whose others are figures."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))
