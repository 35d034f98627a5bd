"""Reports of made-up incidents, as the engine would read them, to measure how joining scales.

They are for scale only: what they say is drawn by chance from a seed, and no text of the world is
like them.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from dateline.types import (
    Actor,
    ActorId,
    Claim,
    DatePrecision,
    Day,
    Document,
    Inter,
    KindId,
    Location,
    Mention,
    MentionKind,
    PlaceId,
    Qualifier,
    Reading,
    Resolution,
    Span,
    Status,
    Toll,
    TollKind,
    When,
    WherePrecision,
)

START = date(2024, 1, 1)
INCIDENTS_A_DAY = 40
TOWNS = 4_000
REPORTS = (1, 1, 1, 2, 2, 3, 4, 7)  # of one incident
CLAIMS = 3  # of one report: headline, lead and body
KINDS = ("shelling", "airstrike", "clash", "killing", "abduction", "explosion", "arrest")
DIGEST = "made up"

T = TypeVar("T")


def make_reports(claims: int, *, seed: int = 1) -> Iterator[tuple[Document, Reading]]:
    """Documents and readings with so many claims, in the order of publication."""
    chance = random.Random(seed)
    actors = [_make_actor(number) for number in range(60)]
    towns = [_make_town(number, chance) for number in range(TOWNS)]
    made, incident = 0, 0
    while made < claims:
        day = START + timedelta(days=incident // INCIDENTS_A_DAY)
        told = _Incident(incident, day, chance, actors, towns)
        for number in range(chance.choice(REPORTS)):
            yield told.report(number, chance)
            made += CLAIMS
        incident += 1


def _make_actor(number: int) -> Actor:
    inter = Inter.STATE_FORCES if number % 3 == 0 else Inter.REBEL_GROUP
    return Actor(ActorId(f"made-{number}"), f"Force{number}", inter, "MIL", None)


def _make_town(number: int, chance: random.Random) -> Location:
    return Location(
        f"Town{number}",
        WherePrecision.EXACT,
        chance.uniform(10, 38),
        chance.uniform(10, 45),
        3.0,
        f"X{number % 7}",
        f"Region{number % 90}",
        (PlaceId(f"made:{number}"),),
    )


class _Incident:
    """What happened, to be told in several reports."""

    def __init__(
        self,
        number: int,
        day: date,
        chance: random.Random,
        actors: list[Actor],
        towns: list[Location],
    ) -> None:
        self.number = number
        self.day = day
        self.kind = KindId(chance.choice(KINDS))
        self.town = chance.choice(towns)
        self.actor, self.target = chance.sample(actors, 2)
        self.toll = chance.randint(1, 40)
        self.name = f"Person{number} Surname{number % 9_000}"

    def report(self, number: int, chance: random.Random) -> tuple[Document, Reading]:
        """One report of it; every third gives no day, and some count otherwise."""
        published = datetime.combine(self.day, datetime.min.time(), UTC)
        published += timedelta(hours=chance.randint(8, 40))
        toll = self.toll if chance.random() < 0.7 else self.toll + chance.randint(1, 5)
        words = {
            "actor": self.actor.name,
            "verb": "struck",
            "target": self.target.name,
            "place": self.town.name,
            "time": self.day.isoformat(),
            "toll": str(toll),
        }
        passages, texts = [], ""
        for _passage in range(CLAIMS):
            sentence, spans = _tell(words, start=len(texts), dated=chance.random() < 0.67)
            texts += sentence
            passages.append(spans)
        texts += f"\n\nSo said {self.name}, report {number} of {self.number}."
        document = Document(
            f"made/{self.number}/{number}", f"desk {number}", texts, None, published
        )
        claims = [self._claim(document, spans, toll) for spans in passages]
        times = tuple(span for spans in passages if (span := spans.get("time")))
        return document, Reading(
            document.id,
            DIGEST,
            tuple(claims),
            actors=(
                _resolve(self.actor.name, self.actor, [spans["actor"] for spans in passages]),
                _resolve(self.target.name, self.target, [spans["target"] for spans in passages]),
            ),
            places=(_resolve(self.town.name, self.town, [spans["place"] for spans in passages]),),
            times=(_resolve(words["time"], _when(self.day), times),) if times else (),
        )

    def _claim(self, document: Document, spans: dict[str, Span], toll: int) -> Claim:
        def mention(role: str, kind: MentionKind) -> tuple[Mention, ...]:
            return (Mention(spans[role], kind),) if role in spans else ()

        return Claim(
            document=document.id,
            evidence=spans["passage"],
            trigger=spans["verb"],
            kind=self.kind,
            status=Status.OCCURRED,
            actors=mention("actor", MentionKind.ACTOR),
            targets=mention("target", MentionKind.ACTOR),
            places=mention("place", MentionKind.PLACE),
            times=mention("time", MentionKind.TIME),
            tolls=(Toll(TollKind.KILLED, spans["toll"], toll, toll, Qualifier.EXACT),),
        )


def _tell(words: dict[str, str], *, start: int, dated: bool) -> tuple[str, dict[str, Span]]:
    spans: dict[str, Span] = {}
    text = "\n\n" if start else ""
    first = start + len(text)
    for role, word in words.items():
        if role == "time" and not dated:
            continue
        at = start + len(text)
        spans[role] = Span(at, at + len(word))
        text += f"{word} "
    text = f"{text.rstrip()}."
    spans["passage"] = Span(first, start + len(text))
    return text, spans


def _resolve(name: str, chosen: T, spans: Iterable[Span]) -> Resolution[T]:
    return Resolution(name, chosen=chosen, spans=tuple(spans))


def _when(day: date) -> When:
    one = Day.of(day)
    return When(one, one, DatePrecision.DAY)
