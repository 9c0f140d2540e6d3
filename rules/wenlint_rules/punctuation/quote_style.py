from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.document.convention import wanted
from wenlint.document.pairs import QUOTES, scan
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, KANA

LETTER = lazy(f"[{HAN}{KANA}]")
STYLES = {"“”": "curly", "‘’": "curly", "「」": "corner", "『』": "corner"}
TWINS = {"“”": "「」", "‘’": "『』", "「」": "“”", "『』": "‘’"}
NEAR = 200  # how far into a pair Han are looked for, in code points


@rule(
    languages={"zh", "ja"},
    unsafe={
        "「一」「二」「三」「四」「五」「六」「七」「八」「九」和⟦“十”⟧": "「一」「二」「三」「四」「五」「六」「七」「八」「九」和「十」",
        "“一”“二”“三”“四”“五”“六”“七”“八”“九”和⟦「他说『十』」⟧": "“一”“二”“三”“四”“五”“六”“七”“八”“九”和“他说‘十’”",
    },
    good=[
        "他说“好”，她说「好」",
        "「一」「二」「三」「四」「五」「六」「七」「八」「九」和「十」",
        "「一」「二」「三」「四」「五」「六」「七」「八」「九」和“hello”",
        "“一”“二”“三”“四”“五”“六”“七”“八”“九”“十「一」”",
        "“一”“二”“三”“四”“五”“六”“七”“八”“九”『书名』",
        "「一」「二」「三」「四」「五」「六」「七」「八」「九」和`“十”`",
        "「あ」「い」「う」「え」「お」「か」「き」「く」「け」と“こ”です",
    ],
    source="GB/T 15834—2011, 4.8; CLREQ 3.1.2; JLREQ",
    disputed="Traditional Chinese also uses curly quotes, says CLREQ; in vertical lines the mainland, too, has corner brackets.",
)
def quote_style(document: Document) -> Iterator[Finding]:
    """Corner brackets for quotes where the document writes curly ones, or the reverse.

    What a document does in at least nine of ten places is its convention. A `target` asks for what its standard
    has, “‘’” in `zh-Hans`, 「『』」 in `zh-Hant-TW`, `zh-Hant-HK` and `ja`; `style.quotes` beats both.

    English in quotes, quotes inside quotes of the other kind and, unless asked for, quotes in Japanese are left
    alone.
    """
    prose, style = document.prose, document.settings.style.quotes
    if style == "consistent" and not (document.holds("“‘") and document.holds("「『")):
        return
    found: list[tuple[int, int, list[Edit]]] = []  # the outermost pairs, with what turns each and those inside it
    around: list[tuple[int, str]] = []  # the pairs that are open: where they end, and their style; "" if it is theirs
    for start, end in scan(document, *QUOTES).pairs:
        if style == "consistent" and document.language_at(start) == "ja":
            continue
        while around and around[-1][0] < start:
            around.pop()
        quotes = prose[start] + prose[end]
        ours = quotes in TWINS and LETTER.search(prose, start, min(end, start + NEAR)) is not None
        kind = STYLES.get(quotes, "") if ours else ""
        if (quotes in ("“”", "「」")) == bool(around) or (around and around[-1][1] != kind):
            kind = ""
        elif kind:
            if not around:
                found.append((start, end, []))
            found[-1][2].extend(Edit(at, at + 1, twin) for at, twin in zip((start, end), TWINS[quotes], strict=True))
        around.append((end, kind))
    counts = Counter(STYLES[prose[start] + prose[end]] for start, end, _ in found)
    right = wanted(style, counts)
    for start, end, edits in found:
        if right and STYLES[prose[start] + prose[end]] != right:
            yield edit((start, end + 1), sorted(edits), "other quotes than the text writes", Safety.UNSAFE)
