"""Numbering and other labels at the beginning of a line, after which a space or a line end is right."""

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import HAN

NUMERAL = "0-9０-９〇零一二三四五六七八九十百千两"
LABEL = lazy(
    r"[ \t\f\u3000]*(?:"
    # The numeral may itself be damaged: a radical, a space or something invisible in it; each letter may be drawn thrice.
    rf"第[^，。；：、《“\n]{{1,10}}?(?:部分|(?P<unit>[编編章节節条條款项項目回卷幕集讲講课課届屆次期号號])(?P=unit){{0,2}})(?:之[{NUMERAL}]+)?"
    rf"|[（(〔\[]?[{NUMERAL}]{{1,4}}[）)〕\].．、:：]"
    rf"|[{NUMERAL}]{{1,3}}(?:\.[0-9]+)*(?=[ \t\u3000\n])"
    r"|[①-⑳㈠-㈩⑴-⒇]"
    rf"|(?:附件|附录|附錄|附表|图|圖|表|序|例|注|註)[ ]?[{NUMERAL}A-Z]*(?:[-—.][0-9]+)*[:：]?(?=[ \t\u3000\n])"
    r"|[-*+•●○◆◇■□▪·‧※►➢][ \t]"
    r"|#{1,6}[ \t]"
    r")"
)
#: The space before a field's name: `来源：新华社 作者：张三`.
FIELD = lazy(rf"[ \t\u00a0]+[{HAN}]{{1,8}}[:：]")
#: A date, and what stands after it: `1997年11月28日 重庆市…`.
DATE_END = lazy(rf"[{NUMERAL}○O]+[ ]?[年月][ ]?(?:[{NUMERAL}]+[ ]?[月日号])*\Z")


def label_end(text: str, start: int) -> int:
    """Where the labels with which a line begins end; `start` where it begins with none."""
    end = start
    while (label := LABEL.match(text, end)) and label.end() > end:
        end = label.end()
    return end


def begins_with_label(text: str, start: int) -> bool:
    return LABEL.match(text, start) is not None
