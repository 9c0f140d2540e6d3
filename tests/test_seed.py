"""The document this began with, end to end."""

from pathlib import Path

import pytest
from conftest import ROOT, SEEDS, Run


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_fix_gives_the_repaired_text_byte_for_byte(wenlint: Run, seed: Path) -> None:
    repaired = seed.with_suffix(".fixed.txt").read_bytes()
    result = wenlint("fix", "-", stdin=seed.read_bytes())
    assert result.stdout == repaired
    assert result.returncode == 0


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_check_tells_the_damaged_from_the_repaired(wenlint: Run, seed: Path) -> None:
    assert wenlint("check", seed, "--isolated").returncode == 1
    assert wenlint("check", seed.with_suffix(".fixed.txt"), "--isolated").returncode == 0


def test_fix_in_place(wenlint: Run, tmp_path: Path) -> None:
    seed = SEEDS[0]
    file = tmp_path / "text.txt"
    file.write_bytes(seed.read_bytes())
    result = wenlint("fix", "text.txt")
    assert file.read_bytes() == seed.with_suffix(".fixed.txt").read_bytes()
    assert result.stdout.startswith(b"Fixed ")
    assert list(tmp_path.iterdir()) == [file]


def test_no_rule_knows_the_words_of_a_seed() -> None:
    """Four letters of a seed in the sources could only be there to match it; the examples are cut off."""
    import re

    words = {
        run[i : i + 4]
        for seed in SEEDS
        for run in re.findall("[\u4e00-\u9fff]{4,}", seed.read_text("utf-8"))
        for i in range(len(run) - 3)
    }
    for path in sorted((ROOT / "rules").rglob("*.py")) + sorted((ROOT / "lint").rglob("*.py")):
        source = path.read_text("utf-8")
        code = re.sub(r"@rule\(.*?^\)$", "", source, flags=re.DOTALL | re.MULTILINE)
        code = re.sub(r'"""(.*?)"""|#.*', "", code, flags=re.DOTALL)
        runs = re.findall("[\u4e00-\u9fff]{4,}", code)
        used = {run[i : i + 4] for run in runs for i in range(len(run) - 3)}
        assert not used & words, path
