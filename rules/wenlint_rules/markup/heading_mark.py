from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy

#: One band writes its name with a stop.
MARK = lazy(r"(?<!娘)[。，；、．](?=[ \t]*\Z)")
INSIDE = lazy("[。！？；]")


@rule(
    languages={"zh", "ja"},
    needs="。，；、．",
    formats={"markdown"},
    reported=["# 总则⟦。⟧\n\n正文。", "## 一、安装⟦、⟧\n\n正文。"],
    good=[
        "# 总则\n\n正文。",
        "# 什么是 Vue？\n\n# 真好！",
        "# “好。”",
        "# 他来了。我走了。\n\n正文。",
        "正文。",
        "- 甲。",
        "# 使用 `甲。`",
        "# モーニング娘。",
    ],
    source="Style guides",
    default=False,
)
def heading_mark(document: Document) -> Iterator[Finding]:
    """A heading that ends in a stop or a pause mark: `# 总则。`.

    A heading is no sentence. Questions, exclamations and headings of several sentences are left alone.
    """
    for block in document.blocks:
        if block.kind != "heading":
            continue
        mark = MARK.search(document.prose, max(block.start, block.end - 3), block.end)
        if mark and not INSIDE.search(document.prose, block.start, mark.start()):
            yield report(mark.span(), "a heading ends in “{0}”")
