"""Bytes to text and back, so that what was not repaired is written exactly as it was read."""

import codecs

import msgspec

from wenlint.characters import CJK_MARKS, HANGUL, KANA
from wenlint.patterns import lazy

#: Longest first: UTF-32's mark begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What is detected, by the detector's names, and the codecs to try for it, the commonest first.
LEGACY = {
    "gb18030": ("gb18030",),
    "big5hkscs": ("cp950", "big5hkscs"),
    "cp932": ("cp932",),
    "shift_jis_2004": ("cp932", "shift_jis_2004"),
    "euc_jis_2004": ("euc_jp", "euc_jis_2004"),
    "cp949": ("cp949",),
    "euc_kr": ("cp949",),
}
#: Of what is not ASCII in a text that was rightly decoded, so large a share is East Asian and common.
COMMON = lazy(f"[一-龥々〇{KANA}{HANGUL}{CJK_MARKS}“”‘’\u3000！-～]")
COMMON_SHARE = 0.9
SAMPLE = 1 << 20


class SourceError(Exception):
    """The bytes are not text that could be written back, or the text is not bytes. Says why and what to do."""


class Source(msgspec.Struct, frozen=True):
    """The text of a file, without its byte-order mark, with its line ends as they are.

    `encoding` is a name that Python's codecs know; `mark` holds the bytes of the byte-order mark.
    """

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    @classmethod
    def decode(cls, data: bytes) -> "Source":
        """Read bytes: by byte-order mark, as strict UTF-8, then by detection with a verified round trip."""
        for mark, encoding in BYTE_ORDER_MARKS:
            if data.startswith(mark):
                return cls(_without_nul(_decode(data[len(mark) :], encoding)), encoding, mark)
        if b"\x1b" in data and b"\x1b$" in data:  # seven bits, and valid UTF-8 that says something else
            return cls(_decode(data, "iso2022_jp"), "iso2022_jp")
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            if b"\0" in data:
                raise SourceError("is not text: it holds NUL bytes") from None
            return cls._detect(data, error)
        return cls(_without_nul(text))

    @classmethod
    def _detect(cls, data: bytes, error: UnicodeDecodeError) -> "Source":
        import chardet

        guess = chardet.detect(
            data[:SAMPLE], include_encodings=[*LEGACY, "ascii"], compat_names=False, no_match_encoding="ascii"
        )
        for encoding in LEGACY.get(guess["encoding"] or "", ()):
            try:
                text = data.decode(encoding)
                if text.encode(encoding) == data and _is_likely(text[:SAMPLE]):
                    return cls(text, encoding)
            except UnicodeError:
                continue
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"is not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}, line {line}) and no other "
            "encoding could be made sure of; convert it to UTF-8, for example with iconv"
        )

    def encode(self, text: str) -> bytes:
        """Bytes for a repaired text, in the encoding and with the byte-order mark that were read."""
        try:
            data = text.encode(self.encoding)
        except UnicodeEncodeError as error:
            character = text[error.start]
            line = text.count("\n", 0, error.start) + 1
            raise SourceError(
                f"cannot hold the repaired text: {self.encoding} has no U+{ord(character):04X} (line {line}); "
                "convert the file to UTF-8 first"
            ) from None
        if data.decode(self.encoding) != text:
            raise SourceError(
                f"cannot hold the repaired text: it does not come back from {self.encoding} as it went in"
            )
        return self.mark + data


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise SourceError("is not text: it holds NUL characters")
    return text


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"says of itself that it is {encoding} and is not at byte {error.start}; convert it to UTF-8"
        ) from None


def _is_likely(text: str) -> bool:
    """Whether a decoded text reads like East Asian text; a wrong guess would rewrite the whole file."""
    foreign = sum(not character.isascii() for character in text)
    return len(COMMON.findall(text)) >= COMMON_SHARE * foreign
