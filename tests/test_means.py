"""The means that are compared give the same answers, so that their costs can be compared."""

import re

from benchmarks.means import HAN, after_han


def test_all_means_find_the_same_commas() -> None:
    text = ",甲,乙，,丙a,\u3400,一,,\u9fff,"
    behind = [match.start() for match in re.finditer(f"(?<={HAN}),", text)]
    assert after_han(text) == behind == [match.start() for match in re.finditer(f",(?<={HAN},)", text)]
    assert len(behind) == len("甲㐀一鿿")
