"""What a rule may ask of the configuration; the part of it that is about the text, not about files."""

from typing import Literal

import msgspec

#: BCP 47 names; `auto` asks the text.
Target = Literal["auto", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko", "other"]


class Style(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Matters of taste. `consistent`: what the document itself does in nine of ten places; `ignore`: anything goes."""

    cjk_latin_space: Literal["consistent", "always", "never", "ignore"] = "consistent"
    quotes: Literal["consistent", "curly", "corner", "ignore"] = "consistent"
    brackets: Literal["consistent", "fullwidth", "halfwidth", "ignore"] = "consistent"
    ellipsis: Literal["consistent", "double", "single", "ignore"] = "consistent"
    dash: Literal["consistent", "double", "single", "ignore"] = "consistent"
    interpunct: Literal["consistent", "middle-dot", "katakana", "ignore"] = "consistent"
    range: Literal["consistent", "tilde", "en-dash", "em-dash", "hyphen", "ignore"] = "consistent"
    units: Literal["consistent", "always", "never", "ignore"] = "consistent"
    dates: Literal["consistent", "han", "dots", "hyphens", "slashes", "ignore"] = "consistent"


class Settings(msgspec.Struct, frozen=True):
    """Defaults are those of a project without a configuration."""

    target: Target = "auto"
    style: Style = Style()
    page_markers: tuple[str, ...] = ()
