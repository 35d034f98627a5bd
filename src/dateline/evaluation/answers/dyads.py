"""Who did what to whom, in PLOVER's types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...pipeline import Engine
from ...types import Claim, Mention, Status
from ..articles import Offsets
from ..maps import load_map
from ..rows import DyadClaim, DyadRow
from .circumstances import Told
from .documents import read_rows

# What is planned, demanded or threatened is not done; the demand and the threat are claims too.
_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.FAILED})


def answer(rows: Sequence[DyadRow], engine: Engine) -> Iterator[DyadRow]:
    """Every claim of each sentence, in PLOVER's types."""
    for row, read in read_rows(rows, engine):
        told = Told(read, engine.codebook)
        claims = (claim for claim in read.claims if claim.status in _DONE)
        yield DyadRow(id=row.id, claims=tuple(_dyads(claims, told)))


def _dyads(claims: Iterable[Claim], told: Told) -> Iterator[DyadClaim]:
    folded = load_map("plover")
    for claim in claims:
        plover = told.plover_of(claim)
        if plover is None or not claim.actors:
            continue
        (source, *sources) = map(_offsets, claim.actors)
        targets = [_offsets(target) for target in (*claim.targets, *claim.places)]
        yield DyadClaim(
            source=source,
            target=targets[0] if targets else None,
            type=folded.label(plover.type),
            mode=plover.mode,
            other_sources=tuple(sources),
            other_targets=tuple(targets[1:]),
        )


def _offsets(mention: Mention) -> Offsets:
    return Offsets(mention.span.start, mention.span.end)
