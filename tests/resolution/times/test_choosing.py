from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolution.times.choosing import TimeResolver
from dateline.types import Confidence, DatePrecision, Day, When

TABLE = Path(__file__).parents[2] / "cases" / "times.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
PUBLISHED = datetime(2018, 9, 1, tzinfo=UTC)


def at(day: str | None) -> datetime | None:
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None


def on(day: str) -> When:
    return When(Day.parse(day), Day.parse(day), DatePrecision.DAY)


def resolved(case: dict[str, object]):
    resolve = TimeResolver(at(case.get("published")))
    anchor = on(case["anchor"]) if "anchor" in case else None
    return resolve(case["words"], anchor=anchor, past=case.get("past", True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_resolves_to_the_days_that_are_meant(case):
    chosen = resolved(case).chosen
    if "precision" not in case:
        assert chosen is None
    else:
        assert chosen is not None
        assert (str(chosen.earliest or ""), str(chosen.latest or ""), chosen.precision) == (
            case["start"],
            case["end"],
            case["precision"],
        )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_resolution_says_why(case):
    resolution = resolved(case)
    assert resolution.because
    for candidate in resolution.candidates:
        assert candidate.reasons
        assert all(reason.because for reason in candidate.reasons)


@pytest.mark.parametrize("words", ["the offensive", "", "second", "31 Foo", "the 25th Brigade"])
def test_words_that_are_no_time_have_no_candidates(words):
    resolution = TimeResolver(PUBLISHED)(words)
    assert resolution.candidates == ()
    assert resolution.chosen is None


def test_keeps_both_orders_of_an_ambiguous_date():
    resolution = TimeResolver(PUBLISHED)("03/04/2018")
    assert {str(candidate.value.earliest) for candidate in resolution.candidates} == {
        "2018-04-03",
        "2018-03-04",
    }
    assert resolution.confidence is Confidence.LOW


def test_keeps_the_day_that_lost_and_the_reason():
    resolution = TimeResolver(PUBLISHED)("25 July")
    winner, loser = resolution.candidates
    assert winner.value == resolution.chosen
    assert loser.value == on("2019-07-25")
    assert loser.reasons[-1].because == "told as past, but after the day of publication"


def test_a_full_date_is_surer_than_a_weekday():
    resolve = TimeResolver(PUBLISHED)
    assert resolve("25 July 2018").confidence is Confidence.HIGH
    assert resolve("Tuesday").confidence is Confidence.MEDIUM


EXPRESSIONS = st.sampled_from(sorted({case["words"] for case in CASES}))
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@given(EXPRESSIONS, DAYS, st.none() | DAYS, st.booleans())
def test_an_interval_never_starts_after_it_ends(words, published, anchor, past):
    resolve = TimeResolver(datetime(published.year, published.month, published.day, tzinfo=UTC))
    resolution = resolve(words, anchor=on(anchor.isoformat()) if anchor else None, past=past)
    for candidate in resolution.candidates:
        first, last = candidate.value.earliest, candidate.value.latest
        assert first or last
        if first and last:
            assert first.date <= last.date


@given(EXPRESSIONS, DAYS, st.none() | st.integers(0, 4000))
def test_what_happened_is_never_dated_after_publication(words, published, before):
    resolve = TimeResolver(datetime(published.year, published.month, published.day, tzinfo=UTC))
    anchor = on((published - timedelta(days=before)).isoformat()) if before is not None else None
    chosen = resolve(words, anchor=anchor).chosen
    for day in (chosen.earliest, chosen.latest) if chosen else ():
        assert day is None or day.date <= published


@given(EXPRESSIONS, DAYS)
def test_a_year_chosen_without_publication_is_in_the_words(words, published):
    alone = TimeResolver(None)(words).chosen
    # Two digits of a year do lean on publication.
    if alone and alone.earliest and alone.earliest.year and words != "28 OCT 89":
        later = datetime(2090, 1, 1, tzinfo=UTC)
        assert TimeResolver(later)(words).chosen == alone


@given(
    DAYS, st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}"])
)
def test_a_full_date_means_itself(day, form):
    words = form.format(day)
    assert TimeResolver(None)(words).chosen == on(day.isoformat())


PIECES = st.sampled_from(
    [word for words in {case["words"] for case in CASES} for word in words.split()]
    + ["0000", "9999", "999", "decades", "-", "to", "between", "and", "\u0662"]
)


@given(st.lists(PIECES, max_size=12), DAYS | st.none(), st.booleans())
def test_no_words_break_it(pieces, published, past):
    moment = published and datetime(published.year, published.month, published.day, tzinfo=UTC)
    resolution = TimeResolver(moment)(" ".join(pieces), past=past)
    assert resolution.because


@pytest.mark.parametrize("flood", ["1-", "since ", "early ", "Monday to ", "between 1 and ", "("])
def test_a_flood_of_words_is_no_time(flood):
    for length in (100, 10_000):
        assert TimeResolver(PUBLISHED)((flood * length)[:length]).chosen is None
