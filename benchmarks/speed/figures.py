"""What is made of times: ratios pair by pair with their spread, and how time grows."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True)
class Spread:
    """The lower quartile, the median and the upper quartile of some figures."""

    low: float
    middle: float
    high: float


def spread(figures: Sequence[float]) -> Spread:
    """The quartiles of one figure or more."""
    return Spread(*quantiles(figures, n=4, method="inclusive")) if len(figures) > 1 else Spread(*3 * tuple(figures))


def ratios(theirs: Sequence[float], ours: Sequence[float]) -> Spread:
    """How many times as long as ours theirs took: the quartiles of the ratios within each round."""
    return spread([one / other for one, other in zip(theirs, ours, strict=True)])


def exponent(seconds: Mapping[float, float]) -> float | None:
    """How time grows from the last but one to the last size: 1.0 is linear, 2.0 quadratic; None from one size.

    `seconds` by size. The two largest are taken because starting weighs the least there.
    """
    if len(seconds) < 2:
        return None
    small, large = sorted(seconds)[-2:]
    return math.log(seconds[large] / seconds[small]) / math.log(large / small)
