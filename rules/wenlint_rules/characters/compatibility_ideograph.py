import unicodedata
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.search.patterns import sought
from wenlint.unicode.character_names import named

#: Twelve in the block of the compatibility ideographs have no other form: they are letters of their own.
IDEOGRAPHS = {
    chr(code): unicodedata.normalize("NFC", chr(code))
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    if unicodedata.decomposition(chr(code))
}
RUN = sought(
    "[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufa6d\ufa70-\ufad9\U0002f800-\U0002fa1d]+"
)
#: Forms that Japanese standards tell apart, for names: U+FA1B beside 福.
JAPANESE = range(0xFA10, 0xFA6E)
#: Where they are the subject.
ABOUT = sought(
    "(?:兼容|相容)(?:字|[汉漢]字|表意)|互換漢字|异体|異體|異体|字形|舊字|旧字|[Cc]ompatibility [Ii]deograph|U\\+(?:F[9A]|2F[89A])|호환 ?한자"
)


@rule(
    languages={"zh", "ja", "ko"},
    unsafe={
        "他⟦\uf967⟧来，⟦\uf90a\uf934⟧师": "他不来，金老师",
        "⟦\ufa19⟧与⟦\ufa1b⟧和⟦\ufa0c⟧，⟦\U0002f800⟧": "神与福和兀，丽",
        "⟦\uf914⟧しい\ufa26です": "樂しい\ufa26です",
    },
    good=["﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩", "\ufa6e", "\ufa19社の\ufa1bです", "兼容字符\uf90a与金同", "不来", "`\uf90a`"],
    source="Unicode Standard, 18.1; UAX #15",
)
def compatibility_ideograph(document: Document) -> Iterator[Finding]:
    """A compatibility ideograph, U+F900 to U+FAFF and U+2F800 to U+2FA1F, for the ideograph that it doubles.

    They are there only so that Korean, Taiwanese and Japanese standards, which hold some letters twice, convert to
    Unicode and back. U+F90A looks like `金` (U+91D1) and is not found by who looks for that.

    The fix is that of normalization (NFC). It is not safe, as who typed one may have meant its form; in Japanese
    those that names are written with (U+FA10 to U+FA6D) are left alone.
    """
    about = document.blocks_with(ABOUT)
    for run in document.find(RUN):
        index = document.block_index(run.start())
        japanese = document.language_of(index) == "ja" if index >= 0 else document.language == "ja"
        if index in about or (japanese and all(ord(letter) in JAPANESE for letter in run[0])):
            continue
        meant = "".join(c if japanese and ord(c) in JAPANESE else IDEOGRAPHS.get(c, c) for c in run[0])
        yield replace(run.span(), meant, f"“{{0}}” ({named(run[0])}) doubles “{meant}”", Safety.UNSAFE)
