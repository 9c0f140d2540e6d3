"""Rows of 256 code points: those of which a text has none are told without a look at each of its characters."""

#: The rows that nearly every text has characters from: Latin, punctuation, kana, Han, full-width forms.
COMMON = bytes((0x00, 0x20, 0x30, *range(0x4E, 0xA0), 0xFF))
#: Code points that are encoded at a time.
PORTION = 1 << 16


def row(code: int) -> int:
    """The row of a code point; that of its first surrogate where it has two."""
    return code >> 8 if code < 0x10000 else (0xD800 + ((code - 0x10000) >> 10)) >> 8


def of(text: str) -> frozenset[int]:
    """The rows from which the text has characters, and the common ones, which it may have none from."""
    parts = (text[at : at + PORTION] for at in range(0, len(text), PORTION))
    rows = (part.encode("utf-16-le", "surrogatepass")[1::2].translate(None, COMMON) for part in parts)
    return frozenset(COMMON).union(*rows)
