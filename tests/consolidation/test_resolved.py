from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.consolidation.resolved import (
    Part,
    Reference,
    fold,
    party_key,
    resolve_claims,
)
from dateline.types import (
    Document,
    Party,
    Span,
)

TEXT = """Shells fall on Oldtown

Red Front closes in

The League said that the gunmen shelled the market of Oldtown in Lakes on Monday, in March, \
killing 3 people and 2 villagers. Another shelling followed.

Elsewhere

- no full stop here"""


@pytest.fixture
def claims(tell, atlas):
    told = {
        "text": TEXT,
        "claim": [
            {"trigger": "Shells", "kind": "shelling", "places": ["Oldtown"]},
            {"trigger": "closes in", "kind": "offensive", "actors": ["Red Front"]},
            {
                "trigger": "shelled",
                "kind": "shelling",
                "actors": ["the gunmen"],
                "targets": ["the market", "market"],
                "places": ["Lakes", "Oldtown", "Oldtown"],
                "times": ["in March", "Monday"],
                "speakers": ["League"],
                "bare": 1,
                "tolls": [
                    {"words": "3", "low": 3, "high": 3, "whose": "people"},
                    {"words": "2", "low": 2, "high": 2, "whose": "villagers"},
                    {"words": "killing"},
                ],
            },
            {"trigger": "shelling", "kind": "shelling"},
            {"trigger": "stop", "kind": "other"},
        ],
    }
    return resolve_claims(*tell(told), atlas)


def test_headline_sub_heads_and_body_are_told_apart(claims):
    assert [claim.part for claim in claims] == [
        Part.HEADLINE, Part.SUBHEAD, Part.BODY, Part.BODY, Part.SUBHEAD,
    ]  # fmt: skip


def test_a_head_stands_over_the_next_paragraph_of_body(claims):
    assert [claim.lead for claim in claims] == [2, 2, 2, 2, 4]


def test_a_document_without_a_headline_starts_with_its_first_paragraph(tell, atlas):
    told = {"text": "Shells fell.", "headline": False, "claim": [{"trigger": "fell", "kind": "x"}]}
    assert resolve_claims(*tell(told), atlas)[0].part is Part.BODY


def test_a_long_paragraph_without_a_full_stop_is_no_head(tell, atlas):
    told = {
        "text": "Shells fell " + "and fell " * 40,
        "headline": False,
        "claim": [{"trigger": "Shells", "kind": "shelling"}],
    }
    assert resolve_claims(*tell(told), atlas)[0].part is Part.BODY


def test_the_chosen_name_is_used_else_the_words_without_their_article(claims):
    assert [party.name for party in claims[1].actors] == ["Red Front"]
    assert [party.name for party in claims[2].actors] == ["gunmen"]
    assert [party.name for party in claims[2].targets] == ["market"]
    assert [party.name for party in claims[2].speakers] == ["League"]


def test_places_stay_as_named_and_the_smallest_is_where_it_was(claims):
    assert claims[2].places == ("Lakes", "Oldtown")
    assert claims[2].location.name == "Oldtown"


def test_the_most_exact_time_is_when_it_was(claims, days):
    assert claims[2].when == days["Monday"]


def test_people_is_no_side(claims):
    assert claims[2].whose == (None, "villagers", None)


def test_another_points_away_and_the_points_back(claims, tell, atlas):
    assert claims[3].reference is Reference.ANEW
    assert claims[0].reference is Reference.NONE
    told = {"text": "The shelling went on.", "claim": [{"trigger": "shelling", "kind": "shelling"}]}
    assert resolve_claims(*tell(told), atlas)[0].reference is Reference.BACK


def test_claims_come_in_text_order(claims):
    starts = [claim.claim.trigger.start for claim in claims]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Mara Quill", "mara quill"),
        ("The Red Front", "red front"),
        ("Al-Safa", "al safa"),
        ("  Sóc  Trăng ", "soc trang"),
        ("An", "an"),
        ("The", "the"),
    ],
)
def test_names_are_compared_without_case_marks_and_article(name, folded):
    assert fold(name) == folded


def test_a_registered_actor_is_itself_under_any_name(actors):
    army = actors["army"]
    assert party_key(Party("the army", army)) == party_key(Party("Northland Army", army))
    assert party_key(Party("the gunmen", actors["gunmen"])) == party_key(Party("Gunmen"))


def test_a_passage_before_the_first_paragraph_mark_belongs_to_the_first(tell, atlas):
    document = Document("a.txt", "Daily", "Shells fell.\n\n\nThey fell.", headline=Span(0, 12))
    assert resolve_claims(document, tell({"text": "x"})[1], atlas) == ()


def test_the_words_of_a_coders_table_tell_no_story(tell, atlas):
    told = {
        "text": "Guards of Otis Brand shelled the farm that Mara Quill owns.",
        "claim": [{"trigger": "shelled", "kind": "shelling"}],
    }
    document, reading = tell(told)
    (read,) = resolve_claims(document, reading, atlas)
    (coded,) = resolve_claims(document, replace(reading, coder="anna"), atlas)
    assert read.story
    assert not coded.story
