from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import CJK_MARKS

#: The mark after it is looked at apart, so that no address is read twice.
ADDRESS = sought(rf"(?<![A-Za-z0-9/(<\"'=])(?:https?://|www\.)([^\s<>\"“”‘’`{CJK_MARKS}\ufffc]+)")
MARKS = "，、；：。！？）》」』】”’"
#: Titles of wikis hold such marks.
TITLE = lazy("/wiki/|%[0-9A-F]{2}")


@rule(
    formats={"markdown"},
    reported=["见 https://foo.com/a⟦，⟧然后再说", "（见 https://foo.com⟦）⟧。", "见https://foo.com/中文⟦。⟧"],
    good=[
        "见 https://foo.com/a ，然后再说",
        "见 <https://foo.com/a>，然后再说",
        "见 [链接](https://foo.com/a)，然后再说",
        "见 `https://foo.com/a`，然后再说",
        "见 https://zh.wikipedia.org/wiki/你好，世界 吧",
        "见 https://foo.com/a（官网）",
        "见 https://foo.com/a, 然后再说",
        "协议 https://，好",
        "见 *https://foo.com/a*，见 [https://foo.com/b](c)，然后再说",
    ],
    source="GitHub Flavored Markdown 6.9, autolinks",
)
def mark_in_autolink(document: Document) -> Iterator[Finding]:
    """A full-width mark right after a bare address, which becomes part of the link.

    Programs that make links of bare addresses end them at a space, not at `，`. `<https://…>` says where it ends.
    """
    prose = document.prose
    for address in document.find(ADDRESS):
        end = address.end()
        if prose[end : end + 1] not in [*MARKS] or "." not in address[1] or TITLE.search(address[1]):
            continue
        start, stop = document.parsed.prose.to_source(end - 1, end + 1)
        # Where markup stands between them, the markup ends the address.
        if stop - start == 2:
            yield report((end, end + 1), "“{0}” becomes part of the link before it: write <…> around the address")
