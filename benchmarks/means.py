"""What it costs to look for something in Chinese text, by each means: the figures of docs/performance.md.

    python benchmarks/means.py [--size 4] [--runs 7]

Clean text of so many MB of UTF-8 is searched in turn by each means, in one run; MB/s are medians. google-re2 is left
out where it is not installed.
"""

import argparse
import multiprocessing
import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

import regex
from wenlint.rules.loader import load_rules

from benchmarks.speed.texts import standard

HAN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
#: Characters that are in no clean text: the worst of a search for what is there, and what most searches are.
ABSENT = [chr(0x2E80 + number) for number in range(100)]
Means = dict[str, Callable[[], object]]


def means(text: str) -> dict[str, Means]:
    """By question, what answers it and how."""
    data = text.encode()
    absent, one = re.compile(f"[{''.join(ABSENT)}]"), ABSENT[0]
    comma, comma_regex = re.compile(f"(?<={HAN}),"), regex.compile(r"(?<=\p{Han}),")
    comma_first = re.compile(f",(?<={HAN},)")
    marks, marks_regex = re.compile(f"(?<={HAN})[,;:!?]"), regex.compile(r"(?<=\p{Han})[,;:!?]")
    damaged = text.replace("，", ",")
    questions: dict[str, Means] = {
        "is one absent character there?": {
            "`in`": lambda: one in text,
            "`re`, the literal": lambda: re.search(one, text),
            "`regex`, the literal": lambda: regex.search(one, text),
        },
        "which of 100 absent characters are there?": {
            "`in`, each in turn": lambda: [one for one in ABSENT if one in text],
            "`set(text)`": lambda: set(text).intersection(ABSENT),
            "`re`, a class of them": lambda: absent.search(text),
        },
        "where is a comma after Han? (none is)": {
            "`in`, and no more": lambda: "," in text,
            "`re`, look-behind before the comma": lambda: comma.search(text),
            "`re`, the comma before its look-behind": lambda: comma_first.search(text),
            "`regex`, look-behind before the comma": lambda: comma_regex.search(text),
        },
        "where is a comma after Han? (each comma of the text)": {
            "`str.find`, and the character before": lambda: after_han(damaged),
            "`re`, look-behind before the comma": lambda: comma.findall(damaged),
            "`re`, the comma before its look-behind": lambda: comma_first.findall(damaged),
            "`regex`, look-behind before the comma": lambda: comma_regex.findall(damaged),
        },
        "where is one of five marks after Han? (none is)": {
            "`in`, five times": lambda: [mark for mark in ",;:!?" if mark in text],
            "`re`, look-behind before the class": lambda: marks.search(text),
            "`regex`, look-behind before the class": lambda: marks_regex.search(text),
        },
    }
    if find_spec("re2"):
        import re2

        pair, either = re2.compile(r"\p{Han}[,;:!?]"), re2.compile(r"\p{Han}[,;:!?]|[,;:!?]\p{Han}")
        questions["where is one of five marks after Han? (none is)"] |= {
            "re2 on bytes": lambda: pair.search(data),
            "re2 on bytes, after or before Han": lambda: either.search(data),
            "re2 on `str`": lambda: pair.search(text),
        }
    return questions


def after_han(text: str) -> list[int]:
    """Where a comma stands after Han."""
    found, at = [], text.find(",")
    while at >= 0:
        if at and "\u3400" <= text[at - 1] <= "\u9fff":
            found.append(at)
        at = text.find(",", at + 1)
    return found


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(work: Means, runs: int) -> dict[str, float]:
    """The median of the seconds of each, which run one after another in each round."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, one in work.items():
            times[name].append(seconds(one))
    return {name: statistics.median(each) for name, each in times.items()}


def workers(method: str) -> None:
    """Two worker processes that have loaded the rules, started and ended."""
    with multiprocessing.get_context(method).Pool(2) as pool:
        pool.map(rules, [0, 1])


def rules(_: int) -> int:
    return len(load_rules())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=float, default=4, metavar="MB")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    text = standard(None, None)[0].whole(int(options.size * 1e6)).decode()
    for mark in ",;:!?":
        text = text.replace(mark, "，")
    print("| question | means | MB/s |\n| --- | --- | ---: |")
    for question, work in means(text).items():
        for name, took in in_turn(work, options.runs).items():
            print(f"| {question} | {name} | {options.size / took:,.0f} |", flush=True)
    rules(0)
    print("\n| two workers | ms |\n| --- | ---: |")
    starts: Means = {method: partial(workers, method) for method in multiprocessing.get_all_start_methods()}
    for name, took in in_turn(starts, options.runs).items():
        print(f"| {name} | {1000 * took:.0f} |")


if __name__ == "__main__":
    main()
