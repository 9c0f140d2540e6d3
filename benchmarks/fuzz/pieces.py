"""What texts are put together from: letters, marks, markup, furniture and damage, each a few characters long."""

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
TRADITIONAL = "這個國語學習電腦與網路們說為會對產種過點臺灣後裡時來動"
KANA = "あいうえおかきくけこさしすせそたなにのはをんアイウエオカキクケコシステムー"
HANGUL = "가나다라마바사한국어는에서의를이고"
LATIN = "abcdefg XYZ 0123"
ALPHABETS = (HAN, HAN, HAN, TRADITIONAL, KANA, HANGUL, LATIN, HAN + KANA)

FULL_MARKS = [*"，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·～－・々〇〜／％＋＝＜＞"]
HALF_MARKS = [*",.;:?!()[]\"'-*_`~#>|$\\<&{}/+=@%^｡､｢｣･"]
RUNS = [
    "...",
    "......",
    "--",
    "——",
    "……",
    "。。",
    "，，",
    "！！！",
    "，。",
    "？。",
    "︵︒﹐",
    "……。",
    "”“",
    "《《",
    "〇○Ｏ",
]
WHITE = [
    *" \t\n\n\n\r\f\v\u3000\u00a0\u2009\u202f\u2028\u2029\x85",
    "\n\n",
    "\r\n",
    "  \n",
    "\\\n",
    "\n    ",
    "\n\t",
    " \n",
]
HIDDEN = [
    *"\u200b\u200c\u200d\u200e\u202e\u2066\u2060\ufeff\u00ad\u180e\ufe0f\ufe00\ufffe\uffff\ufffd\ufffc\ue001\x00\x01\x02\x1b\x7f\x93",
    "\U000e0041", "\U000e0100", "\U0010ffff", "(cid:12)", "\x1b[31m", "\x1b]0;a\x07",
]  # fmt: skip
LETTERS = [
    *"12Vu0O〇○Ａ１ａ⼈⽣⻋㐀ｱｲﾊ①㎡℃½Ⅳﬁﬀаοー力一丨〡ﻻé😀爲裏着", "\U00020000", "\uf90a", "\U0002f800", "か\u3099", "e\u0301",
    "\u3099", "ｶﾞ", "ﾊﾟ", "葛\U000e0100", "👨\u200d👩", "1\ufe0f\u20e3", "ไทย", "العربية", "עברית", "\u0e33", "\u0483",
    "建功", "新时代", "会议", "认真", "regis-\n", "ter ", "register ", "帐号", "github", "這個", "以后", "以後", "図書",
    "第第第一一一章章章", "Ã©", "ä¸\xadæ–‡", "锟斤拷", "浣犲ソ", "ÖÐ¹ú", "人ロ", "一〇二", "二○二二年", "e\u0323\u0301",
]  # fmt: skip
NUMBERS = [
    "1,234", "1，000", "10:30", "3.14", "3．14", "2022年1月8日", "2022-01-08", "2022.1.8", "5 %", "５０％", "10～20",
    "10-20", "100 km", "5km", "百分之50", "15～30%", "3千5百", "第一条 ", "（一）", "（一）、", "1.、",
]  # fmt: skip
FURNITURE = [
    "<PAGE_DIV>", "--- Page 3 ---", "<!-- Page 3 -->", "\f", "[Page 4]", "{3}------", "[[PB 7]]", "【第7页】",
    "\n- 1 -\n", "\n— 2 —\n", "\n3\n", "\n第 4 页 共 9 页\n", "\niv\n", "\n— 2 —\n<PAGE_DIV>\n", "第一章……………1\n",
    "\n国务院公报 2022\n", "\n扫描全能王 创建\n",
]  # fmt: skip
MARKUP = [
    "# ", "## ", "\n##", "\n＃＃", "- ", "* ", "+ ", "1. ", "2) ", "\n１．", "> ", "> > ", "```\n", "~~~\n", "`code`", "``",
    "**", "*", "_", "__", "~~", "。**", "** ", " **", "“**", "**”", "[链接](u)", '[链接](<u v> "题")', "![图](i)", "<b>",
    "</b>", "<br>", "<div>\n", "</div>\n", "<!--", "-->", '<a href="x">', "<x-y>", "https://a.cn/中,文", "https://a.cn，",
    "<https://a.cn>", "a@b.cn", "{{ x }}", "{% x %}", "::: tip\n", ":::\n", "| a | b |\n|---|---|\n", "| 一 | 二 |\n",
    "---\n", "===\n", "+++\n", "$x$", "$$\n", "$5和$6", "&nbsp;", "&amp;", "&#20013;", "[^1]", "[^1]: 注\n", "[a]: u\n", "[a]",
    "- [ ] ", "{#id .cls}", "[[链接]]", "\\(", "\\*", "\\[", "［链接］（https://a.cn）", "::error::", "##[group]",
    "##vso[task.complete]", "<!-- wenlint: ignore -->", "<a>网志</a>", "网志",
]  # fmt: skip
KINDS = (FULL_MARKS, HALF_MARKS, RUNS, WHITE, HIDDEN, LETTERS, NUMBERS, FURNITURE, MARKUP)
#: How a mark or a letter is damaged, and back.
TURNED = {
    "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "“": '"', "”": '"', "\n": " \n", " ": "\u3000",
    "？": "?", "！": "!", "、": "､", "…": ".", "—": "-", "·": "•", "1": "１", "人": "⼈", "a": "ａ", "ア": "ｱ", "～": "~",
}  # fmt: skip
#: Blocks of code points by what is in them, for characters that nobody thought of.
RANGES = (
    (0x20, 0x3000), (0x3000, 0x9FFF), (0xA000, 0xD800), (0xE000, 0x10000), (0x10000, 0x30000), (0xE0000, 0xE0200),
)  # fmt: skip
#: Where a case asks for nothing of its own the file is called `a.txt` or `a.md`; some names are hostile.
NAMES = ("::error::a", "##[error]a", "a\n::warning::b", "\x1b[31ma", "a\u202eb", "中文 名", "a'\"`$(x)", "a\udcff")
ENCODINGS = (
    "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "big5", "cp950", "big5hkscs", "cp932",
    "euc_jp", "shift_jis_2004", "cp949", "iso2022_jp", "latin-1",
)  # fmt: skip
#: Bytes that no text should hold, or that many decoders stumble on.
BYTES = (
    b"\0", b"\x1b$B", b"\x1b(B", b"\x1b(J", b"\xff", b"\xfe\xff", b"\xff\xfe\0\0", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80",
    b"\xf4\x90\x80\x80", b"\x80", b"\xa1\xa1", b"\x81\x30\x81\x30", b"\x8e\xb1", b"\xfd\xa1", b"\x1a", b"\r", b"\n\r", b"\xe4\xb8",
)  # fmt: skip
