"""Lines that are written for a machine and not for a reader: code, configuration, tables of values.

Plain text holds them without a fence around them. Their half-width marks are syntax.
"""

import re
from itertools import groupby

from wenlint.search.patterns import lazy
from wenlint.unicode.characters import CHINESE, HAN, KANA

LINE = lazy(r"[^\n\f]*(?:[\n\f]|\Z)")
LETTER = lazy(f"[{HAN}{KANA}]")
WORD = lazy("[A-Za-z]+")
MARK = lazy(f"(?![{HAN}])[{CHINESE}]")
SYNTAX = lazy(r"[{}=$\\|]|//|->|\w\([\"']")
#: A value in quotes may hold anything; a reference of GB/T 7714 is written with half-width marks.
QUOTED, REFERENCE = lazy('"[^"]*"'), lazy(r"\[(?:[ACDGJMNPRSZ]|CP|DB|EB)(?:/(?:CD|DK|MT|OL))?\]")
#: Other references: numbered or parted by dots, with a year that stands by itself and no comma or stop of Chinese.
YEAR = lazy(r"[,.(] ?(?:19|20)[0-9]{2}[a-z]?\)?(?:[-,.:;(]|\Z)")
#: The first line of an entry of a list of references, which may be cut.
ENTRY = lazy(r"\s*\[[0-9]{1,3}\] ?[^\n]{1,40}?, ")
PARTED = lazy(r"\A\s*\[[0-9]{1,4}\]|\. ")
#: `key: value`, and `key:` with the values indented below it.
KEY = lazy(r"[ \t]*(?:- |:)?[^\s:,]{1,20}:(?:[ \t]|$)")
#: A key of a few letters at the beginning of a line with its colon, and a blank or nothing behind it.
FIELD = lazy(rf"[^\S\n]*(?:[A-Za-z]+ )?[{HAN}A-Za-z]{{1,6}}:(?=[ \n]|\Z)")
#: An open bracket right after a name, or a square one: what follows are arguments or members.
CALL = lazy(r"(?:[A-Za-z_]\w*[(<]|\[)[^()<>\[\]\n]*\Z")
#: A numbered clause, however short, is a sentence.
CLAUSE = lazy(
    r"[^\S\n]*(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+[条條款项項章节節])"
)
#: The longest a value of a table is on average, in code points; clauses are longer.
VALUE = 8


def find(prose: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of such lines in a part of the prose, ascending. A line with a mark of Chinese in it is none, and a blank one parts them."""
    found: list[tuple[int, int]] = []
    for kind, lines in groupby(LINE.finditer(prose, start, end), key=_kind):
        run = [line.span() for line in lines] if kind else []
        if kind == "syntax" or len(run) > 1:
            found += run
    return found


def _kind(line: re.Match[str]) -> str:
    """What kind of notation a line may be: lines of one kind stand together."""
    text = line[0].rstrip()
    if REFERENCE.search(text) or _is_reference(text) or (ENTRY.match(text) and not MARK.search(text)):
        return "syntax"
    text = QUOTED.sub('""', text)
    if not LETTER.search(text) or MARK.search(text) or CLAUSE.match(text):
        return ""
    letters = len(LETTER.findall(text))
    words = WORD.findall(text)
    if SYNTAX.search(text) or (len(words) > 1 and sum(map(len, words)) > letters):
        return "syntax"
    if KEY.match(text):
        return "keys"
    commas, semicolons = text.count(","), text.count(";")
    many = commas + semicolons
    return f"{commas} commas, {semicolons} semicolons" if many and len(text) <= (many + 1) * (VALUE + 1) else ""


def _is_reference(text: str) -> bool:
    """Whether a line names a book or an article, as in `张三, 李四. 论排版. 北京: 科学出版社, 2010.`"""
    sentence = "，" in text or "。" in text
    return not sentence and ", " in text and PARTED.search(text) is not None and YEAR.search(text) is not None
