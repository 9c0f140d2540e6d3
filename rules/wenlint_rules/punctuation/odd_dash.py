from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import wanted
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN

SIDE = f"{HAN}，。、；：？！”’）》」』…"
DASH = sought(
    rf"(?<=[{SIDE}])[ ]?(--|――|──|－－|ーー|—)[ ]?(?=[{HAN}“‘《「『（])"
    rf"|(?<=[{SIDE}])(--|――|──|－－)(?=[”’」』])"
)

WHOLE = sought("(?<!—)——(?!—)")
#: A single line between Han, and how many dashes it takes to say that the document writes double ones.
SINGLE, PLACES = sought(f"(?<=[{HAN}])—(?=[{HAN}])"), 10
MARK = lazy("[，。；：？！“”]")
#: From day to day, from number to number.
RANGE = lazy("[一二三四五六七八九十〇日天年月号时点]")


@rule(
    languages={"zh"},
    bad={
        "他来了⟦--⟧终于来了。": "他来了——终于来了。",
        "他来了⟦――⟧终于⟦──⟧来⟦－－⟧了⟦ーー⟧好。": "他来了——终于——来——了——好。",
    },
    unsafe={
        "甲——乙——丙——丁——戊——己——庚——辛——壬——癸——子⟦—⟧丑": "甲——乙——丙——丁——戊——己——庚——辛——壬——癸——子——丑",
        "客户端⟦──⟧服务器": "客户端——服务器",
    },
    good=["使用 --help 选项，用git --all 命令", "1998—2000年", "A--B", "甲——乙", "好\n---\n好", "├── 目录"],
    source="GB/T 15834—2011, 4.10; CLREQ 3.1.2",
    disputed="CLREQ would rather have U+2E3A, one character two squares long, and calls two U+2014 usual. Taiwan often writes `──`, the line of Big5.",
    fold=lambda text: text.replace("ー", ""),
)
def odd_dash(document: Document) -> Iterator[Finding]:
    """Hyphens, box-drawing or other lines for the Chinese dash `——`.

    The dash is one line two squares long, written as U+2014 twice; other characters leave a gap in
    the middle or stand at another height. A single `—` between Han may be a dash cut in half, where the
    document writes whole ones, or the connector of GB/T 15834 4.13 (`北京—上海`), and other lines outside a
    sentence may be a drawing or a range: there the fix is not safe. `style.dash` may also be `single` or `ignore`.
    """
    prose, style = document.prose, document.settings.style.dash
    if style == "ignore":
        return
    lines = {"double": prose.count("——"), "single": document.count(SINGLE)}
    right = wanted(style, lines, PLACES)
    line = "—" if style == "single" else "——"
    for dash in document.find(DASH):
        found = dash[1] or dash[2]
        if found == "—" and right != "double":
            continue
        plain = found != "—" and MARK.search(document.prose, *document.line_at(dash.start()))
        safety = Safety.SAFE if plain and not RANGE.match(document.prose, dash.start() - 1) else Safety.UNSAFE
        yield replace(dash.span(), line, f"“{{0}}” stands for the dash “{line}”", safety)
    for dash in document.find(WHOLE) if style == "single" else ():
        yield replace(dash.span(), line, "two “—” where one is the style")
