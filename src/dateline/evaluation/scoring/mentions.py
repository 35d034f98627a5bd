"""Score what a text names, group by group, and how these relate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..rows import MentionsRow, TypedMention
from .shares import NOTHING, Counts, Share, paired, part_or_none, total
from .spans import is_equal, is_overlapping, pair_spans

ANY = "any"
OTHER = "other"

GROUPS = {
    "Organisation": "actor",
    "Person": "actor",
    "Nationality": "actor",
    "Location": "place",
    "Temporal": "time",
    "Weapon": "weapon",
    "MilitaryPlatform": "weapon",
    "Quantity": "quantity",
    "Money": "quantity",
}


@dataclass(frozen=True, slots=True)
class SpanShares:
    """Spans that overlap, and spans that are equal."""

    relaxed: Share
    strict: Share


@dataclass(frozen=True, slots=True)
class MentionsScores:
    """Mentions of each group, and of ``any``, where the group does not matter.

    ``relations_untyped_recall``: coded relations whose two mentions are related, in any way.
    """

    groups: dict[str, SpanShares]
    relations: Share
    relations_untyped_recall: float | None


def score(gold: Sequence[MentionsRow], predicted: Sequence[MentionsRow]) -> MentionsScores:
    """Compare mentions and relations."""
    compared = [(row, said or MentionsRow(id=row.id)) for row, said in paired(gold, predicted)]
    names = {group_of(mention) for pair in compared for row in pair for mention in row.mentions}
    relations = total(_count_relations(row, said) for row, said in compared)
    related = sum(_count_related(row, said) for row, said in compared)
    return MentionsScores(
        groups={name: _score_group(name, compared) for name in (ANY, *sorted(names))},
        relations=relations.share,
        relations_untyped_recall=part_or_none(related, relations.gold),
    )


def group_of(mention: TypedMention) -> str:
    """The group of a mention, whose type may be one of a corpus or a group itself."""
    kind = mention.type or OTHER
    named = kind.lower() if kind.lower() in GROUPS.values() else OTHER
    return GROUPS.get(kind, named)


def _score_group(name: str, compared: Iterable[tuple[MentionsRow, MentionsRow]]) -> SpanShares:
    relaxed = strict = NOTHING
    for row, said in compared:
        gold, found = _of_group(name, row), _of_group(name, said)
        touching = pair_spans(found, gold, is_overlapping)
        equal = pair_spans(found, gold, is_equal)
        relaxed += Counts(len(touching), len(found), len(gold))
        strict += Counts(len(equal), len(found), len(gold))
    return SpanShares(relaxed.share, strict.share)


def _of_group(name: str, row: MentionsRow) -> tuple[TypedMention, ...]:
    return tuple(mention for mention in row.mentions if name == ANY or group_of(mention) == name)


# Its type, and its two mentions: indexes of coded ones, ``None`` for one that none of them is.
_Related = tuple[str, int | None, int | None]


def _count_relations(row: MentionsRow, said: MentionsRow) -> Counts:
    coded, found = _coded_relations(row), _found_relations(row, said)
    return Counts(len(coded & found), len(found), len(coded))


def _count_related(row: MentionsRow, said: MentionsRow) -> int:
    coded = {related[1:] for related in _coded_relations(row)}
    return len(coded & {related[1:] for related in _found_relations(row, said)})


def _coded_relations(row: MentionsRow) -> frozenset[_Related]:
    return frozenset((relation.type, relation.first, relation.second) for relation in row.relations)


def _found_relations(row: MentionsRow, said: MentionsRow) -> frozenset[_Related]:
    coded = dict(pair_spans(said.mentions, row.mentions))
    return frozenset(
        (relation.type, coded.get(relation.first), coded.get(relation.second))
        for relation in said.relations
    )
