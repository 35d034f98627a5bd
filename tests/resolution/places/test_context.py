from __future__ import annotations

import pytest

from dateline.resolution.places.choosing import PlaceResolver
from dateline.resolution.places.context import find_source_countries, make_place_context
from dateline.types import Confidence


def test_a_country_named_outright_comes_first(resolve: PlaceResolver) -> None:
    context = make_place_context(["Lebanon", "Tripoli"], ["Russian"], resolve)
    assert context.countries[0] == "LB"


def test_a_people_counts_less_than_places(resolve: PlaceResolver) -> None:
    context = make_place_context(["Avdiivka", "Robotyne"], ["Russian", "Russian"], resolve)
    assert context.countries == ("UA", "RU")


def test_a_place_beyond_doubt_speaks_for_its_country(resolve: PlaceResolver) -> None:
    assert make_place_context(["Ouagadougou"], [], resolve).countries == ("BF",)


def test_actors_speak_for_their_countries(resolve: PlaceResolver) -> None:
    assert make_place_context([], [], resolve, actor_countries=["ML"]).countries == ("ML",)


def test_a_country_named_in_passing_is_left_out(resolve: PlaceResolver) -> None:
    names = ["Homs", "Hama", "Aleppo", "Syria", "Syria", "Syria", "Idlib", "Raqqa"]
    assert make_place_context(names, ["Danish"], resolve).countries == ("SY",)


def test_a_document_without_places_has_no_context(resolve: PlaceResolver) -> None:
    context = make_place_context([], [], resolve)
    assert context.countries == ()
    assert context.places == ()


def test_repeats_are_counted_up_to_a_bound(resolve: PlaceResolver) -> None:
    once = make_place_context(["Mali"] * 3 + ["Niger"] * 2, [], resolve)
    often = make_place_context(["Mali"] * 30 + ["Niger"] * 2, [], resolve)
    assert once.countries == often.countries == ("ML", "NE")


def test_the_places_it_is_sure_of_are_kept(resolve: PlaceResolver) -> None:
    context = make_place_context(["Goma", "Rutshuru"], ["Congolese"], resolve)
    assert [place.name for place in context.places] == ["Goma", "Rutshuru"]


def test_a_lone_place_abroad_does_not_speak_for_itself(resolve: PlaceResolver) -> None:
    context = make_place_context(["Syria", "Idlib", "Kani", "Kani", "Kani"], ["Syrian"], resolve)
    assert context.countries_beside("Kani") == ("SY",)
    found = resolve("Kani", context=context)
    assert found.chosen is None or found.confidence is Confidence.LOW


def test_the_places_of_a_report_say_which_division_it_is_about(resolve: PlaceResolver) -> None:
    context = make_place_context(["Kharkiv", "Izyum", "Kupiansk", "Ukraine"], [], resolve)
    assert max(context.regions, key=lambda pair: context.regions[pair])[0] == "UA"


def test_a_name_and_what_it_lies_in_are_kept_where_there_is_such_a_place(
    resolve: PlaceResolver,
) -> None:
    pairs = [("Lima", "Ohio"), ("Gao", "Timbuktu")]
    context = make_place_context(["Lima", "Ohio", "Gao", "Timbuktu"], [], resolve, within=pairs)
    assert context.within == {"Lima": ("Ohio",)}


def test_two_towns_of_one_name_are_told_apart_by_neither_division(resolve: PlaceResolver) -> None:
    pairs = [("Springfield", "Ohio"), ("Springfield", "Illinois")]
    assert not make_place_context(["Springfield"], [], resolve, within=pairs).within


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("Sudan Tribune", {"SD"}),
        ("The Kyiv Post", {"UA"}),
        ("South Sudan Broadcasting", {"SS", "SD"}),
        ("https://www.dawn.com.pk/news/1", {"PK"}),
        ("example.co.uk", {"GB"}),
        ("example.io", set()),
        ("The Daily Post", set()),
        ("", set()),
    ],
)
def test_a_publishers_name_or_address_may_say_a_country(
    source: str, codes: set[str], resolve: PlaceResolver
) -> None:
    assert find_source_countries(source, resolve.countries) == codes


def test_who_published_it_counts_where_nothing_else_does(resolve: PlaceResolver) -> None:
    assert make_place_context([], [], resolve, source="Sudan Tribune").countries == ("SD",)
    named = make_place_context(["Mali"] * 3, [], resolve, source="Sudan Tribune")
    assert named.countries == ("ML",)
