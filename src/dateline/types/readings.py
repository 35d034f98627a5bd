"""What was found in one document, and what failed."""

from __future__ import annotations

from dataclasses import dataclass

from .claims import Claim, PassedOver
from .ids import DocumentId, ReadingId, fingerprint
from .resolution import Actor, Location, Resolution, When


@dataclass(frozen=True)
class Reading:
    """What one version of engine, codebook, register, gazetteer and corrections found.

    With a ``coder`` it is what a person coded by hand, and the engine's do not replace it.
    """

    document: DocumentId
    digest: str  # of engine, codebook, register, gazetteer and corrections together
    claims: tuple[Claim, ...] = ()
    actors: tuple[Resolution[Actor], ...] = ()  # one for each different name, in text order
    places: tuple[Resolution[Location], ...] = ()
    times: tuple[Resolution[When], ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    coder: str | None = None

    @property
    def id(self) -> ReadingId:
        """One reading of a document by one digest."""
        return ReadingId(fingerprint(self.document, self.digest))


@dataclass(frozen=True, slots=True)
class Failure:
    """A document, the step that failed, and the problem in words."""

    address: str
    step: str
    problem: str
    document: DocumentId | None = None
