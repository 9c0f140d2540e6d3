from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.document.convention import usual
from wenlint.document.pairs import QUOTES, tangles
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, KANA

#: What a quotation takes inside another of the same form.
OTHER = {"“”": "‘’", "‘’": "“”", "「」": "『』", "『』": "「」"}
LETTER, NEAR = lazy(f"[{HAN}{KANA}]"), 200  # what a pair holds, and how far into it that is looked for
#: Between two quotations stands a mark, or a word that joins them: there the quotes look the wrong way.
JOINER, MARK = "和与與及或到至是", "，、；：。"


@rule(
    languages={"zh", "ja"},
    unsafe={
        "他说：“鲁迅写过⟦“狂人”⟧这个词。”": "他说：“鲁迅写过‘狂人’这个词。”",
        "他說：「老師說過⟦「很好」⟧這句話。」": "他說：「老師說過『很好』這句話。」",
        "“甲说⟦“乙说“丙”的”⟧话”": "“甲说‘乙说“丙”的’话”",
        "彼は「彼女が⟦「はい」⟧と言った」と述べた。": "彼は「彼女が『はい』と言った」と述べた。",
    },
    good=[
        "他说：“鲁迅写过‘狂人’这个词。”",
        "他說：「老師說過『很好』這句話。」",
        "『書名「章名」』和“甲「乙」丙”，『甲『乙』丙』",
        "坚持“四个意识“和”四个自信”，做到“甲“、”乙”。",
        "他说：“第一段。\n\n“第二段“好”，完了。",
        "“He said “hello” to me”，好。",
        "見「『甲』」、“‘乙’”、`“甲“乙”丙”`",
        "「この法律中「甲」とあるのは「乙」とする」と。" * 5,
    ],
    source="GB/T 15834—2011, 4.8; 重訂標點符號手冊; JLREQ",
    disputed="The standard of the mainland and some publishers in Taiwan put the double marks outside, the Ministry of "
    "Education in Taiwan and Japan the single ones: 『「」』 is left alone. The statutes of Japan put 「」 inside 「」.",
)
def nested_quote(document: Document) -> Iterator[Finding]:
    """A quotation inside a quotation with the same marks: `“外“内””`, `「外「內」」`.

    The inner one takes the other form, `“外‘内’”` and `「外『內』」`, so that a reader sees which of them ends.

    The fix is not safe, for the quotes may look the wrong way. English in quotes, quotes of which one may belong to
    the next quotation, 『』, which marks titles too, and Japanese that always nests so are left alone.
    """
    prose = document.prose
    around: list[tuple[int, str, str]] = []  # the open pairs: where they end, what they are, what they are to be
    found: list[tuple[int, int, str]] = []
    forms = {"alike": 0, "other": 0}
    for start, end in tangles(document, *QUOTES).pairs:
        while around and around[-1][0] < start:
            around.pop()
        quotes = right = prose[start] + prose[end]
        if around and quotes in OTHER and _is_quotation(prose, start, end):
            _, outer, meant = around[-1]
            alike = quotes == meant and (quotes[0] in "“「" or outer != meant)
            if _is_japanese(document, start):
                forms["alike" if alike else "other"] += 1
            if alike:
                found.append((start, end, right := OTHER[quotes]))
        around.append((end, quotes, right))
    always = usual(forms) == "alike"
    for start, end, right in found:
        if not (always and _is_japanese(document, start)):
            edits = [Edit(start, start + 1, right[0]), Edit(end, end + 1, right[1])]
            yield edit((start, end + 1), edits, f"a quotation inside a quotation takes “{right}”", Safety.UNSAFE)


def _is_japanese(document: Document, offset: int) -> bool:
    return document.language_at(offset) == "ja"


def _is_quotation(prose: str, start: int, end: int) -> bool:
    """Whether a pair stands around words, and not between two other quotations."""
    first, last = prose[start + 1], prose[end - 1]
    between = first in MARK or last in MARK[:-1] or (end == start + 2 and first in JOINER)
    return not between and LETTER.search(prose, start, min(end, start + NEAR)) is not None
