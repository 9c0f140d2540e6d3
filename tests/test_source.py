"""Bytes to text and back."""

import codecs
from collections.abc import Iterator

import pytest
from conftest import ROOT
from wenlint.source import binary
from wenlint.source.encoding import Source, SourceError

HANS = "国务院有关部门应当加强对全国道路运输的管理，完善制度，保障安全。"
HANT = "國務院有關部門應當加強對全國道路運輸的管理，完善制度，保障安全。"
JA = "このガイドでは、コンポーネントの基本を説明します。詳しくは公式の文書を参照してください。"
KO = "이 문서는 한국어로 작성된 예제입니다. 자세한 내용은 공식 문서를 참고하십시오. "
CODE = "for (let i = 0; i < items.length; i++) { render(items[i]) }\n" * 40

LEGACY = [
    (HANS, "gb18030"),
    (HANS, "gbk"),
    (HANT, "gb18030"),
    (HANT, "big5"),
    (HANT, "cp950"),
    (JA, "cp932"),
    (JA, "euc_jp"),
    (KO, "cp949"),
    (KO, "euc_kr"),
]
BY_ENCODING = pytest.mark.parametrize(("text", "encoding"), LEGACY)


@BY_ENCODING
@pytest.mark.parametrize(
    "frame",
    ["{}", "{}{}{}", CODE + "// {}\n", "a = 1\n" * 250_000 + "{}"],
    ids=["once", "thrice", "in code", "after the first MiB"],
)
def test_legacy_encodings_are_read_and_written_back(text: str, encoding: str, frame: str) -> None:
    text = frame.replace("{}", text)
    data = text.encode(encoding)
    source = Source.decode(data)
    assert source.text == text
    assert source.encode(text) == data


def taken_for(data: bytes) -> str | None:
    """What bytes are read as; None for nothing, of which the message names the remedy."""
    try:
        return Source.decode(data).text
    except SourceError as error:
        assert 'encoding = "' in str(error) or "control characters" in str(error)  # noqa: PT017
        return None


@BY_ENCODING
@pytest.mark.parametrize("size", range(2, 30))
def test_a_short_text_is_read_rightly_or_not_at_all(text: str, encoding: str, size: int) -> None:
    for start in range(0, len(text) - size, 3):
        piece = text[start : start + size]
        assert taken_for(piece.encode(encoding)) in (None, piece)
        assert size < 16 or Source.decode(piece.encode(encoding)).text == piece


#: A sentence of the declaration of human rights in each, and how it was written before Unicode.
ELSEWHERE = {
    "Все люди рождаются свободными и равными в своём достоинстве и правах": ["cp1251", "koi8_r", "iso8859_5", "cp866"],
    "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια": ["cp1253", "iso8859_7"],
    "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם": ["cp1255", "iso8859_8"],
    "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق": ["cp1256", "iso8859_6"],
    "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ": ["tis_620", "cp874"],
    "Tất cả mọi người sinh ra đều được tự do".replace("ấ", "â\u0301").replace("ả", "a\u0309"): ["cp1258"],
    "Tous les êtres humains naissent libres et égaux en dignité; réalité, café, à": ["latin-1", "cp1252", "cp850"],
    "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti": ["cp1250", "iso8859_2"],
}


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in ELSEWHERE.items() for encoding in encodings]
)
def test_other_encodings_are_neither_rewritten_nor_clean(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    for size in (*range(2, len(data), 3), len(data)):
        for start in range(0, len(data) - size + 1, 5):
            piece = data[start : start + size]
            if not piece.isascii() and piece.decode("utf-8", "ignore").encode() != piece:
                assert taken_for(piece) is None


def damaged(data: bytes) -> Iterator[bytes]:
    """The bytes of a text with one place that is damaged, in all ways and at some places."""
    high = [i for i, byte in enumerate(data) if byte >= 0x80]
    for i in high[:: max(1, len(high) // 2)]:
        yield data[:i] + b"?" + data[i + 1 :]
        yield data[:i] + bytes([(data[i] + 0x35) % 0x80 + 0x80]) + data[i + 1 :]
        yield data[:i] + data[i + 1 :]
        yield data[:i] + b"\xe4" + data[i:]
        yield data[: i + 1]
        yield data[:i] + "déjà vu".encode("latin-1") + data[i:]
        yield data[:i] + "中".encode("gbk") + data[i:]
        yield data[:i] + b"\xed\xa0\xbd\xed\xb8\x80" + data[i:]  # CESU-8
        yield data[:i] + b"\xc0\xaf" + data[i:]  # an overlong “/”


def test_damaged_utf8_is_not_another_encoding() -> None:
    paths = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    count = 0
    for text in (path.read_text("utf-8") for path in paths):
        for size, places in ((3, 5), (20, 5), (80, 4), (400, 2), (len(text), 1)):
            for start in range(0, len(text), len(text) // places + 1):
                for data in damaged(text[start : start + size].encode()):
                    if data.decode("utf-8", "replace").encode() != data:
                        count += 1
                        with pytest.raises(SourceError, match="UTF-8"):
                            Source.decode(data)
    assert count > 15_000


def test_utf8_that_looks_well_in_another_encoding_is_damaged_utf8() -> None:
    data = "**uucico命令** 命令UUCP".encode().replace(b" ", "中文".encode("gbk"))
    assert data.decode("gb18030") == "**uucico鍛戒护**中文鍛戒护UUCP"
    with pytest.raises(SourceError, match="damaged UTF-8"):
        Source.decode(data)


def test_damaged_utf8_is_said_with_its_place() -> None:
    data = f"第一行\n{HANS}\n".encode()
    with pytest.raises(SourceError, match=r"damaged UTF-8 \(byte 0xb0 at offset 13, line 2: .*encoding = "):
        Source.decode(data[:13] + b"\xb0" + data[13:])
    with pytest.raises(SourceError, match=r"damaged UTF-8 .* line 2: unexpected end of data"):
        Source.decode(data[:-3])
    with pytest.raises(SourceError, match=r"is not UTF-8 \(byte 0xe9 at offset 6, line 1\) and no other encoding"):
        Source.decode("un café".encode("latin-1"))


@pytest.mark.parametrize(
    "parts",
    [
        ((HANS, "gb18030"), (HANS, "utf-8")),
        ((HANS, "gb18030"), (HANT, "big5")),
        ((JA, "euc_jp"), (JA, "cp932")),
        ((HANS, "gb18030"), (next(iter(ELSEWHERE)) + "  ", "cp1251")),
    ],
)
def test_two_encodings_in_one_file_are_none(parts: tuple[tuple[str, str], ...]) -> None:
    for times in ((20, 20), (200, 200), (2000, 200), (200, 2000)):
        data = b"\n".join(
            b"\n".join([text.encode(encoding)] * n) for (text, encoding), n in zip(parts, times, strict=True)
        )
        with pytest.raises(SourceError, match=r"no other encoding|damaged UTF-8"):
            Source.decode(data)


@BY_ENCODING
def test_a_line_of_utf8_in_another_encoding_is_not_taken_for_it(text: str, encoding: str) -> None:
    for times in (1, 3, 100):
        with pytest.raises(SourceError, match=r"encoding = "):
            Source.decode(text.encode(encoding) * times + text[:8].encode() + b"\n" + text.encode(encoding) * times)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["An ASCII text of some length.\n", f"# 标题\n\n{HANS}\n", JA, KO])
def test_utf16_without_a_mark_is_no_text_full_of_nul(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    source = Source.decode(data)
    assert (source.text, source.encode(text)) == (text, data)


def test_what_may_be_utf16_is_asked_for() -> None:
    with pytest.raises(SourceError, match=r'may be UTF-16 .*encoding = "utf-16-le"'):
        Source.decode("十九条 本".encode("utf-16-be"))


@pytest.mark.parametrize("text", ["3 \0 2 = 1", HANS + "x\0y\x01" + HANS, "第\0条", "\0", "a\0"])
def test_nul_in_a_text_is_text(text: str) -> None:
    if len(text) > 2:
        assert Source.decode(text.encode()) == Source(text)
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE):
        encoding = "utf-8" if mark == codecs.BOM_UTF8 else "utf-16-le"
        if len(text) > 2:
            assert Source.decode(mark + text.encode(encoding)).text == text


def test_nul_in_a_text_of_a_legacy_encoding_is_text() -> None:
    data = (HANS + "3 \0 2" + HANS).encode("gb18030")
    assert Source.decode(data).encoding == "gb18030"


@pytest.mark.parametrize("magic", binary.MAGIC, ids=lambda magic: f"{magic.name}, {magic.pattern!r}")
def test_binary_files_are_told_by_how_they_begin(magic: binary.Magic) -> None:
    begin = b"\x01" * magic.offset + magic.pattern
    with pytest.raises(SourceError, match="is not text: it begins like ") as found:
        Source.decode(begin + bytes(range(256)) * 4)
    assert magic.name in str(found.value)
    if magic.pattern.isascii() and not magic.sure:
        text = " " * magic.offset + magic.pattern.decode() + HANS + "\n"
        assert Source.decode(text.encode()).text == text


def test_binary_files_are_told_by_their_bytes() -> None:
    with pytest.raises(SourceError, match=r"is not text: 1\d% of its bytes are control characters"):
        Source.decode(bytes((i * i * 7 + i // 3) % 251 for i in range(5000)))
    with pytest.raises(SourceError, match=r"is not text: \d\d% of its bytes are control characters"):
        Source.decode(b"name\0\0\0\0\1\2\3" * 100)
    with pytest.raises(SourceError, match=r"is not text: \d\d% of its bytes are control characters"):
        Source.decode(codecs.BOM_UTF8 + b"name\0\0\0\0\1\2\3" * 100)


@pytest.mark.parametrize("encoding", ["iso2022_jp", "iso2022_jp_ext"])
def test_iso_2022_jp_is_read_where_it_comes_back(encoding: str) -> None:
    text = f"Subject: {JA}\n" + ("ｶﾅ" if encoding.endswith("ext") else "")
    data = text.encode(encoding)
    source = Source.decode(data)
    assert (source.text, source.encode(text)) == (text, data)


@pytest.mark.parametrize(
    "data",
    [
        JA.encode("iso2022_jp") + b"\x1b(B",  # says twice what it says once
        JA.encode("iso2022_jp")[:-3],
        KO.encode("iso2022_kr"),
        b"\x1b$B" + b'#"$!' * 3 + b"\x1b(B",  # no letters of Japanese
    ],
)
def test_iso_2022_that_does_not_come_back_is_reported(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"ISO 2022 .* encoding = "):
        Source.decode(data)


def test_escapes_in_utf8_are_a_terminals() -> None:
    text = f"\x1b$B{HANS}\x1b(B"
    assert Source.decode(text.encode()) == Source(text)


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("configured", ["auto", "gb18030", "latin-1", "utf-16-be"])
def test_byte_order_mark_is_kept_and_not_part_of_the_text(mark: str, configured: str) -> None:
    """It beats what is configured."""
    bom = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[mark]
    data = bom + "# 标题\r\n".encode(mark)
    source = Source.decode(data, configured)
    assert source.text == "# 标题\r\n"
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "begins like a PNG image"),
        ("中文".encode() + b"\xff\xfe\xfd\x80\x81", "damaged UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "says of itself that it is utf-16-le and is not .*offset 0, line 1"),
        (codecs.BOM_UTF8 + "甲\n".encode() + b"\xff", "says of itself that it is utf-8 .*0xff at offset 4, line 2"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        Source.decode(data)


def test_a_configured_encoding_is_read_without_proof_and_strictly() -> None:
    assert Source.decode("汉".encode("gbk"), "gb18030").text == "汉"
    assert Source.decode("ไทย".encode("tis_620"), "tis-620").text == "ไทย"
    assert Source.decode("汉\0".encode("gbk"), "gb18030").text == "汉\0"
    with pytest.raises(
        SourceError, match=r"is not cp932, which the configuration names \(byte 0x81 at offset 5, line 2"
    ):
        Source.decode("日本\n".encode("cp932") + b"\x81", "cp932")
    with pytest.raises(SourceError, match=r"would not come back from cp932 .*at offset 4, line 2"):
        Source.decode(b"a\n\x81\x81\x87\x90", "cp932")  # NEC's copy of “≒”
    with pytest.raises(SourceError, match="PNG"):
        Source.decode(b"\x89PNG\r\n\x1a\n", "latin-1")


def test_a_letter_that_the_encoding_lacks_is_refused_and_named() -> None:
    source = Source.decode(HANT.encode("big5"))
    with pytest.raises(SourceError, match=r"U\+56FD"):
        source.encode("国")
