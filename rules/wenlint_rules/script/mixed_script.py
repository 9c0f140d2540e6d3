import unicodedata
from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.not_prose import touches
from wenlint.search.patterns import lazy
from wenlint.unicode.letters import SIMPLIFIED, TRADITIONAL

from wenlint_rules.script import letter_evidence, meant_letters
from wenlint_rules.script.letter_evidence import AMBIGUOUS, SOME_WORDS

FOREIGN = {
    "zh-Hant": lazy(f"[{SIMPLIFIED}{AMBIGUOUS}]"),
    "zh-Hans": lazy(f"[{TRADITIONAL}{SOME_WORDS}]"),
}
NAMES = {"zh-Hans": "Simplified", "zh-Hant": "Traditional"}
#: A text that shows its script.
HANT = 3 * "這裡說的是國語，我們還會學習電腦與網路，並討論後來的發展。"
HANS = 3 * "这里说的是国语，我们还会学习电脑与网络，并讨论后来的发展。"


@rule(
    languages={"zh"},
    unsafe={
        f"{HANT}⟦这⟧個被⟦发⟧明了，理⟦发⟧時說。": f"{HANT}這個被發明了，理髮時說。",
        f"{HANT}關⟦于⟧這裡，以⟦后⟧弄⟦干⟧淨，⟦范⟧圍和範圍。": f"{HANT}關於這裡，以後弄乾淨，範圍和範圍。",
        f"{HANS}⟦這⟧个被⟦發⟧明了，关⟦於⟧它，以⟦後⟧很⟦乾⟧净。": f"{HANS}这个被发明了，关于它，以后很干净。",
    },
    good=[
        f"{HANT}皇后在公里，干涉了，如何只要，面向系統和制度，台灣的群峰，我們在你系統中，志氣，這只在，檢定制度，帶有征服者，二甲九庄，系上，于一蘭和影后，里程碑，洋面。",
        f"{HANT}了如何，他為了如何處理，一只只，床前托線，秘書，這裏，着，卷子，白雲，子曰詩云。",
        f"{HANT}見《关于发展的决定》和「简体」，網路（网络）和范先生、于小姐。",
        f"{HANS}乾坤、乾健门、慰藉、瞭望、著名，宫商角徵羽，李昇，皇后，反复。",
        f"{HANS}见《臺灣通史》和“無綫電視”，网络（網路）。",
        f"{HANS}\n\n繁體中文\n\n這裡說的是國語，我們還會學習電腦。\n\n東京の図書館で働く。\n\n發展：대한민국",
        HANT, HANS, "这個", f"`这` {HANT}", f"{HANT}https://a.tw/这个",
    ],
    source="GB 2312; Big5; OpenCC",
)  # fmt: skip
def mixed_script(document: Document) -> Iterator[Finding]:
    """A Simplified letter in a text that is Traditional, or the reverse.

    They come with a pasted passage, an input method or a conversion that missed some. What is common to both
    scripts, or varies among Traditional writers, is left alone: a letter such as `后` counts only where the phrase
    around it asks for another. Titles, quotations and brackets wholly in the other script, blocks in it, names of
    languages and text about scripts stay as they are. Which script a text is in it must show itself, in nine of ten
    letters that tell, unless `target` says so.
    """
    if (script := document.script) is None:
        return
    traditional, prose = script == "zh-Hant", document.prose
    words = frozenset(letter_evidence.WORD.findall(prose)) if traditional else frozenset()
    in_region = cache(partial(letter_evidence.in_region, document))
    spans: list[tuple[int, int]] | None = None
    for index, letters in groupby(FOREIGN[script].finditer(prose), lambda m: document.block_index(m.start())):
        kind, start, end = document.blocks[index]
        text = prose[start:end]
        offsets = [letter.start() - start for letter in letters]
        found = list(
            letter_evidence.of_traditional(text, offsets, words)
            if traditional
            else letter_evidence.of_simplified(text, offsets)
        )
        if not found or meant_letters.is_foreign(kind, text, script):
            continue
        spans = meant_letters.spans(document, script) if spans is None else spans
        for offset, new in found:
            if not touches(spans, at := start + offset, at + 1):
                letter, right = prose[at], in_region(new) if traditional else new
                named = f"U+{ord(letter):04X} {unicodedata.name(letter)}"
                message = f"{NAMES[meant_letters.OTHER[script]]} “{{0}}” ({named}) in a {NAMES[script]} text: “{right}”"
                yield replace((at, at + 1), right, message, Safety.UNSAFE)
