from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import sought

#: Tags after a black flag make the flag of a region: 🏴 and `gbeng`, ended by the cancel tag.
TAGS = sought("(?P<flag>\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f)|[\U000e0000-\U000e007f]+", in_source=True)
OFFSET = 0xE0000


@rule(
    reported=["中⟦\U000e0068\U000e0069⟧文", "⟦\U000e0001⟧好"],
    good=["英格兰\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f队", "中文，好"],
    view="file",
    source="Unicode Standard, 23.9 Tag Characters",
)
def tag_character(document: Document) -> Iterator[Finding]:
    """Characters of the tag block, U+E0000 to U+E007F, which nothing shows and machines read.

    Each doubles a character of ASCII, so that a whole message can be hidden in a text: orders to a language model,
    a mark of who copied it. Code is looked at too. The flags of regions are made with them and left alone.
    """
    for run in document.find_in_source(TAGS):
        if not run["flag"]:
            hidden = "".join(chr(ord(tag) - OFFSET) for tag in run[0] if 0x20 <= ord(tag) - OFFSET < 0x7F)
            count = f"U+{ord(run[0][0]):04X} to U+{ord(run[0][-1]):04X}" if len(run[0]) > 1 else f"U+{ord(run[0]):04X}"
            said = f", which say {hidden!r}" if hidden else ""
            yield report(run.span(), f"hidden tag characters ({count}){said}".replace("{", "{{").replace("}", "}}"))
