"""The fences of VitePress containers, `::: tip`, which a parser of CommonMark takes for text."""

from wenlint.search.patterns import lazy

FENCE = lazy(r"[ \t>]*:{3,}")


class Fences:
    """Says which lines of a source are fences. It is asked from the beginning to the end, and no line is looked at twice."""

    def __init__(self, source: str):
        self._source, self._any = source, ":::" in source
        self._looked, self._is_fence = 0, False  # so far, and whether the line there is one

    def hold(self, offset: int) -> bool:
        """Whether the line in which an offset stands is one; offsets ascend from call to call."""
        if not self._any:
            return False
        end = self._source.rfind("\n", self._looked, offset)
        if end >= 0 or not self._looked:
            self._is_fence = self.begin(end + 1)
        self._looked = offset
        return self._is_fence

    def begin(self, offset: int) -> bool:
        """Whether the line that begins at an offset is one."""
        return self._any and FENCE.match(self._source, offset) is not None
