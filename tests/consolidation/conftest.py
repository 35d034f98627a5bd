"""A world small enough to read, and documents told by their words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.consolidation.compare import World
from dateline.consolidation.kinds import Kinds, load_kinds
from dateline.types import (
    Actor,
    ActorId,
    Attribution,
    Claim,
    Confidence,
    DatePrecision,
    Day,
    Document,
    Inter,
    KindId,
    Location,
    Mention,
    MentionKind,
    Outcome,
    OutcomeKind,
    PlaceId,
    Qualifier,
    Reading,
    Resolution,
    Span,
    Stance,
    Status,
    Toll,
    TollKind,
    When,
    WherePrecision,
)

FAMILIES = {
    "fighting": "clash offensive takeover airstrike drone-strike shelling explosion siege "
    "suicide-attack chemical-attack",
    "violence against people": "killing abduction",
    "coercion": "arrest",
    "diplomacy": "talks mediation agreement demand threat",
    "posture": "release ceasefire",
    "protest": "protest riot",
}

ACTORS = {
    "Red Front": Actor(ActorId("red"), "Red Front", Inter.REBEL_GROUP, "REB", "XX"),
    "army": Actor(ActorId("army"), "Northland Army", Inter.STATE_FORCES, "MIL", "XX"),
    "northern brigade": Actor(
        ActorId("brigade"), "Northern Brigade", Inter.STATE_FORCES, "MIL", "XX", ActorId("army")
    ),
    "League": Actor(ActorId("league"), "River League", Inter.POLITICAL_MILITIA, "UAF", "XX"),
    "government": Actor(ActorId("gov"), "Northland", Inter.STATE_FORCES, "GOV", "XX"),
    "Southland": Actor(ActorId("south"), "Southland", Inter.EXTERNAL_OR_OTHER, "GOV", "YY"),
    "gunmen": Actor(ActorId("?gunmen"), "gunmen", Inter.POLITICAL_MILITIA, "UAF", registered=False),
    "civilians": Actor(
        ActorId("?civilians"), "civilians", Inter.CIVILIANS, "CVL", registered=False
    ),
    "villagers": Actor(
        ActorId("?villagers"), "villagers", Inter.CIVILIANS, "CVL", registered=False
    ),
}


def location(
    name: str, precision: int, latitude: float | None, longitude: float | None, radius_km: float
) -> Location:
    """A place of Northland; all of it but the country lies in one region."""
    admin1 = None if precision >= 5 else "Lakes"
    return Location(
        name,
        WherePrecision(precision),
        latitude,
        longitude,
        radius_km,
        "XX",
        admin1,
        (PlaceId(name.casefold()),),
    )


PLACES = {
    "Oldtown": location("Oldtown", 1, 10.0, 20.0, 3),
    "Newtown": location("Newtown", 1, 10.5, 20.0, 3),
    "Milltown": location("Milltown", 1, 10.0, 20.12, 3),
    "Lakes": location("Lakes", 4, 10.2, 20.1, 90),
    "Northland": location("Northland", 6, 12.0, 21.0, 400),
    "Salt Plain": location("Salt Plain", 5, 14.0, 25.0, 60),
    "Nowhere": location("Nowhere", 1, None, None, 3),
}
INSIDE = {
    ("Lakes", "Oldtown"), ("Lakes", "Newtown"), ("Lakes", "Milltown"), ("Northland", "Oldtown"),
    ("Northland", "Lakes"),
}  # fmt: skip


class Atlas:
    """A hierarchy of seven places and a few actors."""

    def contains(self, outer: Location, inner: Location) -> bool:
        return outer.name == inner.name or (outer.name, inner.name) in INSIDE

    def is_common(self, word: str) -> bool:
        return word in ("red", "front", "northland", "southland", "league", "oldtown")

    def same_side(self, left: Actor, right: Actor) -> bool:
        return left.id == right.id or left.id == right.parent or right.id == left.parent


DAYS = {
    "Monday": When(Day(2024, 3, 4), Day(2024, 3, 4), DatePrecision.DAY),
    "Tuesday": When(Day(2024, 3, 5), Day(2024, 3, 5), DatePrecision.DAY),
    "Friday": When(Day(2024, 3, 8), Day(2024, 3, 8), DatePrecision.DAY),
    "in March": When(Day(2024, 3, 1), Day(2024, 3, 31), DatePrecision.MONTH),
    "since February": When(Day(2024, 2, 1), None, DatePrecision.MONTH),
    "by Easter": When(None, Day(2024, 3, 31), DatePrecision.MONTH),
    "25 July": When(Day(None, 7, 25), Day(None, 7, 25), DatePrecision.DAY),
    "26 July": When(Day(None, 7, 26), Day(None, 7, 26), DatePrecision.DAY),
    "some day": When(None, None, DatePrecision.YEAR),
}

Told = dict[str, Any]


def make_document(told: Told) -> Document:
    """A document of a case table; its first line is the headline unless it says otherwise."""
    text = told["text"].strip()
    published = told.get("published")
    return Document(
        address=told.get("address", "a.txt"),
        source=told.get("source", "Daily"),
        text=text,
        headline=Span(0, text.index("\n")) if told.get("headline", "\n" in text) else None,
        published=datetime.fromisoformat(f"{published}T12:00").replace(tzinfo=UTC)
        if published
        else None,
        agency=told.get("agency"),
    )


def find(text: str, words: str, within: Span | None = None) -> Span:
    """Where words stand; "attack#2" is the second one."""
    words, _, number = words.partition("#")
    area = within or Span(0, len(text))
    hits = [hit.start() for hit in re.finditer(re.escape(words), text[area.start : area.end])]
    start = area.start + hits[int(number or 1) - 1]
    return Span(start, start + len(words))


def passage(text: str, trigger: Span) -> Span:
    """The sentence or line around a trigger."""
    edges = [0, *(hit.end() for hit in re.finditer(r"\.\s+|\n+", text)), len(text)]
    start = max(edge for edge in edges if edge <= trigger.start)
    end = min(edge for edge in edges if edge >= trigger.end)
    return Span(start, start + len(text[start:end].rstrip()))


def make_claim(document: Document, told: Told) -> Claim:
    """A claim of a case table: its roles are the words of its passage."""
    text = document.text
    trigger = find(text, told["trigger"])
    evidence = find(text, told["passage"]) if "passage" in told else passage(text, trigger)

    def mentions(role: str, kind: MentionKind) -> tuple[Mention, ...]:
        words = told.get(role, ())
        return tuple(Mention(find(text, word, evidence), kind) for word in words)

    def toll(figure: Told) -> Toll:
        whose = figure.get("whose")
        span = find(text, figure["words"], evidence)
        return Toll(
            TollKind(figure.get("kind", "killed")),
            span,
            figure.get("low"),
            figure.get("high"),
            Qualifier(figure.get("qualifier", "exact")),
            Mention(find(text, whose, evidence), MentionKind.ACTOR) if whose else None,
            cumulative=figure.get("cumulative", False),
        )

    outcome = told.get("outcome")
    return Claim(
        document.id,
        evidence,
        trigger,
        KindId(told["kind"]),
        Status(told.get("status", "occurred")),
        background=told.get("background", False),
        actors=mentions("actors", MentionKind.ACTOR),
        targets=mentions("targets", MentionKind.ACTOR),
        through=mentions("through", MentionKind.ACTOR),
        places=mentions("places", MentionKind.PLACE),
        times=mentions("times", MentionKind.TIME),
        outcome=Outcome(OutcomeKind(outcome), trigger) if outcome else None,
        tolls=tuple(toll(figure) for figure in told.get("tolls", ())),
        speakers=tuple(
            Attribution(Stance.SAYS, None, speaker)
            for speaker in (
                *mentions("speakers", MentionKind.ACTOR),
                *((None,) * told.get("bare", 0)),
            )
        ),
        hedges=(trigger,) if told.get("hedged") else (),
        confidence=Confidence(told.get("confidence", "medium")),
    )


def make_reading(document: Document, claims: tuple[Claim, ...], digest: str = "1") -> Reading:
    """A reading whose mentions resolve to the small world where it knows their words."""

    def resolve(known: dict[str, Any], role: str) -> tuple[Resolution[Any], ...]:
        mentions = [mention for claim in claims for mention in getattr(claim, role)]
        if role == "actors":
            mentions += [m for claim in claims for m in (*claim.targets, *claim.through)]
            mentions += [toll.whose for claim in claims for toll in claim.tolls if toll.whose]
            mentions += [said.speaker for c in claims for said in c.speakers if said.speaker]
        names = dict.fromkeys(mention.names.of(document.text) for mention in mentions)
        return tuple(
            Resolution(
                name,
                chosen=known.get(name),
                spans=tuple(m.names for m in mentions if m.names.of(document.text) == name),
            )
            for name in names
        )

    return Reading(
        document.id,
        digest,
        claims,
        resolve(ACTORS, "actors"),
        resolve(PLACES, "places"),
        resolve(DAYS, "times"),
    )


def tell_document(told: Told) -> tuple[Document, Reading]:
    """A document of a case table and its reading."""
    document = make_document(told)
    claims = tuple(make_claim(document, claim) for claim in told.get("claim", ()))
    return document, make_reading(document, claims)


@pytest.fixture(scope="session")
def tell() -> Callable[[Told], tuple[Document, Reading]]:
    """Make a document and its reading from a table of words."""
    return tell_document


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    """The packaged table with a small codebook, one kind of which the table does not know."""
    families = {
        KindId(kind): family for family, kinds in FAMILIES.items() for kind in kinds.split()
    }
    return load_kinds({**families, KindId("ambush"): "fighting", KindId("rally"): "protest"})


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The hierarchy of the small world."""
    return Atlas()


@pytest.fixture(scope="session")
def world(atlas: Atlas, kinds: Kinds) -> World:
    """What comparisons may ask about the small world."""
    return World(atlas, kinds)


@pytest.fixture(scope="session")
def places() -> dict[str, Location]:
    """The places of the small world."""
    return PLACES


@pytest.fixture(scope="session")
def actors() -> dict[str, Actor]:
    """The actors of the small world."""
    return ACTORS


@pytest.fixture(scope="session")
def days() -> dict[str, When]:
    """The times of the small world."""
    return DAYS


@pytest.fixture(scope="session")
def stories() -> list[Told]:
    """The case table of joins."""
    path = Path(__file__).parents[1] / "cases" / "consolidation.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["case"]
