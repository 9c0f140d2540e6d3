"""The cases: every text in every layout by every extractor."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.roundtrip.extractors import Extractor, joined
from benchmarks.roundtrip.layouts import Layout
from benchmarks.roundtrip.score import score
from benchmarks.roundtrip.texts import Text
from benchmarks.roundtrip.typeset import write_pdf

#: A case of which more of the characters are not where they should be is not scored: its extractor lost the order in
#: which the columns are read, and no tool for text can find it again.
MOST_LOST = 0.1


@dataclass(frozen=True, slots=True)
class Case:
    """What an extractor made of a text in a layout, and what it should have made of it."""

    text: str
    layout: str
    extractor: str
    truth: list[str]
    extracted: str

    @property
    def name(self) -> str:
        return f"{self.text}, {self.layout}, {self.extractor}"

    @property
    def readable(self) -> bool:
        untouched = score(self.truth, self.extracted)
        return untouched.lost <= MOST_LOST * untouched.characters


def make(texts: Sequence[Text], layouts: Sequence[Layout], extractors: Mapping[str, Extractor]) -> Iterator[Case]:
    """All cases, those that are not readable among them."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "text.pdf"
        for row, text in enumerate(texts):
            for column, layout in enumerate(layouts):
                write_pdf(text, layout, pdf)
                truth = text.truth(layout.notes)
                for turn, (name, extract) in enumerate(extractors.items(), row + column):
                    yield Case(text.name, layout.name, name, truth, joined(extract(pdf), turn))
