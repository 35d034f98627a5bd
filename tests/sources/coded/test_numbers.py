"""Numbers as coders write them."""

import pytest

from dateline.sources.coded.numbers import (
    read_code,
    read_degrees,
    read_figure,
    read_kilometres,
)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("0", 0, 0),
        ("12", 12, 12),
        ("12.0", 12, 12),
        ("1,200", 1200, 1200),
        ("1 200", 1200, 1200),
        ("10-12", 10, 12),
        ("10 – 12", 10, 12),
        ("10 to 12", 10, 12),
        ("10+", 10, None),
        (">=10", 10, None),
        ("At least 10", 10, None),
    ],
)
def test_people_are_a_number_a_range_or_a_lowest_number(
    words: str, low: int, high: int | None
) -> None:
    assert read_figure(words) == (low, high)


@pytest.mark.parametrize("words", ["-1", "many", "1.5", "1,20", "12-10", "99999999999", "1.200"])
def test_what_is_no_number_of_people_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_figure(words)


@pytest.mark.parametrize(
    ("words", "degrees"), [("33.51", 33.51), ("33,51", 33.51), ("-7", -7.0), ("+36.2", 36.2)]
)
def test_a_comma_may_stand_for_the_point_of_degrees(words: str, degrees: float) -> None:
    assert read_degrees(words, most=90) == degrees


@pytest.mark.parametrize("words", ["90.01", "-91", "33° 30'", "1e1", "nan", "3351,5"])
def test_what_is_no_latitude_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="degrees"):
        read_degrees(words, most=90)


def test_codes_run_from_one() -> None:
    assert read_code("2", most=3) == 2
    assert read_code("2.0", most=3) == 2
    for words in ("0", "4", "a", "-1", ""):
        with pytest.raises(ValueError, match="none of the codes 1 to 3"):
            read_code(words, most=3)


def test_a_radius_is_in_kilometres() -> None:
    assert read_kilometres("2,5") == 2.5
    for words in ("-1", "wide", "nan", "50000"):
        with pytest.raises(ValueError, match="is not in kilometres"):
            read_kilometres(words)
