"""Which encoding bytes are in that are not UTF-8: asked by what they say in each, not by what they look like.

Every reading has a cost (see `likelihood`): as Chinese, Japanese or Korean in an encoding of theirs, as UTF-8 with
damaged bytes, or as the letters of some alphabet. An encoding is taken where its reading costs less than all others by
a margin, says what is usual in its language, is not better read otherwise in any part, and nowhere holds letters that are
UTF-8. So a short text needs letters that prove it, and no damaged text is rewritten.

Time is linear: all bytes are decoded in each encoding, which ends at the first that it does not have; a sample from all
over the text says which reading is best, and its whole text is looked at once more, part by part.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wenlint.search.patterns import lazy
from wenlint.source.likelihood import BYTE, DAMAGE, LANGUAGES, cost_of_bytes, cost_of_text, mean_cost

#: The codecs of each family, the commonest first, and the languages that are written in them.
Families = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
LEGACY: Families = (
    (("gb18030",), ("zh-Hans", "zh-Hant")),
    (("cp950", "big5hkscs"), ("zh-Hant",)),
    (("cp932", "shift_jis_2004"), ("ja",)),
    (("euc_jp", "euc_jis_2004"), ("ja",)),
    (("cp949",), ("ko",)),
)
WIDE: Families = (
    (("utf-16-le",), LANGUAGES),
    (("utf-16-be",), LANGUAGES),
    (("utf-32-le",), LANGUAGES),
    (("utf-32-be",), LANGUAGES),
)
#: So much less must a reading cost than all others, in nats. Of 110,000 texts in no such encoding the worst came to 8.
MARGIN = 12.0
#: So much may a character cost on the average, in nats: 6 to 8 are the rule, rare words come to 9, and what is no text
#: begins at 9.5.
USUAL = 9.2
#: Code points of a part that is looked at by itself.
PART = 1 << 10
#: Code points that are enough to compare readings by, taken from all over a longer text.
SAMPLE = 1 << 20

#: Letters that UTF-8 writes with three bytes, as it does nearly all Han, kana and Hangul.
UTF8 = re.compile(rb"(?:[\xe3-\xed\xef][\x80-\xbf]{2}){3,}")
#: What `surrogateescape` makes of bytes that are not UTF-8.
ESCAPED = lazy("[\udc80-\udcff]+")


class Reading(NamedTuple):
    """A codec that bytes come back from, and what their text costs in it: in all, by the byte, by the character."""

    encoding: str
    languages: tuple[str, ...]
    cost: float
    rate: float
    mean: float


def detect(data: bytes) -> str | None:
    """The name of the codec in which the bytes are text for sure, and come back the same; None where there is none."""
    return _surest(_readings(data), data)


def detect_wide(data: bytes) -> str | None:
    """The same for bytes that are UTF-8 and may be UTF-16 or UTF-32."""
    return _surest(_readings_in(WIDE, data), data)


def _surest(readings: Iterable[Reading], data: bytes) -> str | None:
    best = min(readings, key=lambda reading: reading.rate, default=None)
    if best is None or best.mean > USUAL:
        return None
    text = data.decode(best.encoding)
    sample = _sample(text).encode(best.encoding)
    cost = cost_of_text(Counter(_sample(text)), *best.languages) + MARGIN
    sure = cost <= _cost_otherwise(sample, best) and _holds_everywhere(text, best) and not _holds_utf8(data, best)
    return best.encoding if sure else None


def is_damaged_utf8(data: bytes, offset: int) -> bool:
    """Whether bytes are UTF-8 but for some, rather than nothing that is known. `offset`: of the first that is not."""
    near = data[max(offset - SAMPLE, 0) : offset + SAMPLE]
    return _cost_of_utf8(near) < cost_of_bytes(Counter(near))


def may_be_wide(data: bytes) -> bool:
    """Whether bytes that are UTF-8 cost less as UTF-16 or UTF-32, though not by a margin."""
    rate = cost_of_text(Counter(data.decode()), *LANGUAGES) / max(len(data), 1)
    return any(reading.rate < rate for reading in _readings_in(WIDE, data))


def reads_well(data: bytes, encoding: str, language: str) -> bool:
    """Whether bytes come back from an encoding, and say in it what is usual in a language."""
    try:
        text = data.decode(encoding)
        return text.encode(encoding) == data and 0 < mean_cost(Counter(_sample(text)), language) <= USUAL
    except UnicodeError:
        return False


def _readings(data: bytes) -> Iterator[Reading]:
    yield from _readings_in(LEGACY, data)
    yield from _readings_in(WIDE, data)


def _readings_in(families: Families, data: bytes) -> Iterator[Reading]:
    """One for each family that has such a codec.

    Of those in which a letter of ASCII has two bytes or four only what says something usual: to others the pairs of
    letters that recur in any text are letters that recur.
    """
    for codecs, languages in families:
        for encoding in codecs:
            try:
                text = data.decode(encoding)
                if text.encode(encoding) != data:
                    continue
            except UnicodeError:
                continue
            sample = _sample(text)
            counts = Counter(sample)
            mean = mean_cost(counts, *languages)
            if mean <= USUAL or families is not WIDE:
                cost = cost_of_text(counts, *languages)
                yield Reading(encoding, languages, cost, cost / max(len(sample.encode(encoding)), 1), mean)
            break


def _sample(text: str) -> str:
    """Of a long text, parts from all over it that are not ASCII alone."""
    if len(text) <= SAMPLE:
        return text
    starts = [start for start in range(0, len(text), PART) if not text[start : start + PART].isascii()]
    step = 1 + len(starts) * PART // SAMPLE
    return "".join(text[start : start + PART] for start in starts[::step])


def _cost_otherwise(data: bytes, reading: Reading) -> float:
    """The least that bytes cost in another encoding, as UTF-8 with damage, or as letters of an alphabet."""
    others = [other.cost for other in _readings(data) if other.encoding != reading.encoding]
    return min([_cost_of_utf8(data), cost_of_bytes(Counter(data)), *others])


def _cost_of_utf8(data: bytes) -> float:
    """As UTF-8 in which some bytes are damaged, next to each other or apart."""
    text = data.decode("utf-8", "surrogateescape")
    damaged = ESCAPED.findall(text)
    counts = Counter(text)
    for character in [character for character in counts if "\udc80" <= character <= "\udcff"]:
        del counts[character]
    return cost_of_text(counts, *LANGUAGES) + len(damaged) * DAMAGE + sum(map(len, damaged)) * BYTE


def _holds_everywhere(text: str, reading: Reading) -> bool:
    """Whether no part of a text is better read otherwise: files in two encodings were joined that should not be."""
    for start in range(0, len(text), PART):
        part = text[start : start + PART]
        if part.isascii() or mean_cost(counts := Counter(part), *reading.languages) <= USUAL:
            continue
        cost = cost_of_text(counts, *reading.languages) - MARGIN
        if cost > _cost_otherwise(part.encode(reading.encoding), reading):
            return False
    return True


def _holds_utf8(data: bytes, reading: Reading) -> bool:
    """Whether some letters in a row are UTF-8 for sure: such a file is UTF-8 with damage, or two files in one."""
    for run in UTF8.finditer(data):
        cost = cost_of_text(Counter(run[0].decode("utf-8", "replace")), *LANGUAGES) + MARGIN
        pieces = (run[0], run[0][1:])  # nothing says where a character begins
        if all(cost < cost_of_text(Counter(_decoded(piece, reading)), *reading.languages) for piece in pieces):
            return True
    return False


def _decoded(data: bytes, reading: Reading) -> str:
    """Bytes out of the midst of a text."""
    return data.decode(reading.encoding, "ignore")
