"""The texts. Each is made from the repository alone, unless a folder is given."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path

from benchmarks.roundtrip import texts as roundtrip

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_fc5ded96ea1cef5a.txt"
#: Markdown of the repository that no command rewrites while it is measured.
MARKDOWN = (roundtrip.FOLDER, ROOT / "docs" / "rules")


@dataclass(frozen=True)
class Text:
    """Something to be repeated to any size. `ending`: of the file's name, by which tools know the format."""

    name: str
    ending: str
    unit: str
    #: Begins and ends the text; for texts in which what opens at the beginning closes at the end.
    last: str = ""
    damaged: bool = False

    def whole(self, size: int) -> bytes:
        """So many bytes of UTF-8, or one or two fewer where a character would be cut; and a line end."""
        if self.last:
            return _repeat(self.unit, size // 2) + _repeat(self.last, size // 2) + b"\n"
        return _repeat(self.unit, size) + b"\n"


def _repeat(unit: str, size: int) -> bytes:
    data = unit.encode()
    return (data * (size // len(data) + 1))[:size].decode("utf-8", "ignore").encode()


#: What would show a tool at its worst. The last makes a finding for every third character.
WORST = tuple(
    Text(f"worst: {name}", ".md", unit, last)
    for name, unit, last in (
        ("one character", "中", ""),
        ("alternating quotes", "“”", ""),
        ("straight quotes", '中"', ""),
        ("brackets", "（", "）"),
        ("openers", "[(（", ""),
        ("spaces", " ", ""),
        ("one line of prose", "今天用 Python 写了三个程序，跑得很快。", ""),
        ("findings only", "中文,", ""),
    )
)


def standard(clean: Path | None, corpus: Path | None) -> list[Text]:
    """Clean text, damaged text and Markdown. `clean` and `corpus`: folders to take instead of the repository's own."""
    return [
        Text("clean text", ".txt", _joined([clean]) if clean else _truth()),
        Text("damaged text", ".txt", SEED.read_text("utf-8"), damaged=True),
        Text("Markdown", ".md", _joined([corpus] if corpus else MARKDOWN)),
    ]


def _truth() -> str:
    return "\n\n".join(paragraph for text in roundtrip.load() for paragraph in text.truth(notes=False)) + "\n\n"


def _joined(folders: list[Path] | tuple[Path, ...]) -> str:
    return "\n\n".join(path.read_text("utf-8") for path in markdown_files(folders)) + "\n\n"


def markdown_files(folders: list[Path] | tuple[Path, ...]) -> list[Path]:
    """The Markdown files below the folders; FileNotFoundError where there is none."""
    found = [path for folder in folders for path in sorted(folder.rglob("*.md"))]
    if not found:
        raise FileNotFoundError(f"no Markdown below {', '.join(map(str, folders))}")
    return found


def repository(corpus: Path | None, size: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents of Markdown files of at least so many bytes in all: copies of the corpus, a folder each."""
    contents = [path.read_bytes() for path in markdown_files([corpus] if corpus else MARKDOWN)]
    made = 0
    for number, content in zip(count(), cycle(contents)):
        if made >= size:
            return
        made += len(content)
        yield f"{number // len(contents):03}/{number % len(contents):03}.md", content
