import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.not_prose import touches
from wenlint.search.patterns import sought
from wenlint.unicode.letters import JAPANESE, SIMPLIFIED, TRADITIONAL

from wenlint_rules.script import letter_evidence, meant_letters
from wenlint_rules.script.opencc_conversion import converter

#: Made in Japan of other letters; OpenCC does not have it.
MADE = {ord("働"): "動"}
LETTER = sought(f"[{JAPANESE}{''.join(map(chr, MADE))}]")
HANT = "這裡說的是國語，我們還會學習電腦與網路，並討論後來的發展。"
HANS = "这里说的是国语，我们还会学习电脑与网络，并讨论后来的发展。"


@rule(
    languages={"zh"},
    unsafe={
        f"{HANT}⟦図⟧畫，⟦変⟧數，勞⟦働⟧者。": f"{HANT}圖畫，變數，勞動者。",
        f"{HANS}⟦図⟧书馆里，⟦経⟧验和劳⟦働⟧者。": f"{HANS}图书馆里，经验和劳动者。",
    },
    good=[
        HANT, HANS, f"{HANS}见《図書館戦争》和“図書館”，桜井先生，导演黒沢明，広島，高畑勲导演。", f"{HANT}広島和関東的東京駅。", "図書館で働く。東京の駅です。", f"{HANS}`図`",
        f"{HANS}\n\n日本語：図書館に行く。",
    ],
    source="JIS X 0208; 常用漢字表",
)  # fmt: skip
def japanese_form(document: Document) -> Iterator[Finding]:
    """A letter in the form that Japan gave it, in a Chinese text: `図` for `图` or `圖`, `働` for `动` or `動`.

    A Japanese input method or font leaves them, and text recognition that took the page for Japanese. It counts
    beside a letter that Japan writes otherwise: names, titles, quotations and text with kana keep theirs.
    """
    if (script := document.script) is None:
        return
    in_region = cache(partial(letter_evidence.in_region, document))
    spans: list[tuple[int, int]] | None = None
    for index, letters in groupby(document.find(LETTER), lambda m: document.block_index(m.start())):
        _, start, end = document.blocks[index]
        text = document.prose[start:end]
        old = converter("jp2t")(text.translate(MADE))
        neutral = converter("t2s")(old)
        if meant_letters.ELSEWHERE.search(text) or not len(text) == len(old) == len(neutral):
            continue
        spans = meant_letters.spans(document, script) if spans is None else spans
        for letter in letters:
            at = letter.start() - start
            if touches(spans, *letter.span()) or not _is_word(text, at):
                continue
            new = in_region(old[at]) if script == "zh-Hant" else neutral[at]
            named = f"U+{ord(letter[0]):04X} {unicodedata.name(letter[0])}"
            yield replace(letter.span(), new, f"Japanese “{{0}}” ({named}) in a Chinese text: “{new}”", Safety.UNSAFE)


def _is_word(text: str, at: int) -> bool:
    """Whether the letter at an offset is of one word with a Chinese letter: after it, or before it and at a beginning.

    In `高畑勲导演` the letter ends a name.
    """
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return _is_chinese(before) or (_is_chinese(after) and not meant_letters.LETTER.match(before))


def _is_chinese(letter: str) -> bool:
    """Whether this is a letter of one script of Chinese that Japan writes otherwise."""
    if letter and letter in SIMPLIFIED:
        return converter("jp2t")(letter) == letter
    return letter != "" and letter in TRADITIONAL and converter("t2jp")(letter) != letter
