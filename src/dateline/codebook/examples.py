"""Run a codebook's example sentences against whatever reads sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..types import KindId, Span, Status
from .book import Codebook
from .kinds import Positive


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim found in an example, in the words of its text."""

    kind: KindId
    trigger: str
    status: Status
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFailure:
    """An example that did not come out as its kind says."""

    kind: KindId
    text: str
    problem: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.problem}: {self.text!r}"


def check_examples(
    codebook: Codebook, read: Callable[[str], Iterable[Told]]
) -> tuple[ExampleFailure, ...]:
    """Every example of the codebook that ``read`` does not tell as its kind wants."""
    return tuple(
        ExampleFailure(kind=kind.id, text=text, problem=problem)
        for kind in codebook.kinds
        for text, problem in (
            *(
                (example.text, problem)
                for example in kind.positive
                for problem in find_mistold(kind.id, example, tuple(read(example.text)))
            ),
            *(
                (example.text, f"coded, although {example.because}")
                for example in kind.negative
                if any(told.kind == kind.id for told in read(example.text))
            ),
        )
    )


def find_mistold(kind: KindId, example: Positive, told: tuple[Told, ...]) -> Iterator[str]:
    """What is wrong with the claims found in a positive example; nothing if one is right."""
    there = [claim for claim in told if _meet(example.text, claim.trigger, example.trigger)]
    right = [claim for claim in there if claim.kind == kind]
    if not right:
        kinds = ", ".join(dict.fromkeys(claim.kind for claim in there)) or "nothing"
        yield f"{example.trigger!r} gave {kinds}"
    elif not any(not tuple(_differences(example, claim)) for claim in right):
        yield from _differences(example, right[0])


def _differences(example: Positive, claim: Told) -> Iterator[str]:
    if example.status is not None and claim.status != example.status:
        yield f"status is {claim.status}, not {example.status}"
    for role, wanted, found in (
        ("actors", example.actors, claim.actors),
        ("targets", example.targets, claim.targets),
    ):
        if wanted is not None and not _same(example.text, wanted, found):
            yield f"{role} are {list(found)}, not {list(wanted)}"


def _same(text: str, wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    return all(any(_meet(text, quote, other) for other in found) for quote in wanted) and all(
        any(_meet(text, quote, other) for other in wanted) for quote in found
    )


def _meet(text: str, quote: str, other: str) -> bool:
    """Whether the two stand at the same words of the text; an example quotes part of a name."""
    return any(
        left.overlaps(right) for left in _places(text, quote) for right in _places(text, other)
    )


def _places(text: str, quote: str) -> tuple[Span, ...]:
    return tuple(
        Span(found.start(), found.end()) for found in re.finditer(re.escape(quote), text) if quote
    )
