"""What a rule may ask of the configuration; the part of it that is about the text, not about files."""

from dataclasses import dataclass

#: For a matter of taste: what the document nearly always does is its convention.
CONSISTENT = "consistent"


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults are those of a project without a configuration."""

    target: str = "auto"
    cjk_latin_space: str = CONSISTENT
    page_markers: tuple[str, ...] = ()
