from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import ellipsis
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CHINESE, HAN, LINE_ENDS

DOTS = sought(
    rf"(?<=[{HAN}”’）》」』，。？！])(?:\.{{3}}|\.{{6}})(?=[{CHINESE}]|[ ]?[{LINE_ENDS}]|\Z)"
    rf"|(?<=[{HAN}])(?:\.{{3}}|\.{{6}})(?=[ \"')\]A-Za-z])"
    rf"|(?<=[“‘「『（])(?:\.{{3}}|\.{{6}})(?=[{HAN}])"
    rf"|(?<=[A-Za-z\"')])(?:\.{{3}}|\.{{6}})(?=[{HAN}])"
)

#: A line with Latin letters and no mark of Chinese may be a command; so far it is looked at, in code points.
LATIN, MARK, NEAR = lazy("[A-Za-z]"), lazy("[，。；：？！“”]"), 400


@rule(
    languages={"zh"},
    bad={
        "他说⟦...⟧好吧": "他说……好吧",
        "等等⟦......⟧\n“⟦...⟧走吧⟦...⟧”": "等等……\n“……走吧……”",
    },
    unsafe={"Vue⟦...⟧等框架": "Vue……等框架"},
    good=["wait... what?", "见 `他...她`", "第1...3章", "他说....", "[...数组]"],
    source="GB/T 15834—2011, 4.11; CLREQ 3.1.2",
    disputed="Many user interfaces write one `…`. lint-md turns `等等...` into `等等。..`.",
)
def ascii_ellipsis(document: Document) -> Iterator[Finding]:
    """ASCII dots standing in for the Chinese ellipsis.

    The Chinese ellipsis is six dots in two squares, `……`, at half height; `style.ellipsis` may be `single` or
    `ignore`. Dots between Latin letters or digits, in code, and any other number of them are left alone.
    """
    right = ellipsis(document.settings.style.ellipsis, document)
    if right is None:
        return
    for dots in document.find(DOTS):
        line = document.prose[slice(*document.line_at(dots.start()))][:NEAR]
        foreign = document.prose[dots.start() - 1].isascii() or (LATIN.search(line) and not MARK.search(line))
        safety = Safety.UNSAFE if foreign else Safety.SAFE
        yield replace(dots.span(), right, f"“{{0}}” stands for the ellipsis “{right}”", safety)
