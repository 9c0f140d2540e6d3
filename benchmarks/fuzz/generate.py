"""Cases: new ones, and others mutated. All chance comes from one generator of random numbers."""

import codecs
from collections.abc import Sequence
from random import Random

import msgspec
from wenlint.source.encoding import Source, SourceError

from benchmarks.fuzz import pieces, settings, texts
from benchmarks.fuzz.case import Case

MARKS = {
    "utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
}  # fmt: skip
#: An encoding is only detected where there is enough of it.
ENOUGH = {
    "gb18030": "我们在这里学习中文，也可以用来说明各种不同的问题。", "big5": "我們在這裡學習中文，也可以用來說明各種不同的問題。",
    "cp932": "これは日本語の文章です。漢字とかなを使って書きます。", "euc_jp": "これは日本語の文章です。漢字とかなを使って書きます。",
    "cp949": "이것은 한국어로 쓴 글입니다. 우리는 여기에서 공부합니다.",
}  # fmt: skip


def new(rng: Random, others: Sequence[str]) -> Case:
    """A case that follows no other but in its text; `others` are real texts to take from."""
    stem = rng.choice(pieces.NAMES) if rng.random() < 0.03 else "a"
    data = encoded(rng, line_ends(rng, texts.text(rng, others)))
    return Case(f"{stem}{rng.choice(('.txt', '.md'))}", data=data, **settings.some(rng))


def mutant(rng: Random, case: Case, others: Sequence[str]) -> Case:
    """A case that has something of another."""
    if rng.random() < 0.15:
        return Case(rng.choice(("a.txt", "a.md")), data=case.data, **settings.some(rng))
    if rng.random() < 0.1:
        return msgspec.structs.replace(case, data=damaged(rng, case.data))
    try:
        source = Source.decode(case.data)
    except SourceError:
        return msgspec.structs.replace(case, data=damaged(rng, case.data))
    text = line_ends(rng, texts.mutate(rng, source.text, others))
    if rng.random() < 0.1:
        return msgspec.structs.replace(case, data=encoded(rng, text))
    return msgspec.structs.replace(case, data=source.mark + text.encode(source.encoding, "replace"))


def line_ends(rng: Random, text: str) -> str:
    """Mostly as they are; or all of another kind, or now one and now another; and mostly one at the end."""
    if rng.random() < 0.6 and text and text[-1] not in "\r\n":
        text += "\n"
    if (chance := rng.random()) < 0.85:
        return text
    if chance < 0.95:
        return text.replace("\r\n", "\n").replace("\n", rng.choice(("\r\n", "\r\n", "\r")))
    return "".join(rng.choice(("\n", "\r\n", "\r")) if c == "\n" else c for c in text)


def encoded(rng: Random, text: str) -> bytes:
    """The text in UTF-8, or in another encoding without what that can't hold, sometimes damaged."""
    encoding = "utf-8" if rng.random() < 0.7 else rng.choice(pieces.ENCODINGS)
    mark = MARKS.get(encoding, b"") if encoding != "utf-8" or rng.random() < 0.06 else b""
    if "\0" in text and rng.random() < 0.95:
        text = text.replace("\0", "")
    text = ENOUGH.get(encoding, "") + text
    if encoding == "utf-8" and rng.random() < 0.003:
        data = text.encode(encoding, "surrogatepass") + b"\xed\xa0\x80"
    else:
        data = text.encode(encoding, "ignore")
    if encoding == "iso2022_jp" and rng.random() < 0.3:
        data = data.replace(b"\x1b(B", rng.choice((b"\x1b(J", b"\x1b(B\x1b(B", b"\x1b$@\x1b(B")))
    return mark + (damaged(rng, data) if rng.random() < 0.06 else data)


def damaged(rng: Random, data: bytes) -> bytes:
    """Bytes with a few of them cut off, changed, put in, taken out or put together from two halves."""
    for _ in range(rng.randint(1, 3)):
        at, chance = rng.randint(0, len(data)), rng.random()
        if chance < 0.3:
            data = data[:at] + rng.choice(pieces.BYTES) + data[at:]
        elif chance < 0.5:
            data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
        elif chance < 0.7:
            data = data[:at] + data[at + rng.randint(1, 3) :]
        elif chance < 0.85:
            data = data[:at]
        else:
            data = data[:at] + data[at:].decode("utf-8", "ignore").encode(rng.choice(pieces.ENCODINGS), "ignore")
    return data
