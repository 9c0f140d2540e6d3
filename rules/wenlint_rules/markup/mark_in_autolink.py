import re
from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.characters import CJK_MARKS

ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9/(<\"'=])(?:https?://|www\.)([^\s<>\"“”‘’`{CJK_MARKS}\ufffc]+)([，、；：。！？）》」』】”’])"
)
#: Titles of wikis hold such marks.
TITLE = re.compile("/wiki/|%[0-9A-F]{2}")


@rule(
    formats={"markdown"},
    needs="，、；：。！？）》」』】”’",
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
    for address in ADDRESS.finditer(document.prose):
        start, end = document.parsed.prose.to_source(address.end() - 2, address.end())
        # Where markup stands between them, the markup ends the address.
        if "." in address[1] and end - start == 2 and not TITLE.search(address[1]):
            yield report(address.span(2), "“{0}” becomes part of the link before it: write <…> around the address")
