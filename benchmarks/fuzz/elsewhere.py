"""Runs cases again elsewhere: under other hash seeds, by the command line in one and two processes, from the cache."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.fuzz.case import Case, pack, unpack
from benchmarks.fuzz.texts import ROOT
from benchmarks.fuzz.trial import Failure, examine

HASH_SEEDS = ("0", "1", "4294967295")


def differences(cases: Sequence[Case]) -> Iterator[tuple[Case, Failure]]:
    """The cases of which elsewhere something else came."""
    yield from _under_other_hashes(cases)
    yield from _by_command(cases)


def digests(folder: Path) -> list[str]:
    """What comes here of the cases of a folder, by the order of their names."""
    found = (unpack(path.read_bytes()) for path in sorted(folder.iterdir()))
    return [examine(case).digest.hex() for case in found if case]


def _under_other_hashes(cases: Sequence[Case]) -> Iterator[tuple[Case, Failure]]:
    here = [examine(case).digest.hex() for case in cases]
    with tempfile.TemporaryDirectory() as name:
        for index, case in enumerate(cases):
            (Path(name) / f"{index:06}").write_bytes(pack(case))
        for seed in HASH_SEEDS:
            command = [sys.executable, "-m", "benchmarks.fuzz", "--digests", name]
            done = subprocess.run(
                command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
            )
            for case, one, other in zip(cases, here, json.loads(done.stdout), strict=True):
                if one != other:
                    yield case, Failure("hash-seed", seed)


def _by_command(cases: Sequence[Case]) -> Iterator[tuple[Case, Failure]]:
    """Cases without a configuration of their own, as files of one folder."""
    plain = {
        f"{index:06}{case.name[-4:]}": case
        for index, case in enumerate(cases)
        if case == Case(case.name, data=case.data)
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, case in plain.items():
            (folder / path).write_bytes(case.data)
        ways = {
            "one process": ("--no-cache", "--workers", "1"),
            "two processes": ("--no-cache", "--workers", "2"),
            "filling the cache": ("--cache-dir", f"{name}/.cache", "--workers", "1"),
            "from the cache": ("--cache-dir", f"{name}/.cache", "--workers", "1"),
        }
        first: dict[str, str] = {}
        for way, options in ways.items():
            rows = _run(folder, "check", "--output-format", "json", *options)
            found = {path: json.dumps([row for row in rows if row["path"] == path]) for path in plain}
            first = first or found
            yield from ((plain[path], Failure("elsewhere", way)) for path in plain if first[path] != found[path])
        _run(folder, "fix", "--output-format", "json", "--no-cache", "--workers", "2")
        for path, case in plain.items():
            expected = fixed(case)
            if (folder / path).read_bytes() != expected:
                yield case, Failure("elsewhere", "fixed by the command line")


def fixed(case: Case) -> bytes:
    """What `fix` makes of the bytes of a case without a configuration: the same, where it can do nothing."""
    from wenlint.config.plan import CommandLine, Planner
    from wenlint.jobs.one_file import ProblemError, run_bytes

    path = Path(case.name)
    try:
        return run_bytes(case.data, path, Planner(CommandLine(isolated=True)).plan_for(path), fixing=True).data
    except ProblemError:
        return case.data


def _run(folder: Path, command: str, *options: str) -> list[dict[str, object]]:
    line = [sys.executable, "-m", "wenlint", command, "--isolated", "--quiet", *options, "."]
    done = subprocess.run(line, cwd=folder, capture_output=True, check=False)
    rows: list[dict[str, object]] = json.loads(done.stdout)
    return rows
