"""Follow where the telling is: a paragraph that opens in a town goes on there.

"Fighters entered Kirumba on Friday. Shops were looted." The shops were Kirumba's, though its
sentence does not say so. A scene lasts until its paragraph ends or another place is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ...types import Claim, Confidence, KindId, Mention, MentionKind, Span, Status
from ..names.passages import Passage
from ..status.judgements import REALISED

# What is said and agreed on is told of a place more often than at it.
_ELSEWHERE = frozenset({"diplomacy"})
# What is said not to have happened, or was tried, is said of the scene; what is to come is not.
_TOLD_OF_NOW = REALISED | {Status.NEGATED, Status.DENIED, Status.FAILED}


@dataclass(slots=True)
class Scene:
    """Where the paragraph that is being read last told of something that happened."""

    family_of: Callable[[KindId], str | None]
    is_country: Callable[[Span], bool]
    block: int | None = None
    places: tuple[Mention, ...] = field(default=())

    def set(self, claims: Sequence[Claim], passage: Passage, named: Sequence[Span]) -> list[Claim]:
        """A passage's claims, placed in the scene where they and it name no place themselves."""
        if passage.sentence.block != self.block:
            self.block, self.places = passage.sentence.block, self._heading(passage)
        if not named:
            return [self._placed(claim) for claim in claims]
        self.places = next((claim.places for claim in reversed(claims) if self._is_at(claim)), ())
        return list(claims)

    def _placed(self, claim: Claim) -> Claim:
        if claim.places or not self.places or not self._happens(claim, _TOLD_OF_NOW):
            return claim
        lent = (
            replace(
                mention,
                antecedent=mention.names,
                span=claim.trigger,
                confidence=Confidence.LOW,
                because="the paragraph tells of what happened there, and names nowhere else",
            )
            for mention in self.places
        )
        return replace(claim, places=tuple(lent))

    def _is_at(self, claim: Claim) -> bool:
        names = [mention.names for mention in claim.places]
        return (
            bool(names) and not any(map(self.is_country, names)) and self._happens(claim, REALISED)
        )

    def _heading(self, passage: Passage) -> tuple[Mention, ...]:
        heading = passage.heading
        if heading is None or self.is_country(heading):
            return ()
        return (Mention(heading, MentionKind.PLACE),)

    def _happens(self, claim: Claim, how: frozenset[Status]) -> bool:
        is_told = claim.status in how and not claim.background
        return is_told and self.family_of(claim.kind) not in _ELSEWHERE
