"""Runs rules over a document and brings what they say into the coordinates of the source."""

import gc
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from wenlint.document.document import Document
from wenlint.document.language import matches
from wenlint.formats import page_markers
from wenlint.model.findings import Finding, Safety
from wenlint.model.rule import ALL, Rule
from wenlint.search.own_patterns import PatternError

#: From so many code points on another process may be worth while.
LARGE = 1 << 19


class RuleCrashError(Exception):
    """A rule raised an exception: our bug or its author's, never the text's."""

    def __init__(self, rule: Rule, cause: Exception):
        super().__init__(
            f"rule {rule.name} ({rule.module}) crashed: {type(cause).__name__}: {cause}; "
            f"go on without it by --ignore {rule.name}, and please report it"
        )


def check(document: Document, rules: Sequence[Rule], *, alone: bool = True) -> list[Finding]:
    """All findings of these rules, by place; spans and fixes in offsets of `document.text`.

    `alone`: False where another process may help with a large text.
    """
    with _uncollected():
        found = _check(document, rules) if alone or len(document.text) < LARGE else _shared(document, rules)
        found.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    return found


def _shared(document: Document, rules: Sequence[Rule]) -> list[Finding]:
    from wenlint.fixing import two_processes

    return (
        two_processes.check(document, rules, _check) if two_processes.worthwhile(document) else _check(document, rules)
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which looks in vain through all the objects that a large text is made of."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _check(document: Document, rules: Iterable[Rule]) -> list[Finding]:
    found: list[Finding] = []
    for rule in rules:
        if rule.needs and not document.holds(rule.needs):
            continue
        if document.format not in rule.formats or not _speaks(rule, document):
            continue
        if not document.legible and not rule.illegible:
            continue
        try:
            drafts = map(_examined, rule.check(document))
            found += (_of_prose if rule.view == "prose" else _of_source)(rule, document, drafts)
        except PatternError:  # the configuration's fault, and said as such
            raise
        except Exception as error:
            raise RuleCrashError(rule, error) from error
    return found


def _examined(draft: Finding) -> Finding:
    """A finding as the rule gave it; refuses what is none, and one whose edits are not in order."""
    if not isinstance(draft, Finding):
        raise TypeError(f"it yielded {draft!r} and not a finding")
    at = 0
    for edit in draft.fix.edits if draft.fix else ((0, 0, ""),):
        if not at <= edit[0] <= edit[1]:
            raise ValueError(f"its edits are not in ascending order: {draft!r}")
        at = edit[1]
    if draft.fix and not draft.fix.edits:
        raise ValueError(f"its fix has no edits: {draft!r}")
    return draft


def _speaks(rule: Rule, document: Document) -> bool:
    return rule.view == "file" or rule.languages >= ALL or document.speaks(rule.languages)


def _of_prose(rule: Rule, document: Document, drafts: Iterable[Finding]) -> list[Finding]:
    prose = document.parsed.prose
    found: list[Finding] = []
    said: dict[str, str] = {}  # many findings say the same
    block, spoken, clear = -2, False, False
    for draft in drafts:
        if (index := document.block_index(draft.start)) != block:
            block, spoken = index, matches(document.language_of(index), rule.languages)
            clear = spoken and (not document.legible or document.is_clear(index))
        if not spoken or (not clear and _is_excused(rule, document, draft)):
            continue
        start, end = prose.to_source(draft.start, draft.end)
        message = _said(draft, prose.text)
        message = said.setdefault(message, message)
        fix = draft.fix and prose.fix_in_source(draft.fix)
        if fix and rule.reshapes and _restructures(document, rule, draft):
            fix = fix._replace(safety=min(fix.safety, Safety.UNSAFE))
        found.append(Finding(start, end, message, fix, rule.name))
    return found


def _said(draft: Finding, text: str) -> str:
    """The message with the text of the span, of which no copy is made in vain: pairs in pairs have long ones."""
    return draft.message.format(text[draft.start : draft.end] if "{0}" in draft.message else "")


def _is_excused(rule: Rule, document: Document, draft: Finding) -> bool:
    if not rule.illegible and document.is_misread(draft.start, draft.end):
        return True
    return document.excused(draft.start, draft.end) or (not rule.notation and document.is_notation(draft.start))


def _restructures(document: Document, rule: Rule, draft: Finding) -> bool:
    """Whether a fix would join blocks that the author of a structured file parted.

    Where a page marker goes with them, the structure was the extractor's and not the author's.
    """
    if draft.fix is None or document.format == "plain":
        return False
    return any(
        document.block_index(edit.start - 1) != document.block_index(edit.end)
        and not page_markers.find(document.prose[edit.start : edit.end], document.settings)
        for edit in draft.fix.edits
    )


def _of_source(rule: Rule, document: Document, drafts: Iterable[Finding]) -> list[Finding]:
    verbatim = document.verbatim if rule.view == "lines" else []
    return [
        draft._replace(message=_said(draft, document.text), rule=rule.name)
        for draft in drafts
        if not _overlaps(verbatim, draft.start, draft.end)
    ]


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return any(begin < end and start < stop for begin, stop in spans[max(index, 0) : index + 2])
