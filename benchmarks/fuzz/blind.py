"""Cases from nothing but chance; where no coverage can be had."""

from random import Random

from benchmarks.fuzz import generate, known, texts
from benchmarks.fuzz.session import Session


def run(session: Session, seed: int) -> None:
    """Each case follows from the seed and its number alone."""
    corpus, others = known.corpus(), texts.real()
    for case in corpus:
        session.take(case)
    number = 0
    while not session.over:
        rng = Random(f"{seed}/{number}")
        is_mutant = corpus and rng.random() < 0.3
        session.take(generate.mutant(rng, rng.choice(corpus), others) if is_mutant else generate.new(rng, others))
        number += 1
