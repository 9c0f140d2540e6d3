import re
from collections.abc import Iterator

from wenlint import Document, Edit, Finding, Safety, edit, rule
from wenlint.search.patterns import lazy, sought
from wenlint.unicode.character_names import named

#: Letters that are drawn alike, after the confusables of UTS #39. Of Greek only those that are no symbol of science.
CYRILLIC = str.maketrans("АВЕЅІЈКМНОРСТУХҮаеѕіјорсухԁһԛԝ", "ABESIJKMHOPCTYXYaesijopcyxdhqw")
GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo")
TO_CYRILLIC = str.maketrans("ABESIJKMHOPCTYXaesijopcyx", "АВЕЅІЈКМНОРСТУХаеѕіјорсух")
TO_GREEK = str.maketrans("ABEZHIKMNOPTYXo", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
LATIN = lazy("[A-Za-zÀ-ÖØ-öø-ɏ]")
SCRIPTS = (
    (sought("[Ѐ-ԯ]"), lazy("[Ѐ-ԯA-Za-zÀ-ÖØ-öø-ɏ]+"), CYRILLIC, TO_CYRILLIC),
    (sought("[Ͱ-Ͽἀ-῾]"), lazy("[Ͱ-Ͽἀ-῾A-Za-zÀ-ÖØ-öø-ɏ]{2,}"), GREEK, TO_GREEK),
)


@rule(
    unsafe={
        "买⟦А⟧股和⟦Сhina⟧、⟦gооgle⟧": "买A股和China、google",
        "⟦Βeta⟧ 和 ⟦Αpple⟧": "Beta 和 Apple",
        "⟦Рoссия⟧ и Москва": "Россия и Москва",
    },
    good=[
        "А и Б сидели на трубе", "Ω、μm、kΩ、NF-κB、ΔT、TNF-α、λx、πr、ΔE", "Яndex", "α粒子和Β粒子", "China", "俄语字母А和Я", "Χ²检验", "`Сhina`",
    ],
    notation=True,
    source="UTS #39, Unicode Security Mechanisms, 4 and 5.1",
)  # fmt: skip
def confusable_letter(document: Document) -> Iterator[Finding]:
    """A Cyrillic or Greek letter inside a Latin word, or a Latin one inside theirs, that looks like the right one.

    No search finds `Сhina` with a Cyrillic `С`, and an address with one leads elsewhere. A whole word of such letters
    is found where the text holds no other letter of that script (`А股`).

    Symbols of science (`μm`, `NF-κB`) and names that mix letters no one takes for others (`Яndex`) are left alone.
    """
    prose = document.prose
    for own, word_of, to_latin, from_latin in SCRIPTS:
        if not document.has(own):
            continue
        foreign = any(letter.translate(to_latin) == letter for letter in set(own.findall(prose)))
        for word in word_of.finditer(prose):
            strange, latin = own.findall(word[0]), LATIN.findall(word[0])
            if not strange or (not latin and foreign):
                continue
            if len(strange) < len(latin) or not latin:
                wrong, table = strange, to_latin
            elif len(strange) > len(latin):
                wrong, table = latin, from_latin
            else:
                continue
            if all(ord(letter) in table for letter in wrong):
                yield _finding(word, set(wrong), table)


def _finding(word: re.Match[str], wrong: set[str], table: dict[int, int]) -> Finding:
    edits = [
        Edit(word.start() + i, word.start() + i + 1, letter.translate(table))
        for i, letter in enumerate(word[0])
        if letter in wrong
    ]
    letters = "".join(word[0][e.start - word.start()] for e in edits)
    meant = "".join(letter.translate(table) if letter in wrong else letter for letter in word[0])
    return edit(word.span(), edits, f"“{{0}}” holds {named(letters)} and looks like “{meant}”", Safety.UNSAFE)
