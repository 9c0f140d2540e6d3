from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import usual
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HANGUL, KANA

#: Marks of Japanese that Chinese writes otherwise. A dot between Han is for odd-interpunct.
CHINESE = {"､": "、", "｡": "。", "・": "·"}
JAPANESE_DOT = r"(?<=[A-Za-z0-9])・(?=[A-Za-z0-9])"
IN_CHINESE = sought(rf"(?<=[{HAN}”’）》」』A-Za-z0-9])[､｡]|{JAPANESE_DOT}")
JAPANESE = sought("(?<=[ァ-ヺー])·(?=[ァ-ヺ])")
#: Korean in horizontal lines writes the marks of Latin, and a space where a word follows.
IN_KOREAN = sought(rf"(?<=[{HANGUL}])(?:[、。]|[,.](?![0-9]))")
HANGULS, KANA_LETTER = [range(0xAC00, 0xD7A4)], lazy(f"[{KANA}]")
KOREAN, LETTER = {"、": ",", "。": "."}, lazy(f"[{HANGUL}{HAN}A-Za-z0-9]")
#: A comma in a Japanese sentence, not in a number.
COMMA = lazy(rf"(?<=[{HAN}{KANA}」』）])(?:、|，)")


@rule(
    languages={"zh", "ja", "ko"},
    unsafe={
        "苹果⟦､⟧香蕉和梨⟦｡⟧": "苹果、香蕉和梨。",
        "歌手A⟦・⟧B说的话，很好。": "歌手A·B说的话，很好。",
        "そうです、はい。" * 10 + "そうです⟦，⟧はい。": "そうです、はい。" * 10 + "そうです、はい。",
        "ジョン⟦·⟧スミスさんです。": "ジョン・スミスさんです。",
        "안녕하세요⟦、⟧여러분. 반갑습니다⟦。⟧네, 감사합니다.": "안녕하세요, 여러분. 반갑습니다. 네, 감사합니다.",
    },
    good=[
        "苹果、香蕉。", "そうです，はい。", "そうです，はい。" * 20, "そうです、はい。" * 10 + "１，２は",
        "そうです、はい。" * 10 + "\n\n" + "这是我们说的话，很好。" * 5, "研究・開発をする。", "他读了《ジョン・スミス》这本书，很好。", "见 `､` 吧", "・苹果\n・梨",
        "そうです、はい。そうです，はい。", "안녕하세요, 여러분. 반갑습니다!", "안녕하세요、여러분。 반갑습니다。", "안녕하세요，여러분. 네, 네.",
    ],
    source="CLREQ 3.1.2; JLREQ 3.1.1; KLREQ",
    disputed="The Japanese government's guide of 1952 to official documents had `，` in horizontal lines, that of 2022 has `、`. KLREQ allows `，` in Korean.",
)  # fmt: skip
def foreign_mark(document: Document) -> Iterator[Finding]:
    """A mark of Japanese in Chinese (`､`, `｡`, `・`), of Chinese in Japanese (`·`, `，` where it uses `、`), of either in Korean.

    They come with an input method, a font or a copied passage. Japanese may be written with `，` from
    beginning to end: only where a document nearly always writes `、` is the other a slip. Korean writes `、` and
    `。` in vertical lines: they are slips where it has more of `,` and `.`.
    """
    prose, interpunct = document.prose, document.settings.style.interpunct
    for mark in document.find(IN_CHINESE) if document.holds("､｡・") else ():
        chosen = mark[0] == "・" and interpunct in ("katakana", "ignore")
        if document.language_at(mark.start()).startswith("zh") and not chosen:
            right = CHINESE[mark[0]]
            yield replace(mark.span(), right, f"“{{0}}” stands for “{right}” in Chinese", Safety.UNSAFE)
    for mark in document.find(JAPANESE) if "·" in prose and interpunct not in ("middle-dot", "ignore") else ():
        if document.language_at(mark.start()) == "ja":
            yield replace(mark.span(), "・", "“{0}” stands for “・” in Japanese", Safety.UNSAFE)
    marks = document.find(IN_KOREAN) if document.holds(HANGULS) else ()
    korean = [mark for mark in marks if document.language_at(mark.start()) == "ko"]
    vertical = [mark for mark in korean if mark[0] in KOREAN]
    for mark in vertical if 2 * len(vertical) < len(korean) else ():
        right = KOREAN[mark[0]] + " " * bool(LETTER.match(prose, mark.end()))
        yield replace(mark.span(), right, f"“{{0}}” stands for “{right.strip()}” in Korean", Safety.UNSAFE)
    if "，" not in prose or not KANA_LETTER.search(prose):
        return
    commas = [m for m in COMMA.finditer(prose) if document.language_at(m.start()) == "ja"]
    chinese = [mark for mark in commas if mark[0] == "，"]
    if usual({"、": len(commas) - len(chinese), "，": len(chinese)}) == "、":
        for mark in chinese:
            yield replace(mark.span(), "、", "“{0}” where the document writes “、”", Safety.UNSAFE)
