"""Choose the values of an event from the claims that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from typing import TypeVar

from ..types import (
    ClaimId,
    Confidence,
    Hierarchy,
    KindId,
    Location,
    OutcomeKind,
    Party,
    Status,
    TollKind,
    Version,
    When,
)
from .kinds import Kinds
from .resolved import (
    Part,
    ResolvedClaim,
    exactness,
    fold,
    innermost,
    is_registered,
    is_shorter,
    party_key,
)

V = TypeVar("V", bound=Hashable)

HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
# Kinds of which some are shot down and others hit.
_SHOT = frozenset({"airstrike", "drone-strike", "shelling"})
# What an attempt that was made can be called before and after its end is known.
REAL = HAPPENED | {Status.FAILED}
NO_DATE = datetime.min.replace(tzinfo=UTC)


def told(member: ResolvedClaim) -> tuple[datetime, str, tuple[int, int], str]:
    """Order claims as they were told: by publication, document, and place in the text."""
    claim = member.claim
    start = (claim.trigger.start, claim.trigger.end)
    return member.published or NO_DATE, member.document, start, claim.id


def last_word(member: ResolvedClaim) -> tuple[datetime, str, bool, int]:
    """Order claims by how late their word is: a headline is its document's last."""
    is_headline = member.part is Part.HEADLINE
    start = member.claim.trigger.start
    return member.published or NO_DATE, member.document, is_headline, start


def fullest_first(members: Iterable[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """Order claims by how much they say; of equals, a sentence goes before a head."""

    def order(member: ResolvedClaim) -> tuple[object, ...]:
        fields, values = member.fullness
        return -fields, -values, member.is_head, told(member)

    return tuple(sorted(members, key=order))


def make_versions(
    members: tuple[ResolvedClaim, ...], value: Callable[[ResolvedClaim], V | None], first: V | None
) -> tuple[Version[V], ...]:
    """Gather who says which value: the chosen one first, then the best supported."""
    claims: dict[V, list[ClaimId]] = {}
    for member in members:
        said = value(member)
        if said is not None:
            claims.setdefault(said, []).append(member.claim.id)
    # Sorting is stable: of equals, the version of the fullest claim comes first.
    order = sorted(claims, key=lambda said: (said != first, -len(claims[said])))
    return tuple(Version(said, tuple(claims[said])) for said in order)


def choose_kind(members: tuple[ResolvedClaim, ...], kinds: Kinds) -> KindId:
    """The most exact kind; of those, the one most claims give, then the fullest."""
    support = Counter(member.claim.kind for member in members)
    return min(support, key=lambda kind: (kinds.is_general(kind), -support[kind]))


def _did_harm(member: ResolvedClaim) -> bool:
    """Whether it happened and people came to harm by what was shot."""
    return (
        member.claim.status in HAPPENED
        and member.claim.kind in _SHOT
        and any(toll.kind in (TollKind.KILLED, TollKind.WOUNDED) for toll in member.claim.tolls)
    )


def choose_status(members: tuple[ResolvedClaim, ...]) -> Status:
    """Whether it happened, by rule.

    A claim that it failed decides over claims that it was done, for those do not say how it ended;
    a claim that gives another end decides if it has the last word. Of drones and missiles some are
    shot down and others hit: it was done where it did harm. Failing that, the last report
    decides, by most of its claims. A denial decides only where nobody tells what is denied.
    """
    members = tuple(m for m in members if m.claim.status is not Status.DENIED) or members
    failed = [member for member in members if member.claim.status is Status.FAILED]
    if any(map(_did_harm, members)) and all(member.claim.kind in _SHOT for member in failed):
        failed = []
    ended = [
        member
        for member in members
        if member.claim.status in HAPPENED and member.claim.outcome is not None
    ]
    if failed and (not ended or max(map(last_word, failed)) > max(map(last_word, ended))):
        return Status.FAILED
    others = ended if failed else members
    last = max(member.published or NO_DATE for member in others)
    reports = [member for member in others if (member.published or NO_DATE) == last]
    return Counter(member.claim.status for member in reports).most_common(1)[0][0]


def choose_outcome(members: tuple[ResolvedClaim, ...], status: Status) -> OutcomeKind | None:
    """How it ended, by the fullest claim of the chosen status that says so."""
    agreeing = (member.claim for member in members if member.claim.status is status)
    return next((claim.outcome.kind for claim in agreeing if claim.outcome), None)


def choose_location(members: tuple[ResolvedClaim, ...]) -> Location | None:
    """The most exact place that any claim gives."""
    locations = (member.location for member in members)
    return min(filter(None, locations), key=exactness, default=None)


def choose_extent(members: tuple[ResolvedClaim, ...], hierarchy: Hierarchy) -> tuple[Location, ...]:
    """Every place, where a claim lists several: "in A and B"; none where each gives one."""
    if all(len(member.sites) < 2 for member in members):
        return ()
    return innermost((site for member in members for site in member.sites), hierarchy)


def choose_when(members: tuple[ResolvedClaim, ...]) -> When | None:
    """The most exact time that any claim gives."""
    times = (member.when for member in members)
    return min(filter(None, times), key=lambda when: when.precision, default=None)


def choose_parties(
    members: tuple[ResolvedClaim, ...], role: Callable[[ResolvedClaim], tuple[Party, ...]]
) -> tuple[Party, ...]:
    """All parties of one role, each once, the best supported first.

    A claim that names the group decides over one that only says "gunmen".
    """
    named = [member for member in members if any(map(is_registered, role(member)))]
    parties = [party for member in named or members for party in role(member)]
    support = Counter(fold(party.name) for party in parties)
    each: dict[str, Party] = {}
    for party in parties:
        each.setdefault(fold(party.name), party)
    longest = [name for name in each if not _says_less(each[name], each.values())]
    return tuple(each[name] for name in sorted(longest, key=lambda name: -support[name]))


def _says_less(party: Party, others: Iterable[Party]) -> bool:
    return not is_registered(party) and any(is_shorter(party.name, o.name) for o in others)


def choose_names(names: Iterable[str]) -> tuple[str, ...]:
    """All names, each once, in the spelling that came first."""
    each: dict[str, str] = {}
    for name in names:
        each.setdefault(fold(name), name)
    return tuple(each.values())


def choose_speakers(speakers: Iterable[Party]) -> tuple[str, ...]:
    """Everybody who speaks, each once.

    As the text names them; who is named in several ways bears the register's name.
    """
    each: dict[str, list[Party]] = {}
    for speaker in speakers:
        each.setdefault(party_key(speaker), []).append(speaker)
    return choose_names(_name_of_speaker(named) for named in each.values())


def _name_of_speaker(named: list[Party]) -> str:
    first = named[0]
    is_one = len({fold(party.name) for party in named}) == 1
    return first.name if is_one or first.actor is None else first.actor.name


def choose_confidence(members: tuple[ResolvedClaim, ...]) -> Confidence:
    """That of the fullest claim; one step higher when another document tells the same."""
    steps = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
    step = steps.index(members[0].claim.confidence)
    if len({member.document for member in members}) > 1:
        step = min(step + 1, len(steps) - 1)
    return steps[step]
