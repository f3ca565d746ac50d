"""The one observed run of a lesson that serves all who ask about it."""

import functools
from typing import NamedTuple

import claims
from observing import Run, code_cells, observe


class Observed(NamedTuple):
    """A lesson's run, and what its guide's claims print or raise, in their order."""

    run: Run
    claimed: list


@functools.cache
def observed(script):
    """Run a lesson, each cell twice, and type what its guide claims after the cells it names."""
    known = claims.about(script.stem[:2])
    waiting = list(enumerate(known.CLAIMS if known else []))
    sources = [cell.source for cell in code_cells(script)]
    places = {
        k: max((i for i, source in enumerate(sources) if claim.after in source), default=None)
        for k, claim in waiting
    }
    printed = {}

    def type_claims(cells, names):
        for k, claim in waiting:
            if places[k] == len(cells) - 1:
                try:
                    printed[k] = claims.printed_by(claim, cells, names)
                except Exception as error:  # told to who asks about the claim, and to nobody else
                    printed[k] = error

    run = observe(script, times=2, after_cell=type_claims)
    missing = LookupError("no cell of the lesson holds what the claim names")
    return Observed(run, [printed.get(k, missing) for k, _ in waiting])
