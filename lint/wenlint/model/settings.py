"""What a rule may ask of the configuration; the part of it that is about the text, not about files."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

#: BCP 47 names; `auto` asks the text.
Target = Literal["auto", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko", "other"]


#: The values of every key of `Style` that choose no form.
OPEN = ("consistent", "ignore")


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
    paragraphs: Literal["blank-line", "source"] = "blank-line"


#: What is right in a language that the configuration names, where its `style` is silent: GB/T 15834 and the
#: handbook of the Ministry of Education say which quotes, as do CLREQ and JLREQ; the style guide of the Japan
#: Translation Federation puts no space between scripts.
STANDARD: Mapping[Target, Mapping[str, str]] = MappingProxyType(
    {
        "zh-Hans": {"quotes": "curly"},
        "zh-Hant-TW": {"quotes": "corner"},
        "zh-Hant-HK": {"quotes": "corner"},
        "ja": {"quotes": "corner", "cjk_latin_space": "never"},
    }
)


class Settings(msgspec.Struct, frozen=True):
    """Defaults are those of a project without a configuration.

    A `target` other than `auto` brings the style of its standards for what `style` leaves at `consistent`.
    """

    target: Target = "auto"
    style: Style = Style()
    page_markers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        standard = STANDARD.get(self.target, {})
        open_to_it = {key: value for key, value in standard.items() if getattr(self.style, key) == "consistent"}
        msgspec.structs.force_setattr(self, "style", msgspec.structs.replace(self.style, **open_to_it))
