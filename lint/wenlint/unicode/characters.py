"""Classes of characters, written as the inside of a regular expression's `[...]`.

The names follow Unicode, CLREQ (Requirements for Chinese Text Layout) and JLREQ.
"""

#: Ideographs: the Unified blocks and their extensions A to J, the compatibility ideographs,
#: 々 (iteration mark) and 〇 (ideographic zero), which Unicode's Script property also calls Han.
HAN = "々〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA = "ぁ-ゖ"
KATAKANA = "ァ-ヺーｦ-ﾟ"
KANA = HIRAGANA + KATAKANA
HANGUL = "가-힣ᄀ-ᇿㄱ-ㆎ"

#: Marks that CLREQ calls pause or stop marks, full-width.
PAUSES = "，、；："
STOPS = "。！？"
#: Brackets and quotes. The curly quotes are shared with Latin text: their width depends on the font.
OPENERS = "（《〈「『【〔［｛〖"
CLOSERS = "）》〉」』】〕］｝〗"
OPENING_QUOTES = "“‘"
CLOSING_QUOTES = "”’"

#: Marks that only East Asian text uses.
CJK_MARKS = PAUSES + STOPS + OPENERS + CLOSERS + "％～·…—"
#: What shows that the text on this side is Chinese.
CHINESE = HAN + CJK_MARKS + OPENING_QUOTES + CLOSING_QUOTES

#: U+FFFC stands in prose for something opaque: code, an image, a tag.
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
#: U+2028 stands in prose for a line break that the author set (Markdown's hard break).
HARD_BREAK = "\N{LINE SEPARATOR}"
LINE_ENDS = "\n" + HARD_BREAK
#: White space inside a line. The ideographic space is left out: it is often set on purpose.
BLANKS = " \t\N{NO-BREAK SPACE}"
