from collections.abc import Iterator

from wenlint import Document, Finding, report, rule


@rule(
    reported=[
        "".join(f"⟦(cid:{n})⟧" if n == 3900 else f"(cid:{n})" for n in range(3900, 3912)),
        "第⟦ԐӴᗂᏂᚓ⟧的ᠶᏭ，Ԑᘗฎ۩Ꮒ及ᔮ，ᠶ的ᘗ",
    ],
    good=[
        "图标 (cid:127) 表示列表",
        "语言：English、Русский、العربية、हिन्दी、ไทย、한국어、ქართული、አማርኛ、Ελληνικά、עברית",
        "泰语字母ก是中类辅音，字母ข是高类辅音，字母ค是低类辅音，字母ง也是，字母จ和字母ฉ，还有字母ช、字母ซ和字母ญ",
        "think [θɪŋk]，measure [ˈmeʒə]，chɑɪnə，俄语Русский和阿拉伯语العربية",
        "( ͡° ͜ʖ ͡°) ಠ_ಠ ლ(´ڡ`ლ) ᕦ(ò_óˇ)ᕤ ʕ•ᴥ•ʔ ಥ﹏ಥ ༼ つ ◕_◕ ༽つ",
    ],
    illegible=True,
)
def glyph_codes(document: Document) -> Iterator[Finding]:
    """A text that can't be read: codes of glyphs stand where the page shows letters.

    Some PDFs hold fonts that do not say what they draw. An extractor then gives `(cid:123)`, controls, private use,
    or the numbers of the glyphs taken for letters of Tibetan, Armenian and whatever else they hit upon.

    A file decoded in a wrong encoding from end to end is no better.

    That is said once, at the first such place. No rule repairs anything in such a text: what is left of it would
    only be damaged further. Another extractor may read the page, or OCR.
    """
    if trouble := document.trouble:
        help = "decode the file anew" if trouble.misread else "another extractor or OCR may read the page"
        message = f"the text can't be read: {trouble.sign}; nothing is repaired, {help}"
        yield report((trouble.start, trouble.end), message)
