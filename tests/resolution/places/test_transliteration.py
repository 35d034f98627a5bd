from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resolution.folding import fold
from dateline.resolution.places.transliteration import load_scripts

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "transliteration.toml").read_text("utf-8")
)
SCRIPTS = load_scripts()


def pairs(*lists: str) -> list[tuple[str, str, str]]:
    return [
        (case["country"], *pair)
        for case in CASES.values()
        for name in lists
        for pair in case.get(name, ())
    ]


def is_same(country: str, name: str, other: str) -> bool:
    return fold(name) == fold(other) or (
        SCRIPTS.index_key(name, country) in set(SCRIPTS.keys(other))
        and SCRIPTS.agree(name, other, country)
    )


@pytest.mark.parametrize(("country", "name", "other"), pairs("same", "same_unseen"))
def test_spellings_of_one_place_are_told_as_one(country: str, name: str, other: str) -> None:
    assert is_same(country, name, other)
    assert is_same(country, other, name)


@pytest.mark.parametrize(("country", "name", "other"), pairs("apart", "apart_unseen"))
def test_places_that_look_alike_stay_apart(country: str, name: str, other: str) -> None:
    assert not is_same(country, name, other)


@pytest.mark.parametrize(("country", "name", "other"), pairs("missed", "missed_unseen"))
def test_what_is_missed_is_still_missed(country: str, name: str, other: str) -> None:
    assert not is_same(country, name, other), "it comes out right: move the pair up"


@pytest.mark.parametrize(("country", "name", "other"), pairs("mistaken", "mistaken_unseen"))
def test_what_is_mistaken_is_still_mistaken(country: str, name: str, other: str) -> None:
    assert is_same(country, name, other), "it comes out right: move the pair up"


def test_on_pairs_that_no_rule_was_set_on_most_are_found_and_few_are_mistaken() -> None:
    same, missed = len(pairs("same_unseen")), len(pairs("missed_unseen"))
    apart, mistaken = len(pairs("apart_unseen")), len(pairs("mistaken_unseen"))
    assert same / (same + missed) >= 0.85
    assert mistaken / (apart + mistaken) <= 0.03
    folded = sum(fold(name) == fold(other) for _, name, other in pairs("same_unseen"))
    assert folded / (same + missed) < 0.5, "folding alone finds less than half"


def test_a_country_has_one_family_or_none() -> None:
    countries = [country for family in SCRIPTS.families for country in family.countries]
    assert len(countries) == len(set(countries))
    assert SCRIPTS.family_of("FR") is None
    assert SCRIPTS.index_key("Lyon", "FR") is None
    assert not SCRIPTS.agree("Lyon", "Lion", "FR")
    assert SCRIPTS.family_of(None) is None


@pytest.mark.parametrize("name", ["Ur", "حلب", "-", ""])
def test_too_short_a_name_and_one_in_its_own_script_have_no_key(name: str) -> None:
    assert list(SCRIPTS.keys(name)) == []


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("[[family]]\nid = 1\n")
    with pytest.raises(ResourceError, match=r"broken\.toml"):
        load_scripts(broken)
