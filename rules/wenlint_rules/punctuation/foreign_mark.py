import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.characters import HAN, KANA
from wenlint.convention import usual

#: Marks of Japanese that Chinese writes otherwise. A dot between Han is for odd-interpunct.
CHINESE = {"､": "、", "｡": "。", "・": "·"}
JAPANESE_DOT = r"(?<=[A-Za-z0-9])・(?=[A-Za-z0-9])"
IN_CHINESE = re.compile(rf"(?<=[{HAN}”’）》」』A-Za-z0-9])[､｡]|{JAPANESE_DOT}")
#: A comma in a Japanese sentence, not in a number.
COMMA = re.compile(rf"(?<=[{HAN}{KANA}」』）])(?:、|，)")


@rule(
    languages={"zh", "ja"},
    needs="､｡・，",
    unsafe={
        "苹果⟦､⟧香蕉和梨⟦｡⟧": "苹果、香蕉和梨。",
        "歌手A⟦・⟧B说的话，很好。": "歌手A·B说的话，很好。",
        "そうです、はい。" * 10 + "そうです⟦，⟧はい。": "そうです、はい。" * 10 + "そうです、はい。",
    },
    good=[
        "苹果、香蕉。", "そうです，はい。", "そうです，はい。" * 20, "そうです、はい。" * 10 + "１，２は",
        "そうです、はい。" * 10 + "\n\n" + "这是我们说的话，很好。" * 5, "研究・開発をする。", "他读了《ジョン・スミス》这本书，很好。", "见 `､` 吧", "・苹果\n・梨",
        "そうです、はい。そうです，はい。",
    ],
    source="CLREQ 3.1.2; JLREQ 3.1.1",
)  # fmt: skip
def foreign_mark(document: Document) -> Iterator[Finding]:
    """A mark of Japanese in Chinese (`､`, `｡`, `・`), or a Chinese comma in Japanese that uses `、`.

    They come with an input method, a font or a copied passage. Japanese may be written with `，` from
    beginning to end: only where a document nearly always writes `、` is the other a slip.
    """
    prose = document.prose
    for mark in IN_CHINESE.finditer(prose):
        if document.languages[document.block_index(mark.start())] != "ja":
            right = CHINESE[mark[0]]
            yield replace(mark.span(), right, f"“{{0}}” stands for “{right}” in Chinese", Safety.UNSAFE)
    if "，" not in prose:
        return
    commas = [m for m in COMMA.finditer(prose) if document.languages[document.block_index(m.start())] == "ja"]
    chinese = [mark for mark in commas if mark[0] == "，"]
    if usual({"、": len(commas) - len(chinese), "，": len(chinese)}) == "、":
        for mark in chinese:
            yield replace(mark.span(), "、", "“{0}” where the document writes “、”", Safety.UNSAFE)
