"""Many files: what the cache knows, what is done here, and what is shared out among worker processes."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wenlint import files
from wenlint.outcome import Order, Outcome
from wenlint.plan import Planner

if TYPE_CHECKING:
    from wenlint.cache import Cache


class Target(NamedTuple):
    """A file to check: as the user named it, and whether it was named itself."""

    path: Path
    named: bool


def targets(paths: Iterable[Path], planner: Planner) -> Iterator[Path]:
    """The files that these paths mean, each once. A path that was named itself is only excluded by force."""
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            config = planner.plan_for(path / "_").config
            found = files.walk(path, config.respect_gitignore, config.extension)
            candidates = [Target(file, named=False) for file in found]
        else:
            candidates = [Target(path, named=True)]
        for target in candidates:
            real = planner.real(target.path)
            if real in seen:
                continue
            seen.add(real)
            own = planner.plan_for(target.path)
            if (target.named and not own.config.force_exclude) or not own.excludes(target.path):
                yield target.path


def run(
    paths: Sequence[Path], planner: Planner, order: Order, cache: "Cache | None" = None, workers: int | None = None
) -> list[Outcome]:
    """What comes of each of these files, in order, by so many processes; None: as many as the work is worth.

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
    return [outcome for outcome in outcomes if outcome is not None]


def _run(paths: Sequence[Path], planner: Planner, order: Order, workers: int | None) -> Iterator[tuple[int, Outcome]]:
    rest = set(range(len(paths)))
    if len(paths) > 1 and workers != 1:
        from wenlint import workers as crew

        sizes = [_size(path) for path in paths]
        count = crew.worthwhile(sizes) if workers is None else workers
        if count > 1:
            for index, outcome in crew.run(paths, sizes, planner.said, order, count):
                rest.discard(index)
                yield index, outcome
    if rest:
        from wenlint.run import run_file

        order = order._replace(alone=workers == 1)
    for index in sorted(rest):
        yield index, run_file(paths[index], planner.plan_for(paths[index]), order)


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
