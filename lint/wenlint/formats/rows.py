"""Many small rows of numbers in a few arrays: a row takes the bytes of its numbers, and is an object only while it is looked at."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Row = TypeVar("Row")
Span = tuple[int, int]


class Rows(Sequence[Row], Generic[Row]):
    """Rows made by `make` of as many numbers as `codes` has letters, the type codes of `array`."""

    def __init__(self, make: Callable[..., Row], codes: str):
        self._make = make
        self.columns: tuple[array[int], ...] = tuple(array(code) for code in codes)
        self._puts = [column.append for column in self.columns]

    def append(self, *numbers: int) -> None:
        for put, number in zip(self._puts, numbers, strict=True):
            put(number)

    def pop(self) -> Row:
        """The last row, which is taken away."""
        return self._make(*(column.pop() for column in self.columns))

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, *self.columns)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return list(map(self._make, *(column[index] for column in self.columns)))
        return self._make(*[column[index] for column in self.columns])  # sooner than a generator


def spans(some: Iterable[Span] = ()) -> Rows[Span]:
    """Spans, each in 16 bytes."""
    rows = Rows(_span, "QQ")
    starts, ends = rows.columns
    for start, end in some:
        starts.append(start)
        ends.append(end)
    return rows


def _span(start: int, end: int) -> Span:
    return start, end
