"""Cases that follow those which reached new code, by libFuzzer under atheris.

Only Wenlint is instrumented. What libFuzzer keeps are whole cases, and it never changes their bytes itself: a case is
read, changed as text or as bytes, and packed again.
"""

import io
import os
import sys
import tempfile
from contextlib import redirect_stderr
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.fuzz.session import Session

#: A packed case is at most so long, in bytes.
LONGEST = 16_384
#: Of so many mutations one is a case that follows none.
FRESH = 0.35
#: So many cases are made to begin with, beside the corpus.
FIRST = 200
#: Time and memory are looked after elsewhere; here they would end the run.
LIMITS = "-timeout=3600", "-rss_limit_mb=0"


def possible() -> bool:
    return find_spec("atheris") is not None


def instrument() -> None:
    """Import all of Wenlint so that it says where it has been. Must be before anything of it is imported."""
    import atheris

    silent = redirect_stderr(io.StringIO())  # it names every module
    with silent, atheris.instrument_imports(include=["wenlint", "wenlint_rules"]):
        for name in ("wenlint", "wenlint_rules"):
            package = import_module(name)
            for module in walk_packages(package.__path__, f"{name}."):
                if not module.name.endswith("__main__"):
                    import_module(module.name)


def run(session: "Session", seed: int, keep: Path | None = None) -> None:
    """Until the time is over; then the process ends, with the exit status of the session.

    `keep`: a folder for the cases that reached new code.
    """
    import atheris

    from benchmarks.fuzz import generate, known, texts
    from benchmarks.fuzz.case import pack, unpack

    others = texts.real()

    def one(packed: bytes) -> None:
        if session.over:
            status = session.finish()
            sys.stdout.flush()
            os._exit(status)  # libFuzzer knows no other end, and would leave the corpus behind
        if case := unpack(packed):
            session.take(case)

    def mutated(packed: bytes, longest: int, chance: int) -> bytes:
        rng = Random(f"{seed}/{chance}")
        case = unpack(packed)
        fresh = case is None or rng.random() < FRESH
        made = pack(generate.new(rng, others) if case is None or fresh else generate.mutant(rng, case, others))
        return made if len(made) <= longest else packed

    with tempfile.TemporaryDirectory() as name:
        folder = keep or Path(name)
        first = [generate.new(Random(f"{seed}/{number}"), others) for number in range(FIRST)]
        for number, case in enumerate([*known.corpus(), *first]):
            (folder / f"{number:05}").write_bytes(pack(case))
        options = f"-seed={seed % (1 << 31) + 1}", f"-max_len={LONGEST}", "-len_control=0", *LIMITS
        command = ["fuzz", *options, "-verbosity=0", f"-artifact_prefix={name}/", str(folder)]
        atheris.Setup(command, one, custom_mutator=mutated)
        atheris.Fuzz()
