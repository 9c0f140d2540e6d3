"""Where letters of another script are meant: titles, quotations, names, and text about scripts."""

from wenlint import Document
from wenlint.document.pairs import QUOTES, ROUND, TITLES, scan
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, HANGUL, KANA
from wenlint.unicode.letters import SIMPLIFIED, TRADITIONAL

#: The letters that each script alone has.
LETTERS = {"zh-Hans": lazy(f"[{SIMPLIFIED}]"), "zh-Hant": lazy(f"[{TRADITIONAL}]")}
OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}
#: Who speaks of scripts shows them, and a language is called by its own name.
ABOUT = lazy("[简簡繁正][体體]|[简簡][化中]|[繁正異异][体體]字|[简簡]繁|繁[简簡中]|OpenCC")
ELSEWHERE = lazy(f"[{KANA}{HANGUL}]")
LETTER = lazy(f"[{HAN}]")
TITLE = "".join(opener for opener, _ in TITLES)
#: How far into a pair letters are looked for, in code points.
NEAR = 200
#: A block of so few letters is a name or a label, for all that one can know.
LABEL = 4


def spans(document: Document, script: str) -> list[tuple[int, int]]:
    """The titles, and the quotations and brackets without a letter that is of the document's script alone; ascending."""
    prose, own, found = document.prose, LETTERS[script], list[tuple[int, int]]()
    for start, end in scan(document, ROUND, *TITLES, *QUOTES).pairs:
        if found and start < found[-1][1]:
            continue
        if prose[start] in TITLE or not own.search(prose, start, min(end, start + NEAR)):
            found.append((start, end))
    return found


def is_foreign(kind: str, text: str, script: str) -> bool:
    """Whether a block is not in the document's script: Japanese, Korean, mostly in the other one, or a name in it."""
    if ELSEWHERE.search(text) or ABOUT.search(text):
        return True
    own, other = (len(LETTERS[name].findall(text)) for name in (script, OTHER[script]))
    if own:
        return other > own
    return other > 1 or kind == "cell" or len(LETTER.findall(text)) <= LABEL
