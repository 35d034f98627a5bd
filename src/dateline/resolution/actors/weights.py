"""Weigh what a name can mean against a document's countries and day, and choose or decline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...types import Actor, Candidate, Confidence, Reason, Resolution

# Points. They were set so that tests/cases/actors.toml comes out right; the order matters more
# than the sizes: a name as written, then its spelling, then the day, then the country.
EXACT = 0.6
FOLDED = 0.5
COMPOSED = 0.7
ORDINARY = 0.3  # "the army": only the document's country says whose
INDIRECT = -0.05
IN_TIME = 0.1
CURRENT = 0.05
OTHER_TIMES = -0.1
RIVAL = -0.2
NO_DAY = 0.3
TOO_EARLY = -0.5
TOO_LATE = -0.15  # what is over is still written about
HERE = 0.2
HERE_TOO = 0.15
EVERYWHERE = 0.05
ELSEWHERE = -0.05
ELSEWHERE_ACRONYM = -0.15
ELSEWHERE_SHARED = -0.35  # an acronym that others bear too
RANKS = (0.3, 0.15, 0.05)  # the document's countries, most relevant first
GUESSED = 0.45

# Below this nothing is chosen; nor when the second best is as near as MARGIN.
ACCEPT = 0.4
MARGIN = 0.04
SURE = 0.65


@dataclass(frozen=True, slots=True)
class ActorContext:
    """The document's countries, most relevant first, its day, and the country it was written in."""

    countries: tuple[str, ...] = ()
    on: date | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An actor that a name can mean before the document is asked, and where and when it does."""

    actor: Actor
    reasons: tuple[Reason, ...]
    countries: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    ordinary: bool = False  # a common noun that only means it in its own country
    local: bool = False  # a name of ordinary words, which others bear elsewhere
    acronym: bool = False
    shared: bool = False  # others bear the name too
    composed: bool = False
    successive: bool = False  # several entries have been it, one after the other

    @property
    def points(self) -> float:
        """What the words alone say for it."""
        return sum(reason.points for reason in self.reasons)


def weigh(proposal: Proposal, context: ActorContext) -> Candidate[Actor]:
    """Make the case for an actor in a document, one reason at a time."""
    reasons = [*proposal.reasons, *weigh_day(proposal, context.on)]
    if not proposal.composed:
        reasons += weigh_countries(proposal, context.countries)
    return Candidate(proposal.actor, tuple(reasons))


def weigh_day(proposal: Proposal, on: date | None) -> Iterator[Reason]:
    """Whether the name means this actor on the document's day."""
    since, until = proposal.since, proposal.until
    if on is None and proposal.successive:
        yield Reason(NO_DAY, "no day says which of several it was")
    if since is None and until is None:
        return
    if on is None:
        if until is None:
            yield Reason(CURRENT, "it still bears this name")
        elif proposal.composed:
            yield Reason(TOO_LATE, f"it ended on {until}, and no day says that it was before")
    elif since and on < since:
        yield Reason(TOO_EARLY, f"it begins only on {since}")
    elif until and on >= until:
        yield Reason(TOO_LATE, f"it ended on {until}")
    else:
        yield Reason(IN_TIME, f"on {on} it bears this name")


def weigh_countries(proposal: Proposal, countries: tuple[str, ...]) -> Iterator[Reason]:
    """Whether the document is about a country where the actor is active."""
    if not proposal.countries:
        if proposal.shared:
            yield Reason(EVERYWHERE, "it is met with in any country")
        return
    here = [country for country in countries if country in proposal.countries]
    if here:
        points = HERE if here[0] == countries[0] else HERE_TOO
        yield Reason(points, f"the document is about {here[0]}")
    elif proposal.ordinary or proposal.local:
        yield Reason(ORDINARY - EXACT, "elsewhere it is no name")
    elif countries:
        yield Reason(weigh_absence(proposal), "the document is not about its country")


def weigh_absence(proposal: Proposal) -> float:
    """What it costs a name that none of the document's countries is the actor's."""
    if not proposal.acronym:
        return ELSEWHERE
    return ELSEWHERE_SHARED if proposal.shared else ELSEWHERE_ACRONYM


def choose(name: str, candidates: tuple[Candidate[Actor], ...], accept: float) -> Resolution[Actor]:
    """Take the best, if it is good enough and ahead of the rest."""
    if not candidates:
        return Resolution(name, because="the words name no actor")
    best = candidates[0]
    if best.score < accept:
        return Resolution(name, candidates, because="no reading of the name is likely enough")
    if len(candidates) > 1 and best.score - candidates[1].score < MARGIN:
        return Resolution(name, candidates, because="two readings are as likely")
    confidence = Confidence.HIGH if best.score >= SURE else Confidence.MEDIUM
    return Resolution(
        name, candidates, best.value, confidence, "; ".join(r.because for r in best.reasons)
    )
