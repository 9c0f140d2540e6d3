"""Bytes to text and back, so that what was not repaired is written exactly as it was read."""

import codecs

import msgspec

from wenlint.source import binary, codec

#: Longest first: UTF-32's mark begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Seven bits with escape sequences: valid UTF-8 that says something else.
ISO_2022 = ("iso2022_jp", "iso2022_jp_ext")
REMEDY = 'or name its encoding in the configuration, for example encoding = "gb18030"'


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
    def decode(cls, data: bytes, encoding: str = codec.AUTO) -> "Source":
        """Read bytes in an encoding, a name of Python's codecs, or in the one that `auto` finds.

        A byte-order mark comes first, whatever is configured: it is in the file itself, and a configuration speaks of
        many files. `auto` reads strict UTF-8, then what the bytes prove (see `detection`). Whatever is read comes back
        byte for byte. Raises SourceError for what does not, and for what is not text; it names the offset of the first
        wrong byte, from 0, and its line, from 1.
        """
        for mark, marked in BYTE_ORDER_MARKS:
            if data.startswith(mark):
                return cls(_decode(data[len(mark) :], marked, "says of itself that it is {0} and is not"), marked, mark)
        if name := binary.begins_like(data):
            raise SourceError(f"is not text: it begins like {name}")
        if encoding != codec.AUTO:
            return cls(_decode(data, encoding, "is not {0}, which the configuration names"), encoding)
        if b"\x1b$" in data and data.isascii():
            return cls._of_escapes(data)
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            return cls._detected(data, error)
        return cls._with_nul(data, text) if "\0" in text else cls(text)

    @classmethod
    def _with_nul(cls, data: bytes, text: str) -> "Source":
        """Text with NUL, which extractors write for a glyph that they can't name; or UTF-16, half of which is NUL."""
        from wenlint.source import detection

        if wide := detection.detect_wide(data):
            return cls(data.decode(wide), wide)
        if trouble := binary.trouble(data, decoded=True):
            raise SourceError(trouble)
        if detection.may_be_wide(data):
            raise SourceError(
                "holds NUL and may be UTF-16 without a byte-order mark; say which in the configuration: "
                'encoding = "utf-16-le", "utf-16-be" or "utf-8"'
            )
        return cls(text)

    @classmethod
    def _of_escapes(cls, data: bytes) -> "Source":
        from wenlint.source import detection

        for encoding in ISO_2022:
            if detection.reads_well(data, encoding, "ja"):
                return cls(data.decode(encoding), encoding)
        raise SourceError(
            "holds escape sequences of ISO 2022 and would not come back byte for byte from ISO-2022-JP; convert it to "
            f"UTF-8, for example with iconv, {REMEDY.replace('gb18030', 'iso2022_kr')}"
        )

    @classmethod
    def _detected(cls, data: bytes, error: UnicodeDecodeError) -> "Source":
        from wenlint.source import detection

        if encoding := detection.detect(data):
            text = data.decode(encoding)
            if not (trouble := binary.trouble(text.encode("utf-8", "replace"), decoded=True)):
                return cls(text, encoding)
            raise SourceError(trouble)
        if trouble := binary.trouble(data, decoded=False):
            raise SourceError(trouble)
        where = _place(data, "latin-1", error.start)
        if detection.is_damaged_utf8(data, error.start):
            raise SourceError(f"is damaged UTF-8 ({where}: {error.reason}); mend it there, {REMEDY}")
        raise SourceError(
            f"is not UTF-8 ({where}) and no other encoding could be made sure of; convert it to UTF-8, for example "
            f"with iconv, {REMEDY}"
        )

    def encode(self, text: str, encoding: str = codec.AUTO) -> bytes:
        """Bytes for a repaired text, in the encoding and with the byte-order mark that were read.

        `encoding`: what `decode` was told. Raises SourceError where the bytes would not be read as this text again: an
        encoding lacks a character, or so little is left that it proves another encoding, or none.
        """
        try:
            data = self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            character = text[error.start]
            line = text.count("\n", 0, error.start) + 1
            raise SourceError(
                f"cannot hold the repaired text: {self.encoding} has no U+{ord(character):04X} (line {line}); "
                "convert the file to UTF-8 first"
            ) from None
        try:
            again = Source.decode(data, encoding).text
        except SourceError:
            again = None
        if again != text:
            raise SourceError(
                f"cannot hold the repaired text: it would not be read as {self.encoding} again; convert the file to "
                f'UTF-8 first, or say in the configuration: encoding = "{self.encoding}"'
            )
        return data


def _decode(data: bytes, encoding: str, trouble: str) -> str:
    """The text, where it comes back. `trouble`: what is said where it does not, before the place."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        where = _place(data, encoding, error.start)
        raise SourceError(f"{trouble.format(encoding)} ({where}); convert it to UTF-8") from None
    if (back := text.encode(encoding, "replace")) != data:
        at = next(
            (i for i, (a, b) in enumerate(zip(back, data, strict=False)) if a != b), min(len(back), len(data) - 1)
        )
        where = _place(data, encoding, at)
        raise SourceError(f"would not come back from {encoding} byte for byte ({where}); convert it to UTF-8")
    if reason := binary.trouble(text.encode("utf-8", "replace"), decoded=True):
        raise SourceError(reason)
    return text


def _place(data: bytes, encoding: str, offset: int) -> str:
    """Where a byte is, for a message."""
    line = data[:offset].decode(encoding, "replace").count("\n") + 1
    return f"byte 0x{data[offset]:02x} at offset {offset}, line {line}"
