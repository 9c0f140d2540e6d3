from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, report, rule


@rule(
    unsafe={
        "caf⟦Ã©⟧ 和 ⟦ä¸\xadæ–‡ï¼Œ⟧好的，这是文字，没有问题": "café 和 中文，好的，这是文字，没有问题",
        "他说⟦â€œ⟧好⟦â€\x9d⟧，这是一段没有其他问题的文字": "他说“好”，这是一段没有其他问题的文字",
        "⟦ÖÐ¹úÈËÃñ⟧，这是一段没有其他问题的文字": "中国人民，这是一段没有其他问题的文字",
    },
    reported=["他说⟦â€⟧好的，这是一段没有其他问题的文字，一共丢了一个字节"],
    good=["café…”和 naïve、Übergröße", "ÄÖÜß", "Æ Ø Å", "①½㎡№Ⅷ㈱℃…﷽", "`Ã©`", "中文，好"],
    illegible=True,
    notation=True,
    source="ftfy, by whose judgement Latin letters are taken for misread ones",
)
def mojibake(document: Document) -> Iterator[Finding]:
    """UTF-8 or GBK that was read as Latin-1 or Windows-1252: `Ã©` for `é`, `å¥½` for `好`, `ÖÐ¹ú` for `中国`.

    Found where the bytes of what stands there are a faultless text in the right encoding, and one that makes more
    sense. To decode the file anew is better than any fix: so the fix is not safe. Where a byte is lost it is reported.
    """
    if document.trouble and not document.trouble.misread:
        return
    for start, end, meant, read_as, encoding in document.misread:
        if read_as not in ("GBK", "Big5"):
            message = f"{encoding} read as {read_as}: “{{0}}” is "
            if meant:
                yield replace((start, end), meant, f"{message}“{meant}”", Safety.UNSAFE)
            else:
                yield report((start, end), f"{message}not whole any more")
