"""A name is looked for as written, as folded, as transliterated, and only then with a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pipeline.reading.gazetteers import make_lookup
from dateline.resolution.countries import Countries
from dateline.resolution.places.choosing import PlaceResolver
from dateline.resolution.places.lookup import PlaceLookup, Step, slips
from dateline.resolution.places.transliteration import load_scripts
from dateline.resolution.places.weights import FOLDED, FUZZY, SPELLED, TRANSLITERATED, PlaceContext
from dateline.store.gazetteer import GazetteerIndex
from dateline.types import Place, PlaceId, PlaceKind

WORD = st.text(st.sampled_from("abknru"), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def lookup(gazetteer: GazetteerIndex) -> PlaceLookup:
    return make_lookup(gazetteer)


def steps(lookup: PlaceLookup, name: str, country: str) -> set[Step]:
    found = (*lookup.find(name), *lookup.find_alike(name, (country,)))
    return {match.step for match in found if match.place.country == country}


def test_a_name_as_written_comes_before_one_that_folds_to_it(lookup: PlaceLookup) -> None:
    found = lookup.find("Homs")
    assert found[0].step is Step.EXACT
    assert [match.step for match in found] == sorted(
        (match.step for match in found), key=list(Step).index
    )


@pytest.mark.parametrize(
    ("name", "country", "known_as"),
    [
        ("Klescheyevka", "UA", "Klishchiivka"), ("Kremennaya", "UA", "Kreminna"),
        ("Menbij", "SY", "Manbij"), ("Shebergan", "AF", "Shibirghan"),
        ("Makale", "ET", "Mek'ele"), ("Kyaukphyoo", "MM", "Kyaukpyu"),
    ],
)  # fmt: skip
def test_another_way_to_write_a_name_in_english_finds_its_place(
    lookup: PlaceLookup, name: str, country: str, known_as: str
) -> None:
    found = [*lookup.find(name), *lookup.find_alike(name, (country,))]
    assert any(
        match.place.country == country and known_as in (match.place.name, match.spelling)
        for match in found
    ), found


@pytest.mark.parametrize(
    ("name", "country", "known_as"),
    [
        ("Ouahigouta", "BF", "Ouahigouya"), ("Beletweyme", "SO", "Beledweyne"),
        ("Barancabermejo", "CO", "Barrancabermeja"),
    ],
)  # fmt: skip
def test_a_long_name_with_one_slip_is_found_last_of_all(
    lookup: PlaceLookup, name: str, country: str, known_as: str
) -> None:
    assert lookup.find(name) == ()
    assert {(match.step, match.place.name) for match in lookup.find_alike(name, (country,))} == {
        (Step.FUZZY, known_as)
    }


@pytest.mark.parametrize("name", ["Gouo", "Boboo", "St. Louis-du-N"])
def test_a_short_name_and_one_with_other_signs_is_never_guessed_at(
    lookup: PlaceLookup, name: str
) -> None:
    assert all(match.step is not Step.FUZZY for match in lookup.find_alike(name))


def test_only_the_countries_that_are_asked_for_are_searched(lookup: PlaceLookup) -> None:
    assert lookup.find_alike("Rabotino", ("UA",))
    assert not lookup.find_alike("Rabotino", ("SY",))
    assert {match.place.country for match in lookup.find_alike("Rabotino")} >= {"UA"}


@pytest.mark.parametrize(
    ("name", "country", "because"),
    [
        ("Vuhledar", "UA", "Vuhledar is spelled so"),
        ("VUHLEDAR", "UA", "a spelling of Vuhledar"),
        ("Klescheevka", "UA", "another way to write "),
        ("Barancabermejo", "CO", "one letter off Barrancabermeja"),
    ],
)
def test_the_step_is_in_the_reasons_and_a_worse_one_weighs_less(
    gazetteer: GazetteerIndex, countries: Countries, name: str, country: str, because: str
) -> None:
    resolve = PlaceResolver(gazetteer, countries, lookup=make_lookup(gazetteer))
    found = resolve(name, context=PlaceContext(countries=(country,)))
    assert found.candidates[0].reasons[0].because.startswith(because)


def test_each_step_weighs_less_than_the_one_before() -> None:
    assert SPELLED > FOLDED > TRANSLITERATED > FUZZY


def test_a_name_that_the_documents_country_knows_is_not_guessed_at(
    gazetteer: GazetteerIndex, countries: Countries
) -> None:
    resolve = PlaceResolver(gazetteer, countries, lookup=make_lookup(gazetteer))
    known = resolve.find("Manbij")
    assert resolve.find_alike("Manbij", known, PlaceContext(countries=("SY",))) == {}
    assert resolve.find_alike("the market", (), PlaceContext(countries=("SY",))) == {}


def test_without_a_country_nothing_is_guessed_at(
    gazetteer: GazetteerIndex, countries: Countries
) -> None:
    resolve = PlaceResolver(gazetteer, countries, lookup=make_lookup(gazetteer))
    assert resolve.find_alike("Rabotino", (), PlaceContext()) == {}


def is_one_slip(one: str, other: str) -> bool:
    """Whether the two differ by one letter, or by two neighbours that changed places."""
    at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), -1)
    at = min(len(one), len(other)) if at < 0 else at
    left, right = one[at:], other[at:]
    return one != other and (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[1::-1] == right[:2] and len(left) > 1 and left[2:] == right[2:])
    )


@given(WORD, WORD)
def test_a_slip_is_one_letter_in_the_second_half(word: str, other: str) -> None:
    same_start = other.startswith(word[: len(word) // 2])
    assert (other in slips(word)) == (same_start and is_one_slip(word, other))


@given(WORD, st.integers(0, 8), st.sampled_from("xyz"))
def test_one_letter_more_other_or_less_is_a_slip(word: str, at: int, letter: str) -> None:
    at = len(word) // 2 + min(at, len(word) - len(word) // 2)
    assert word[:at] + letter + word[at:] in slips(word)
    if at < len(word):
        assert word[:at] + letter + word[at + 1 :] in slips(word)
        assert word[:at] + word[at + 1 :] in slips(word)


@given(st.text(st.sampled_from("abc"), min_size=30, max_size=60))
def test_a_long_name_asks_for_some_hundreds_at_most(word: str) -> None:
    assert len(slips(word)) < 900
    assert word not in slips(word)


@given(st.sampled_from(load_scripts().families), st.text(st.characters(codec="utf-8"), max_size=15))
def test_a_key_is_made_of_ascii_and_a_name_agrees_with_itself(family, name: str) -> None:
    key = family.key(name)
    assert key is None or key.isascii()
    assert family.agree(name, name)


@given(
    st.sampled_from(load_scripts().families),
    st.text(st.sampled_from("aeioukbdmnrsthy "), min_size=1, max_size=12),
    st.text(st.sampled_from("aeioukbdmnrsthy "), min_size=1, max_size=12),
)
def test_agreeing_is_the_same_both_ways(family, one: str, other: str) -> None:
    assert family.agree(one, other) == family.agree(other, one)


def test_a_place_of_the_users_own_table_wins_over_one_as_likely(countries: Countries) -> None:
    class Two:
        """Two places of one name, far from each other."""

        def named(self, name: str) -> tuple[Place, ...]:
            return tuple(
                Place(PlaceId(ident), "Qalamun", PlaceKind.SETTLEMENT, north, 36.0, "SY")
                for ident, north in (("gn:1", 33.0), ("own:2", 36.0))
            )

        spelled = named

        def get_place(self, place: PlaceId) -> Place | None:
            return None

    found = PlaceResolver(Two(), countries)("Qalamun", context=PlaceContext(countries=("SY",)))
    assert found.chosen is not None
    assert found.chosen.places == ("own:2",)
    assert "it is in your own table" in [reason.because for reason in found.candidates[0].reasons]
