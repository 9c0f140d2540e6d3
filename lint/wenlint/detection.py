"""Which encoding bytes are in that are not UTF-8: asked by what they say in each, not by what they look like.

Every reading has a cost (see `likelihood`): as Chinese, Japanese or Korean in an encoding of theirs, as UTF-8 with
damaged bytes, as the letters of some alphabet. An encoding is taken where its reading costs less than all others by a
margin, in the whole and in every part. So a short text needs letters that prove it, and no damaged text is rewritten.

Time is linear: every byte is decoded once in each encoding, and what an encoding can't decode leaves at the first
wrong byte.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from wenlint.likelihood import BYTE, DAMAGE, USUAL, cost_of_bytes, cost_of_text
from wenlint.patterns import lazy

#: The codecs of each family, the commonest first, and the language that is written in them; None for any.
Families = tuple[tuple[tuple[str, ...], str | None], ...]
LEGACY: Families = (
    (("gb18030",), "zh-Hans"),
    (("cp950", "big5hkscs"), "zh-Hant"),
    (("cp932", "shift_jis_2004"), "ja"),
    (("euc_jp", "euc_jis_2004"), "ja"),
    (("cp949",), "ko"),
)
WIDE: Families = (
    (("utf-16-le",), None),
    (("utf-16-be",), None),
    (("utf-32-le",), None),
    (("utf-32-be",), None),
)
#: So much less must a reading cost, in nats: of a million texts that are none, one looks so by chance.
MARGIN = 14.0
#: Code points of a part that is looked at by itself.
PART = 1 << 14

#: What `surrogateescape` makes of bytes that are not UTF-8.
ESCAPED = lazy("[\udc80-\udcff]+")


class Reading(NamedTuple):
    """An encoding that bytes can be decoded in, and what its text costs."""

    encoding: str
    language: str | None
    cost: float


def detect(data: bytes, families: Families = LEGACY + WIDE) -> str | None:
    """The name of the codec in which the bytes are text for sure, and come back the same; None where there is none."""
    readings = sorted(_readings(data, families), key=lambda reading: reading.cost)
    if not readings:
        return None
    best, *others = readings
    rivals = [reading.cost for reading in others]
    if best.cost + MARGIN > min(_cost_of_utf8(data), cost_of_bytes(Counter(data)), *rivals):
        return None
    text = data.decode(best.encoding)
    return best.encoding if text.encode(best.encoding) == data and _holds_everywhere(text, best) else None


def is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for some, rather than nothing that is known."""
    return _cost_of_utf8(data) < cost_of_bytes(Counter(data))


def reads_well(data: bytes, encoding: str, language: str) -> bool:
    """Whether bytes come back from an encoding, and what they say there in so many characters is usual in a language."""
    try:
        text = data.decode(encoding)
        if text.encode(encoding) != data:
            return False
    except UnicodeError:
        return False
    counts = Counter(character for character in text if not character.isascii())
    return 0 < counts.total() and cost_of_text(counts, language) <= USUAL * counts.total()


def _readings(data: bytes, families: Families) -> Iterator[Reading]:
    """One for each family that can decode the bytes."""
    for codecs, language in families:
        for encoding in codecs:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            yield Reading(encoding, language, cost_of_text(Counter(text), language))
            break


def _cost_of_utf8(data: bytes) -> float:
    """As UTF-8 in which some bytes are damaged, next to each other or apart."""
    text = data.decode("utf-8", "surrogateescape")
    damaged = ESCAPED.findall(text)
    counts = Counter(text)
    for character in [character for character in counts if "\udc80" <= character <= "\udcff"]:
        del counts[character]
    return cost_of_text(counts) + len(damaged) * DAMAGE + sum(map(len, damaged)) * BYTE


def _holds_everywhere(text: str, reading: Reading) -> bool:
    """Whether no part of a text is better read as UTF-8, or as letters of an alphabet: files are joined that should not be."""
    for start in range(0, len(text), PART):
        part = text[start : start + PART]
        if part.isascii():
            continue
        data = part.encode(reading.encoding)
        cost = cost_of_text(Counter(part), reading.language) - MARGIN
        if cost > min(_cost_of_utf8(data), cost_of_bytes(Counter(data))):
            return False
    return True
