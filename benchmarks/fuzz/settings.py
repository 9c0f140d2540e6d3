"""How a case is configured: everything a configuration may say about a text."""

from random import Random
from typing import Any, get_args, get_type_hints

from wenlint.model.settings import Style, Target
from wenlint.rules.loader import load_rules

from benchmarks.fuzz.case import Custom

RULES = tuple(rule.name for rule in load_rules())
GROUPS = tuple(sorted({rule.group for rule in load_rules()}))
#: Rules that take away what belongs to a page; a text that is checked without them keeps every letter.
FURNITURE = ("page-marker", "page-number", "running-header", "overprinted-letters")
STYLES = {name.replace("_", "-"): get_args(hint) for name, hint in get_type_hints(Style).items()}
MARKERS = (r"\[\[PB \d+\]\]", "【第\\d+页】", "={3,}", r"<pb\b[^>]*>", "网志")
CUSTOM = (
    Custom("no-weblog", "网志", "“{0}” is out of date", "博客"),
    Custom("doubled", "([，。])\\1+", replacement="\\1", safety="safe"),
    Custom("blanks", r"\n{4,}", replacement="\n\n\n", safety="safe"),
    Custom("liar", "的地", replacement="地的", safety="safe"),
    Custom("looks-around", r"(?<=\p{Han})1(?=\p{Han})", replacement="一"),
    Custom("says-it", "中{1,3}", "{not} {0} a {1} field {"),
    Custom("advice", "可以", replacement="能", safety="suggestion"),
    Custom("any-mark", r"[\p{P}--[，。]]{2}", "two marks"),
)
TERMS = ("网志\t博客\n", "github → GitHub\n会议 → 大会\n", "# nothing\n的的→的\n")


def some(rng: Random) -> dict[str, Any]:
    """The fields of a case that are about configuration; mostly none."""
    fields: dict[str, Any] = {"unsafe": rng.random() < 0.3}
    if rng.random() < 0.35:
        fields["ignore"] = [*FURNITURE]
    if rng.random() < 0.6:
        return fields
    if rng.random() < 0.5:
        fields["target"] = rng.choice(get_args(Target))
    if rng.random() < 0.5:
        fields["style"] = {key: rng.choice(values) for key, values in STYLES.items() if rng.random() < 0.35}
    if (chance := rng.random()) < 0.3:
        fields["select"] = ["all"]
    elif chance < 0.45:
        fields["select"] = rng.sample(RULES, rng.randint(1, 4))
    elif chance < 0.5:
        fields["select"] = [rng.choice(GROUPS)]
    if rng.random() < 0.2:
        fields["markers"] = rng.sample(MARKERS, rng.randint(1, 2))
    if rng.random() < 0.2:
        fields["custom"] = rng.sample(CUSTOM, rng.randint(1, 3))
    if rng.random() < 0.1:
        fields["terms"] = rng.choice(TERMS)
    return fields
