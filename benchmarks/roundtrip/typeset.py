"""Texts in layouts, as PDF: the only module that knows typst."""

import re
from pathlib import Path

import typst

from benchmarks.roundtrip.layouts import Layout, Running
from benchmarks.roundtrip.texts import Paragraph, Piece, Text

#: The font, the language and the region of each of `texts.LANGUAGES`.
SCRIPTS = {
    "zh-Hans": ("Noto Serif CJK SC", "zh", "cn"),
    "zh-Hant": ("Noto Serif CJK TC", "zh", "tw"),
    "ja": ("Noto Serif CJK JP", "ja", "jp"),
}


def missing_fonts() -> list[str]:
    """The fonts that are needed and that this machine has not."""
    families = set(typst.Fonts().families())
    return [font for font, _, _ in SCRIPTS.values() if font not in families]


def write_pdf(text: Text, layout: Layout, pdf: Path) -> None:
    """Print a text."""
    pdf.write_bytes(typst.compile(source(text, layout).encode()))


def source(text: Text, layout: Layout) -> str:
    """A text in a layout, in the language of typst."""
    font, language, region = SCRIPTS[text.language]
    width, height = layout.page
    indented = layout.paragraphs == "indent"
    spacing = "0.9em" if indented else "1.6em"
    lines = [
        f"#set page(width: {width}mm, height: {height}mm, margin: {layout.margin}mm, columns: {layout.columns},",
        f'  numbering: "{layout.numbers}", header: {_running(layout.head, text)}, footer: {_running(layout.foot, text)})',
        f'#set text(size: {layout.size}pt, lang: "{language}", region: "{region}",',
        f'  font: ((name: "Libertinus Serif", covers: "latin-in-cjk"), "{font}"))',
        f"#set par(justify: {_boolean(layout.justified)}, leading: 0.9em, spacing: {spacing},",
        f"  first-line-indent: (amount: {2 if indented else 0}em, all: true))",
        "#show heading: set block(above: 1.6em, below: 1.2em)",
        "#show heading.where(level: 1): set align(center)",
    ]
    lines += [_block(block, text, layout) for block in text.blocks if block.kind != "note"]
    return "\n\n".join(lines)


def _block(block: Paragraph, text: Text, layout: Layout) -> str:
    words = "".join(_piece(piece, text, layout) for piece in block.pieces)
    if block.kind == "heading":
        return f"{'=' * block.level} {words}"
    if block.kind == "item":
        return f"{_string(block.label + ' ')}{words}"
    if block.kind == "verse":
        return f"#block(spacing: 0.9em, inset: (left: 4em))[{words}]"
    if block.kind == "caption":
        return f"#align(center)[#rect(width: 70%, height: 3em) #text(size: 0.9em)[{words}]]"
    return words


def _piece(piece: Piece, text: Text, layout: Layout) -> str:
    kind, words = piece
    if kind == "code":
        return f"#raw({_quoted(words)});"
    if kind == "strong":
        return f"#strong[{_string(words)}];"
    if kind == "mark":
        note = "".join(_piece(inner, text, layout) for inner in text.notes[words].pieces)
        return f"#footnote[{note}];" if layout.notes else ""
    return _string(words)


def _running(running: Running, text: Text) -> str:
    odd, even = (_line(line, text) for line in running)
    return f"context {{ if calc.odd(here().page()) [{odd}] else [{even}] }}"


def _line(line: str, text: Text) -> str:
    """A running head or foot, centred."""
    fields = {
        "title": _string(text.title),
        "chapter": "#query(selector(heading).before(here())).map(head => head.body)"
        f".at(-1, default: [{_string(text.title)}]);",
        "page": "#counter(page).display();",
        "pages": "#counter(page).final().first();",
    }
    parts = re.split(r"\{(\w+)\}", line)
    words = "".join(fields[part] if number % 2 else _string(part) for number, part in enumerate(parts))
    return f"#align(center)[#text(size: 0.85em)[{words}]]" if line else ""


def _string(words: str) -> str:
    """Words as they stand: in a string of typst nothing is markup."""
    return f"#{_quoted(words)};" if words else ""


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", r"\\").replace('"', r"\"") + '"'


def _boolean(value: bool) -> str:
    return str(value).lower()
