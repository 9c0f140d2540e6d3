import re
import unicodedata
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, rule
from wenlint.characters import CHINESE, HANGUL, KANA

#: Zero-width and directional marks, word joiner and invisible operators, byte-order mark, soft hyphen,
#: Mongolian vowel separator, variation selectors of text and emoji.
INVISIBLE = "\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u180e\ufe0e\ufe0f"
RUN = re.compile(f"[{INVISIBLE}]+")
CJK = re.compile(f"[{CHINESE}{KANA}{HANGUL}]")
#: Scripts that need joiners and directional marks, and what emoji sequences are made of.
NEEDS_THEM = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefe"
    "\u00a9\u00ae\u203c\u2049\u20e3\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff0-9#*]"
)


def visible(text: str) -> str:
    """The text without them."""
    return RUN.sub("", text)


@rule(
    needs="".join(chr(code) for code in range(0xFE10) if RUN.match(chr(code))),
    bad={
        "中⟦\u200b⟧文⟦\ufeff⟧，⟦\u00ad\u2060⟧好": "中文，好",
        "한⟦\u200b⟧국": "한국",
    },
    unsafe={"co⟦\u00ad⟧operate 中文": "cooperate 中文", "⟦\u200b⟧中文": "中文"},
    good=["👨\u200d👩\u200d👧 和 ❤\ufe0f", "می\u200cخواهم", "中文，好", "क\u094d\u200dष"],
    fold=visible,
    notation=True,
    source="Unicode Standard, 23.2 Layout Controls",
)
def invisible_character(document: Document) -> Iterator[Finding]:
    """A character that shows nothing and breaks searches: zero-width space, byte-order mark, soft hyphen.

    Web pages and word processors leave them. Between Han, kana or Hangul none has a meaning. Emoji
    sequences and the scripts that join or turn letters keep theirs; beside Latin a fix is not safe.
    """
    prose = document.prose
    for run in RUN.finditer(prose):
        start, end = run.span()
        before, after = prose[max(start - 1, 0) : start], prose[end : end + 1]
        if NEEDS_THEM.match(before) or NEEDS_THEM.match(after):
            continue
        safety = Safety.SAFE if CJK.match(before) and CJK.match(after) else Safety.UNSAFE
        names = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c)}" for c in dict.fromkeys(run[0]))
        yield delete((start, end), f"invisible {names}", safety)
