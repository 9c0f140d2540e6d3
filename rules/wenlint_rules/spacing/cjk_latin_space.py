from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, insert, rule
from wenlint.document.convention import wanted
from wenlint.document.numbering import label_end
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, KANA

WIDE = f"[{HAN}{KANA}]"
#: One letter that makes a word with the Han beside it takes no space: `A股`, `T恤`, `K线`. Nor do digits that run into a
#: mark: they may be the number of a footnote, which an extractor set on the line.
WORD, WORD_END, NUMBER = r"(?![A-Za-z](?![A-Za-z0-9+#]))", "(?<=[A-Za-z0-9][A-Za-z])", "(?![0-9]{1,2}[，。；！？、])"
#: Between Han or kana and Latin letters, or digits: where a space stands, and where none does and one could.
LATIN = [
    (sought(rf"[ ](?<={WIDE} )(?={a})|[ ](?<={a} )(?={WIDE})"), sought(f"(?<={WIDE})(?={a}){b}|(?<={a})(?={WIDE}){c}"))
    for a, b, c in (("[A-Za-z]", WORD, WORD_END), ("[0-9]", NUMBER, ""))
]
MARK, NEAR = lazy("[，。；！？、]"), 200  # what shows a sentence, and how far from a space, in code points


@rule(
    languages={"zh", "ja"},
    bad={
        "用 Vue 写，用 Rust 写，用 Go 写，用 Lua 写，用 Perl 写，用⟦⟧Ruby 写": "用 Vue 写，用 Rust 写，用 Go 写，用 Lua 写，用 Perl 写，用 Ruby 写",
        "用Vue写，用Rust写，用Go写，用Lua写，用Perl写，用⟦ ⟧Ruby写": "用Vue写，用Rust写，用Go写，用Lua写，用Perl写，用Ruby写",
    },
    good=[
        "共 1 个，共 2 个，共 3 个，共 4 个，共 5 个，研究表明6，这是真的です7。", "用Vue 写", "用 Vue写，共2022年 1 月", "用 Vue 写，用 Rust 写，用 Go 写，用 Lua 写，用 Perl 写A股", "用Vue写，用Rust写，用Go写，用Lua写，用Perl写，见 https://example.com 吧",
        "今日は Vue と Rust と Go と Lua と Perl と Dart と Ruby を書く、Javaも書く。", "今日は Vue と Rust と Go と Lua と Perl と Dart を書く。\n\n我们用Vue写，用Rust写，用Go写。",
    ],
    notation=True,
    source="CLREQ 3.2.2; 中文文案排版指北; JTF日本語標準スタイルガイド",
    disputed="CLREQ and JLREQ leave the gap, a quarter of an em at the most, to the typesetting engine. 中文文案排版指北 "
    "and AutoCorrect put a space there always, the style guide of the Japan Translation Federation never.",
)  # fmt: skip
def cjk_latin_space(document: Document) -> Iterator[Finding]:
    """A space between Han and Latin letters or digits where the document nearly always writes none, or the reverse.

    Both are good style. What a document does in at least nine of ten places, and in ten places or more, is its
    convention, and only the departures are findings; letters and digits, Chinese and Japanese are counted apart.
    `style.cjk-latin-space` may also be `always`, `never` or `ignore`; with `target = "ja"` it is `never`.

    In Japanese no space is put in unless the configuration asks for it. None is taken away after a label or beside
    an address; where one goes that stands in no sentence, in a heading perhaps, the fix is not safe.
    """
    style = document.settings.style.cjk_latin_space
    for with_space, without in LATIN:
        spaces = [space.start() for space in document.find(with_space)]
        if not spaces and style == "consistent":
            continue
        joints = [joint.start() for joint in document.find(without)]
        for japanese in (False, True):
            spaced, joined = (_of(document, places, japanese) for places in (spaces, joints))
            right = wanted(style, {"always": len(spaced), "never": len(joined)})
            if right == "always" and not (japanese and style == "consistent"):
                yield from (
                    insert(at, " ", "no space between Han and Latin, where one is the convention") for at in joined
                )
            for at in spaced if right == "never" else ():
                sure = _is_in_sentence(document, at)
                if (sure or style == "never") and not _is_needed(document, at):
                    safety = Safety.SAFE if sure else Safety.UNSAFE
                    yield delete((at, at + 1), "space between Han and Latin, where none is the convention", safety)


def _of(document: Document, places: list[int], japanese: bool) -> list[int]:
    """The places in Japanese, or those in other languages."""
    spoken = document.speaks(frozenset({"ja"}))
    return [at for at in places if (spoken and document.language_at(at) == "ja") == japanese]


def _is_needed(document: Document, at: int) -> bool:
    """Whether a space parts a label from its text, or an address from the words beside it."""
    return at <= label_end(document.prose, document.line_at(at)[0]) or document.excused(at - 1, at + 2)


def _is_in_sentence(document: Document, offset: int) -> bool:
    """Whether an offset stands in a sentence and not in a heading, a caption or a command."""
    start, end = document.line_at(offset)
    return MARK.search(document.prose, max(start, offset - NEAR), min(end, offset + NEAR)) is not None
