"""Of a regular expression of `re` one of RE2 that matches wherever the first does, and may match elsewhere.

RE2 looks for any number of patterns in one pass, and knows no look-around. What stands around a match becomes part of
it where it can, and is dropped where not; so is all that only forbids.
"""

import math
import re
from collections.abc import Iterable
from itertools import chain
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from wenlint.search.extent import AROUND, ONE, REPEATS, Item, Items, reach

#: The white space of Unicode, for RE2; `re` takes the separators of files and records for white space, too.
_SPACE = "\\t-\\r\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
_OTHERS = "\\x{80}-\\x{10ffff}"
#: For each category what surely holds all of it, and what surely holds nothing else. The letters and digits of Unicode
#: are not the same in every version: any character beyond ASCII may be one, and may be none.
_CATEGORIES = {
    op.CATEGORY_SPACE: (_SPACE, _SPACE),
    op.CATEGORY_DIGIT: (f"0-9{_OTHERS}", "0-9"),
    op.CATEGORY_NOT_DIGIT: (f"\\x{{0}}-/:-\\x{{7f}}{_OTHERS}", "\\x{0}-/:-\\x{7f}"),
    op.CATEGORY_WORD: (f"0-9A-Z_a-z{_OTHERS}", "0-9A-Z_a-z"),
    op.CATEGORY_NOT_WORD: (f"\\x{{0}}-/:-@\\[-\\^`\\{{-\\x{{7f}}{_OTHERS}", "\\x{0}-/:-@\\[-\\^`\\{-\\x{7f}"),
}
_IN_ASCII = {
    op.CATEGORY_SPACE: ("\\t-\\r\\x{20}", "\\t-\\r\\x{20}"),
    op.CATEGORY_DIGIT: ("0-9", "0-9"),
    op.CATEGORY_NOT_DIGIT: 2 * _CATEGORIES[op.CATEGORY_NOT_DIGIT][:1],
    op.CATEGORY_WORD: ("0-9A-Z_a-z", "0-9A-Z_a-z"),
    op.CATEGORY_NOT_WORD: 2 * _CATEGORIES[op.CATEGORY_NOT_WORD][:1],
}
#: So many ways through a pattern are written out.
_WAYS = 24


class Superset(NamedTuple):
    """`source`: for RE2. `far`: whether a match and what it looks at may be as long as lines are.

    `whole`: whether all of a match is near; otherwise the superset is one of how it begins.
    """

    source: str
    far: bool
    whole: bool


class _UntranslatableError(Exception):
    pass


def of(source: str, flags: int = 0) -> Superset | None:
    """The superset of a pattern; None for one that can't be translated, such as a class that ignores case."""
    tree = _parser.parse(source, flags)
    translator = _Translator(tree.state.flags)
    try:
        items, whole = translator.beginning(tree)
        return Superset(
            translator.sequence(items, True, whole), reach(items, tree.state.flags).width == math.inf, whole
        )
    except _UntranslatableError:
        return None


class _Translator:
    def __init__(self, flags: int):
        self._flags = flags
        self._groups: dict[int, Items] = {}

    def beginning(self, items: Iterable[Item]) -> tuple[list[Item], bool]:
        """So much of the items as reaches over a few lines, and whether that is all of them."""
        kept: list[Item] = []
        for kind, value in items:
            if reach([*kept, (kind, value)], self._flags).is_near:
                kept.append((kind, value))
            elif kind is op.BRANCH:
                return [*kept, (kind, (None, [self.beginning(branch)[0] for branch in value[1]]))], False
            elif kind is op.SUBPATTERN:
                return [*kept, (kind, (*value[:3], self.beginning(value[3])[0]))], False
            elif kind is op.ATOMIC_GROUP:
                return [*kept, (kind, self.beginning(value)[0])], False
            elif kind in REPEATS and value[0]:
                return [*kept, *self.beginning(value[2])[0]], False
            elif kind not in AROUND:
                return kept, False
        return kept, True

    def sequence(self, items: Items, first: bool, last: bool) -> str:
        """`first`, `last`: whether nothing of the pattern stands before the items, or after them."""
        ways = self._ways(list(items)) if first or last else [list(items)]
        return self._any_of(self._way(way, first, last) for way in ways)

    def _ways(self, items: list[Item]) -> list[list[Item]]:
        """The items without groups and alternatives at the top: each way through them."""
        for index, (kind, value) in enumerate(items):
            if kind is op.SUBPATTERN:
                self._note(value)
                return self._ways([*items[:index], *value[3], *items[index + 1 :]])
            if kind is op.ATOMIC_GROUP:
                return self._ways([*items[:index], *value, *items[index + 1 :]])
            if kind is op.BRANCH:
                ways = [self._ways([*items[:index], *branch, *items[index + 1 :]]) for branch in value[1]]
                return list(chain.from_iterable(ways)) if sum(map(len, ways)) <= _WAYS else [items]
        return [items]

    def _way(self, items: list[Item], first: bool, last: bool) -> str:
        parts: list[str] = []
        before = 0  # so many characters, each one item, were matched so far; -1 if something else was
        for index in range(len(items)):
            kind, value = items[index]
            if kind is op.ASSERT and value[0] < 0:
                behind = [item for item in value[1] if item[0] in ONE]
                if not first or before < 0 or (before and (len(behind) < before or len(behind) < len(value[1]))):
                    continue  # what it says of the characters before can't be put in words here
                looked = value[1] if not before else behind[: len(behind) - before]
                parts.insert(0, self.sequence(list(looked), True, False))
                before = -1
            elif kind is op.ASSERT:
                ahead = value[1][0] if len(value[1]) == 1 and value[1][0][0] in ONE else None
                if ahead and index + 1 < len(items) and items[index + 1][0] is op.ANY:
                    items = [*items[: index + 1], ahead, *items[index + 2 :]]  # says more of the next character
                elif last and all(kind in AROUND for kind, _ in items[index + 1 :]):
                    parts.append(self.sequence(list(value[1]), False, True))
                    last = False
            elif kind is not op.ASSERT_NOT:
                parts.append(self._item(kind, value, last and index == len(items) - 1))
                if kind is not op.AT:
                    before = before + 1 if kind in ONE and before >= 0 else -1
        return "".join(parts)

    def _item(self, kind: Any, value: Any, last: bool) -> str:
        if kind in (op.LITERAL, op.NOT_LITERAL):
            return self._literal(value) if kind is op.LITERAL else f"[^{_escaped(value)}]"
        if kind is op.ANY:
            return "(?s:.)" if self._flags & re.DOTALL else "[^\\n]"
        if kind is op.IN:
            return self._class(value)
        if kind is op.BRANCH:
            return self._any_of(self.sequence(list(branch), False, last) for branch in value[1])
        if kind is op.SUBPATTERN:
            self._note(value)
            return self.sequence(list(value[3]), False, last)
        if kind is op.ATOMIC_GROUP:
            return self.sequence(list(value), False, last)
        if kind in REPEATS:
            least, most, repeated = int(value[0]), value[1], value[2]
            once = f"(?:{self.sequence(list(repeated), False, False)})"
            if most == 1:
                return f"{once}?" if not least else once
            return once * min(least, 3) + f"{once}*"  # how often does not matter much, and makes many states
        if kind is op.AT:
            start, end = (op.AT_BEGINNING, op.AT_BEGINNING_STRING), (op.AT_END, op.AT_END_STRING)
            return "(?m:^)" if value in start else "(?m:$)" if value in end else ""
        if kind is op.GROUPREF and value in self._groups:
            return self.sequence(list(self._groups[value]), False, False)
        raise _UntranslatableError

    def _literal(self, code: int) -> str:
        if not self._flags & re.IGNORECASE or chr(code).lower() == chr(code).upper():
            return _escaped(code)
        if code > 0x7F:
            raise _UntranslatableError
        return "[iI\\x{130}\\x{131}]" if chr(code) in "iI" else f"(?i:{chr(code)})"

    def _class(self, members: Iterable[Item]) -> str:
        members = list(members)
        if self._flags & re.IGNORECASE and not all(map(_is_caseless, members)):
            raise _UntranslatableError
        categories = _IN_ASCII if self._flags & re.ASCII else _CATEGORIES
        negated = members[0][0] is op.NEGATE
        parts = []
        for kind, value in members[negated:]:
            if kind is op.LITERAL:
                parts.append(_escaped(value))
            elif kind is op.RANGE:
                parts.append(f"{_escaped(value[0])}-{_escaped(value[1])}")
            elif kind is op.CATEGORY and value is op.CATEGORY_NOT_SPACE:
                if len(members) == 1:
                    return f"[^{categories[op.CATEGORY_SPACE][1]}]"
                if not negated:
                    raise _UntranslatableError
                return f"[{categories[op.CATEGORY_SPACE][0]}]"  # some of which are not in the class
            else:
                parts.append(categories[value][negated])
        return f"[{'^' * negated}{''.join(parts)}]"

    def _note(self, group: Any) -> None:
        if group[1] & ~re.MULTILINE or group[2]:  # its own flags
            raise _UntranslatableError
        if group[0] is not None:
            self._groups[group[0]] = group[3]

    @staticmethod
    def _any_of(ways: Iterable[str]) -> str:
        different = list(dict.fromkeys(ways))
        return f"(?:{'|'.join(different)})" if len(different) > 1 else different[0]


def _is_caseless(member: Item) -> bool:
    kind, value = member
    codes = (value,) if kind is op.LITERAL else range(value[0], value[1] + 1) if kind is op.RANGE else ()
    return len(codes) < 0x100 and all(chr(code).lower() == chr(code).upper() for code in codes)


def _escaped(code: int) -> str:
    return chr(code) if chr(code).isalnum() and code < 0x80 else f"\\x{{{code:x}}}"
