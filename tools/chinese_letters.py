"""Writes lint/wenlint/unicode/letters.py from OpenCC and the national character sets: `python tools/chinese_letters.py`.

What is written in one script alone follows from what anybody can look up: OpenCC says what a letter becomes in the
other script; GB 2312 lists the letters of Simplified text; Big5 lists those of Traditional text, first the common ones,
then rare ones, many of which only a dictionary has (`体`, `价`, `万`).
"""

from pathlib import Path

import opencc

FILE = Path(__file__).parents[1] / "lint" / "wenlint" / "unicode" / "letters.py"
HAN = [chr(code) for code in range(0x3400, 0xA000)]
#: The lead byte at which the rare letters of Big5 begin.
RARE = 0xC9
#: Simplified letters that Traditional text writes too, as variants or in names.
TRADITIONAL_TOO = set("凄厘庄担烟衅昵栖洒涂淀炖熏瓮痒羡膻蚝蝎跖却厢厨厩叁咏咤恒碱笋踪秆韵氲")
#: Simplified letters that Big5 has among the common ones, for other words that nobody writes.
SIMPLIFIED_ANYWAY = set("听坏")
#: Traditional letters that Simplified text writes too, in names and in words of their own.
SIMPLIFIED_TOO = set("昇祇瞭藉濛鍾陞")
#: Forms of Taiwan by OpenCC that are written both ways there, or mean more than one thing (`著`).
NOT_REGIONAL = set("臺么汙洩參菸梁簷睪鯰痺嫻韁顎溼檯著挩敓柺梲榲涗熅膃蒕")
#: What OpenCC takes for variants and the standard of Taiwan does not.
NOT_VARIANTS = set("祕棱踊")
PER_LINE = 52
HEAD = f'''"""Letters of one script or region alone, by OpenCC {opencc.__version__}. `python tools/chinese_letters.py` wrote this and says how."""

'''


def converted(*configs: str) -> dict[str, str]:
    """Each letter with what OpenCC makes of it where it stands alone, one conversion after the other."""
    text = "\n".join(HAN)
    for config in configs:
        text = opencc.OpenCC(config).convert(text)
    return dict(zip(HAN, text.split("\n"), strict=True))


def has(encoding: str, letter: str) -> bool:
    return bool(letter.encode(encoding, "ignore"))


def is_common_in_big5(letter: str) -> bool:
    return has("big5", letter) and letter.encode("big5")[0] < RARE


def sets() -> dict[str, str]:
    """The letters by the name of their constant."""
    traditional, simplified, old = converted("s2t"), converted("t2s"), converted("jp2t")
    taiwan, hong_kong_form = converted("t2tw"), converted("t2hk")
    hong_kong = {form for letter, form in hong_kong_form.items() if form != letter}
    regional = [
        letter for letter in HAN if taiwan[letter] != hong_kong_form[letter] and taiwan[letter] not in NOT_REGIONAL
    ]
    standard = {
        letter: taiwan[letter] if taiwan[letter] != letter else simplified[letter]
        for letter in HAN
        if (letter not in NOT_VARIANTS and letter != taiwan[letter] == hong_kong_form[letter])
        or (
            letter != (form := simplified[letter]) == traditional.get(form)
            and not has("big5", letter)
            and is_common_in_big5(form)
            and taiwan[form] == form == hong_kong_form[form]
        )
    }
    return {
        "SIMPLIFIED": "".join(
            letter
            for letter in HAN
            if traditional[letter] != letter
            and (simplified[letter] == letter or letter in SIMPLIFIED_ANYWAY)
            and has("gb2312", letter)
            and (not is_common_in_big5(letter) or letter in SIMPLIFIED_ANYWAY)
            and letter not in hong_kong | TRADITIONAL_TOO
        ),
        "TRADITIONAL": "".join(
            letter
            for letter in HAN
            if simplified[letter] != letter
            and has("big5hkscs", letter)
            and not has("gb2312", letter)
            and letter not in SIMPLIFIED_TOO
        ),
        "JAPANESE": "".join(
            letter
            for letter in HAN
            if old[letter] != letter
            and simplified[letter] == letter
            and not has("gb2312", letter)
            and not has("big5", letter)
        ),
        "TAIWAN": "".join(map(taiwan.__getitem__, regional)),
        "HONG_KONG": "".join(map(hong_kong_form.__getitem__, regional)),
        "VARIANTS": "".join(standard),
        "STANDARD": "".join(standard.values()),
    }  # fmt: skip


def module() -> str:
    """The whole of letters.py."""
    text = HEAD
    for name, letters in sets().items():
        lines = [letters[at : at + PER_LINE] for at in range(0, len(letters), PER_LINE)]
        text += (
            f"{name} = (\n" + "".join(f'    "{line}"\n' for line in lines) + ")\n"
            if lines[1:]
            else f'{name} = "{letters}"\n'
        )
    return text


if __name__ == "__main__":
    FILE.write_text(module(), "utf-8", newline="\n")
