"""Radicals, which have code points of their own, and the ideographs they look like."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from wenlint.search.patterns import lazy
from wenlint.unicode.character_names import named
from wenlint.unicode.characters import HAN

from wenlint_rules.characters.equivalents import EQUIVALENTS

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: Those with an ideograph, as the inside of `[...]`.
KANGXI, SUPPLEMENT = "⼀-⿕", "⺁-⺙⺛-⻳"
#: Radicals whose form differs between languages: Unicode names one ideograph, fonts draw another.
LOCAL = {
    "zh-Hans": {"⼾": "户", "⾭": "青", "⿈": "黄"},
    "zh-Hant": {"⾭": "青"},
    "ja": {"⼾": "戸", "⾭": "青", "⿈": "黄", "⿊": "黒"},
}
#: Forms that are told apart in those languages only; for who counts letters they are one.
ONE = str.maketrans("户戸靑黃黒", "戶戶青黄黑")
#: Drawn otherwise than the ideograph: parts of letters, which stand for it in dictionaries.
PARTS = "⺈⺊⺌⺍⺎⺗⺛⺼"

#: Where radicals are the subject, they are meant.
ABOUT = lazy("部首|康熙|偏旁|[笔筆][画畫顺順]|字旁|漢字の部|Kangxi|[Rr]adical|U\\+2[EF]")
NAMED = lazy("[部旁](?:$|[的之首、，。：）)」”\\s])")
#: A radical beside its own ideograph explains it: `⽔（水）`, `水 ⽔`.
BESIDE = lazy(
    rf"([{KANGXI}{SUPPLEMENT}])[ \t\n:：=（(/|]{{1,4}}([{HAN}])|([{HAN}])[ \t\n:：=（(/|]{{1,4}}([{KANGXI}{SUPPLEMENT}])"
)
#: Three and more, each by itself.
LIST = lazy(rf"[{KANGXI}{SUPPLEMENT}](?:[ \t、，,/|]+[{KANGXI}{SUPPLEMENT}]){{2,}}")


def meant_by(radicals: str, language: str) -> str:
    """The ideographs that radicals stand for in a language."""
    local = next((forms for name, forms in LOCAL.items() if language.startswith(name)), {})
    return "".join(local.get(radical) or EQUIVALENTS.get(radical, radical) for radical in radicals)


def fold(text: str) -> str:
    """The text with ideographs for radicals, and the local forms of one letter as one."""
    return meant_by(text, "").translate(ONE)


def standing(document: "Document", radicals: str) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Runs of these radicals that stand for ideographs: the span, the ideographs, and a message that says so."""
    prose = document.prose
    runs = list(re.finditer(f"[{radicals}]+", prose))
    if not runs:
        return
    about = _about(document)
    listed = [found.span() for found in LIST.finditer(prose)]
    listed += [found.span() for found in BESIDE.finditer(prose) if _explains(found)]
    places = {offset for span in listed for offset in range(*span)}
    for run in runs:
        alone = len(run[0]) == 1 and not re.match(f"[{HAN}]", prose[max(run.start() - 1, 0) : run.start()])
        if run.start() in places or _is_series(run[0]) or document.block_index(run.start()) in about:
            continue
        if alone and NAMED.match(prose, run.end()):
            continue
        meant = meant_by(run[0], document.language)
        yield run.span(), meant, f"“{{0}}” ({named(run[0])}) stands for “{meant}”"


def _about(document: "Document") -> set[int]:
    """The blocks that speak of radicals, by index, and the lists and tables right after them."""
    about = {document.block_index(mention.start()) for mention in ABOUT.finditer(document.prose)}
    for index, block in enumerate(document.blocks):
        if index - 1 in about and block.kind in ("item", "cell"):
            about.add(index)
    return about


def _explains(found: re.Match[str]) -> bool:
    radical, letter = (found[1], found[2]) if found[1] else (found[4], found[3])
    return fold(radical) == fold(letter)


def _is_series(run: str) -> bool:
    return len(run) > 2 and all(ord(b) - ord(a) == 1 for a, b in pairwise(run))
