import re
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, report, rule
from wenlint.search.patterns import lazy, sought

#: What can't be undone, and what it comes of.
LOST = {
    "锟": "U+FFFD in UTF-8, read as GBK: the letters were lost before that",
    "烫": "memory of a program that was never written to (CC CC), read as GBK",
    "屯": "memory of a program that was never written to (CD CD), read as GBK",
    "葺": "memory of a program that was given back (DD DD), read as GBK",
}
SIGN = sought("(?:锟斤拷)+(?:锟斤?)?|烫{3,}|屯{3,}|葺{3,}")
#: Who speaks of them quotes them, or says what they are.
QUOTED = lazy("[“‘「『《\"'（(、]")
ABOUT = sought(
    "乱码|亂碼|编码|編碼|文字化け|解码|GBK|UTF-?8|Unicode|mojibake|未初始化|手持两把|千斤顶|梗", re.IGNORECASE
)


@rule(
    unsafe={
        "说明：⟦涓\ue15e浗浜烘皯鐨勫浗瀹讹紝⟧abc，这是没有问题的文字，很长很长": "说明：中国人民的国家，abc，这是没有问题的文字，很长很长",
    },
    reported=["他说⟦锟斤拷锟斤拷⟧我走了，好", "⟦烫烫烫烫⟧的值，⟦屯屯屯⟧"],
    good=["常见的乱码有锟斤拷和烫烫烫", "屏幕上写着“锟斤拷”", "这水烫，烫烫的", "`锟斤拷`", "中文，好"],
    illegible=True,
    notation=True,
    source="GB 18030—2022; the Encoding Standard of WHATWG",
)
def gbk_mojibake(document: Document) -> Iterator[Finding]:
    """UTF-8 or Big5 that was read as GBK, and GBK that was read as Big5: `浣犲ソ` for `你好`, `笢恅趼睫` for `中文字符`.

    Found where the bytes of what stands there are a faultless text of common letters in the right encoding, and what
    stands there is none. To decode the file anew is better than any fix: so the fix is not safe.

    `锟斤拷`, `烫烫烫` and `屯屯屯` can't be undone, and are reported with what they come of; not where a text quotes them
    or speaks of encodings.
    """
    if document.trouble and not document.trouble.misread:
        return
    for start, end, meant, read_as, encoding in document.misread:
        if read_as in ("GBK", "Big5"):
            message = f"{encoding} read as {read_as}: “{{0}}” is "
            if meant:
                yield replace((start, end), meant, f"{message}“{meant}”", Safety.UNSAFE)
            else:
                yield report((start, end), f"{message}not whole any more")
    prose = document.prose
    about = document.blocks_with(ABOUT)
    for sign in document.find(SIGN):
        if document.block_index(sign.start()) not in about and not QUOTED.match(prose, max(sign.start() - 1, 0)):
            yield report(sign.span(), LOST[sign[0][0]])
