import re
from collections.abc import Iterator

from wenlint import Document, Finding, report, rule
from wenlint.search.patterns import lazy
from wenlint.unicode.character_names import named

#: What turns the direction, and by what it ends: embeddings and overrides, isolates.
ENDS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
CONTROL = lazy("[\u061c\u202a-\u202e\u2066-\u2069]+")
#: A line with a control in it; that begins only where a line does.
LINE = lazy("^[^\n\u061c\u202a-\u202e\u2066-\u2069]*[\u061c\u202a-\u202e\u2066-\u2069][^\n]*", re.MULTILINE)
#: Letters of Hebrew, Arabic and the other scripts that run to the left.
LEFTWARD = lazy("[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")


@rule(
    reported=[
        "if level != '⟦\u202e\u2066⟧// 管理员⟦\u2069\u2066⟧'",
        "中⟦\u202a⟧文⟦\u202c⟧，⟦\u061c⟧好",
        "عربي ⟦\u202b⟧نص 中文",
    ],
    good=["他说“\u2067שלום\u2069”", "عربي \u202bنص\u202c", "中文，好", "שלום\u200f 好"],
    view="file",
    needs="\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    source="CVE-2021-42574; Unicode Standard, 23.2; UTS #55",
)
def bidi_control(document: Document) -> Iterator[Finding]:
    """A control that turns the direction of the text, so that it is shown in another order than it is read.

    Nothing in Chinese, Japanese or Korean needs one. In source code they hide what a program does ("Trojan
    Source", CVE-2021-42574), in names and addresses they forge. So code is looked at too.

    Whether one may go is for a person to say. In a line with Hebrew or Arabic, each ended in it, they are left alone.
    """
    for line in LINE.finditer(document.text):
        if LEFTWARD.search(line[0]) and _is_balanced(line[0]):
            continue
        for run in CONTROL.finditer(document.text, *line.span()):
            yield report(run.span(), f"{named(run[0])} turns the direction of the text that is shown")


def _is_balanced(line: str) -> bool:
    stack = list[str]()
    for control in "".join(CONTROL.findall(line)):
        if control in ENDS:
            stack.append(ENDS[control])
        elif control != "\u061c" and (not stack or stack.pop() != control):
            return False
    return not stack
