"""What can be said of a happening that bears on whether a coder would write a record of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...codebook.kinds import Class
from ...types import Inter, Status, WherePrecision
from .circumstances import head_of, sort_of
from .words import load_words

if TYPE_CHECKING:
    from .happenings import Happening

# What monitoring services put over texts that are not reports.
_NO_REPORT = re.compile(
    r"\b(SPEECH|INTERVIEW|COMMENTARY|EDITORIAL|COMMUNIQUE|STATEMENT|NEWS CONFERENCE|LETTER)\b"
)
_OTHERS = frozenset("another other second third similar previous earlier new".split())
_HEAD = 400  # characters
_WEEK, _MONTH, _SEASON = 7, 31, 75


def features_of(happening: Happening) -> dict[str, float]:
    """Everything said of a happening; each is there or is not."""
    return dict.fromkeys(_all(happening), 1.0)


def _all(it: Happening) -> Iterator[str]:
    yield f"it is a {it.label}"
    yield f"it is {it.status}"
    yield from {f"told as {telling.claim.kind}" for telling in it.group}
    yield from _told(it)
    yield from _hit(it)
    yield from _acting(it)
    yield from _where(it)
    yield from _when(it)
    yield from _text(it)
    yield from _worded(it)


def _worded(it: Happening) -> Iterator[str]:
    """With which words it is told; never with whose name."""
    text = it.text.read.document.text
    for telling in it.group:
        for word in telling.claim.trigger.of(text).lower().split():
            if word.isalpha() and len(word) > 2:
                yield f"told with “{_stem(word)}”"
        if telling.before & _OTHERS:
            yield "told as another"
        if telling.before & {"the", "this", "that"}:
            yield "told as a known one"
        if telling.before & {"a", "an"}:
            yield "told as a new one"
    for words in it.people:
        head = head_of(words)
        if sort_of(words) is not None and not it.text.namer.is_person_name(words):
            yield f"“{_stem(head)}” was hit"
    for words in it.things:
        if sort_of(words) is not None:
            yield f"“{_stem(head_of(words))}” was hit"
    actors, _ = it.actors()
    for names in actors:
        if sort_of(names[0]) is not None and not it.text.namer.is_person_name(names[0]):
            yield f"“{_stem(head_of(names[0]))}” acts"


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word


def _told(it: Happening) -> Iterator[str]:
    if len(it.group) > 1:
        yield "told more than once"
    if len(it.group) > 3:
        yield "told more than three times"
    first = min(telling.paragraph for telling in it.group)
    yield (
        "first told in the first paragraph"
        if first == 0
        else f"first told {'early' if first < 4 else 'late'}"
    )
    if all(telling.claim.background for telling in it.group):
        yield "recalled only"
    if all(telling.claim.hedges for telling in it.group):
        yield "always hedged"
    if any(telling.claim.speakers for telling in it.group):
        yield "somebody says so"
    if any(telling.claim.status is Status.ONGOING for telling in it.group):
        yield "going on"
    tags = {it.text.around.tag_of(telling.claim) for telling in it.group}
    if tags <= {"NNS", "NNPS"}:
        yield "told as several"
    elif tags <= {"NN", "NNP"}:
        yield "told by a noun only"
    if tags & {"VBD", "VBN"}:
        yield "told by a verb of the past"
    elif tags & {"VB", "VBP", "VBZ", "VBG"}:
        yield "told by a verb of another tense only"


def _hit(it: Happening) -> Iterator[str]:
    namer = it.text.namer
    if any(map(namer.is_person_name, it.people)):
        yield "somebody named was hit"
    if any(head_of(words) not in load_words().generic for words in it.people):
        yield "people of some sort were hit"
    if any(head_of(words) in load_words().generic for words in it.people):
        yield "persons were hit"
    if len(it.people) > 3:
        yield "many were hit"
    if it.things:
        yield "a thing was hit"
    if not it.people and not it.things:
        yield "nobody and nothing was hit"
    sorts = {namer.sort(words) for words in (*it.people, *it.things)}
    if Class.ARMED in sorts:
        yield "only who fights was hit" if sorts == {Class.ARMED} else "who fights was hit too"
    if Class.BODY in sorts:
        yield "a body was hit"
    if any(_is_bare_plural(words) for words in it.people) and it.people:
        yield "people without number were hit"
    kinds = {toll.kind for toll in it.tolls()}
    yield from (f"{kind} are counted" for kind in kinds)
    if it.instruments():
        yield "a weapon is named"


def _is_bare_plural(words: str) -> bool:
    parts = words.lower().split()
    return (
        len(parts) < 3 and parts[-1].endswith(("s", "men", "people")) and not parts[0][0].isdigit()
    )


def _acting(it: Happening) -> Iterator[str]:
    actors, organizations = it.actors()
    if organizations:
        yield "an organisation acts"
    if actors:
        yield "people of some sort act"
    if not actors and not organizations:
        yield "nobody acts"
    known = [it.text.actor_at(m.names) for claim in it.claims for m in claim.actors]
    inters = {actor.inter for actor in known if actor is not None}
    if inters & {Inter.REBEL_GROUP, Inter.POLITICAL_MILITIA}:
        yield "rebels act"
    if Inter.STATE_FORCES in inters:
        yield "a state acts"
    if Inter.CIVILIANS in inters:
        yield "civilians act"


def _where(it: Happening) -> Iterator[str]:
    own = [telling.location for telling in it.group if telling.location]
    if own and not any(map(it.text.covers, own)):
        yield "placed in another country"
    location = it.location
    if location is None:
        yield "no place"
    else:
        yield "a place of its own" if own else "a place nearby"
        if location.precision <= WherePrecision.NEAR:
            yield "an exact place"
    if it.text.country not in it.text.kinds.countries:
        yield "the text is about another country"
    filed = it.text.opened.filed
    if filed is not None and filed.country not in it.text.kinds.countries:
        yield "written in another country"


def _when(it: Happening) -> Iterator[str]:
    published, when = it.text.read.document.published, it.when
    latest = when.latest.date if when and when.latest else None
    if latest is None or published is None:
        yield "no time"
        return
    days = (published.date() - latest).days
    yield (
        "in the last days" if days <= _WEEK else "in the last month" if days <= _MONTH else "before"
    )
    if days > _SEASON:
        yield "long ago"


def _text(it: Happening) -> Iterator[str]:
    head = it.text.read.document.text[:_HEAD]
    if _NO_REPORT.search(head.upper()):
        yield "the text is a speech or statement"
    if it.rivals == 0:
        yield "the text tells nothing else"
    elif it.rivals > 4:
        yield "the text tells much else"
