"""What is not text: told by how it begins, and by how many of its bytes no text has.

The numbers are those of each format's own specification, as the file command and the Library of Congress list them:
https://github.com/file/file/tree/master/magic/Magdir, https://www.loc.gov/preservation/digital/formats/fdd/.
"""

from typing import NamedTuple


class Magic(NamedTuple):
    """A format's name as it goes on after “like”, and the bytes that stand at an offset of its files.

    `sure`: no text begins so; else they are letters that a text may begin with, which count where controls stand among
    what follows.
    """

    name: str
    pattern: bytes
    offset: int = 0
    sure: bool = True


MAGIC = (
    Magic("a PNG image", b"\x89PNG\r\n\x1a\n"),
    Magic("a JPEG image", b"\xff\xd8\xff"),
    Magic("a GIF image", b"GIF87a", sure=False),
    Magic("a GIF image", b"GIF89a", sure=False),
    Magic("a TIFF image", b"II*\x00"),
    Magic("a TIFF image", b"MM\x00*"),
    Magic("a BMP image", b"BM", sure=False),
    Magic("an icon", b"\x00\x00\x01\x00"),
    Magic("a Photoshop image", b"8BPS\x00"),
    Magic("a DjVu document", b"AT&TFORM", sure=False),
    Magic("a PDF document", b"%PDF-"),
    Magic("a PostScript document", b"%!PS-"),
    Magic("an RTF document", rb"{\rtf1"),
    Magic("a document of old Office (OLE)", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    Magic("a ZIP archive (DOCX, XLSX, EPUB and others are)", b"PK\x03\x04"),
    Magic("an empty ZIP archive", b"PK\x05\x06"),
    Magic("a gzip archive", b"\x1f\x8b\x08"),
    Magic("a bzip2 archive", b"BZh", sure=False),
    Magic("an xz archive", b"\xfd7zXZ\x00"),
    Magic("a Zstandard archive", b"\x28\xb5\x2f\xfd"),
    Magic("an LZ4 archive", b"\x04\x22\x4d\x18"),
    Magic("a 7z archive", b"7z\xbc\xaf\x27\x1c"),
    Magic("a RAR archive", b"Rar!\x1a\x07"),
    Magic("a tar archive", b"ustar", 257, sure=False),
    Magic("an ELF program", b"\x7fELF"),
    Magic("a Windows program", b"MZ", sure=False),
    Magic("a Mach-O program", b"\xcf\xfa\xed\xfe"),
    Magic("a Java class", b"\xca\xfe\xba\xbe"),
    Magic("WebAssembly", b"\x00asm"),
    Magic("a SQLite database", b"SQLite format 3\x00"),
    Magic("Python's byte code", b"\r\r\n", 1, sure=False),
    Magic("MP3 audio", b"ID3", sure=False),
    Magic("MP3 audio", b"\xff\xfb"),
    Magic("Ogg audio or video", b"OggS\x00"),
    Magic("FLAC audio", b"fLaC\x00"),
    Magic("a RIFF file (WebP, WAV, AVI)", b"RIFF", sure=False),
    Magic("MP4 video or a HEIF image", b"ftyp", 4, sure=False),
    Magic("Matroska video", b"\x1a\x45\xdf\xa3"),
    Magic("an OpenType font", b"OTTO\x00"),
    Magic("a TrueType font", b"\x00\x01\x00\x00"),
    Magic("a collection of fonts", b"ttcf\x00"),
    Magic("a WOFF font", b"wOFF", sure=False),
    Magic("a WOFF font", b"wOF2", sure=False),
)

#: Controls that text does not hold: all but tab, the line ends, backspace, form feed, escape and the old end of file.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\b\x1a\x1b"))
#: So large a share of them is no text, whatever decodes it; Perl's -T has the same.
SHARE = 0.3
#: And so large a one of bytes that nothing can decode: of bytes at random a tenth is controls.
SHARE_UNDECODED = 0.05


def begins_like(data: bytes) -> str:
    """The name of the format whose files alone begin like these bytes, empty for none."""
    return next((magic.name for magic in MAGIC if magic.sure and data.startswith(magic.pattern, magic.offset)), "")


def trouble(data: bytes, *, decoded: bool) -> str:
    """Why bytes are not text at all, empty where they may be. `decoded`: in some encoding they are text."""
    share = (len(data) - len(data.translate(None, _CONTROLS))) / max(len(data), 1)
    if share < SHARE_UNDECODED:
        return ""
    if name := next((magic.name for magic in MAGIC if data.startswith(magic.pattern, magic.offset)), ""):
        return f"is not text: it begins like {name}"
    if share >= (SHARE if decoded else SHARE_UNDECODED):
        return f"is not text: {share:.0%} of its bytes are control characters"
    return ""
