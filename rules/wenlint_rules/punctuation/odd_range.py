from collections import Counter
from collections.abc import Iterator

from wenlint import Document, Finding, Safety, replace, rule
from wenlint.document.convention import wanted
from wenlint.search.patterns import sought
from wenlint.unicode.characters import HAN

SIGNS = {"tilde": "～", "en-dash": "–", "em-dash": "—", "hyphen": "-"}
FORMS = {sign: form for form, sign in SIGNS.items()}
#: A number, a line and a number with its unit. What goes on in digits, letters or lines is a number of
#: another kind (a telephone, a standard, a version); years and days are parted by a line of their own.
RANGE = sought(
    r"(?<![A-Za-z0-9.\-–—/_:：])((?:[1-9][0-9]{0,5}|0)(?:\.[0-9]{1,4})?)(?:[%％‰℃]|[万亿萬億])?([-－−–—~～〜])"
    rf"((?:[1-9][0-9]{{0,5}}|0)(?:\.[0-9]{{1,4}})?)(?=[%％‰℃]|(?![年月日号號时時点點章节節条條])[{HAN}])"
)


@rule(
    languages={"zh"},
    needs="-－−–—~～〜",
    unsafe={"长5～6米，" * 20 + "重10⟦~⟧20千克，高10⟦－⟧20米": "长5～6米，" * 20 + "重10～20千克，高10～20米"},
    good=[
        "长5~6米", "长5～6米，重10－20千克", "长5～6米，" * 20 + "电话010-62758888转，1998—2000年，NIST 800-63条，2022-01-08日",
        "长5～6米，" * 20 + "比分3-2获胜，第20-10节，见 `5-6米`", "长5~6米，" * 20 + "重10－20千克",
    ],
    source="GB/T 15834—2011, 4.13",
    disputed="The standard names no code points: CLREQ takes its long connector for U+2014, its wave for U+FF5E and its short connector for U+2013.",
    default=False,
    style="range",
)  # fmt: skip
def odd_range(document: Document) -> Iterator[Finding]:
    """A range of numbers joined by another line than elsewhere: `10~20` and `10－20` for `10～20`.

    The standard joins numbers by `～` and times and places by `—`; many house styles differ. What
    the configuration (`style.range`) or nearly all of the document's own ranges say is right.

    Only rising numbers with a unit are ranges for sure; scores, dates, telephone numbers and numbers of
    standards are left alone.
    """
    ranges = [found for found in document.find(RANGE) if float(found[1]) < float(found[3])]
    counts = Counter(FORMS.get(found[2], found[2]) for found in ranges)
    right = SIGNS.get(wanted(document.settings.style.range, counts) or "")
    for found in ranges if right else ():
        if right and found[2] != right:
            message = f"“{{0}}” joins a range where “{right}” is the convention"
            yield replace(found.span(2), right, message, Safety.UNSAFE)
