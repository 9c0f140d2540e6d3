"""The names of encodings that a configuration may give."""

import encodings

AUTO = "auto"
#: Codecs of Python's that are no encoding of a file: of names of hosts, of literals, of what the machine is set to.
NO_ENCODINGS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "charmap", "mbcs", "oem"}
#: Without a byte-order mark, which is read before any configuration, these leave open what comes first.
OPEN = {"utf-16": "utf-16-le or utf-16-be", "utf-32": "utf-32-le or utf-32-be"}
#: The mark is no part of the encoding here.
SAME = {"utf-8-sig": "utf-8"}
ACCEPTED = "auto or the name of an encoding such as utf-8, gb18030, big5, cp950, cp932, euc_jp or cp949"


def normalised(name: str) -> str:
    """The name that Python's codecs have for an encoding, so that all aliases become one; `auto` stays.

    Raises ValueError, which says what is accepted, for a name that is none of Python's own encodings of text.
    """
    if name == AUTO:
        return AUTO
    try:
        # Not codecs.lookup: what it knows changes with what else is imported.
        codec = encodings.search_function(encodings.normalize_encoding(name.strip().lower()))
        if codec is None or codec.name in NO_ENCODINGS or codec.name.replace("-", "_") in NO_ENCODINGS:
            raise LookupError(name)
        "".encode(codec.name)  # refuses codecs that turn text into text
    except (LookupError, UnicodeError, ValueError):
        raise ValueError(f"{name!r} is no encoding; expected {ACCEPTED}") from None
    found = SAME.get(codec.name, codec.name)
    if found in OPEN:
        raise ValueError(f"{name!r} does not say which byte comes first; say {OPEN[found]}")
    return found
