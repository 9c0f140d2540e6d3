"""Which letters of a text the other script would have, and what stands for them here, by OpenCC's phrases."""

from collections.abc import Container, Iterable, Iterator

from wenlint import Document
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN
from wenlint.unicode.letters import SIMPLIFIED, TRADITIONAL

from wenlint_rules.script.opencc_conversion import UNKNOWN, converter, dictionary, phrases

#: Letters of both scripts that stand in Simplified text for another one too: the phrase says which is meant.
#: Where Traditional writers differ among themselves (`台`, `占`, `周`, `游`, `布`, `志`) nothing is meant, and of `只` (only, or a measure
#: word) and `面` (a face, or noodles) the letters beside it say too little.
AMBIGUOUS = "么于后余准几划佣愿并征担范筑荐虫里采制系松斗扑干谷丑云咸儿朴仆郁夸致御杰辟吁"
#: Those that begin names, or are words of their own (`系` a department, `后` a queen): a phrase that begins with one says too
#: little, unless the text writes it otherwise too.
INITIALS = "于余范云咸谷郁朴系后"
WORD = lazy(f"[範鹹鬱樸後][{HAN}]")
#: Words that stand beside any other: with one of them a letter makes no phrase.
FUNCTION = "你我他她它是不就此已会很又太好了的也都有"
#: Letters that Simplified text has for some words only.
SOME_WORDS = "乾夥後徵摺於醣菸薹麴"
#: Where Traditional writers differ and the text does not say, these are the forms of Taiwan.
REGIONS = {"zh-Hant-HK": ("t2hk",), "zh-Hant-TW": ("t2tw",)}

Judgement = tuple[int, str]


def of_traditional(text: str, offsets: Iterable[int], words: Container[str]) -> Iterator[Judgement]:
    """Of the letters at these offsets of a Traditional text those that are Simplified, with the Traditional ones.

    `words`: those of `WORD` that the document writes.
    """
    neutral = converter("t2s")(text)
    by_phrase = dictionary("STPhrases")(neutral)
    if not len(text) == len(neutral) == len(by_phrase):
        return
    for at in offsets:
        letter, new = text[at], by_phrase[at]
        if letter in SIMPLIFIED:
            last = max(phrases(neutral, at), key=lambda phrase: (len(phrase.word), phrase.start), default=None)
            new = last.letter if last else converter("s2t")(neutral[at])
        elif new in (letter, UNKNOWN) or letter in text[max(at - 1, 0) : at] + text[at + 1 : at + 2]:
            continue
        else:
            found = [p for p in phrases(neutral, at) if len(p.word) > 2 or not set(p.word) & set(FUNCTION)]
            alone = letter in INITIALS and any(p.start == at for p in found) and new + text[at + 1] not in words
            if {new} != {phrase.letter for phrase in found} or alone:
                continue
        if new != letter:
            yield at, new


def of_simplified(text: str, offsets: Iterable[int]) -> Iterator[Judgement]:
    """Of the letters at these offsets of a Simplified text those that are Traditional, with the Simplified ones."""
    new = converter("t2s")(text)
    if len(text) != len(new):
        return
    for at in offsets:
        if new[at] != text[at] and (
            text[at] in TRADITIONAL or any(phrase.letter == text[at] for phrase in phrases(new, at))
        ):
            yield at, new[at]


def in_region(document: Document, letter: str) -> str:
    """A Traditional letter in the form of the document's region, or in the form that the document itself writes."""
    forms = {converter(name)(letter): None for name in REGIONS.get(document.settings.target, ("t2tw", "t2hk"))}
    return max(forms, key=document.prose.count) if len(forms) > 1 else next(iter(forms))
