import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from wenlint import Document, Finding, replace, rule

RADICALS = "".join(map(chr, range(0x2F00, 0x2FD6)))
#: Unicode gives each radical its ideograph as a compatibility decomposition.
IDEOGRAPHS = str.maketrans({radical: unicodedata.normalize("NFKC", radical) for radical in RADICALS})
#: U+2F3E is drawn alike for three letters; which one it was depends on the language.
DOOR = {"zh-Hans": "户", "zh-Hant": "戶", "ja": "戸"}
RUN = re.compile(f"[{RADICALS}]+")
#: Where radicals are the subject, they are meant.
ABOUT = re.compile("部首|康熙|偏旁|Radical|radical")
NAMED = re.compile("[部旁]")


def ideographs(text: str) -> str:
    """The text with ideographs for Kangxi radicals, the door in its three forms as one."""
    return text.translate(IDEOGRAPHS).translate({ord("户"): "戶", ord("戸"): "戶"})


@rule(
    languages={"zh", "ja", "ko"},
    needs=RADICALS,
    bad={
        "一个⟦⼈⟧的⟦⽣⟧活": "一个人的生活",
        "⟦⼈⽣⟧的⟦⼾⟧口，这样": "人生的户口，这样",
        "戰後的⟦⼾⟧口與開發": "戰後的戶口與開發",
    },
    good=["⽔部的字", "康熙字典以⼀⼁⼂为部首", "⼀⼁⼂⼃⼄", "人生"],
    notation=True,
    source="Unicode Standard, 18.2; UAX #38",
    fold=ideographs,
)
def kangxi_radical(document: Document) -> Iterator[Finding]:
    """A Kangxi radical, U+2F00 to U+2FD5, standing for the ideograph it looks like.

    Some fonts lead a PDF extractor to `⼈` (U+2F08) where `人` (U+4EBA) was meant; no search finds it
    any more. Where radicals are the subject (`⽔部`, a list of them) they are left alone.
    """
    prose = document.prose
    door = DOOR.get(document.language, "戶")
    about = {document.block_index(mention.start()) for mention in ABOUT.finditer(prose)}
    for run in RUN.finditer(prose):
        if _is_list(run[0]) or NAMED.match(prose, run.end()) or document.block_index(run.start()) in about:
            continue
        meant = run[0].replace("\u2f3e", door).translate(IDEOGRAPHS)
        points = " ".join(f"U+{ord(radical):04X}" for radical in run[0])
        yield replace(run.span(), meant, f"Kangxi radical “{{0}}” ({points}) stands for “{meant}”")


def _is_list(run: str) -> bool:
    return len(run) > 2 and all(ord(b) - ord(a) == 1 for a, b in pairwise(run))
