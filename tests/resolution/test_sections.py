"""A digest is parted where its headings turn to another country."""

import pytest

from dateline.resolution.sections import find_sections


def parts(heads, length=100):
    return [
        (section.span.start, section.span.end, section.country)
        for section in find_sections(heads, length)
    ]


def test_headings_of_different_countries_part_a_text():
    assert parts([(0, "ML"), (40, "NE")]) == [(0, 40, "ML"), (40, 100, "NE")]


def test_what_stands_before_the_first_heading_is_a_section_of_no_country():
    assert parts([(10, "ML"), (40, "NE")])[0] == (0, 10, None)


def test_towns_of_one_country_that_follow_each_other_share_a_section():
    assert parts([(0, "IQ"), (20, "IQ"), (40, "SY")]) == [(0, 40, "IQ"), (40, 100, "SY")]


@pytest.mark.parametrize("heads", [[], [(0, "ML")], [(0, "ML"), (50, "ML")]])
def test_a_text_on_one_country_is_one_section(heads):
    assert parts(heads) == [(0, 100, None)]


def test_an_empty_text_has_a_section_too():
    assert len(parts([], 0)) == 1
