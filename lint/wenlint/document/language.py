"""Which language a stretch of text is in, as far as the rules need to know.

Kana says Japanese and Hangul says Korean; between the two scripts of Chinese the letters that only
one of them uses decide.
"""

from functools import cache

from wenlint.document.convention import usual
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HANGUL, HIRAGANA, KANA
from wenlint.unicode.letters import SIMPLIFIED, TRADITIONAL

_HAN = lazy(f"[{HAN}]")
_KANA = sought(f"[{KANA}]")
_HIRAGANA = lazy(f"[{HIRAGANA}]")
_HANGUL = sought(f"[{HANGUL}]")
_LATIN_WORD = lazy(r"[A-Za-z]+")
#: Without one of these letters no text is in that language, unless the text around it is.
LETTERS = {"zh": _HAN, "ja": _KANA, "ko": _HANGUL, "other": _LATIN_WORD}

_SIMPLIFIED = lazy(f"[{SIMPLIFIED}]")
_TRADITIONAL = lazy(f"[{TRADITIONAL}]")

#: What is read to judge a document.
SAMPLE, SCRIPT_SAMPLE = 20_000, 200_000
#: Japanese prose is about half kana; a Chinese sentence that quotes a Japanese title is not.
KANA_SHARE = 0.15
#: Korean may write most of its words in Han, but not their endings.
HANGUL_SHARE = 0.15
#: So many Han without any kana or Hangul are neither Japanese nor Korean.
LONG = 30


def identify(text: str, default: str | None = None) -> str:
    """The language of a text; `default` where the text itself does not say (a heading all in Han)."""
    text = text[:SAMPLE]
    kana, hangul = len(_KANA.findall(text)), len(_HANGUL.findall(text))
    han = len(_HAN.findall(text)) if kana or hangul or default in ("ja", "ko") else None  # many, and seldom asked for
    if han is not None:
        if hangul > HANGUL_SHARE * (han + hangul) and hangul >= kana:
            return "ko"
        if kana > KANA_SHARE * (han + kana) and (_HIRAGANA.search(text) or not han):
            return "ja"
    words = len(_LATIN_WORD.findall(text))
    if not _HAN.search(text):
        return default if default and not words else "other"
    if words and (len(_HAN.findall(text)) if han is None else han) < words:
        return "other"
    if (
        default in ("ja", "ko") and han is not None and han < LONG
    ):  # a heading or a name all in Han, in letters that all write
        return default
    traditional = len(_TRADITIONAL.findall(text))
    if not traditional and default == "zh-Hans":
        return default
    simplified = len(_SIMPLIFIED.findall(text))
    if simplified == traditional:
        return default if default and default.startswith("zh") else "zh-Hans"
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def script(text: str) -> str | None:
    """The script of a Chinese text, zh-Hans or zh-Hant, by the letters that one of them alone has.

    None where there are too few of them, or too many of both.
    """
    text = text[:SCRIPT_SAMPLE]
    return usual({"zh-Hans": len(_SIMPLIFIED.findall(text)), "zh-Hant": len(_TRADITIONAL.findall(text))})


@cache
def matches(language: str, wanted: frozenset[str]) -> bool:
    """Whether a rule for the wanted languages applies; "zh" stands for both scripts, "zh-Hant" for its regions."""
    return any(language == name or language.startswith(name + "-") for name in wanted)
