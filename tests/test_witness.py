"""The document as its own witness."""

import pytest
from wenlint.document.witness import HanWitness, Seam, Witness


def attested(text: str, separator: str) -> bool:
    start = text.index(separator)
    seam = Seam(start, start + len(separator))
    return seam in Witness(text).attested([seam])


def test_what_the_text_writes_in_one_piece_is_one() -> None:
    assert attested("奋进新征程建功\n\n新时代\n\n推动奋进新征程建功新时代。", "\n\n")
    assert attested("不断巩固 拓展成果。要不断巩固拓展成果。", " ")


def test_what_it_never_writes_in_one_piece_is_two() -> None:
    assert not attested("召开会议 认真总结。会议上认真总结。", " ")


def test_one_letter_on_a_side_is_no_evidence() -> None:
    assert not attested("张 三丰，张三丰", " ")


def test_where_han_end_is_a_letter_of_context() -> None:
    """One letter beside a break is enough for the witness of Han, where the words begin or end alike."""
    text = "国 务院主管部门负责。另一处，国务院主管部门公开。批准 的 国务院主管"
    seams = [Seam(at, at + 1) for at, character in enumerate(text) if character == " "]
    assert HanWitness(text).attested(seams) == {seams[0]}
    assert Witness(text).attested(seams) == set()


def test_the_seam_itself_is_no_witness() -> None:
    assert not attested("不断巩固 拓展成果", " ")


def test_a_long_text_asks_for_more_context() -> None:
    """Two words beside each other meet by chance in a long text; a clause does not."""
    padding = "".join(chr(0x4E00 + i * 7 % 20000) for i in range(60_000))
    assert not attested("甲会议 认真乙。" + padding + "丙会议认真丁。", " ")
    assert attested("我们要不断巩固 拓展成果。" + padding + "我们要不断巩固拓展成果。", " ")


def test_what_is_mostly_written_apart_is_apart() -> None:
    text = "总则 概述\n" * 3 + "见总则概述"
    seams = [Seam(at, at + 1) for at, character in enumerate(text) if character == " "]
    assert Witness(text).attested(seams) == set()


@pytest.mark.parametrize("count", [10, 1000])
def test_few_seams_and_many_are_answered_alike(count: int) -> None:
    """Below and above the number from which the text is walked instead of searched."""
    letters = [chr(0x4E00 + i) for i in range(4 * count)]
    phrases = ["".join(letters[i : i + 4]) for i in range(0, len(letters), 4)]
    broken = "，".join(f"{phrase[:2]} {phrase[2:]}" for phrase in phrases)
    text = broken + "。" + "，".join(f"前文{phrase}后文" for phrase in phrases[::2])
    witness = Witness(text)
    witness.needed = 4
    seams = [Seam(at, at + 1) for at, character in enumerate(text) if character == " "]
    assert witness.attested(seams) == set(seams[::2])
