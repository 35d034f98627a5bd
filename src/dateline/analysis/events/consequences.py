"""Give killings and figures to the events that brought them about.

"Ten people were killed in the shelling" is one shelling with a toll; "killing nine and wounding
twenty" is one killing with two.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...codebook.kinds import Class, Role
from ...types import Status, TollKind
from ..grammar.parse import Token
from ..names.phrases import Phrases
from ..roles.fillers import Filler
from ..tolls.counting import FoundToll
from ..tolls.toll_words import HARM, is_consequence
from .causes import find_cause
from .drafts import Draft, fold, has_tolls, who_suffers

_AHEAD = frozenset(
    {Status.PLANNED, Status.THREATENED, Status.DEMANDED, Status.HYPOTHETICAL, Status.NEGATED}
)
_DELIBERATE = frozenset("execute behead assassinate murder lynch massacre hang".split())
_REALISED = frozenset({Status.OCCURRED, Status.ONGOING})


def find_sums(drafts: Iterable[Draft], tolls: Iterable[FoundToll]) -> list[Draft]:
    """The drafts that only sum up: "since 2011 half a million have been killed"."""
    summing = {toll.anchor.index for toll in tolls if toll.toll.cumulative and _sums_up(toll)}
    return [draft for draft in drafts if draft.head.index in summing and draft.found is not None]


def _sums_up(toll: FoundToll) -> bool:
    """Harm does; flight where it says since which year: "20,000 have fled so far" is news."""
    if toll.toll.kind in HARM:
        return True
    if toll.toll.kind is not TollKind.DISPLACED:
        return False
    since = [part for part in toll.anchor.subtree() if part.lemma == "since"]
    dates = [date for part in since if (date := part.child("pobj")) is not None]
    return any(part.text.isdigit() for date in dates for part in (date, *date.children))


def fold_consequences(drafts: list[Draft], tolls: tuple[FoundToll, ...]) -> None:
    """Tell each killing as part of what caused it, or of the killing it is coordinated with."""
    harms = [draft for draft in drafts if is_harm(draft)]
    causes = _causes(drafts)
    for harm in harms:
        cause = find_cause(harm.head, who_suffers(harm, tolls), causes)
        if cause is not None and _is_as_real(harm, cause) and not _is_own_deed(harm, cause):
            fold(harm, cause)
    for harm in harms:
        earlier = [
            (other, other.head)
            for other in harms
            if not other.is_folded and other.head.index < harm.head.index
        ]
        first = None if harm.is_folded else find_cause(harm.head, None, earlier)
        if first is not None:
            fold(harm, first)


def fold_headline(drafts: list[Draft]) -> None:
    """ "Militants attack village, six killed": what a headline adds behind a comma came of it."""
    for harm in drafts:
        if not is_harm(harm) or harm.is_folded or harm.heads(Role.ACTOR):
            continue
        before = [
            draft
            for draft in drafts
            if draft.head.index < harm.head.index and draft.entry.kind.force and not is_harm(draft)
        ]
        if before and _is_as_real(harm, before[-1]) and _is_added(before[-1].head, harm.head):
            fold(harm, before[-1])


def _is_added(event: Token, harm: Token) -> bool:
    """Whether a comma, and nothing that parts more, stands between two words."""
    between = [token for token in event.root.subtree() if event.index < token.index < harm.index]
    stops = {token.text for token in between if token.pos == "PUNCT"}
    return "," in stops and not stops & {";", ":"}


def add_harmed_side(clash: Draft, phrases: Phrases) -> None:
    """ "Four soldiers were killed in a firefight with the rebels": the soldiers fought too."""
    if not clash.entry.kind.symmetric or clash.heads(Role.ACTOR) or not clash.heads(Role.TARGET):
        return
    for part in clash.folded:
        for head in part.heads(Role.TARGET):
            if Class.ARMED in phrases.classes(head):
                clash.fillers += (Filler(head, Role.ACTOR, "who came to harm fighting"),)


def _is_as_real(harm: Draft, cause: Draft) -> bool:
    """ "A bomb that would have killed hundreds" killed nobody."""
    return harm.judgement.status in _REALISED or cause.judgement.status not in _REALISED


def _is_own_deed(harm: Draft, cause: Draft) -> bool:
    """ "Executed by their guards as troops closed in": those who killed were others."""
    agents = harm.heads(Role.ACTOR)
    return (
        harm.head.lemma in _DELIBERATE
        and bool(agents)
        and cause.head.dep == "advcl"
        and not {head.index for head in agents} & {h.index for h in cause.heads(Role.ACTOR)}
    )


def unreal_harm(draft: Draft) -> bool:
    """Whether nobody has come to harm by it: it is planned, threatened or supposed."""
    return draft.judgement.status in _AHEAD


def owner_of(toll: FoundToll, drafts: list[Draft]) -> Draft | None:
    """The event a figure belongs to; ``None`` if the sentence tells none that it could."""
    told = [draft for draft in drafts if not draft.is_folded]
    own = next((draft for draft in told if draft.head is toll.anchor), None)
    if own is not None:
        return own if has_tolls(own) else None
    for draft in told:
        if toll.anchor in draft.tokens():
            return draft if has_tolls(draft) else None
    cause = find_cause(toll.anchor, toll.who, _causes(drafts))
    if cause is not None:
        return cause.top
    above = {token.index for token in toll.anchor.ancestors()}
    for draft in told:  # "killed ten and wounded four"
        if toll.anchor.dep == "conj" and any(own.anchor.index in above for own in draft.tolls):
            return draft
    return next((draft for draft in told if draft.tolls), None)


def is_harm(draft: Draft) -> bool:
    """Whether a draft tells what was done to people, with a verb: "killed", "wounded"."""
    return draft.found is not None and draft.found.is_verb and is_consequence(draft.head)


def _causes(drafts: list[Draft]) -> list[tuple[Draft, Token]]:
    """What can have brought harm about, each with the words it is told with."""
    able = [draft for draft in drafts if has_tolls(draft)]
    heads = [(draft, draft.head) for draft in able if not is_harm(draft)]
    supports = [
        (draft, draft.arguments.support) for draft in able if draft.arguments.support is not None
    ]
    return heads + supports
