"""Stretches of prose that are not prose after all: addresses, template expressions, code in plain text.

They are looked for only when something was found that they could excuse.
"""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from wenlint.formats.page_markers import is_marker
from wenlint.search.patterns import sought
from wenlint.unicode.characters import CJK_MARKS

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: An address goes on through letters of any script, but a comma and the like between ASCII and Han is the
#: sentence's; a colon or a question mark may be the address's own.
_IN_ADDRESS = rf"(?:(?!(?<=[\x00-\x7f])[,;!)\]](?:[^\x00-\x7f]|\s|$))[^\s<>\"“”‘’`{CJK_MARKS}])"
PATTERN = sought(
    "|".join(
        (
            rf"\b[A-Za-z][A-Za-z0-9+.-]{{0,20}}://{_IN_ADDRESS}+",
            rf"\bwww\.{_IN_ADDRESS}+",
            r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+",
            r"(?<![A-Za-z])[A-Za-z]:\\[^\s，。；：]+",  # a path on Windows
            r"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}/[^\s，。；！、（）《》“”]*",  # an address without a scheme
            r"`[^`\n]+`",
            r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});",  # an HTML entity
            r"\[\[[^\[\]\n]*\]\]|\[@[^\[\]\n]*\]",  # a link of a wiki, a citation
            r"[:;]-?[()DPp](?=\s|$|[，。！？])",  # a face
            r"\{\{[^{}]{0,500}\}\}|\{%[^%]{0,500}%\}|\$\{[^{}\n]*\}|<%[^%\n]*%>|\{[.#][^{}\n]*\}",
            r"\]\([^()\s]*\)",  # the target of a link that was left in plain text
            r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>",
            r"(?<![A-Za-z0-9:]):[a-z0-9_+-]+:(?!:)",  # an emoji code
            r"\\[A-Za-z]+(?:\{[^{}\n]*\})*|\\\([^\n]{0,200}?\\\)|\$[^$\n]{0,200}[\\=^_][^$\n]{0,200}\$",  # TeX
            r"(?<![^\s（“])(?:\.{1,2}|~)?/[^\s/，。；、）”]+(?:/[^\s/，。；、）”]*)+|\\\\[^\s，。；]+",  # a path
            r"(?<![\w\u3400-\u9fff.-])[\w\u3400-\u9fff.-]{1,100}\.(?:csv|docx?|gif|html?|jpe?g|js|json|md|pdf|png|pptx?|py|txt|xlsx?|zip)\b",
            r"(?<!\S)#[^\s#，。]+",  # a tag
            r"^[ \t]*[|│┃][^\n]*[|│┃][ \t]*$",  # a row of a table drawn with characters
        )
    ),
    re.ASCII | re.MULTILINE,
)
#: A template expression may be so long, and go over lines.
REACH = 520
Spans = list[tuple[int, int]]


def find(document: "Document", start: int, end: int) -> Spans:
    """The spans in a part of the prose, in ascending order."""
    if not document.look.may_hold(PATTERN, start, end):
        return []
    matches = PATTERN.finditer(document.prose, start, end)
    return [match.span() for match in matches if not is_marker(match[0], document.settings)]


def touches(spans: Spans, start: int, end: int) -> bool:
    """Whether a span overlaps one of these; an insertion at an edge does not."""
    index = bisect_right(spans, (start, _LAST)) - 1
    for begin, stop in spans[max(index, 0) : index + 2]:
        if start < stop and end > begin and (start != end or begin < start):
            return True
    return False


#: Sorts after every offset a text can have.
_LAST = 1 << 62
