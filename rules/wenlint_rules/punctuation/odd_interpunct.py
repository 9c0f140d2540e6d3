from collections.abc import Iterator
from itertools import pairwise

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import wanted
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.characters import HAN

from wenlint_rules.punctuation.sounds import SOUNDS

ODD = "•∙⋅‧・･"
DOTS = ODD + "·"
#: Between Han, and between Han and an initial: `约翰•F•肯尼迪`.
DOT = sought(
    rf"(?<=[{HAN}])[{DOTS}](?=[{HAN}]|[A-Z][{DOTS}.])|(?<=[{DOTS}.][A-Z])[{DOTS}](?=[{HAN}A-Z])"
    rf"|(?<=[{SOUNDS}][{SOUNDS}])\.(?=[{SOUNDS}][{SOUNDS}])"
)
NAME = lazy(f"(?<=[{SOUNDS}]).(?=[{SOUNDS}]{{2}})|(?<=[{SOUNDS}][{SOUNDS}]).(?=[{SOUNDS}])")
#: Dots near each other, in code points, with no mark between them, are judged together: they part the names of
#: one or two people if all that stands between them writes sounds, else something that is listed.
ANY, MARK, WITHIN = sought(f"[{DOTS}]"), lazy("[^\\w ]"), 12
PART = lazy(f"[{SOUNDS}]+(?:[和与與及][{SOUNDS}]+)?")
BULLET = lazy(rf"[ \t\u3000]{{0,20}}[{ODD}]")


@rule(
    languages={"zh"},
    bad={
        "弗朗索瓦⟦•⟧马里和约翰⟦・⟧史密斯来了。": "弗朗索瓦·马里和约翰·史密斯来了。",
        "让⟦∙⟧雅克⟦∙⟧卢梭，阿⟦‧⟧托尔斯泰": "让·雅克·卢梭，阿·托尔斯泰",
    },
    unsafe={
        "弗朗索瓦⟦.⟧马里来了。": "弗朗索瓦·马里来了。", "约翰⟦•⟧F⟦•⟧肯尼迪": "约翰·F·肯尼迪", "研究⟦・⟧开发": "研究·开发",
        "台北⟦・⟧马尼拉⟦・⟧纽约⟦・⟧旧金山⟦・⟧拉斯维加斯": "台北·马尼拉·纽约·旧金山·拉斯维加斯",
    },
    good=[
        "弗朗索瓦·马里", "•马里\n•利比亚", "•马里•利比亚", "首页•产品•关于", "约翰‧史密斯來說這個。", "ジョン・スミスは研究・開発をする。", "甲 • 乙",
        "见 约翰.md 和 `约翰•史密斯`", "他走了.你来了.", "第3.2节", "• 苹果", "他读了《ジョン・スミス》这本书，很好。",
    ],
    source="GB/T 15834—2011, 4.14; CLREQ 3.1.2",
    disputed="CLREQ advises against `‧`, which came from Big5, and `・`, which came from JIS. pangu writes `・`.",
)  # fmt: skip
def odd_interpunct(document: Document) -> Iterator[Finding]:
    """A bullet, a katakana dot or a full stop for the interpunct `·` between the parts of a foreign name.

    The others look alike in some fonts only, and no search for the name finds them. The fix is safe between letters
    that write foreign sounds; elsewhere the dot may part what is listed or end a sentence. Bullets are left alone, so
    is `‧` in Traditional Chinese, where it is customary, and `・` where the document, or `style.interpunct`, chose it.
    """
    prose, style = document.prose, document.settings.style.interpunct
    if style == "ignore":
        return
    katakana = wanted(style, {"middle-dot": prose.count("·"), "katakana": prose.count("・")}) == "katakana"
    right = "・" if katakana else "·"
    sure = {at for dots in _together(document) if _are_names(prose, dots) for at in dots}
    for dot in document.find(DOT):
        at = dot.start()
        meant = dot[0] == "·" or (dot[0] == "‧" and document.language_at(at) != "zh-Hans")
        if dot[0] == right or (meant and style == "consistent"):
            continue
        han = prose[at - 1] > "z" and prose[at + 1] > "z"
        listed = dot[0] in "•∙⋅" and han and not NAME.match(prose, at)
        if not listed and not BULLET.match(prose, document.line_at(at)[0]):
            safety = Safety.SAFE if at in sure else Safety.UNSAFE
            yield replace(dot.span(), right, f"“{{0}}” stands for the interpunct “{right}”", safety)


def _together(document: Document) -> Iterator[list[int]]:
    """Dots that stand near each other with no mark between them."""
    prose = document.prose
    dots, start = [dot.start() for dot in document.find(ANY)], 0
    for end, (one, other) in enumerate([*pairwise(dots), (0, len(prose) + WITHIN)], 1):
        if other - one > WITHIN or MARK.search(prose, one + 1, other):
            yield dots[start:end]
            start = end


def _are_names(prose: str, dots: list[int]) -> bool:
    between = (prose[one + 1 : other] for one, other in pairwise(dots))
    return all(NAME.match(prose, at) for at in dots) and all(map(PART.fullmatch, between))
