"""Which of a text's answers to each slot of a record are given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.evaluation.answers.assurance import LEVELS, assurance_of
from dateline.evaluation.answers.cast import SLOTS, Cast
from dateline.evaluation.answers.choosing import choose
from dateline.evaluation.answers.circumstances import Told
from dateline.evaluation.answers.counts import counts_of
from dateline.evaluation.answers.days import days_of
from dateline.evaluation.answers.documents import open_rows
from dateline.evaluation.answers.happenings import Happening
from dateline.evaluation.answers.records import happenings_of
from dateline.evaluation.answers.scenes import Scene, scenes_of
from dateline.evaluation.answers.texts import TextView
from dateline.evaluation.answers.weights import Model, Weights
from dateline.evaluation.maps import load_map
from dateline.evaluation.rows import DateRange, RecordsRow
from dateline.pipeline import shared_engine

SHOOTING = (
    "Gunmen shot dead the mayor of Ayacucho yesterday. Two others were wounded. "
    "The Shining Path claimed responsibility."
)


def told(text: str) -> tuple[Happening, ...]:
    engine = shared_engine()
    body = f"LIMA, 8 JUN 91 (DPA) -- [TEXT] {text.upper()}\n"
    row = RecordsRow(id="made-up", text=body, published="1991-06-08")
    opened = next(opened for _, opened in open_rows([row], engine))
    told_of = Told(opened.read, engine.codebook)
    vocabulary = engine.find_claims.parser.vocabulary
    return happenings_of(TextView(opened, told_of, load_map("muc"), vocabulary))


def scenes(text: str) -> list[Scene]:
    happenings = told(text)
    records = [happening.record() for happening in happenings]
    return list(scenes_of(happenings, records, Cast(happenings[0].text)))


def parts_of(name: str, slot: str, scene: Scene) -> set[str]:
    for candidate in scene.candidates(slot):
        if any(name in spelling for spelling in candidate.names):
            return set(scene.features(slot, candidate))
    raise AssertionError(name)


def test_who_acts_and_who_is_hit_play_different_parts() -> None:
    (scene,) = scenes(SHOOTING)
    assert "subject of being killed" in parts_of("GUNMEN", "actors", scene)
    assert "object of being killed" in parts_of("MAYOR", "victims", scene)


def test_whoever_is_named_near_is_a_candidate() -> None:
    (scene,) = scenes(SHOOTING)
    names = {name for c in scene.candidates("actor_organizations") for name in c.names}
    assert "Shining Path" in names


def test_others_who_were_only_wounded_are_victims_beside_those_named() -> None:
    (happening,) = told(SHOOTING)
    assert any("OTHERS" in words for words in happening.people)


def test_others_who_met_the_same_end_are_counted_with_those_named() -> None:
    (happening,) = told(
        "Gunmen shot dead the mayor of Ayacucho yesterday. Two people were killed in the attack."
    )
    assert not any("PEOPLE" in words for words in happening.people)


def test_a_bombing_and_a_bombing_that_failed_are_two() -> None:
    happenings = told(
        "A bomb exploded yesterday outside a bank in Lima. "
        "Police defused another bomb that had been planted outside the embassy."
    )
    assert len({happening.status for happening in happenings}) == len(happenings)


def test_the_day_of_the_report_is_always_an_answer() -> None:
    (happening,) = told(SHOOTING)
    days = {day.value: day.features for day in days_of(happening, happening.record())}
    assert "the day of the report" in days[DateRange("1991-06-08", "1991-06-08")]
    assert "as it is read" in days[DateRange("1991-06-07", "1991-06-07")]


def test_each_kind_of_harm_has_its_figures() -> None:
    (happening,) = told(SHOOTING)
    counts = counts_of(happening, happening.record())
    assert {(c.value.kind, c.value.low) for c in counts} == {("killed", 1), ("wounded", 2)}


def test_claiming_responsibility_bears_on_how_sure_it_is_who_did_it() -> None:
    (happening,) = told(SHOOTING)
    assert "claiming anywhere" in assurance_of(happening, happening.record())


def model(**slots: Weights) -> Model:
    nothing = Weights(-9.0, {})
    return Model(
        slots.get("reported", Weights(9.0, {})),
        {slot: slots.get(slot, nothing) for slot in SLOTS},
        Weights(0.0, {"as it is read": 1.0}),
        nothing,
        dict.fromkeys(LEVELS, nothing),
    )


def test_only_likely_answers_are_given() -> None:
    happenings = told(SHOOTING)
    (record,) = choose(happenings, model(victims=Weights(-9.0, {"object of being killed": 18.0})))
    assert any("MAYOR" in name for names in record.victims for name in names)
    assert record.actors == ()
    assert record.tolls == ()
    assert record.date == happenings[0].record().date


def test_what_is_unlikely_to_be_reported_gives_no_record() -> None:
    reported = replace(Weights(-9.0, {}), threshold=0.4)
    assert list(choose(told(SHOOTING), model(reported=reported))) == []


@pytest.mark.parametrize("slot", SLOTS)
def test_what_is_read_comes_first(slot: str) -> None:
    (scene,) = scenes(SHOOTING)
    read = scene.read[slot]
    first = list(scene.candidates(slot))[: len(read)]
    assert [c.names[0] for c in first] == [names[0] for names in read]
