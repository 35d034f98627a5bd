"""Claims of one text as a corpus of whole events counts them, and which of them are one event.

A corpus coder writes one record for what a text tells in ten passages, where Dateline keeps apart
whatever the words do not say is one. So claims are joined here more readily than in consolidation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ...types import Claim, Location, When
from .circumstances import head_of
from .words import load_words

_BLANK = re.compile(r"\n\s*\n")
_BACK = frozenset("the this that these those its his their such".split())
_ANEW = frozenset(
    "another other second third separate similar previous earlier new different".split()
)
Contains = Callable[[Location, Location], bool]  # whether one lies within another

# Points; see ``case_for``.
JOIN = 0.5
SAME_EVENT = 2.0
SAME_VICTIM = 2.5
SAME_THING = 3.0
SAME_PLACE = 1.0
SAME_LABEL = 0.5
REFERS_BACK = 1.0
BARE = 1.0
NEAR = 1.25
LEAD = 0.75
OTHER_VICTIM = -1.25
OTHER_THING = -0.25
OTHER_ACTOR = -0.75
FAR = -1.5
ANEW = -3.0
NEVER = -100.0


@dataclass(frozen=True)
class Telling:
    """One claim, in a corpus's terms."""

    claim: Claim
    label: str
    status: str
    paragraph: int
    sentence: int
    before: frozenset[str]  # the words just before its trigger
    event: str  # the engine's event
    people: tuple[str, ...]
    things: tuple[str, ...]
    actors: frozenset[str]  # heads, and registered names
    location: Location | None
    when: When | None

    @cached_property
    def victims(self) -> frozenset[str]:
        """Names and heads of those who were hit, but for what names anybody."""
        heads = (head_of(words).removesuffix("s") for words in self.people)
        return frozenset(
            head
            for head in heads
            if head not in load_words().generic and head + "s" not in load_words().generic
        )

    @cached_property
    def hit(self) -> frozenset[str]:
        """Heads of the things that were hit."""
        return frozenset(head_of(words).removesuffix("s") for words in self.things)

    @property
    def is_bare(self) -> bool:
        """Whether it names nobody and nothing that was hit, and no place."""
        return not (self.victims or self.hit or self.location)


def paragraphs(text: str) -> list[int]:
    """Where the paragraphs of a text start."""
    return [0, *(gap.end() for gap in _BLANK.finditer(text))]


def words_before(claim: Claim, text: str) -> frozenset[str]:
    """The three words before a trigger, and its own first ones."""
    before = text[claim.evidence.start : claim.trigger.start].lower().split()[-3:]
    return frozenset(before)


def join_tellings(tellings: Iterable[Telling], contains: Contains) -> list[list[Telling]]:
    """Groups of tellings that a coder would write as one event, in the order told."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        scored = [
            (case_for(group, telling, contains), -number) for number, group in enumerate(groups)
        ]
        best, number = max(scored, default=(NEVER, 0))
        if best >= JOIN:
            groups[-number].append(telling)
        else:
            groups.append([telling])
    return groups


def case_for(group: list[Telling], telling: Telling, contains: Contains) -> float:
    """How much speaks for it that a telling belongs to a group."""
    if any(_contradict(other, telling, contains) for other in group):
        return NEVER
    return sum(_points(group, telling))


FAMILIES = {"attack": "violence", "bombing": "violence"}


def _contradict(one: Telling, two: Telling, contains: Contains) -> bool:
    if FAMILIES.get(one.label, one.label) != FAMILIES.get(two.label, two.label):
        return True
    if "threatened" in (one.status, two.status) and one.status != two.status:
        return True
    return _is_elsewhere(one.location, two.location, contains) or _is_another_day(
        one.when, two.when
    )


def _is_elsewhere(one: Location | None, two: Location | None, contains: Contains) -> bool:
    if one is None or two is None or one.name == two.name:
        return False
    if one.country != two.country:
        return True
    return not (contains(one, two) or contains(two, one))


def _is_another_day(one: When | None, two: When | None) -> bool:
    days = [
        d.date if d else None for when in (one, two) if when for d in (when.earliest, when.latest)
    ]
    if len(days) < 4 or None in days:
        return False
    return days[0] > days[3] or days[2] > days[1]  # type: ignore[operator]


def _points(group: list[Telling], telling: Telling) -> Iterator[float]:
    victims = frozenset().union(*(other.victims for other in group))
    hit = frozenset().union(*(other.hit for other in group))
    actors = frozenset().union(*(other.actors for other in group))
    last = max(group, key=lambda other: other.sentence)
    if any(other.event == telling.event for other in group):
        yield SAME_EVENT
    if victims & telling.victims:
        yield SAME_VICTIM
    elif victims and telling.victims and last.sentence != telling.sentence:
        yield OTHER_VICTIM
    if hit & telling.hit:
        yield SAME_THING
    elif hit and telling.hit:
        yield OTHER_THING
    if actors and telling.actors and not actors & telling.actors:
        yield OTHER_ACTOR
    if telling.location and any(
        o.location and o.location.name == telling.location.name for o in group
    ):
        yield SAME_PLACE
    if any(other.label == telling.label for other in group):
        yield SAME_LABEL
    if telling.is_bare:
        yield BARE
    if telling.before & _ANEW:
        yield ANEW
    elif telling.before & _BACK:
        yield REFERS_BACK
    distance = telling.paragraph - last.paragraph
    if distance <= 1:
        yield NEAR
    elif distance > 4:
        yield FAR
    if min(other.paragraph for other in group) == 0:
        yield LEAD
