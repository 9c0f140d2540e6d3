from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.character_names import named
from wenlint.unicode.characters import CHINESE, CJK_MARKS, HAN, HANGUL, KANA

#: Zero-width and directional marks, joiners, soft hyphen, formats of old, and what Khmer, Mongolian or music need.
FORMATS = (
    "\u00ad\u034f\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
SELECTORS, FILLERS = "\ufe00-\ufe0f\U000e0100-\U000e01ef", "\u115f\u1160\u3164\uffa0"
RUN = lazy(f"[{FORMATS}{SELECTORS}{FILLERS}]+")
#: At the beginning of a line a byte-order mark is one indeed: `byte-order-mark` takes it out.
OTHERS = sought(f"(?m:^\ufeff+)|([{FORMATS}{SELECTORS}{FILLERS}]+)")
FILLER, SUBJECT = lazy(f"[{FILLERS}]"), ("“”", "‘’", "「」", "『』", '""')  # alone in quotes it is spoken of
CJK = lazy(f"[{CHINESE}{KANA}{HANGUL}]")
CHOSEN = lazy(f"[{HAN}{CJK_MARKS}“”‘’．〱-〵][\ufe00-\ufe02\U000e0100-\U000e01ef]")  # forms of Han and marks
#: Scripts that need joiners and directional marks, keycaps, emoji, and signs that have a form as emoji.
NEEDS_THEM = lazy(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u11ff\u1780-\u18af\u1a20-\u1aaf\ufb1d-\ufdff\ufe70-\ufefe\ua960-\ua97f"
    "\u00a9\u00ae\u203c\u2049\u20e3\u2100-\u2bff\u3030\u303d\u3297\u3299\ud7b0-\ud7ff\U00013000-\U0001345f"
    "\U0001bc00-\U0001bcaf\U0001d100-\U0001d1ff\U0001e900-\U0001e95f\U0001f000-\U0001faff]"
)
#: Marks of direction, and letters that run to the left, beside which lines need them anywhere.
DIRECTION, LEFTWARD = sought("[\u200e\u200f]"), sought("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
NEEDS: tuple[str | range, ...] = (*map(chr, (0xAD, *range(0x200B, 0x2070), 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB)), range(0x300, 0x370), range(0x1100, 0x1200), range(0x1780, 0x1900), range(0xFE00, 0xFE10), range(0x13400, 0x13500), range(0x1BC00, 0x1BD00), range(0x1D100, 0x1D200), range(0xE0100, 0xE0200))  # fmt: skip


def visible(text: str) -> str:
    """The text without them."""
    return RUN.sub("", text)


@rule(
    bad={
        "中⟦\u200b⟧文⟦\ufeff⟧，⟦\u00ad\u2060⟧好": "中文，好",
        "第一条，⟦\u200b⟧\n한⟦\u200b⟧국⟦\ufe0f⟧": "第一条，\n한국",
        "の⟦\u200d⟧カ⟦\u206a⟧タ葛\U000e0100⟦\ufe0f⟧城": "のカタ葛\U000e0100城",
    },
    unsafe={"co⟦\u00ad⟧operate 中文": "cooperate 中文", "2022⟦\u200b⟧年": "2022年", "姓名⟦\u3164⟧": "姓名"},
    good=[
        "👨\u200d👩\u200d👧 和 ❤\ufe0f，1\ufe0f\u20e3",
        "می\u200cخواهم",
        "آموزش \u200e0 تا \u200e100",
        "中文，好",
        "क\u094d\u200dष",
        "葛\U000e0100城和辻\U000e0101，\ufe01好\ufe00",
    ],
    fold=visible,
    notation=True,
    source="Unicode Standard, 23.2 Layout Controls and 23.4 Variation Selectors",
)
def invisible_character(document: Document) -> Iterator[Finding]:
    """A character that shows nothing and breaks searches: zero-width space, byte-order mark, soft hyphen.

    Web pages and word processors leave them. Between Han, kana or Hangul, and between them and a line's end,
    none has a meaning. Emoji sequences, the scripts that join or turn letters, and selectors that choose the form
    of an ideograph or a mark keep theirs; beside Latin a fix is not safe, nor is that of a Hangul filler.
    """
    prose, marked = document.prose, document.has(DIRECTION)
    leftward = document.blocks_with(LEFTWARD) if marked else set()
    for run in document.find(OTHERS):
        if not run[1]:
            continue
        start, end = run.span()
        if CHOSEN.match(prose, max(start - 1, 0)):
            start += 1
        before, after = prose[max(run.start() - 1, 0) : run.start()], prose[end : end + 1]
        if start == end or before + after in SUBJECT or NEEDS_THEM.match(before) or NEEDS_THEM.match(after):
            continue
        if DIRECTION.match(prose, start) and document.block_index(start) in leftward:
            continue
        sides = [bool(CJK.match(side)) for side in (before, after)]
        edges = [side in ("", "\n") for side in (before, after)]
        superfluous = any(sides) and all(side or edge for side, edge in zip(sides, edges, strict=True))
        safety = Safety.SAFE if superfluous and not FILLER.search(run[0]) else Safety.UNSAFE
        yield delete((start, end), f"invisible {named(prose[start:end])}", safety)
