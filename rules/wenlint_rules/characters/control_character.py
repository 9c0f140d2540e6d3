from collections.abc import Iterator

from wenlint import Document, Finding, Safety, delete, replace, report, rule
from wenlint.document.witness import Seam
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.character_names import named
from wenlint.unicode.characters import HAN, HANGUL, KANA

#: All but tab, line end, form feed and carriage return.
CONTROL = sought("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
#: A terminal's orders begin with an escape.
TERMINAL = lazy("\x1b[\\[\\]()]")
LETTER = lazy(f"[{HAN}{KANA}{HANGUL}]")
#: Windows-1252 has marks here: an ellipsis, quotes, a bullet and dashes.
MARKS = lazy("[\x85\x91-\x97]+")


#: What extractors write for a glyph that they have no name for.
LOST = "\0"


@rule(
    bad={"运输管⟦\x08⟧理条例，见《运输管理条例》": "运输管理条例，见《运输管理条例》"},
    unsafe={
        "他说⟦\x93⟧你好⟦\x94⟧": "他说“你好”",
        "中⟦\x08⟧文か⟦\x9d⟧な한⟦\x7f⟧국": "中文かな한국",
        "其中⟦\x01⟧为常数": "其中为常数",
    },
    reported=[
        "⟦\x0f⟧ 第一项，⟦\x01⟧",
        "3 ⟦\x00⟧ 2",
        "其中⟦\x00⟧为常数，和⟦\x00\x1f⟧字",
        "运输管⟦\x00⟧理条例，运输管理条例",
    ],
    good=["中\t文\n好\f", "中文，好", "\x1b[1m错误\x1b[0m：", "`\x01`"],
    notation=True,
    source="Unicode Standard, 23.1 Control Codes",
)
def control_character(document: Document) -> Iterator[Finding]:
    """A control character, U+0000 to U+001F and U+007F to U+009F, other than tab, line end and form feed.

    Nothing shows it, XML forbids it, and programs stop at it. Where it cuts a word of Han, kana or Hangul that the
    document writes in one piece elsewhere, it stands for nothing and goes. Elsewhere it may stand for what an extractor
    could not name, such as a bullet (`U+000F`) or a letter of a formula (`U+0001`): between letters it goes with
    `--unsafe-fixes`, otherwise it is only reported. `U+0000` is never taken away: extractors write it for a glyph that
    they do not know, and it says where the page has something. Quotes, dashes and the ellipsis of Windows-1252 read as
    Latin-1 are named.
    """
    prose = document.prose
    runs = [run for run in document.find(CONTROL) if not TERMINAL.match(prose, run.start())]
    inside = {Seam(*run.span()) for run in runs if LOST not in run[0] and _is_in_word(prose, *run.span())}
    cut = document.witness.attested(inside) if inside else set()
    for run in runs:
        message = f"control character {named(run[0])}"
        if MARKS.fullmatch(run[0]):
            mark = run[0].encode("latin-1").decode("cp1252")
            yield replace(run.span(), mark, f"{message} stands for “{mark}” of Windows-1252", Safety.UNSAFE)
        elif Seam(*run.span()) in inside:
            yield delete(run.span(), message, Safety.SAFE if Seam(*run.span()) in cut else Safety.UNSAFE)
        else:
            yield report(run.span(), message)


def _is_in_word(prose: str, start: int, end: int) -> bool:
    return bool(LETTER.match(prose, max(start - 1, 0), start) and LETTER.match(prose, end))
