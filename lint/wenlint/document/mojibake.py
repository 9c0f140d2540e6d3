"""Text that was decoded in a wrong encoding (mojibake), told by undoing it.

The bytes that a wrong reading came from are known again by encoding it. Where they are, in the right encoding, a
text without a fault, and one of common letters where there was one of rare ones, that is no chance.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import CJK_MARKS, HAN, KANA
from wenlint.unicode.frequency import LETTER, OFTEN, common_share, is_common, rare

#: What the bytes 80 to BF, which continue a character in UTF-8, are in Latin-1 and in Windows-1252.
CONTINUES = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
UTF8_AS_LATIN = lazy(f"(?:[Â-ÖØ-ß][{CONTINUES}]|[à-ï][{CONTINUES}]{{2}}|[ð-ô][{CONTINUES}]{{3}})+")
#: The same with something lost.
BROKEN = lazy(f"[Â-ÖØ-ô][{CONTINUES}À-ÖØ-öø-ÿ]{{1,40}}")
#: Pairs of bytes of GBK, but for those of which the second is ASCII.
GBK_AS_LATIN = lazy("(?<![\x80-\xff])(?:[\x81-\xf7][\x80-\xfe]){2,}(?![\x80-\xff])")
EAST_ASIAN_BEGIN = lazy(f"[{HAN}{KANA}{CJK_MARKS}“”‘’\u3000-\u303f\u3040-\u30ff\uff01-\uff5e]+")
EAST_ASIAN = lazy(EAST_ASIAN_BEGIN.pattern + "\\Z")
RUN = lazy(f"[{HAN}{KANA}\u3100-\u33ff\u3000-\u303f\u2460-\u24ff\uff01-\uff5e“”‘’·…—]{{4,}}")
#: So common must letters be that were rare before.
RARE, COMMON, MUCH = 0.6, 0.8, 0.1
#: So many letters of a proven reading need not be of the commonest.
PLAIN = 4
#: So many characters are undone at a time; a multiple of three, as two bytes are read for three that were written.
LONGEST = 96
#: From so many code points on it is faster to look for the rare letters than for all that are there.
LONG = 1 << 20
#: What a misread text is likely to say: Latin letters, marks, signs, East Asian letters, emoji. Russian is longer.
LIKELY = lazy("[\x00-\u02ff\u2000-\u2bff\u3000-\uffef\U0001f000-\U0001faff]+\\Z|.{4}", re.DOTALL)


class Misreading(NamedTuple):
    """A span, what it says in the encoding that was meant (empty where too much is lost), and the two encodings."""

    start: int
    end: int
    meant: str
    read_as: str
    encoding: str


def of_latin(text: str) -> list[Misreading]:
    """UTF-8 and GBK that were read as Latin-1 or Windows-1252, in order."""
    found, unsure = list[Misreading](), list[Misreading]()
    if text.encode("latin-1", "ignore").isascii():  # nothing of the kind is there
        return found
    for run in GBK_AS_LATIN.finditer(text):
        meant = _decoded(run[0].encode("latin-1"), "gbk")
        if _is_chinese(meant):
            found.append(Misreading(*run.span(), meant, "Latin-1", "GBK"))
    taken = {offset for one in found for offset in range(one.start, one.end)}
    for run in UTF8_AS_LATIN.finditer(text):
        if run.start() not in taken and (meant := _decoded(b"".join(map(_byte, run[0])), "utf-8")):
            east_asian = EAST_ASIAN.match(meant)
            sure = (east_asian and len(meant) > 1) or _is_bad(run[0])
            if (sure or east_asian) and LIKELY.match(meant):
                (found if sure else unsure).append(Misreading(*run.span(), meant, "Windows-1252", "UTF-8"))
    if found:  # the text was misread, so a single letter was too
        found += unsure
    taken = {offset for one in found for offset in range(one.start, one.end)}
    for run in BROKEN.finditer(text):
        if taken.isdisjoint(range(*run.span())) and _is_bad(run[0]):
            found.append(Misreading(*run.span(), "", "Windows-1252", "UTF-8"))
    return sorted(found)


def of_chinese(text: str) -> list[Misreading]:
    """UTF-8 and Big5 that were read as GBK, GBK that was read as Big5, in order."""
    found = list[Misreading]()
    at = 0
    while run := _utf8_as_gbk().search(text, at):
        length, meant = _longest(run[0])
        at = run.start() + max(length, 1)
        if length and (_is_better(run[0][:length], meant) or _is_plain(run[0][:length], meant)):
            found.append(Misreading(run.start(), at, meant, "GBK", "UTF-8"))
    taken = {offset for one in found for offset in range(one.start, one.end)}
    pattern, end = _rare(text), 0
    for pair in pattern.finditer(text) if pattern else ():
        if pair.start() < end:
            continue
        start, end = text.rfind("\n", 0, pair.start()) + 1, text.find("\n", pair.start())
        end = end if end >= 0 else len(text)
        for run in RUN.finditer(text, start, end):
            if run.start() not in taken and common_share(LETTER.findall(run[0])) <= RARE:
                found += _swapped(run)
    return sorted(found)


def _swapped(run: re.Match[str]) -> Iterator[Misreading]:
    for read_as, encoding in (("Big5", "GBK"), ("GBK", "Big5")):
        if (meant := _reread(run[0], read_as, encoding)) and _is_better(run[0], meant):
            yield Misreading(*run.span(), meant, read_as, encoding)
            return


def _longest(run: str) -> tuple[int, str]:
    """How many characters of a run are UTF-8 read as GBK, and what they say."""
    data = run.encode("gb18030")
    try:
        return _east_asian(len(run), data.decode("utf-8"))
    except UnicodeDecodeError as error:
        valid = error.start
    size = length = 0
    for count, character in enumerate(run, 1):
        size += len(character.encode("gb18030"))
        if size > valid:
            break
        length = count if _decoded(data[:size], "utf-8") else length
    meant = run[:length].encode("gb18030").decode("utf-8")
    return _east_asian(length, meant)


def _east_asian(length: int, meant: str) -> tuple[int, str]:
    """The same without what comes of letters that stand behind, two bytes of which happen to be a character."""
    if EAST_ASIAN.match(meant):
        return length, meant
    east_asian = EAST_ASIAN_BEGIN.match(meant)
    kept = east_asian[0] if east_asian else ""
    if len(kept) % 2:  # six bytes are three characters of GBK
        kept = kept[:-1]
    return len(kept) * 3 // 2, kept


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character <= "\xff" else "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    """The text, empty where the bytes are none in that encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _reread(text: str, read_as: str, encoding: str) -> str:
    try:
        return _decoded(text.encode(read_as), encoding)
    except UnicodeEncodeError:
        return ""


def _is_bad(text: str) -> bool:
    """By the judgement of ftfy, which learned from what people write."""
    from ftfy.badness import is_bad

    return is_bad(text)


def _is_chinese(text: str) -> bool:
    letters = LETTER.findall(text)
    often = sum(letter in OFTEN for letter in letters)
    return bool(
        len(letters) > 1 and EAST_ASIAN.match(text) and common_share(letters) >= COMMON and often >= MUCH * len(letters)
    )


def _is_plain(read: str, meant: str) -> bool:
    """So many bytes are UTF-8 by no chance, and what they say is more common than what was read."""
    letters = LETTER.findall(meant)
    share = common_share(letters)
    return len(letters) >= PLAIN and share >= COMMON and share > common_share(LETTER.findall(read))


def _is_better(read: str, meant: str) -> bool:
    return common_share(LETTER.findall(read)) <= RARE and _is_chinese(meant)


@cache
def _utf8_as_gbk() -> re.Pattern[str]:
    """Runs that begin with the first two of the three bytes of a Han, a kana or a full-width mark."""
    leads = (*range(0xE3, 0xEA), 0xEF)
    begins = "".join(bytes((lead, trail)).decode("gbk", "ignore") for lead in leads for trail in range(0x80, 0xC0))
    return re.compile(f"[{begins}][^\x00-\xff\u2028\ufffc\ufffd\ud800-\udfff]{{1,{LONGEST - 1}}}")


def _rare(text: str) -> re.Pattern[str] | None:
    """Two letters near each other that are in the first level of no standard; None where the text holds no two."""
    if len(text) < LONG:
        found = {letter for letter in set(text) if "一" <= letter <= "鿿" and not is_common(letter)}
    else:
        found = set(rare().findall(text))
    letters = "".join(sorted(found))
    return re.compile(f"[{letters}][{HAN}{KANA}]{{0,3}}?[{letters}]") if found else None
