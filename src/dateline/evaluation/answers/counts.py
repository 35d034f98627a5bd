"""How many came to harm in a happening, of all figures that are told, and what bears on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..rows import RecordEvent, RecordToll
from .happenings import Happening

KINDS = ("killed", "wounded", "abducted", "released")


@dataclass(frozen=True)
class Count:
    """One answer to how many, with what is said for it."""

    value: RecordToll
    features: dict[str, float]


def counts_of(it: Happening, record: RecordEvent) -> tuple[Count, ...]:
    """Every answer there could be, kind by kind."""
    reasons: dict[RecordToll, list[str]] = {}
    for toll in record.tolls:
        reasons.setdefault(toll, []).append("as it is read")
    for where, figures in it.figures():
        for kind, (low, high) in figures.items():
            if kind in KINDS and low:
                reasons.setdefault(RecordToll(kind, low, high), []).append(where)
    shared = tuple(_said(it, record))
    return tuple(
        Count(toll, dict.fromkeys(_all(toll, told, list(reasons), shared), 1.0))
        for toll, told in reasons.items()
    )


def _all(
    toll: RecordToll, told: list[str], others: list[RecordToll], shared: tuple[str, ...]
) -> Iterator[str]:
    low = toll.low or 0
    size = "one" if low == 1 else "some" if low < 10 else "many"
    yield from (f"{toll.kind} {reason}" for reason in told)
    yield from (f"{reason}, {size}" for reason in told)
    yield from (f"{reason} again" for reason, count in Counter(told).items() if count > 1)
    yield f"{size} {toll.kind}"
    if toll.high is None:
        yield f"several {toll.kind}"
    rivals = [other for other in others if other.kind == toll.kind and other != toll]
    if not rivals:
        yield f"no other figure, {size}"
    elif all((other.low or 0) < low for other in rivals):
        yield f"the highest figure, {size}"
    elif all((other.low or 0) > low for other in rivals):
        yield f"the lowest figure, {size}"
    yield from (f"{toll.kind}, {reason}" for reason in shared)
    yield from (f"{size}, {reason}" for reason in shared)


def _said(it: Happening, record: RecordEvent) -> Iterator[str]:
    yield f"it is a {it.label}"
    yield f"it is {it.status}"
    named = sum(any(map(it.text.namer.is_person_name, names)) for names in record.victims)
    yield "nobody named" if not named else "one named" if named == 1 else "several named"
    yield f"{min(len(record.victims), 4)} victims"
    if it.rivals == 0:
        yield "the text tells nothing else"
    kinds = {claim.kind for claim in it.claims}
    yield from (f"told as {kind}" for kind in kinds)
