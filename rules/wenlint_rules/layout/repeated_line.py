from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN, KANA

LINE = lazy(r"[^\n\f]+")
#: A line of running text: it has a mark inside, and so many letters; a short one may be a refrain, a field, a cell.
LETTERS = lazy(f"[{HAN}{KANA}A-Za-z]")
MARK = lazy("[，、；：]")
SHORTEST = 16


@rule(
    languages={"zh", "ja"},
    reported=[
        "会议指出，要认真总结经验，把这项工作放在更加突出的位置。\n⟦会议指出，要认真总结经验，把这项工作放在更加突出的位置。⟧\n",
        "会议指出，要认真总结经验，把这项工作放在更加突出的位置。\n\n⟦会议指出，要认真总结经验，把这项工作放在更加突出的位置。⟧\n",
    ],
    good=[
        "好一朵美丽的茉莉花\n好一朵美丽的茉莉花\n",
        "姓名：张三\n姓名：张三\n",
        "路漫漫其修远兮，吾将上下而求索。\n路漫漫其修远兮，吾将上下而求索。\n",
        "会议指出，要认真总结经验，把这项工作放在更加突出的位置。\n会议要求，要认真总结经验，把这项工作放在更加突出的位置。\n",
        "| 会议指出，要认真总结经验，把这项工作放在更加突出的位置。 |\n|---|\n| 会议指出，要认真总结经验，把这项工作放在更加突出的位置。 |\n",
    ],
    source="The output of extractors on overlapping pages",
)
def repeated_line(document: Document) -> Iterator[Finding]:
    """A line of running text twice in a row.

    Overlapping pages and careless pasting leave it. The refrain of a song, the fields of a form and the cells of a
    table are repeated by right.
    """
    before = ""
    for line in LINE.finditer(document.prose):
        text = line[0].strip()
        if not text:
            continue
        if text == before and MARK.search(text) and sum(1 for _ in LETTERS.finditer(text)) >= SHORTEST:
            start = line.start() + line[0].index(text[0])
            if document.block_at(start).kind == "paragraph":
                yield report((start, start + len(text)), "the line stands here twice")
        before = text
