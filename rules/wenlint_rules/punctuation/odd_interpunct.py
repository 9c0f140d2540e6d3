import re
from collections.abc import Iterator
from itertools import pairwise

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.characters import HAN
from wenlint.convention import wanted

#: The letters that write the sounds of foreign names.
SOUNDS = "阿埃艾爱愛安昂奥奧巴班邦鲍鮑贝貝本比彼毕畢宾賓波伯博布查达達大戴黛丹道德登迪蒂杜顿頓多厄恩尔爾法凡范菲费費芬丰弗佛夫福富盖蓋冈岡高戈哥格葛根贡貢古瓜哈海汉漢豪赫黑亨洪胡华華怀懷惠霍基吉季加贾賈简簡杰傑捷金京卡凯凱坎康考柯科可克肯孔库庫奎拉莱萊兰蘭朗劳勞勒雷蕾黎李里利莉丽麗莲蓮列林琳卢盧鲁魯路吕呂伦倫罗羅洛马馬玛瑪迈邁麦麥曼梅门門蒙米密蜜闵明摩莫默姆穆纳納娜奈南内內尼妮涅宁寧纽紐努诺諾欧歐翰治帕潘庞龐培佩彭皮珀蒲普奇契乔喬切琴琼瓊丘让讓热熱日荣榮儒若萨薩赛賽塞桑瑟森沙莎山珊尚绍紹舍圣聖施石史什士思斯丝絲索苏蘇孙孫所塔泰坦汤湯唐陶特藤提铁鐵廷图圖托陀娃瓦万萬旺威韦韋维維魏温溫文翁沃乌烏吾西希席锡錫夏香肖谢謝辛欣休许許雪逊遜雅亚亞扬揚杨楊耀耶叶葉伊易因英尤于宇雨约約赞讚泽澤曾扎詹珍知朱兹茲卓子宗祖佐"
ODD = "•∙⋅‧・･"
#: Between Han, and between Han and an initial: `约翰•F•肯尼迪`.
DOT = re.compile(
    rf"(?<=[{HAN}])[{ODD}](?=[{HAN}])|(?<=[{HAN}])[{ODD}](?=[A-Z][{ODD}·.])|(?<=[{ODD}·.][A-Z])[{ODD}](?=[{HAN}A-Z])"
    rf"|(?<=[{SOUNDS}][{SOUNDS}])\.(?=[{SOUNDS}][{SOUNDS}])"
)
NAME = re.compile(f"(?<=[{SOUNDS}]).(?=[{SOUNDS}]{{2}})|(?<=[{SOUNDS}][{SOUNDS}]).(?=[{SOUNDS}])")
#: Dots near each other, in code points, with no mark between them, are judged together: they part the names of
#: one or two people if all that stands between them writes sounds, else something that is listed.
ANY, MARK, WITHIN = re.compile(f"[{ODD}·]"), re.compile("[^\\w ]"), 12
PART = re.compile(f"[{SOUNDS}]+(?:[和与與及][{SOUNDS}]+)?")
BULLET = re.compile(rf"[ \t\u3000]{{0,20}}[{ODD}]")


@rule(
    languages={"zh"},
    needs=ODD + ".",
    bad={
        "弗朗索瓦⟦•⟧马里和约翰⟦・⟧史密斯来了。": "弗朗索瓦·马里和约翰·史密斯来了。",
        "让⟦∙⟧雅克⟦∙⟧卢梭，阿⟦‧⟧托尔斯泰": "让·雅克·卢梭，阿·托尔斯泰",
    },
    unsafe={
        "弗朗索瓦⟦.⟧马里来了。": "弗朗索瓦·马里来了。",
        "约翰⟦•⟧F⟦•⟧肯尼迪": "约翰·F·肯尼迪",
        "研究⟦・⟧开发": "研究·开发",
        "台北⟦・⟧马尼拉⟦・⟧纽约⟦・⟧旧金山⟦・⟧拉斯维加斯": "台北·马尼拉·纽约·旧金山·拉斯维加斯",
    },
    good=[
        "弗朗索瓦·马里", "•马里\n•利比亚", "•马里•利比亚", "首页•产品•关于", "约翰‧史密斯來說這個。", "ジョン・スミスは研究・開発をする。",
        "见 约翰.md 和 `约翰•史密斯`", "他走了.你来了.", "第3.2节", "• 苹果", "甲 • 乙", "他读了《ジョン・スミス》这本书，很好。",
    ],
    source="GB/T 15834—2011, 4.14; CLREQ 3.1.2",
)  # fmt: skip
def odd_interpunct(document: Document) -> Iterator[Finding]:
    """A bullet, a katakana dot or a full stop for the interpunct `·` between the parts of a foreign name.

    The others look alike in some fonts only, and a search for the name does not find them. The fix is safe
    between letters that write foreign sounds; elsewhere the dot may part what is listed, a full stop may end
    a sentence. Bullets are left alone, so is `‧` in Traditional Chinese, where it is the customary mark, and
    `・` where the configuration or the document has chosen it.
    """
    prose, style = document.prose, document.settings.style.interpunct
    if style == "ignore":
        return
    katakana = wanted(style, {"middle-dot": prose.count("·"), "katakana": prose.count("・")}) == "katakana"
    sure = {at for dots in _together(prose) if _are_names(prose, dots) for at in dots}
    for dot in DOT.finditer(prose):
        at = dot.start()
        traditional = document.languages[document.block_index(at)].startswith("zh-Hant")
        if (dot[0] == "・" and katakana) or (dot[0] == "‧" and traditional and style != "middle-dot"):
            continue
        han = prose[at - 1] > "z" and prose[at + 1] > "z"
        if BULLET.match(prose, document.line_at(at)[0]) or (dot[0] in "•∙⋅" and han and not NAME.match(prose, at)):
            continue
        safety = Safety.SAFE if at in sure else Safety.UNSAFE
        yield replace(dot.span(), "·", "“{0}” stands for the interpunct “·”", safety)


def _together(prose: str) -> Iterator[list[int]]:
    """Dots that stand near each other with no mark between them."""
    dots, start = [dot.start() for dot in ANY.finditer(prose)], 0
    for end, (one, other) in enumerate([*pairwise(dots), (0, len(prose) + WITHIN)], 1):
        if other - one > WITHIN or MARK.search(prose, one + 1, other):
            yield dots[start:end]
            start = end


def _are_names(prose: str, dots: list[int]) -> bool:
    between = (prose[one + 1 : other] for one, other in pairwise(dots))
    return all(NAME.match(prose, at) for at in dots) and all(map(PART.fullmatch, between))
