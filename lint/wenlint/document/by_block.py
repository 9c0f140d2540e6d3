"""What is found in a document block by block, when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from wenlint.formats import Block

if TYPE_CHECKING:
    from wenlint.document.document import Document

#: Where no block is.
BEFORE = Block("paragraph", 0, 0)


class InBlocks:
    """What is found in the blocks of a document, one by one, when it is first asked for: most blocks hold nothing to judge."""

    def __init__(self, document: "Document", find: Callable[[int, int], list[tuple[int, int]]], reach: int = 0):
        """`reach`: how far, in code points, what is found may go beyond a block."""
        self._document = document
        self._reach = reach
        self._find = find
        self._found: dict[int, list[tuple[int, int]]] = {}  # where something is
        self._sought = bytearray(len(document.blocks) + 1)

    def around(self, offset: int) -> list[tuple[int, int]]:
        """The spans in the block around an offset of the prose."""
        return self.of(self._document.block_index(offset))

    def of(self, index: int) -> list[tuple[int, int]]:
        """The spans in the block of that index; of what stands before the first, where there is none."""
        if not self._sought[index]:
            self._sought[index] = True
            _, start, end = self._document.blocks[index] if index >= 0 else BEFORE
            prose = self._document.prose
            floor = max(start - 2 * self._reach, 0)
            begin = max(prose.rfind("\n", floor, max(start - self._reach, 0)) + 1, floor)
            if found := self._find(begin, min(end + self._reach, len(prose))):
                self._found[index] = found
        return self._found.get(index, [])
