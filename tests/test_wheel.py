"""The built wheel in a fresh virtual environment, far from the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_two_packages_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"wenlint", "wenlint_rules"}
    assert {"wenlint/py.typed", "wenlint_rules/py.typed"} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_works_where_nothing_else_is(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    binary = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([binary / "python", "-m", "pip", "install", "-q", wheel], check=True, capture_output=True)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    for command in ([binary / "wenlint"], [binary / "python", "-m", "wenlint"]):
        result = subprocess.run(
            [*command, "fix", "-"],
            input=SEEDS[0].read_bytes(),
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            check=False,
        )
        assert result.stdout == SEEDS[0].with_suffix(".fixed.txt").read_bytes()
        assert result.returncode == 0
    version = subprocess.run([binary / "wenlint", "--version"], capture_output=True, check=True).stdout.decode()
    assert version.split() == ["wenlint", wheel.name.split("-")[1]]
