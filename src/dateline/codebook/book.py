"""Look up kinds in a codebook and map them to other schemes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Protocol, TypedDict, TypeVar, Unpack

from ..errors import UsageError
from ..types import KindId, Status, fingerprint
from .kinds import Acled, Cameo, Condition, Kind, Plover, Ucdp


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A group of kinds that belong together."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figurative:
    """Language of force that tells of no force.

    ``phrases`` are lemmas that give no claim ("heart attack"). ``company`` are single lemmas
    ("goalkeeper") beside which a trigger of a use of force is doubted. ``play`` and ``trade`` are
    single lemmas that say so only together: a page with many of them is about sport or the arts,
    or about business.
    """

    phrases: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    play: tuple[str, ...] = ()
    trade: tuple[str, ...] = ()


class Mapping(Protocol):
    """An entry of another scheme that applies under a condition."""

    @property
    def when(self) -> Condition:
        """What must hold."""


M = TypeVar("M", bound=Mapping)


class Known(TypedDict, total=False):
    """The fields of ``Circumstances``, any of them, as a mapping method takes them."""

    inter: int | None
    target_inter: int | None
    words: Collection[str]
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known of an event that mappings may depend on; ``None`` is unknown."""

    inter: int | None = None
    target_inter: int | None = None
    words: Collection[str] = ()
    status: Status | None = None

    def meet(self, condition: Condition) -> bool:
        """Whether every field that the condition gives holds."""
        return (
            (not condition.inter or self.inter in condition.inter)
            and (not condition.target_inter or self.target_inter in condition.target_inter)
            and (not condition.status or self.status in condition.status)
            and (not condition.words or any(map(self._has, condition.words)))
        )

    def _has(self, phrase: str) -> bool:
        return all(word in self.words for word in phrase.split())

    def choose(self, entries: Iterable[M]) -> M | None:
        """The first entry whose condition holds."""
        return next((entry for entry in entries if self.meet(entry.when)), None)


@dataclass(frozen=True)
class Codebook:
    """The event kinds in force, in a fixed order.

    The mapping methods take the lemmas of trigger, instruments and targets as ``words`` and give
    ``None`` where the other scheme has no place for the kind, or too little is known to choose.
    """

    families: tuple[Family, ...] = ()
    kinds: tuple[Kind, ...] = ()
    figurative: Figurative = Figurative()

    @cached_property
    def digest(self) -> str:
        """Names the content: the same entries in the same order have the same digest."""
        return fingerprint(self.families, self.kinds, self.figurative)

    @cached_property
    def _by_id(self) -> dict[str, Kind]:
        return {kind.id: kind for kind in self.kinds}

    def kind(self, id: str) -> Kind:
        """One kind by its id; an unknown id is the caller's mistake and names what is near."""
        if found := self._by_id.get(id):
            return found
        near = get_close_matches(id, self._by_id, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "see `dateline codebook`"
        raise UsageError(f"no kind {id!r} in the codebook; {hint}")

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def family_of(self, id: str) -> str | None:
        """The family a kind belongs to; ``None`` for a kind that stands alone."""
        return self.kind(id).family

    def plover_of(self, id: KindId, **known: Unpack[Known]) -> Plover | None:
        """The PLOVER type, mode and contexts of an event of this kind."""
        return Circumstances(**known).choose(self.kind(id).plover)

    def cameo_of(self, id: KindId, **known: Unpack[Known]) -> Cameo | None:
        """The CAMEO code of an event of this kind."""
        return Circumstances(**known).choose(self.kind(id).cameo)

    def acled_of(self, id: KindId, **known: Unpack[Known]) -> Acled | None:
        """The ACLED event and sub-event type of an event of this kind."""
        return Circumstances(**known).choose(self.kind(id).acled)

    def ucdp_of(self, id: KindId, **known: Unpack[Known]) -> Ucdp | None:
        """The UCDP type of violence of an event of this kind."""
        return Circumstances(**known).choose(self.kind(id).ucdp)
