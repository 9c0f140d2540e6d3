"""Bytes to text and back."""

import codecs

import pytest
from wenlint.source import Source, SourceError

HANS = "国务院有关部门应当加强对全国道路运输的管理，完善制度，保障安全。" * 3
HANT = "國務院有關部門應當加強對全國道路運輸的管理，完善制度，保障安全。" * 3
JA = "このガイドでは、コンポーネントの基本を説明します。詳しくは公式の文書を参照してください。" * 3
KO = "이 문서는 한국어로 작성된 예제입니다. 자세한 내용은 공식 문서를 참고하십시오. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(HANS, "gb18030"), (HANS, "gbk"), (HANT, "big5"), (JA, "shift_jis"), (JA, "euc_jp"), (KO, "euc_kr")],
)
def test_legacy_encodings_are_read_and_written_back(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    source = Source.decode(data)
    assert source.text == text
    assert source.encode(text) == data


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_mark_is_kept_and_not_part_of_the_text(mark: str) -> None:
    bom = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[mark]
    data = bom + "# 标题\r\n".encode(mark)
    source = Source.decode(data)
    assert source.text == "# 标题\r\n"
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL"),
        ("中文".encode() + b"\xff\xfe\xfd\x80\x81", "not UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "says of itself that it is utf-16-le"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        Source.decode(data)


def test_a_letter_that_the_encoding_lacks_is_refused_and_named() -> None:
    source = Source.decode(HANT.encode("big5"))
    with pytest.raises(SourceError, match=r"U\+56FD"):
        source.encode("国")
