from collections.abc import Iterator

from wenlint import Document, Finding, replace, rule

from wenlint_rules.characters.radicals import KANGXI, fold, standing


@rule(
    needs=[range(0x2F00, 0x2FE0)],
    languages={"zh", "ja", "ko"},
    bad={
        "一个⟦⼈⟧的⟦⽣⟧活": "一个人的生活",
        "⟦⼈⽣⟧的⟦⼾⟧口，这样": "人生的户口，这样",
        "戰後的⟦⼾⟧口與開發": "戰後的戶口與開發",
        "⟦⽩⿊⟧の⟦⼾⟧です": "白黒の戸です",
        "⟦⼀⟧部法律，外交⟦⼯⟧部，⟦⼀⟧、总则": "一部法律，外交工部，一、总则",
        "⟦⾭⟧年和⟦⿈⟧河，这样": "青年和黄河，这样",
    },
    good=[
        "⽔部的字",
        "康熙字典以⼀⼁⼂为部首",
        "⼀⼁⼂⼃⼄",
        "人生",
        "如⽔、⽕、⽊之类",
        "⽔（水）和火 ⽕",
        "| 部首 | 例 |\n|---|---|\n| ⽔ | 江 |\n| ⽕ | 火 |",
        "`⼈`",
    ],
    notation=True,
    source="Unicode Standard, 18.2; UAX #38; EquivalentUnifiedIdeograph.txt",
    fold=fold,
)
def kangxi_radical(document: Document) -> Iterator[Finding]:
    """A Kangxi radical, U+2F00 to U+2FD5, standing for the ideograph it looks like.

    Some fonts lead a PDF extractor to `⼈` (U+2F08) where `人` (U+4EBA) was meant; no search finds it
    any more. A few ideographs differ by language: `⼾` is 户, 戶 or 戸.

    Where radicals are the subject (`⽔部`, a list or a table of them, each beside its ideograph, a paragraph
    about radicals) they are left alone.
    """
    for span, ideographs, message in standing(document, KANGXI):
        yield replace(span, ideographs, f"Kangxi radical {message}")
