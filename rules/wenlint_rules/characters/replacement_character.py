from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy, sought

LOST = sought("\ufffd+")
#: Where it is the subject; and quoted, or by itself between marks.
ABOUT = sought("U\\+FFFD|FFFD|[Rr]eplacement [Cc]haracter|替换字符|替換字元|置換文字|乱码|亂碼|文字化け")
QUOTED = lazy("[“‘「『\"'（(`]\ufffd+[”’」』\"'）)`]")


@rule(
    reported=["中⟦\ufffd⟧文，⟦\ufffd\ufffd⟧好"],
    good=["显示为“\ufffd”", "\ufffd 是替换字符 U+FFFD", "`\ufffd`", "中文，好"],
    notation=True,
    source="Unicode Standard, 23.8 Specials",
)
def replacement_character(document: Document) -> Iterator[Finding]:
    """U+FFFD, which a decoder puts where it could not read: what stood there is lost.

    The file was read in a wrong encoding once, cut in the middle of a character, or extracted from a font without
    names. Only its source can give it back. Where a text speaks of the character it is left alone.
    """
    prose = document.prose
    about = document.blocks_with(ABOUT)
    for run in document.find(LOST):
        if document.block_index(run.start()) not in about and not QUOTED.match(prose, max(run.start() - 1, 0)):
            yield report(run.span(), "U+FFFD REPLACEMENT CHARACTER: what stood here is lost")
