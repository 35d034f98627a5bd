"""Everything that decides a reading takes part in its digest, and every name is resolved."""

import gc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.consolidation import load_kinds
from dateline.errors import ResourceError
from dateline.pipeline import Engine, load_engine, load_world, make_kinds, shared_engine
from dateline.types import Actor, ActorId, Inter, Location, WherePrecision


@pytest.fixture(scope="module")
def engine() -> Engine:
    return shared_engine()


TEXT = (
    "The Syrian army repelled an attack by Islamic State on Hajin on 25 July, killing ten "
    "militants. A day later it shelled Abu Kamal, the SOHR said."
)


def test_every_claims_names_are_resolved(engine: Engine) -> None:
    found = engine.read_text(TEXT, published=datetime(2018, 9, 1, tzinfo=UTC))
    named = {
        mention.names
        for claim in found.claims
        for mention in (*claim.actors, *claim.targets, *claim.through)
    }
    resolved = {span for resolution in found.reading.actors for span in resolution.spans}
    assert named
    assert named <= resolved
    assert {mention.names for claim in found.claims for mention in claim.places} <= {
        span for resolution in found.reading.places for span in resolution.spans
    }


def test_every_span_shows_the_words_it_was_resolved_from(engine: Engine) -> None:
    found = engine.read_text(TEXT)
    for resolution in (*found.reading.actors, *found.reading.places, *found.reading.times):
        for span in resolution.spans:
            assert " ".join(span.of(TEXT).split()) == resolution.name


def test_the_same_text_gives_the_same_reading(engine: Engine) -> None:
    assert engine.read_text(TEXT) == engine.read_text(TEXT)


def test_a_language_that_was_said_is_believed(engine: Engine) -> None:
    assert engine.read_text("Hajin.", language="en").claims == ()


def test_another_codebook_makes_another_digest(engine: Engine, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[extend]]\nid = "shelling"\ntriggers.nouns = [{noun = "zapping"}]\n')
    assert load_engine(codebooks=(mine,)).digest != engine.digest
    assert load_engine().digest == engine.digest


def test_a_model_that_is_not_installed_is_refused() -> None:
    with pytest.raises(ResourceError, match="no_such_model"):
        load_engine(model="no_such_model")


def test_kinds_are_joined_by_family(engine: Engine) -> None:
    families = {kind.id: kind.family or kind.id for kind in engine.codebook.kinds}
    assert make_kinds(engine.codebook) == load_kinds(families)


def test_the_world_knows_what_lies_in_what_and_who_stands_with_whom() -> None:
    world = load_world()
    town = Location("Hajin", WherePrecision.EXACT, 34.69, 40.83, 1.0, "SY")
    country = Location("Syria", WherePrecision.COUNTRY, 35.0, 38.0, 400.0, "SY")
    assert world.contains(country, town)
    actor = Actor(ActorId("islamic-state"), "Islamic State", Inter.REBEL_GROUP, "REB")
    assert world.same_side(actor, actor)


@pytest.mark.parametrize("is_on", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(engine: Engine, is_on: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        engine.read_text("Rebels shelled Bria on Friday, residents of the town said.")
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
