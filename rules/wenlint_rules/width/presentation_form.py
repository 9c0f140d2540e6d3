from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, replace, rule
from wenlint.document.pairs import scan
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN, HIRAGANA, LINE_ENDS

#: Forms for vertical lines and small forms of Big5, and the marks they are. U+FE30 is the colon of Big5.
#: Left out: overlines, low lines, sesame dots and bars, which are drawn with and stand for no one mark.
MARKS = str.maketrans("︐︑︒︓︔︕︖︰﹐﹑﹔﹕﹖﹗", "，、。：；！？：，、；：？！")
OPENERS, CLOSERS = "︗︵︷︹︻︽︿﹁﹃﹇﹙﹛﹝", "︘︶︸︺︼︾﹀﹂﹄﹈﹚﹜﹞"
WIDE = str.maketrans(OPENERS + CLOSERS, "〖（｛〔【《〈「『［（｛〔〗）｝〕】》〉」』］）｝〕")
#: A dash and an ellipsis only where there are two: one `︱` parts titles, one `︙` is a menu.
DOUBLED = {"︱︱": "——", "﹘﹘": "——", "︙︙": "……"}
SYMBOLS = str.maketrans("﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫", "#&*+-<>=\\$%@")
LETTER = f"{HAN}{HIRAGANA}ァ-ヺー"
FORM = sought(
    rf"(?<=[{LETTER}”’）》」』】{CLOSERS}])(?P<mark>[︐-︖︰﹐﹑﹔-﹗])"
    rf"(?=[{LETTER}“‘（《「『【{OPENERS}”’）》」』】{CLOSERS}A-Za-z0-9]|[ ]?[{LINE_ENDS}]|\Z)"
    rf"|(?<=[{LETTER}])(?:︱︱|﹘﹘|︙︙)(?=[{LETTER}])"
    r"|(?<=[0-9])﹪|﹩(?=[0-9])"
    r"|(?<=[A-Za-z0-9])[﹟-﹣﹤-﹦﹨﹫](?=[A-Za-z0-9])"
)
INSIDE, NEAR = lazy(f"[{LETTER}]"), 200  # what a pair stands around, and how far in it is looked for
#: Where forms are the subject, they are meant.
ABOUT = sought("[竖豎直縱纵縦][排书書]|U\\+FE|Unicode|Big5|[变變][体體]形|小型|全角|全形")


@rule(
    languages={"zh", "ja"},
    needs="".join(chr(c) for c in range(0xFE10, 0xFE6C)),
    bad={
        "他来了⟦︐⟧我走了⟦︒⟧": "他来了，我走了。",
        "第一条⟦︵总则︶⟧⟦︰⟧见⟦﹁甲乙﹂⟧": "第一条（总则）：见「甲乙」",
        "蘋果⟦﹑⟧香蕉⟦﹐⟧好⟦﹗⟧⟦﹝註﹞⟧": "蘋果、香蕉，好！〔註〕",
        "他说⟦︱︱⟧走吧，共100⟦﹪⟧": "他说——走吧，共100%",
    },
    unsafe={"设 a⟦﹢⟧b 为甲，邮箱 a⟦﹫⟧b": "设 a+b 为甲，邮箱 a@b"},
    good=[
        "(╯°□°）╯︵ ┻━┻ (︶︿︶) ╮(﹀_﹀)╭ ಥ﹏ಥ 好",
        "早报︱今日要闻，点击右上角的︙打开菜单",
        "直排用︐和︵甲︶，U+FE10 是甲︐乙",
        "重点﹅﹆与﹋波浪﹌和﹏﹏﹏﹏",
        "`甲︐乙` 好，（一）总则",
    ],
    source="Unicode Standard, 6.2 and 23.1; CLREQ 3.1.1",
)
def presentation_form(document: Document) -> Iterator[Finding]:
    """A form for vertical lines or a small form, `︵︒﹐`, standing for the mark itself, `（。，`.

    Which form is drawn is the font's affair. Extractors of vertical pages and conversions from Big5 leave
    the forms in the text, where no search finds them.

    Brackets are judged as a pair around letters. Faces, bars, lines and paragraphs about the forms are
    left alone. A small sign between Latin letters may be meant: its fix is not safe.
    """
    prose = document.prose
    about = document.blocks_with(ABOUT)
    for form in document.find(FORM):
        if document.block_index(form.start()) not in about:
            old = form[0]
            new = old.translate(MARKS) if form["mark"] else DOUBLED.get(old) or old.translate(SYMBOLS)
            sure = not new.isascii() or new in "$%"
            message = f"the presentation form “{{0}}” stands for “{new}”"
            yield replace(form.span(), new, message, Safety.SAFE if sure else Safety.UNSAFE)
    for start, end in scan(document, (OPENERS, CLOSERS)).pairs:
        opener, closer = prose[start].translate(WIDE), prose[end].translate(WIDE)
        matched = OPENERS.index(prose[start]) == CLOSERS.index(prose[end])
        inside = INSIDE.search(prose, start, min(end, start + NEAR))
        if matched and inside and document.block_index(start) not in about:
            edits = [Edit(start, start + 1, opener), Edit(end, end + 1, closer)]
            yield edit((start, end + 1), edits, f"presentation forms stand for “{opener}{closer}”")
