from collections.abc import Iterator

from wenlint import Document, Finding, delete, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CHINESE, KANA, LINE_ENDS

#: One space; whether it stands at an edge of a link's text only the source can tell.
SPACE = sought(r"(?<! )[ ](?! )")
#: What needs no space beside it on the outside of the link, or has one.
OUTSIDE = lazy(rf"[{CHINESE}{KANA} {LINE_ENDS}]")
WIDE = lazy(f"[{CHINESE}{KANA}]")


@rule(
    formats={"markdown"},
    languages={"zh", "ja"},
    needs="]",
    default=False,
    bad={
        "见[⟦ ⟧文档⟦ ⟧](u)中的说明。": "见[文档](u)中的说明。",
        "见[⟦ ⟧文档](u)，好。": "见[文档](u)，好。",
    },
    good=[
        "见[文档](u)，好。",
        "见 [文档](u) ，好。",
        "见[Vue 文档](u)，好。",
        "见[ Vue ](u)写。",
        "见 \\[ 文档 \\](u)，好。",
        "见 [ 文档 ]，好。",
        "- [ ] 甲\n- [x] 乙",
        "见`[ 文档 ](u)`。",
        "见![ 图 ](u)。",
    ],
    source="markdownlint MD039",
)
def space_in_link_text(document: Document) -> Iterator[Finding]:
    """A space right inside the brackets of a link: `[ 文档 ](…)`.

    It is underlined with the text. Where it parts Latin letters in the link from the Han around it, the author
    may need it, and it is left alone.
    """
    prose, text = document.prose, document.text
    for space in document.find(SPACE):
        at = space.start()
        source = document.parsed.prose.to_source(at, at + 1)[0]
        before, after = prose[at - 1 : at] if at else "\n", prose[at + 1 : at + 2] or "\n"
        # A bracket that is in the source but not in the prose is markup.
        opens = text[source - 1 : source] == "[" and before != "["
        closes = text[source + 1 : source + 2] == "]" and after != "]"
        inner, outer = (after, before) if opens else (before, after)
        if opens != closes and WIDE.match(inner) and OUTSIDE.match(outer):
            yield delete((at, at + 1), "space inside the brackets of a link")
