"""Measures how well paragraphs of PDFs are repaired, and writes its section of docs/benchmarks.md and its plot.

    python -m benchmarks.roundtrip [--texts FOLDER] [--only WORD] [--keep FOLDER]

With --texts or --only the figures are printed and nothing is written to docs.
"""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from benchmarks.page import put
from benchmarks.roundtrip import texts
from benchmarks.roundtrip.layouts import LAYOUTS

DOCS = Path(__file__).parents[2] / "docs"
#: What the extra `bench` installs, by the names by which it is imported.
NEEDED = ("autocorrect_py", "pdfminer", "pymupdf", "pypdf", "pypdfium2", "rapidfuzz", "typst")


def main() -> None:
    options = _options()
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        sys.exit(f"not installed: {', '.join(missing)}; run: pip install -e '.[bench]'")
    # Only now: these import what was looked for.
    from benchmarks.roundtrip import cases, extractors, report, tools, typeset
    from benchmarks.roundtrip.score import score

    if fonts := typeset.missing_fonts():
        sys.exit(f"no such font on this machine: {', '.join(fonts)}; on Debian run: apt-get install fonts-noto-cjk")
    try:
        chosen = texts.load(options.texts or texts.FOLDER)
        repairers = tools.available()
    except (texts.TextError, tools.ToolError) as error:
        sys.exit(str(error))
    notices = []
    if not extractors.has_pdftotext():
        notices.append("Not measured: pdftotext is missing (on Debian: apt-get install poppler-utils).")
    if tools.UNSTRUCTURED not in repairers:
        notices.append("Not measured: unstructured is missing (pip install unstructured).")
    print(*notices, sep="\n", file=sys.stderr, end="\n" * bool(notices))

    made = [case for case in cases.make(chosen, LAYOUTS, extractors.available()) if options.only in case.name]
    scored = [case for case in made if case.readable]
    if not scored:
        sys.exit(f"of {len(made)} cases none can be scored")
    scores = {}
    for tool, repair in repairers.items():
        repaired = [repair(case.extracted) for case in scored]
        scores[tool] = [score(case.truth, text) for case, text in zip(scored, repaired, strict=True)]
        if options.keep:
            for case, text in zip(scored, repaired, strict=True):
                _keep(options.keep / case.name, f"{tool}.txt", text)
    if options.keep:
        for case in made:
            _keep(options.keep / case.name, "truth.txt", "\n".join(case.truth) + "\n")
            _keep(options.keep / case.name, "nothing.txt", case.extracted)
    results = report.Results(scored, scores, [case for case in made if not case.readable], extractors.versions())
    if options.texts or options.only:
        print(report.tables(results))
    else:
        put(DOCS / "benchmarks.md", "roundtrip", report.section(results, notices))
        (DOCS / report.PLOT).write_text(report.plot(results), "utf-8", newline="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.roundtrip", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--texts", type=Path, metavar="FOLDER", help=f"texts of your own, written as {texts.__file__} says"
    )
    parser.add_argument(
        "--only", default="", metavar="WORD", help="only cases whose name, “text, layout, extractor”, has it"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to put what each tool made of each case")
    return parser.parse_args()


def _keep(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8", newline="")


if __name__ == "__main__":
    main()
