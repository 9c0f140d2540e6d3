"""Texts that would show a rule, a format or the engine at its worst, each in any size.

A shape is a function from a number of code points to a text of about that length. Those of `SHAPES` are written down,
those of `mixed` are made by chance of what they are made of.
"""

import random
from collections.abc import Callable, Iterator
from functools import partial

Shape = Callable[[int], str]

#: What is written again and again.
UNITS = {
    # letters
    "Han": "的", "running Han": "会议认为要在全党开展", "Latin": "a", "words": "word ", "Han and Latin": "会a", "kana": "カタカナの",
    "Hangul": "한국어 ,", "two scripts": "這裡說的是國語，心里发図。", "full-width letters": "Ａ", "full-width digits": "１中",
    "digits": "1234567890", "radicals": "⼈", "voiced half-width kana": "ｶﾞ", "half-width kana": "ｱｲｳ｡", "decomposed kana": "カ\u3099",
    "letters drawn thrice": "第第第一一一", "letters drawn twice": "中中国国", "variation selectors": "会\ufe00", "families": "👨\u200d👩\u200d👧",
    "one mark after another": "e\u0301\u0323", "jamo": "\u1112\u1161\u11ab", "spacing voice marks": "か゛",
    # what can't be seen, and what is no letter
    "zero widths": "\u200b", "zero widths in Han": "会\u200b", "soft hyphens": "\u00ad", "overrides": "\u202e", "isolates": "\u2066会",
    "private use": "\ue001", "private use in Han": "会\ue001", "replacement": "\ufffd", "controls": "\x01", "tags": "\U000e0041", "glyph numbers": "(cid:1)",
    "mojibake": "ä¸\xadæ–‡", "broken mojibake": "ä¸", "mojibake of GBK": "锟斤拷", "GBK as Latin-1": "ÖÐÎÄ ", "rare Han": "鐪熺殑",
    # marks
    "commas": ",", "commas after Han": "会,", "stops after Han": "会.", "wide commas": "，", "dots": ".", "dotted words": "a.", "ellipses": "…", "dashes": "—",
    "exclamations": "！", "interpuncts": "·", "wide stops": "。。", "marks at random": "，。、；：？！", "curly quotes": "“”", "opening quotes": "“",
    "closing quotes": "”", "straight quotes": '"', "straight quotes in Han": '"会', "apostrophes": "'", "apostrophes in Han": "'会", "wide openers": "（",
    "wide closers": "）", "openers": "(", "closers": ")", "openers in Han": "(会", "pairs": "（会)", "corners": "「", "titles": "《", "titles in Han": "《会》、",
    "all openers": "“‘（《「『【〔", "openers between Han": "“会‘议（全", "mixed brackets": "(（", "crossed": "（“会）”",
    # white space and lines
    "spaces": " ", "wide spaces": "\u3000", "no-break spaces": "\u00a0", "tabs": "\t", "spaces in Han": "会 ", "two spaces in Han": "会  ", "spaced words": " 中 文，",
    "spaces by titles": "文 《文》", "line feeds": "\n", "carriage returns": "\r", "CR LF": "\r\n", "form feeds": "\f", "lines and form feeds": "\n\f",
    "separators": "\u2028", "next lines": "\u0085", "long lines": "会议认为要在全党开展学习教育活动不断\n", "lines of one letter": "会\n", "short lines": "会 议\n", "spaced lines": " 会 \n",
    "broken lines": "不断巩固\n拓展成果，", "blank lines": "会\n\n\n", "indented": "\u3000\u3000会议认为\n", "trailing spaces": "会 \n", "broken words": "regis-\nter ", "mixed ends": "会\r\n会\n会\r",
    "one paragraph again": "会议认为要在全党开展学习教育活动。\n\n", "labels": "第一条 会\n", "naked numbers": "1\n会议，认为\n", "speakers": "甲：会议\n", "dates first": "2022年1月8日 第 一次会议\n",
    # pages
    "page ends in a line": "文\f", "markers in a line": "文文<PAGE_DIV>文文", "markers": "<PAGE_DIV>", "open markers": "<PAGE_DIV ", "marker lines": "--- Page 3 ---\n", "dashes and pages": "--Page 1 ",
    # numbers
    "dates": "2022年1月8日", "half dates": "2022-", "ranges": "10-20", "ranges of Han": "会10～20会", "percents": "50 %", "units": "5 km会", "zeros": "二○", "mixed numerals": "3千5百",
    # markup
    "hyphens": "-", "stars": "*", "underscores": "_", "square brackets": "[", "closing square brackets": "]", "angle brackets": "<", "backquotes": "`", "hashes": "#", "tildes": "~",
    "images": "![", "links": "[a](b)", "open links": "[a](", "links of Han": "会[ 会 ](u)会", "stars before Han": "*会", "two stars before Han": "**会", "emphasis": "*会* ", "strong": "会**“会”**会", "backquotes before Han": "`会",
    "code in Han": "会`a`会", "dollars": "$会", "ampersands": "&会", "entities": "&#20013;", "backslashes": "\\", "escapes": "\\*会", "containers": ":::\n", "container names": "::: tip\n会,\n", "fences": "```\n", "pipes": "|",
    "rows": "| 会 , 议 | 好 |\n", "quote marks": ">", "quoted lines": "> 会,\n", "lists": "1. ", "items": "- 会,\n", "headings": "# 会议 , 好\n\n", "headings without space": "#会\n", "underlined": "会\n===\n", "definitions": "[a]: u\n",
    "templates": "{{会", "attributes": "{#a}", "elements": "<b>会</b>", "open elements": "<b ", "comments": "<!-- ", "instructions": "<?", "CDATA": "<![CDATA[", "addresses": "https://a.cn/", "addresses and Han": "https://a.cn/会，", "mail": "a@b.cn会,",
    "hard breaks": "会  \n", "tasks": "- [ ] 会,\n", "wide syntax": "［会］（https://a.cn）", "contents": "第一章………1\n", "rules": "---\n", "quoted keys": '"a": 会,\n', "faces": ":-)会", "paths": "/a/b会",
}  # fmt: skip


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def rising(form: str, size: int) -> str:
    """A line with a number that rises, as often as it goes."""
    return "".join(form.format(i, "`" * (i % 300 + 1)) for i in range(size // len(form.format(size // 8, ""))))


def nested(opener: str, middle: str, closer: str, size: int) -> str:
    return opener * (size // 2 // len(opener)) + middle + closer * (size // 2 // len(closer)) + "\n"


def stairs(form: str, size: int) -> str:
    """Lines each of which is one level deeper than the one before."""
    return "".join(form.format("  " * i) for i in range(int(size**0.5)))


def table(size: int) -> str:
    cells = size // 10
    return "|" + " 会 |" * cells + "\n|" + "---|" * cells + "\n"


def rare(unit: str, interruption: str, size: int) -> str:
    """One thing again and again, with another between some thousand."""
    return repeated(unit * 4096 + interruption, size)


def first_then(first: str, then: str, size: int) -> str:
    return repeated(first, size // 2) + repeated(then, size // 2)


def chance(seed: int, units: tuple[str, ...], size: int) -> str:
    drawn = random.Random(seed)
    return "".join(drawn.choices(units, k=size // max(sum(map(len, units)) // len(units), 1)))[: 2 * size]


LINES = {
    "page numbers": "- {0} -\n", "page numbers and text": "会议认为要在全党开展学习教育活动第\n— {0} —\n", "numbers": "{0}\n", "table of contents": "第{0}章………………{0}\n", "pages of a header": "页眉标题文字\n会议认为第{0}条要开展\n{0}\n\f",
    "pages of a number": "{0}\n\f", "pages": "第 {0} 页\n会议，认为\n\f", "footnotes": "[^{0}] 会\n\n[^{0}]: 注\n\n", "numbered": "{0}. 会,\n", "links by name": "[a{0}]: u\n\n[a{0}] 会,\n", "anchors": "# 会{0}\n\n[会](#会{0})\n",
    "lines of their own": "会议{0}认为，要在全党开展学习\n", "articles": "第{0}条\n会议，认为\n", "backquotes, more and more": "会{1}", "names": "甲{0}：会\n", "addresses of their own": "会https://a.cn/{0},\n", "quoted numbers": "“会{0}”，‘议{0}’\n",
}  # fmt: skip
PAIRS = {
    "brackets in brackets": ("(", "会", ")"), "wide in wide": ("（", "会", "）"), "quotes in quotes": ("“‘", "会", "’”"), "titles in titles": ("《", "会", "》"), "stars in stars": ("*", "会", "*"), "links in links": ("[", "会", "](u)"),
    "emphasis in emphasis": ("*会 **会 ", "会", " 会** 会*"), "square in square": ("[", "会", "]"), "elements in elements": ("<b>", "会", "</b>"), "quotes first": ("> ", "会\n", "会,"), "labels, then spaces": ("1. ", "", "文， 文"),
    "openers, then closers of others": ("（", "会", "”"), "half open, wide closed": ("(", "会", "）"), "items in items": ("- ", "会\n", "会"), "marks on one letter": ("e\u0301", "", "\u0323\u0301"), "metadata": ("---\n", "a: 会,\n", "a: 会,\n"),
}  # fmt: skip

SHAPES: dict[str, Shape] = {
    **{name: partial(repeated, unit) for name, unit in UNITS.items()},
    **{name: partial(rising, form) for name, form in LINES.items()},
    **{name: partial(nested, *parts) for name, parts in PAIRS.items()},
    "lists in lists": partial(stairs, "{0}- 会\n"),
    "indents": partial(stairs, "{0}会,\n"),
    "one wide table": table,
    "one letter with marks": lambda size: "e" + repeated("\u0301", size),
    "one letter with marks in turn": lambda size: "e" + repeated("\u0301\u0323", size),
    "one letter with marks at random": lambda size: "e" + chance(1, tuple(map(chr, range(0x300, 0x350))), size),
    "one kana with marks": lambda size: "か" + repeated("\u3099\u309a", size),
    "code without an end": lambda size: "会" + "`" * 3 + repeated("会,", size),
    "Han, rarely a line end": partial(rare, "会", "\n"),
    "Han, rarely a comma": partial(rare, "会", ","),
    "spaces, rarely Han": partial(rare, " ", "会"),
    "line ends, rarely Han": partial(rare, "\n", "会"),
    "form feeds, rarely Han": partial(rare, "\f", "会议\n"),
    "stars, rarely Han": partial(rare, "*", "会"),
    "dots, rarely Han": partial(rare, ".", "会"),
    "openers, rarely a closer": partial(rare, "（", "）"),
    "one line, then its end": partial(first_then, "会,", "\n"),
    "a table, then spaces": partial(first_then, "| 会 | 议 |\n", "会  "),
    "definitions, then links": partial(first_then, "[a]: u\n", "[a] 会,"),
    "pages, then quotes": partial(first_then, "会\n\f", "“会"),
    "any marks": partial(chance, 2, tuple("，。、；：？！“”‘’（）《》,.;:?!()[]\"'会议")),
    "any white space": partial(chance, 3, ("会", "议", " ", "\u3000", "\n", "\f", "\t", "\r", "\u00a0", "\u200b")),
    "any markup": partial(chance, 4, ("会", "*", "**", "_", "`", "[", "](u)", "\n", "\n\n", "> ", "- ", "| ", "#", "<b>", "![")),
    "anything": partial(chance, 5, tuple(UNITS.values())),
}  # fmt: skip


def mixed(seed: int, count: int) -> Iterator[tuple[str, Shape]]:
    """So many shapes made of two or three that are written down, taken by chance: in turn, one after the other, anyhow."""
    drawn = random.Random(seed)
    names = sorted(UNITS)
    for number in range(count):
        kind = number % 4
        one, two, three = (drawn.choice(names) for _ in range(3))
        a, b, c = (UNITS[name] for name in (one, two, three))
        if kind == 0:
            yield f"{one} + {two}", partial(repeated, a + b)
        elif kind == 1:
            yield f"{one} > {two}", partial(first_then, a, b)
        elif kind == 2:
            yield f"{one} ? {two} ? {three}", partial(chance, number, (a, b, c))
        else:
            yield f"{one} ( {two} ) {three}", partial(nested, a, b, c)
