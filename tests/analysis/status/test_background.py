from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.analysis.grammar.slots import Arguments
from dateline.analysis.status.background import find_background
from dateline.analysis.text.blocks import Part

PUBLISHED = datetime(2018, 9, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "because"),
    [
        ("ten years ago", "“years ago” puts it before the news"),
        ("last year", "“last year” puts it before the news"),
        ("in 2014", "2014 is before the year of publication"),
        ("in 2018", None),
        ("In July", "“July” was over when it was published"),
        ("last October", "“October” was over when it was published"),
        ("In August", None),
        ("25 July", None),
        ("on Tuesday", None),
        ("", None),
    ],
)
def test_the_words_for_when_tell_the_news_from_what_it_recalls(passage, when, because):
    here = passage("Rebels attacked soldiers.")
    verb = here("attacked")
    found = find_background(verb, Arguments(verb, None, ()), here.sentence, when, PUBLISHED)
    assert found == because


def test_without_a_publication_time_a_year_says_nothing(passage):
    here = passage("Rebels attacked soldiers.")
    verb = here("attacked")
    assert find_background(verb, Arguments(verb, None, ()), here.sentence, "2014", None) is None


def test_the_past_perfect_puts_it_before_the_news(passage):
    here = passage("Rebels had attacked soldiers.")
    verb = here("attacked")
    found = find_background(verb, Arguments(verb, None, ()), here.sentence, "", None)
    assert found == "“had attacked” puts it before the news"


@pytest.mark.parametrize(
    ("part", "recalls"), [(Part.BODY, True), (Part.HEADLINE, False), (Part.SUBHEAD, False)]
)
def test_a_participle_recalls_in_the_body_and_is_the_news_in_a_headline(passage, part, recalls):
    here = passage("The army freed prisoners captured in May.", part)
    verb = here("captured")
    arguments = Arguments(verb, None, (), is_passive=True, is_participle=True)
    found = find_background(verb, arguments, here.sentence, "", None)
    assert (found is not None) is recalls
