import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

#: `--hypothesis-profile=thorough` looks for an hour at what `default` looks at for a minute.
settings.register_profile("default", deadline=None, max_examples=150)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile("default")

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path for path in (ROOT / "seeds").glob("*.txt") if not path.name.endswith(".fixed.txt"))

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def wenlint(tmp_path: Path) -> Run:
    """Runs the program as a user would, in an empty folder."""

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        cwd: Path = tmp_path,
        env: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        import os

        command = [sys.executable, "-m", "wenlint", *map(str, arguments)]
        return subprocess.run(
            command, input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **(env or {})}, check=False
        )

    return run
