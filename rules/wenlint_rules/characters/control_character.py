from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, replace, report, rule
from wenlint.characters import HAN, HANGUL, KANA
from wenlint.names import named
from wenlint.patterns import lazy, sought

#: All but tab, line end, form feed and carriage return.
CONTROL = sought("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
#: A terminal's orders begin with an escape.
TERMINAL = lazy("\x1b[\\[\\]()]")
LETTER = lazy(f"[{HAN}{KANA}{HANGUL}]")
#: Windows-1252 has marks here: an ellipsis, quotes, a bullet and dashes.
MARKS = lazy("[\x85\x91-\x97]+")


@rule(
    bad={"中⟦\x08⟧文和⟦\x00\x1f⟧字か⟦\x9d⟧な한⟦\x7f⟧국": "中文和字かな한국"},
    unsafe={"他说⟦\x93⟧你好⟦\x94⟧": "他说“你好”"},
    reported=["⟦\x0f⟧ 第一项，⟦\x01⟧", "3 ⟦\x00⟧ 2"],
    good=["中\t文\n好\f", "中文，好", "\x1b[1m错误\x1b[0m：", "`\x01`"],
    notation=True,
    source="Unicode Standard, 23.1 Control Codes",
)
def control_character(document: Document) -> Iterator[Finding]:
    """A control character, U+0000 to U+001F and U+007F to U+009F, other than tab, line end and form feed.

    Nothing shows it, XML forbids it, and programs stop at it. Inside a word of Han, kana or Hangul it stands for
    nothing and goes. Elsewhere it may stand for what an extractor could not name, such as a bullet (`U+000F`) or a
    minus (`U+0000`), and is only reported. Quotes, dashes and the ellipsis of Windows-1252 read as Latin-1 are named.
    """
    prose = document.prose
    for run in document.find(CONTROL):
        start, end = run.span()
        if TERMINAL.match(prose, start):
            continue
        message = f"control character {named(run[0])}"
        if MARKS.fullmatch(run[0]):
            mark = run[0].encode("latin-1").decode("cp1252")
            yield replace((start, end), mark, f"{message} stands for “{mark}” of Windows-1252", Safety.UNSAFE)
        elif LETTER.match(prose, max(start - 1, 0), start) and LETTER.match(prose, end):
            yield delete((start, end), message)
        else:
            yield report((start, end), message)
