import re
from collections.abc import Iterator

from wenlint import Document, Finding, delete, insert, rule
from wenlint.characters import HAN, KANA
from wenlint.convention import wanted
from wenlint.labels import label_end

WIDE = HAN + KANA
#: Group 1 is the space, if there is one, between Han or kana and a Latin letter or digit.
LETTERS = re.compile(rf"(?<=[{WIDE}])([ ]?)(?=[A-Za-z])|(?<=[A-Za-z])([ ]?)(?=[{WIDE}])")
DIGITS = re.compile(rf"(?<=[{WIDE}])([ ]?)(?=[0-9])|(?<=[0-9])([ ]?)(?=[{WIDE}])")
#: One letter that makes a word with the Han beside it: `A股`, `T恤`, `K线`.
SINGLE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?![A-Za-z0-9+#])")
#: Digits that run into a mark may be the number of a footnote, which an extractor set on the line.
FOOTNOTE = re.compile("[0-9]{1,2}[，。；！？、]")
#: What shows a sentence, and how far from a space it is looked for, in code points.
MARK, NEAR = re.compile("[，。；！？、]"), 200


@rule(
    languages={"zh", "ja"},
    needs=" 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    bad={
        "用 Vue 写，用 Rust 写，用 Go 写，用 Lua 写，用 Perl 写，用⟦⟧Ruby 写": "用 Vue 写，用 Rust 写，用 Go 写，用 Lua 写，用 Perl 写，用 Ruby 写",
        "用Vue写，用Rust写，用Go写，用Lua写，用Perl写，用⟦ ⟧Ruby写": "用Vue写，用Rust写，用Go写，用Lua写，用Perl写，用Ruby写",
    },
    good=[
        "共 1 个，共 2 个，共 3 个，共 4 个，共 5 个，研究表明6，这是真的です7。",
        "用Vue 写",
        "用 Vue写，共2022年 1 月",
        "用 Vue 写，用 Rust 写，用 Go 写，用 Lua 写，用 Perl 写A股",
    ],
    notation=True,
    source="CLREQ 3.2.2; 中文文案排版指北",
)
def cjk_latin_space(document: Document) -> Iterator[Finding]:
    """A space between Han and Latin letters or digits where the document nearly always writes none, or the reverse.

    Both are good style. What a document does in at least nine of ten places, and in ten places or
    more, is its convention, and only the departures are findings; letters and digits are counted
    apart. `style.cjk-latin-space` may also be `always`, `never` or `ignore`.
    """
    for pattern in (LETTERS, DIGITS):
        places = [
            place.span(1 if place[1] is not None else 2)
            for place in pattern.finditer(document.prose)
            if not _clings(document.prose, *place.span())
        ]
        spaced = sum(end > start for start, end in places)
        right = wanted(document.settings.style.cjk_latin_space, {"always": spaced, "never": len(places) - spaced})
        for start, end in places:
            if right == "always" and start == end:
                yield insert(start, " ", "no space between Han and Latin; this document writes one")
            elif right == "never" and start < end and _is_in_sentence(document, start):
                yield delete((start, end), "space between Han and Latin; this document writes none")


def _is_in_sentence(document: Document, offset: int) -> bool:
    """Whether a space stands in a sentence and not after a label, in a heading, a caption or a command."""
    line = document.line_at(offset)
    near = max(line[0], offset - NEAR), min(line[1], offset + NEAR)
    return offset > label_end(document.prose, line[0]) and MARK.search(document.prose, *near) is not None


def _clings(prose: str, start: int, end: int) -> bool:
    """Whether no space is wanted in any style: beside a letter that makes a word with a Han, before a footnote's number."""
    if start != end:
        return False
    if FOOTNOTE.match(prose, end):
        return True
    return bool(SINGLE.match(prose, end) if prose[end].isascii() else SINGLE.match(prose, start - 1))
