"""Times of a document are counted from what they refer to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.pipeline import shared_engine
from dateline.pipeline.reading.telling_times import seen_from

PUBLISHED = datetime(2018, 9, 5, tzinfo=UTC)


def days(text: str) -> dict[str, str]:
    reading = shared_engine().read_text(text, published=PUBLISHED, language="en").reading
    return {time.name: str(time.chosen.earliest) for time in reading.times if time.chosen}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "On 25 July troops shelled Hajin, a day after rebels seized the airport.",
            "a day after",
            "2018-07-24",
        ),
        (
            "Two days before troops shelled Hajin on 25 July, rebels seized the airport.",
            "Two days before",
            "2018-07-23",
        ),
        (
            "Police shot two protesters in Hajin two days after the coup on 25 July.",
            "two days after",
            "2018-07-27",
        ),
        (
            "Rebels attacked Hajin on 25 July. Two days after the attack, jets bombed their camp.",
            "Two days after",
            "2018-07-27",
        ),
    ],
)
def test_a_day_counted_from_an_event_is_on_its_right_side(text, words, day):
    assert days(text)[words] == day


def test_a_day_counted_from_what_has_no_day_stays_open():
    assert "Two days after" not in days("Two days after the truce collapsed, jets bombed Hajin.")


def test_days_after_something_count_from_its_own_date() -> None:
    found = days("Two days after troops withdrew on 20 July, rebels shelled Hajin.")
    assert found["Two days after"] == "2018-07-22"


def test_a_dateline_long_before_the_publication_is_not_believed() -> None:
    assert seen_from("14 May 2015", PUBLISHED) == PUBLISHED


def test_days_after_what_was_told_before_count_from_its_day() -> None:
    text = (
        "Rebels shelled Hajin on 25 July. Police arrested two men on 1 August. "
        "Three days after rebels shelled Hajin, jets bombed their camp."
    )
    assert days(text)["Three days after"] == "2018-07-28"
