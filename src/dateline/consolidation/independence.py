"""Tell which documents of an event are one voice: a wire story on fifty sites is one source.

What is not shown to depend on another counts as independent, so the number is an upper bound of
what a person would find; what hangs together over a third document counts as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..types import DocumentId, Party, Voice
from .clusters import number_components
from .copies import find_copies
from .resolved import ResolvedClaim, fold, is_registered

COPIES = "copies of one text"
# Who is named by no more than this is nobody in particular, whatever government is named with it.
ANONYMOUS = frozenset("official officials source sources".split())

Tie = tuple[str, str, str]  # what sort of key, the key, and the name to print
BECAUSE = {
    "source": "both are of {}",
    "owner": "both belong to {}",
    "agency": "both carry {}'s text",
    "word": "both give the word of {}",
}


def find_voices(members: tuple[ResolvedClaim, ...], owners: Mapping[str, str]) -> tuple[Voice, ...]:
    """The documents that tell an event, in the order told, those that hang together as one."""
    told: dict[DocumentId, list[ResolvedClaim]] = {}
    for member in members:
        told.setdefault(member.document, []).append(member)
    documents = tuple(told)
    if len(documents) == 1:
        return (Voice(documents, (members[0].report.source,)),)
    reports = [told[document][0].report for document in documents]
    ties = [tuple(_ties(told[document], owners)) for document in documents]
    links = [
        *_shared(ties),
        *((COPIES, *pair) for pair in find_copies([report.text for report in reports])),
    ]
    numbers = number_components(len(documents), ((1.0, one, other) for _, one, other in links))
    voices: dict[int, list[int]] = {}
    for index, number in enumerate(numbers):
        voices.setdefault(number, []).append(index)
    return tuple(
        Voice(
            tuple(documents[index] for index in indexes),
            tuple(dict.fromkeys(reports[index].source for index in indexes)),
            tuple(dict.fromkeys(why for why, one, _ in links if one in indexes)),
        )
        for indexes in voices.values()
    )


def _shared(ties: Iterable[tuple[Tie, ...]]) -> Iterator[tuple[str, int, int]]:
    """Each document with the first that shares a tie with it, and why."""
    first: dict[tuple[bool, str], tuple[int, str]] = {}
    for index, own in enumerate(ties):
        for sort, key, name in own:
            other, other_sort = first.setdefault((sort == "owner", key), (index, sort))
            if other != index:
                # "Reuters reported" beside Reuters itself: the looser of the two says how.
                looser = max(sort, other_sort, key=tuple(BECAUSE).index)
                yield BECAUSE[looser].format(name), other, index


def _ties(claims: list[ResolvedClaim], owners: Mapping[str, str]) -> Iterator[Tie]:
    report = claims[0].report
    yield "source", fold(report.source), report.source
    if owner := owners.get(report.source):
        yield "owner", fold(owner), owner
    if report.agency:
        yield "agency", fold(report.agency), report.agency
    if speaker := find_only_speaker(claims):
        yield "word", fold(speaker.actor.name if speaker.actor else speaker.name), speaker.name


def find_only_speaker(claims: Iterable[ResolvedClaim]) -> Party | None:
    """Whose word alone a document gives; ``None`` when it says anything by itself.

    A headline seldom says who says so.
    """
    speakers = {name_speaker(claim) for claim in claims if claim.speakers or not claim.is_head}
    (only, *others) = speakers or {None}
    return None if others else only


def name_speaker(claim: ResolvedClaim) -> Party | None:
    """Who is reported as saying it, where that is one in particular: no doctor, no officials."""
    speaker = claim.speakers[0] if claim.speakers else None
    return speaker if speaker and is_named(speaker) else None


def is_named(speaker: Party) -> bool:
    """Whether a speaker's words name one in particular."""
    last = speaker.name.split()[-1]
    return fold(last) not in ANONYMOUS and (is_registered(speaker) or last[0].isupper())
