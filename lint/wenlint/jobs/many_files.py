"""Many files: what the cache knows, what is done here, and what is shared out among worker processes."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from wenlint.config.plan import Planner
from wenlint.model.outcome import Order, Outcome

if TYPE_CHECKING:
    from wenlint.jobs.cache import Cache


#: Added to the message of a finding in a file that a walk reached by a link, where it has a fix.
OUTSIDE = " (not fixed: the file is outside this folder, behind a link; name the file itself to repair it)"


class Targets(NamedTuple):
    """What paths mean: files, each once; which of them, as they are named here, are checked but not written;
    and how many documents there are in formats that are not read, by extension.
    """

    paths: list[Path]
    held: frozenset[str]
    unread: Counter[str]


def targets(paths: Iterable[Path], planner: Planner) -> Targets:
    """The files that these paths mean. A path that was named itself is only excluded by force.

    A file that is in a folder only by a link, and really outside of it, is held: who has a folder repaired does not
    mean what others, by links, let it lead to. It is not held where another path means it, too.
    """
    found: dict[str, tuple[Path, bool]] = {}  # by the path without links: as it is named here, and whether it is held
    passed: set[str] = set()
    unread: dict[str, str] = {}
    for path, named, read, top in _candidates(paths, planner):
        real = planner.real(path)
        held = not named and not real.startswith(os.path.join(planner.real(top), ""))
        if (real in found and (held or not found[real][1])) or (real in passed and not named) or real in unread:
            continue
        # What is only counted is no reason to read, and perhaps to find wrong, the configuration of its folder.
        own = planner.plan_for(path if read else top / "_")
        if (not named or own.config.force_exclude) and own.excludes(path):
            passed.add(real)
        elif read:
            found.pop(real, None)
            found[real] = path, held
        else:
            unread[real] = path.suffix.lower()
    return Targets(
        [path for path, _ in found.values()],
        frozenset(str(path) for path, held in found.values() if held),
        Counter(unread.values()),
    )


def _candidates(paths: Iterable[Path], planner: Planner) -> Iterator[tuple[Path, bool, bool, Path]]:
    """Each path, whether it was named itself, whether it is to be read, and the folder, or file, that was named."""
    for path in paths:
        if not os.path.isdir(path):
            yield path, True, True, path
            continue
        from wenlint.files.walk import walk

        config = planner.plan_for(path / "_").config
        for file, read in walk(path, config.respect_gitignore, config.extension):
            yield file, False, read, path


def run(
    paths: Sequence[Path], planner: Planner, order: Order, cache: "Cache | None" = None, workers: int | None = None
) -> list[Outcome]:
    """What comes of each of these files, in order, by so many processes; None: as many as the work is worth.

    The findings of those that `order` holds have no fix.

    Raises ConfigError, SelectorError and RuleError before the first file is written.
    """
    plans = [planner.plan_for(path) for path in paths]
    outcomes: list[Outcome | None] = [None] * len(paths)
    if cache:
        for index, (path, plan) in enumerate(zip(paths, plans, strict=True)):
            known = cache.find(path, plan)
            # What is clean is what fixing leaves; what has findings is to be fixed.
            outcomes[index] = known if known and not (order.fixing and known.findings) else None
    left = [index for index, outcome in enumerate(outcomes) if outcome is None]
    for plan in {id(plans[index]): plans[index] for index in left}.values():
        _ = plan.rules  # imports the rules and holds the configuration against them
    order = order._replace(keeping=cache is not None and not order.fixing)
    for index, outcome in _run([paths[index] for index in left], planner, order, workers):
        outcomes[left[index]] = outcome
        if cache:
            cache.keep(outcome, plans[left[index]])
    if cache:
        cache.save()
    return [_held(outcome) if outcome.path in order.held else outcome for outcome in outcomes if outcome is not None]


def _held(outcome: Outcome) -> Outcome:
    """The outcome, kept or new, of a file that is not to be written."""
    findings = [
        finding._replace(fix=None, message=finding.message + OUTSIDE) if finding.fix else finding
        for finding in outcome.findings
    ]
    return msgspec.structs.replace(outcome, findings=findings)


def _run(paths: Sequence[Path], planner: Planner, order: Order, workers: int | None) -> Iterator[tuple[int, Outcome]]:
    rest = set(range(len(paths)))
    if len(paths) > 1 and workers != 1:
        from wenlint.jobs import workers as crew

        sizes = [_size(path) for path in paths]
        count = crew.worthwhile(sizes) if workers is None else workers
        if count > 1:
            for index, outcome in crew.run(paths, sizes, planner.said, order, count):
                rest.discard(index)
                yield index, outcome
    if rest:
        from wenlint.jobs.one_file import run_file

        order = order._replace(alone=workers == 1)
    for index in sorted(rest):
        yield index, run_file(paths[index], planner.plan_for(paths[index]), order)


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
