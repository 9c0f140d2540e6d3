"""Measures Wenlint and others side by side, and writes its section of docs/benchmarks.md and its plot.

    python -m benchmarks.speed [--clean FOLDER] [--corpus FOLDER] [--sizes 1,4,16] [--worst 1,4] [--runs 5] …

With --only or --print the figures are printed and nothing is written to docs.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.page import put
from benchmarks.speed import measure, report, texts, tools

DOCS = texts.ROOT / "docs"
MB = 1_000_000
SMALL = 0.01


def main() -> None:
    if not hasattr(os, "wait4"):
        sys.exit("this benchmark needs os.wait4, which this system has not")
    options = _options()
    found = tools.find(options.node)
    print(*found.missing, sep="\n", file=sys.stderr, end="\n" * bool(found.missing))
    everything = []
    with tempfile.TemporaryDirectory() as folder:
        for series in _measured(found.commands, options, Path(folder)):
            print(f"\n## {series.name}\n\n{report.of(series)}", flush=True)
            everything.append(series)
    if not everything:
        sys.exit(f"no text has {options.only!r} in its name")
    if not options.only and not options.print:
        said = f"{options.runs} rounds, {options.worst_runs} for the worst texts, at most {options.limit:g} s a run"
        put(DOCS / "benchmarks.md", "speed", report.section(everything, found.missing, found.versions, said))
        (DOCS / report.PLOT).write_text(report.plot(everything), "utf-8", newline="\n")


def _measured(commands: list[tools.Command], options: argparse.Namespace, folder: Path) -> Iterator[report.Series]:
    """The results text by text, those of a size when they are there."""
    measure.warm_up(commands, folder, options.limit)
    standard = texts.standard(options.clean, options.corpus)
    small = texts.Text("one small file", ".txt", standard[0].unit)
    works = [(small, [SMALL], options.runs)]
    works += [(text, options.sizes, options.runs) for text in standard]
    works += [(text, options.worst, options.worst_runs) for text in texts.WORST]
    for text, sizes, runs in works:
        if sizes and options.only in text.name:
            yield _of_text(commands, text, sizes, runs, options.limit, folder)
    if options.repository and options.only in "a repository":
        yield _of_repository(commands, options, folder / "repository")


def _of_text(
    commands: Iterable[tools.Command], text: texts.Text, sizes: list[float], runs: int, limit: float, folder: Path
) -> report.Series:
    """A command that had trouble with a size is not run with a larger one."""
    results: dict[float, dict[str, measure.Result]] = {}
    troubled: dict[str, measure.Result] = {}
    file = folder / f"text{text.ending}"
    for size in sizes:
        whole = text.whole(int(size * MB))

        def prepare(whole: bytes = whole) -> str:
            file.write_bytes(whole)
            return file.name

        able = [command for command in commands if command.name not in troubled]
        results[size] = measure.alternate(
            able, folder, prepare, ending=text.ending, runs=runs, limit=limit, changes=text.damaged
        )
        troubled |= {name: result for name, result in results[size].items() if result.trouble}
    file.unlink()
    return report.Series(text.name, results)


def _of_repository(commands: list[tools.Command], options: argparse.Namespace, folder: Path) -> report.Series:
    """All Markdown below a folder, checked. Wenlint runs without its cache, and with one that is full."""
    count = 0
    for name, content in texts.repository(options.corpus, int(options.repository * MB)):
        count += 1
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    ours = next(command for command in commands if command.tool == tools.WENLINT and command.on_folder)
    warm = tools.cached(ours)
    # Filled before the first round.
    measure.run(warm, warm.line(".", ""), folder, 10 * options.limit, measure.Result())
    results = measure.alternate(
        [*commands, warm], folder, lambda: ".", ending="", runs=options.runs, limit=options.limit
    )
    return report.Series(f"a repository of {count:,} Markdown files", {options.repository: results})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=report.COMMAND, description=__doc__.partition("\n")[0])
    parser.add_argument("--clean", type=Path, metavar="FOLDER", help="Markdown files to join as clean text")
    parser.add_argument(
        "--corpus", type=Path, metavar="FOLDER", help="Markdown files, to join and to copy as a repository"
    )
    parser.add_argument("--node", type=Path, default=Path(), metavar="FOLDER", help="where npm installed (this folder)")
    parser.add_argument("--sizes", type=_sizes, default=[1, 4, 16], metavar="MB,…", help="of the texts (1,4,16)")
    parser.add_argument("--worst", type=_sizes, default=[1, 4], metavar="MB,…", help="of the worst texts (1,4)")
    parser.add_argument("--repository", type=float, default=12, metavar="MB", help="of the repository, 0 for none (12)")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="rounds (5)")
    parser.add_argument("--worst-runs", type=int, default=3, metavar="N", help="rounds for the worst texts (3)")
    parser.add_argument("--limit", type=float, default=20, metavar="S", help="seconds that one run may take (20)")
    parser.add_argument("--only", default="", metavar="WORD", help="only texts whose name has it; prints the tables")
    parser.add_argument("--print", action="store_true", help="prints the tables, and leaves docs as they are")
    options = parser.parse_args()
    options.node = options.node.resolve()
    return options


def _sizes(value: str) -> list[float]:
    return sorted(float(size) for size in value.split(",") if size)


if __name__ == "__main__":
    main()
