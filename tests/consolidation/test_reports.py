from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.consolidation.compare import NEVER
from dateline.consolidation.gist import make_gist
from dateline.consolidation.reports import compare_reports
from dateline.consolidation.resolved import resolve_claims


@pytest.fixture
def gist(tell, world):
    """The gist of a document of one claim."""

    def make(text="Red Front hit the army at Oldtown.", published="2024-03-05", **claim):
        told = {"text": text, "headline": False} | ({"published": published} if published else {})
        told["claim"] = [{"kind": "shelling", "trigger": "hit", **claim}]
        return make_gist(resolve_claims(*tell(told), world.hierarchy), world.kinds)

    return make


@pytest.fixture
def across(world):
    """What the comparison of two reports says, with its points."""

    def make(left, right):
        comparison = compare_reports(left, right, world)
        assert {r.points for r in compare_reports(right, left, world).reasons} == {
            r.points for r in comparison.reasons
        }
        return {reason.because: reason.points for reason in comparison.reasons}

    return make


def test_one_place_one_day_and_one_party_across_documents(gist, across):
    text = "Red Front hit the army at Oldtown on Monday."
    left = gist(text, actors=["Red Front"], places=["Oldtown"], times=["Monday"])
    right = gist(text, actors=["Red Front"], places=["Oldtown"], times=["Monday"])
    assert across(left, right) == {
        "both tell of shelling": 2.0,
        "they give the same day": 1.5,
        "they name the same place": 2.0,
        "they share actors": 1.0,
    }


def test_a_loose_time_says_less_than_a_day(gist, across):
    left = gist("They hit Oldtown, in March.", places=["Oldtown"], times=["in March"])
    right = gist("They hit Oldtown on Monday.", places=["Oldtown"], times=["Monday"])
    assert across(left, right)["the times they give overlap"] == 0.5


@pytest.mark.parametrize(
    ("published", "because", "points"),
    [
        ("2024-03-06", "one was published within a week of the day of the other", 1.0),
        ("2024-03-20", "one was not published within a week of the day of the other", NEVER),
        (None, "one was not published within a week of the day of the other", NEVER),
    ],
)
def test_an_undated_report_tells_of_the_week_before_it(published, because, points, gist, across):
    left = gist("They hit Oldtown on Monday.", places=["Oldtown"], times=["Monday"])
    right = gist("They hit Oldtown.", published, places=["Oldtown"])
    assert across(left, right)[because] == points


@pytest.mark.parametrize(
    ("one", "other", "because", "points"),
    [
        ("2024-03-05", "2024-03-06", "they were published within a day", 0.5),
        ("2024-03-05", "2024-03-07", "nothing says that it was at one time", NEVER),
        ("2024-03-05", None, "nothing says that it was at one time", NEVER),
    ],
)
def test_undated_reports_are_of_one_time_if_published_together(
    one, other, because, points, gist, across
):
    assert across(gist(published=one), gist(published=other))[because] == points


def test_a_day_without_a_year_is_one_day_only_where_nothing_else_tells_the_year(gist, across):
    def july(published):
        return gist(
            "They hit Oldtown on 25 July.", published, places=["Oldtown"], times=["25 July"]
        )

    told = across(july(None), july(None))
    assert told["they give the same day of a year that is not known"] == 1.0
    assert across(july("2018-08-01"), july("2018-08-01"))["they were published within a day"] == 0.5
    never = across(july("2018-08-01"), july("2020-08-01"))
    assert never["nothing says that it was at one time"] == NEVER


def test_an_undated_recollection_is_of_any_day(gist, across):
    told = across(gist(), gist(background=True))
    assert told["a recollection without a date could be of any day"] == NEVER


AREA = "They hit Lakes and Oldtown and Milltown: army, 3 or 9 dead."


def test_areas_count_less_than_points(gist, across):
    lakes, town = gist(AREA, places=["Lakes"]), gist(AREA, places=["Oldtown"])
    assert across(lakes, lakes)["they name the same area"] == 1.0
    assert across(lakes, town)["one place lies in the other"] == 1.0


def test_neighbours_need_one_toll(gist, across):
    def town(name, number):
        tolls = [{"words": number, "low": int(number), "high": int(number)}]
        return gist(AREA, places=[name], actors=["army"], tolls=tolls)

    same = across(town("Oldtown", "3"), town("Milltown", "3"))
    assert same["the places are neighbours and the tolls agree"] == 0.5
    other = across(town("Oldtown", "3"), town("Milltown", "9"))
    assert other["nothing says that it was at one place"] == NEVER


def test_other_tolls_count_against_undated_reports_only(gist, across):
    def report(number, **claim):
        tolls = [{"words": number, "low": int(number), "high": int(number)}]
        text = "They hit Oldtown on Monday: army, 3 or 9 dead."
        return gist(text, places=["Oldtown"], actors=["army"], tolls=tolls, **claim)

    undated = across(report("3"), report("9"))
    assert undated["their tolls differ, and one gives no day"] == -1.0
    dated = across(report("3", times=["Monday"]), report("9", times=["Monday"]))
    assert not [because for because in dated if "tolls" in because]


def test_words_may_go_without_a_place(gist, across):
    text = "The government hit on talks with Red Front."
    talks = gist(text, kind="talks", actors=["government"], targets=["Red Front"])
    told = across(talks, talks)
    assert told["reports of words may leave the place out"] == 0.5
    assert across(gist(), gist())["nothing says that it was at one place"] == NEVER


BLAME = "Red Front hit Oldtown, army, League, villagers, on Monday, 3 dead."


def report(gist, actor, target=None, **claim):
    targets = [target] if target else []
    return gist(
        BLAME, places=["Oldtown"], times=["Monday"], actors=[actor], targets=targets, **claim
    )


def test_other_blame_is_a_version_when_something_else_ties_the_reports(gist, across):
    told = across(report(gist, "army", "villagers"), report(gist, "League", "villagers"))
    assert told["they name different actors"] == -0.5
    toll = {"tolls": [{"words": "3", "low": 3, "high": 3}]}
    told = across(report(gist, "army", **toll), report(gist, "League", **toll))
    assert told["they name different actors"] == -0.5
    told = across(report(gist, "army"), report(gist, "League"))
    assert told["they name different actors, and nothing else ties them"] == NEVER


def test_other_victims_are_another_event(gist, across):
    told = across(report(gist, "Red Front", "army"), report(gist, "Red Front", "League"))
    assert told["they name different targets"] == NEVER


def test_without_a_shared_party_place_and_day_must_be_exact(gist, across):
    exact = gist(BLAME, places=["Oldtown"], times=["Monday"])
    assert not [because for because in across(exact, exact) if "party" in because]
    loose = gist(BLAME, places=["Oldtown"])
    because = "they share no party, and place and day are not exact"
    assert across(loose, loose)[because] == NEVER


NAMES = "Mara Quill of Tern Street knew Otis Brand and"
MORE = "Ilse Moor, Ada Finch, Per Holm, Jon Reed, Eva Stone, Max Frost, Uwe Brook and"


@pytest.mark.parametrize(
    ("left", "right", "points"),
    [
        (NAMES, NAMES, 3.0),
        (f"{MORE} {NAMES}", NAMES, 3.0),
        (f"{MORE} Mara Quill and", NAMES, 2.0),
        (f"{MORE} {MORE.lower().title()} Mara Quill and", f"{NAMES} Ivo Lark and Cy Wren and", 1.0),
        ("of Mara Quill and", "of Mara Brand and", None),
    ],
)
def test_the_more_names_two_reports_share_the_surer_they_are_one_story(
    left, right, points, gist, across
):
    told = across(*(gist(f"He said {names} Red Front hit it.") for names in (left, right)))
    assert next((told[because] for because in told if "both name" in because), None) == points


def test_one_story_needs_neither_place_nor_time(gist, across):
    text = f"{NAMES} they hit him."
    told = across(gist(text, None), gist(text, None))
    assert NEVER not in told.values()
    assert across(gist(text, None), gist(text))["both name street, brand, quill"] == 3.0


def test_one_story_does_not_go_against_a_date_or_a_place(gist, across):
    def told(place, day):
        return gist(f"{NAMES} hit at {place} on {day}.", places=[place], times=[day])

    monday = told("Oldtown", "Monday")
    assert across(monday, told("Oldtown", "Friday"))["they give different times"] == NEVER
    apart = across(monday, told("Newtown", "Monday"))
    assert apart["nothing says that it was at one place"] == NEVER


def test_a_shared_place_counts_as_a_place_and_not_as_a_name(gist, across):
    text = "He said they hit Salt Plain, near Mara Quill."
    told = across(*(gist(text, places=["Salt Plain"]) for _ in range(2)))
    assert [because for because in told if "both name" in because] == ["both name quill, mara"]


def test_a_report_without_a_place_is_of_the_town_that_it_names(gist, across):
    known = gist("They hit Milltown on Monday.", places=["Milltown"], times=["Monday"])
    near = gist("They hit him on Monday, Milltown police said.", times=["Monday"])
    far = gist("They hit him on Monday, police said.", times=["Monday"])
    because = "the place that one tells is named near the other"
    assert across(known, near)[because] == 1.0
    assert because not in across(known, far)
    elsewhere = gist("They hit Newtown on Monday, Milltown police said.", places=["Newtown"])
    assert because not in across(known, elsewhere)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [("7", "7", True), ("7", "8", False), ("1", "1", False)],
)
def test_the_same_dead_of_one_day_and_town_are_one_event(one, other, is_one, gist, across):
    def told(number):
        tolls = [{"words": number, "low": int(number), "high": int(number)}]
        text = f"They hit Milltown on Monday, killing {number}."
        return gist(text, places=["Milltown"], times=["Monday"], tolls=tolls)

    left, right = told(one), told(other)
    left = replace(left, location=None, named=frozenset({"milltown"}))
    answer = across(left, right)
    refused = "they share no party, and place and day are not exact" in answer
    assert refused is not is_one


def test_other_people_are_other_victims_although_both_are_civilians(gist, across):
    def hit(name, published="2024-03-05"):
        return gist(f"They hit {name} at Oldtown.", published, targets=[name], places=["Oldtown"])

    assert across(hit("Mara Quill"), hit("Otis Brand"))["they name other people as targets"] == -2.0
    assert across(hit("Mara Quill"), hit("Quill"))["they share targets"] == 1.0
    assert across(hit("civilians"), hit("villagers"))["both tell of civilians"] == 0.5


def test_headlines_of_the_same_words_speak_for_one_thing(tell, world, across):
    def told(headline):
        claim = {"kind": "shelling", "trigger": "hit", "places": ["Oldtown"], "actors": ["army"]}
        text = f"{headline}\n\nThe army hit Oldtown."
        document = tell({"text": text, "published": "2024-03-05", "claim": [claim]})
        return make_gist(resolve_claims(*document, world.hierarchy), world.kinds)

    same = across(told("Shells strike market"), told("Market struck by shells"))
    assert same["their headlines are of the same words"] == 0.5
    other = across(told("Shells strike market"), told("Talks begin again"))
    assert "their headlines are of the same words" not in other
