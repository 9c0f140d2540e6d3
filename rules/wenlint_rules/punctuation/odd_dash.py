import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.characters import HAN

SIDE = f"{HAN}，。、；：？！”’）》」』…"
DASH = re.compile(
    rf"(?<=[{SIDE}])[ ]?(--|――|──|－－|ーー|—)[ ]?(?=[{HAN}“‘《「『（])"
    rf"|(?<=[{SIDE}])(--|――|──|－－)(?=[”’」』])"
)


@rule(
    languages={"zh"},
    needs="-―─－ー—",
    bad={
        "他来了⟦--⟧终于来了": "他来了——终于来了",
        "他来了⟦――⟧终于⟦──⟧来⟦－－⟧了": "他来了——终于——来——了",
    },
    unsafe={"他来了⟦—⟧终于来了": "他来了——终于来了"},
    good=["使用 --help 选项，用git --all 命令", "1998—2000年", "A--B", "甲——乙", "好\n---\n好", "├── 目录"],
    source="GB/T 15834—2011, 4.10; CLREQ 3.1.2",
)
def odd_dash(document: Document) -> Iterator[Finding]:
    """Hyphens, box-drawing or other lines for the Chinese dash `——`.

    The dash is one line two squares long, written as U+2014 twice; other characters leave a gap in
    the middle or stand at another height. A single `—` between Han may be a dash cut in half or the
    connector of GB/T 15834 4.13 (`北京—上海`), so its fix is not safe.
    """
    for dash in DASH.finditer(document.prose):
        found = dash[1] or dash[2]
        safety = Safety.UNSAFE if found == "—" else Safety.SAFE
        yield replace(dash.span(), "——", "“{0}” stands for the dash “——”", safety)
