from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.document.pairs import QUOTES, Mark, unpaired
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, KANA

from wenlint_rules.punctuation.quote_direction import turned

#: What shows that a quote belongs to the East Asian sentence, on the side of what it quotes.
QUOTED, QUOTE_END = lazy(f"[{HAN}{KANA}《「『]"), lazy(f"[{HAN}{KANA}》」』。！？…]")
#: Feet and inches close nothing: where they stand, nothing is certain in that paragraph.
DOUBTFUL = lazy("[0-9]’|[0-9]”[ ]?[屏显顯×xX*]")
APOSTROPHE = lazy("’[A-Za-z]")
#: A quote that the sentence speaks of: `引号“`, `符号”`.
SPOKEN_OF = lazy("[号號符]")


@rule(
    languages={"zh", "ja"},
    reported=[
        "会议强调，要做到⟦“⟧两个维护，再接再厉。",
        "会议强调，要做到两个维护⟦”⟧，再接再厉。",
        "“他说⟦‘⟧很好”，然后走了。",
        "他说「好」，她說⟦「⟧不好。",
        "彼は「はい」と言い、彼女は⟦「⟧いいえと言った。",
    ],
    good=[
        "“第一段，很好。\n\n“第二段，也好。\n\n“第三段，完了。”",
        "“第一段，很好。\n“第二段，也好。\n“第三段，完了。”",
        "将第十条修改为：“第十条　有下列情形之一的，予以处罚。\n\n（一）甲。\n\n（二）乙。”",
        "It’s 张三’s 书，the boys’ 书，’90s，很好。",
        "他说“好",
        "这是27”屏，身高5’10”，很好。",
        "左引号“的用法，很简单。",
        "“他说‘好’”，『甲「乙」丙』。",
        "他说`“`好。",
        "いわゆる”リアル”な条件です。そして”リアルな条件です。",
        "他说：”好“，走了。",
    ],
    source="GB/T 15834—2011, 4.8",
)
def unpaired_quote(document: Document) -> Iterator[Finding]:
    """A quotation mark whose partner is missing.

    Where the quotation begins or ends is lost, and only a reader who knows the text can tell.

    Only paragraphs that end in a full stop are judged. Quotations that go on over paragraphs, closed in a
    later one or opened anew at the beginning of each, apostrophes, feet and inches, and
    curly quotes in Japanese, which are often typed the same way on both sides, are left alone.
    """
    prose, doubtful = document.prose, dict[int, bool]()
    mended = {mark for run in turned(document) for mark in run.offsets}
    for mark in unpaired(document, *QUOTES):
        at = mark.offset
        belongs = QUOTED.match(prose, at + 1) if mark.opens else at and QUOTE_END.match(prose, at - 1)
        if at in mended or not belongs or _is_foreign(document, mark) or (at and SPOKEN_OF.match(prose, at - 1)):
            continue
        if mark.block not in doubtful:
            _, start, end = document.blocks[mark.block]
            doubtful[mark.block] = DOUBTFUL.search(prose, start, end) is not None
        if not doubtful[mark.block]:
            yield report((at, at + 1), "“{0}” has no partner in its paragraph")


def _is_foreign(document: Document, mark: Mark) -> bool:
    """Whether it is an apostrophe, or a curly quote in Japanese."""
    curly = document.prose[mark.offset] in "“”‘’"
    return (curly and document.language_of(mark.block) == "ja") or APOSTROPHE.match(
        document.prose, mark.offset
    ) is not None
