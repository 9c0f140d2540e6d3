from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.document.pairs import BRACKETS, unpaired
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, KANA

LETTER = lazy(f"[{HAN}{KANA}]")
#: What stands before a closing bracket that belongs to the sentence.
INSIDE = lazy(f"[{HAN}{KANA}》〉”」』。]")
#: A list number, a face, an interval, an address or a wiki link: where one stands, nothing is certain in that
#: paragraph.
DOUBTFUL = lazy(
    r"(?<![0-9A-Za-z（(一二三四五六七八九十])(?:[0-9]{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2}|[ivx]{2,4}|[①-⑳])[)）]"
    rf"|[:;：；=^]-?[()）]|[:;：；=^]-?（(?![{HAN}{KANA}0-9A-Za-z“《])"
    r"|[\[［][^\]］\n]{0,20}[)）]|[(（][^)）\n]{0,20}[\]］]|://|\[\[|括[弧号號]|[ω´｀]"
)
#: Slang writes an aside at a sentence's end without closing it: `（笑`, `（逃`.
ASIDE = lazy(rf"[{HAN}{KANA}]{{1,4}}(?:[。！？\s]|\Z)")


@rule(
    languages={"zh", "ja"},
    reported=[
        "根据⟦《⟧条例的规定，制定本办法。",
        "根据条例⟦》⟧的规定，制定本办法。",
        "本法⟦（⟧以下简称《办法》所称的机关，包括各级政府。",
        "（以下简称⟦《⟧办法），制定本条例。",
        "本法（包括修正案）所称的机关⟦）⟧，包括各级政府。",
        "この法律⟦（⟧以下「法」という。",
    ],
    good=[
        "1) 第一项。\n2) 第二项。",
        "a) 甲，b) 乙。",
        "包括1)甲项、2)乙项（共两项）。",
        "（包括1）甲项、2）乙项）很好。",
        "今天很开心:)，明天难过：（，好。",
        "他说要走（笑。",
        "（第一段很长。\n\n第二段也长。）",
        "（一）总则。（二）分则。",
        "区间［0，1）内，函数 `f(` 单调。",
        "见 https://example.com/甲)乙，好。",
        "《甲\n乙》一书，好。",
        "根据《条例",
        "根据《条例\n\n第二条》的规定，好。",
        "（甲《乙）丙》，好。",
        "函数(kg。",
        "左括号（表示开始，右括号）表示结束，括号）完。",
    ],
    source="GB/T 15834—2011, 4.9, 4.15",
)
def unpaired_bracket(document: Document) -> Iterator[Finding]:
    """A bracket or title mark whose partner is missing.

    Where the aside or the title ends is lost, and only a reader who knows the text can tell.

    Only paragraphs that end in a full stop are judged. List numbers, faces, intervals, asides that slang leaves
    open, and brackets that go on over paragraphs are left alone.
    """
    prose, doubtful = document.prose, dict[int, bool]()
    for mark in unpaired(document, *BRACKETS):
        at = mark.offset
        belongs = LETTER.match(prose, at + 1) if mark.opens else at and INSIDE.match(prose, at - 1)
        if not belongs or (mark.opens and prose[at] in "(（" and ASIDE.match(prose, at + 1)):
            continue
        if mark.block not in doubtful:
            _, start, end = document.blocks[mark.block]
            doubtful[mark.block] = DOUBTFUL.search(prose, start, end) is not None
        if not doubtful[mark.block]:
            yield report((at, at + 1), "“{0}” has no partner in its paragraph")
