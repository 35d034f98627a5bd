"""The same words mean the same all through a document, and times count from the last told."""

from datetime import UTC, datetime

import pytest

from dateline.pipeline import shared_engine
from dateline.types import Reading, Span

PUBLISHED = datetime(2018, 9, 5, tzinfo=UTC)


def read(text: str, published: datetime | None = PUBLISHED, *, zone: str | None = None) -> Reading:
    engine = shared_engine()
    return engine.read_text(text, published=published, zone=zone, language="en").reading


def test_a_name_is_resolved_once_with_all_its_places() -> None:
    text = "Rebels shelled Hajin on Monday. On Tuesday rebels attacked Hajin again."
    (hajin,) = (place for place in read(text).places if place.name == "Hajin")
    assert [span.of(text) for span in hajin.spans] == ["Hajin", "Hajin"]


def test_a_time_can_count_from_the_one_told_before() -> None:
    times = read("Rebels shelled Hajin on 25 July. A day later they attacked Abu Kamal.").times
    days = [str(time.chosen.earliest) for time in times if time.chosen]
    assert days == ["2018-07-25", "2018-07-26"]


def test_what_is_planned_may_lie_ahead() -> None:
    (time,) = read("The rebels will attack Hajin on Friday.").times
    assert time.chosen
    assert str(time.chosen.earliest) == "2018-09-07"


@pytest.mark.parametrize(
    ("words", "zone", "day"),
    [
        ("yesterday", "+03:00", "2024-05-03"),
        ("on Friday", "+03:00", "2024-05-03"),
        ("today", "+03:00", "2024-05-04"),
        ("yesterday", None, "2024-05-02"),
        ("today", "-05:00", "2024-05-03"),
    ],
)
def test_relative_days_count_from_the_local_day(words: str, zone: str | None, day: str) -> None:
    """Half past ten in the evening UTC is the next day in Baghdad already."""
    late = datetime(2024, 5, 3, 22, 30, tzinfo=UTC)
    (time,) = read(f"Rebels shelled Hajin {words}.", late, zone=zone).times
    assert time.chosen
    assert str(time.chosen.earliest) == day


def test_without_a_publication_date_a_year_stays_unknown() -> None:
    (time,) = read("Rebels shelled Hajin on 25 July.", published=None).times
    assert time.chosen
    assert str(time.chosen.earliest) == "--07-25"


def test_days_count_from_a_full_date_in_the_dateline_where_nothing_else_says_when() -> None:
    text = "EL OBEID, 14 May 2024 (Example Agency) - Rebels shelled Hajin on Monday."
    (time,) = read(text, published=None).times
    assert time.chosen
    assert str(time.chosen.earliest) == "2024-05-13"


def test_a_dateline_without_a_year_dates_nothing() -> None:
    text = "EL OBEID, 14 May (Example Agency) - Rebels shelled Hajin on Monday."
    (time,) = read(text, published=None).times
    assert time.chosen is None


DIGEST = """Mali. The army killed ten fighters near Sokolo.

Niger. The army arrested 20 students.

- Burkina Faso – Three aid workers were abducted near Djibo. The army freed them.
"""


def test_under_another_heading_the_army_is_another_one() -> None:
    armies = [actor.chosen.name for actor in read(DIGEST).actors if actor.name == "The army"]
    assert armies == ["Malian Armed Forces", "Niger Armed Forces", "Burkina Faso Armed Forces"]


def test_a_heading_says_where_something_was_if_nothing_else_does() -> None:
    reading = read(
        "Kirkuk: Two bombs exploded, killing three policemen.\n\nBasra. Police made arrests."
    )
    (bombs, *_) = reading.claims
    assert [mention.names for mention in bombs.places] == [Span(0, 6)]


def test_a_country_as_a_heading_is_no_place_of_an_event() -> None:
    assert all(claim.places == () for claim in read(DIGEST).claims if claim.kind == "arrest")


def test_they_are_not_those_of_another_heading() -> None:
    text = "Mali. Rebels shelled Gao.\n\nNiger. They attacked Diffa."
    attack = next(claim for claim in read(text).claims if claim.evidence.start > 26)
    assert attack.actors == ()
