from __future__ import annotations

from dataclasses import replace

from dateline.evaluation.rows import Alternatives, DateRange, RecordEvent, RecordsRow, RecordToll
from dateline.evaluation.scoring.records import Coordinates, score
from dateline.evaluation.scoring.shares import Share

DAY = DateRange("1990-01-09", "1990-01-09")
ATTACK = RecordEvent(
    kind="attack",
    status="occurred",
    actors=(("Red Front rebels", "rebels"),),
    targets=(("the bridge",),),
    place=("Peru", "Lima", "Rimac"),
    date=DAY,
    tolls=(RecordToll("killed", 2, 2),),
    lat=10.0,
    lon=20.0,
)
EXTRA = RecordEvent(kind="bombing", optional=True, actors=(("unknown men",),))
GOLD = (RecordsRow(id="1", events=(ATTACK, EXTRA)), RecordsRow(id="2"))


def say(*events, quiet=()):
    return score(GOLD, [RecordsRow(id="1", events=events), RecordsRow(id="2", events=quiet)])


def test_the_coding_itself_is_all_right():
    scores = score(GOLD, GOLD)
    assert scores.documents == 2
    assert scores.has_event.f1 == scores.event.f1 == scores.all_slots.f1 == 1
    assert scores.coordinates == Coordinates(1, 1, 1.0, 0.0)


def test_optional_events_cost_nothing_and_count_when_found():
    assert say(ATTACK).all_slots == Share(1, 1, 1, 7, 7, 7)
    assert say(ATTACK, EXTRA).all_slots == Share(1, 1, 1, 9, 9, 9)


def test_where_all_events_are_optional_it_is_no_question_whether_there_is_one():
    rows = [RecordsRow(id="1", events=(EXTRA,))]
    assert score(rows, rows).has_event == score(rows, []).has_event == Share()


def test_nothing_said_is_all_missed():
    scores = score(GOLD, [])
    assert scores.event == Share(gold=1)
    assert scores.all_slots == Share(gold=7)
    assert scores.coordinates == Coordinates(1, 0, 0.0, None)


def test_slots_are_counted_one_by_one():
    found = replace(
        ATTACK,
        status="threatened",
        actors=(("guerrillas",), ("armed rebels",)),
        targets=(),
        place=("Peru",),
        date=DateRange("1990-01-05", "1990-01-20"),
        tolls=(RecordToll("killed", 1, None),),
        lat=11.0,
    )
    scores = say(found, quiet=(RecordEvent(kind="bombing"),))
    # Kind 1, status 0, date, place and tolls half, one of two actors, no target; one kind too many.
    assert scores.all_slots == Share(0.4375, 0.5, 0.4667, 3.5, 8, 7)
    assert scores.slots["actors"] == Share(0.5, 1.0, 0.6667, 1, 2, 1)
    assert scores.slots["kind"] == Share(0.5, 1.0, 0.6667, 1, 2, 1)
    assert scores.has_event == Share(0.5, 1.0, 0.6667, 1, 2, 1)
    assert scores.coordinates == Coordinates(1, 1, 1.0, 111.2)


def test_only_slots_that_coders_fill_are_scored():
    scores = say(replace(ATTACK, outcome="held", victims=(("a mayor",),)))
    assert "outcome" not in scores.slots
    assert "victims" not in scores.slots
    assert scores.all_slots.f1 == 1


def test_an_event_without_kind_or_filler_in_common_is_another():
    other = RecordEvent(kind="arson", status="occurred", place=ATTACK.place, date=DAY)
    assert say(other).event == Share(0, 0, 0, 0, 1, 1)


def test_who_did_it_may_stand_in_either_slot():
    swapped = replace(ATTACK, actors=(), actor_organizations=(("Red Front",),))
    gold = replace(ATTACK, actors=(("Red Front",),))
    scores = score([RecordsRow(id="1", events=(gold,))], [RecordsRow(id="1", events=(swapped,))])
    assert scores.slots["actors"].f1 == 0
    assert scores.slots["actors_or_organizations"].f1 == 1


def test_optional_fillers_cost_nothing_and_count_when_found():
    gold = replace(
        ATTACK,
        actors=(("Red Front",), ("Blue Army",)),
        actor_organizations=(("Green Guard",),),
        raw=Alternatives(optional_fillers={"actors": (1,), "actor_organizations": (0,)}),
    )
    row = RecordsRow(id="1", events=(gold,))

    def share(*actors):
        found = RecordsRow(id="1", events=(replace(gold, actors=actors),))
        return score([row], [found]).slots["actors"]

    assert share(("Red Front",)) == Share(1, 1, 1, 1, 1, 1)
    assert share(("Red Front",), ("Blue Army",)) == Share(1, 1, 1, 2, 2, 2)
    assert share(("Blue Army",)) == Share(1, 0.5, 0.6667, 1, 1, 2)
    assert score([row], [row]).slots["actors_or_organizations"] == Share(1, 1, 1, 3, 3, 3)


def test_optional_tolls_cost_nothing():
    gold = replace(ATTACK, tolls=(RecordToll("killed", 2, 2), RecordToll("wounded", 1, 1, True)))
    rows = [RecordsRow(id="1", events=(gold,))]
    assert score(rows, [RecordsRow(id="1", events=(ATTACK,))]).slots["tolls"].f1 == 1


def test_any_alternative_is_right():
    gold = replace(ATTACK, raw=Alternatives(kind_alternatives=("attack", "bombing")))
    found = RecordsRow(id="1", events=(replace(ATTACK, kind="bombing"),))
    scores = score([RecordsRow(id="1", events=(gold,))], [found])
    assert scores.slots["kind"].f1 == 1


def test_a_corpus_without_coordinates_has_none():
    row = RecordsRow(id="1", events=(replace(ATTACK, lat=None),))
    assert score([row], [row]).coordinates is None
