from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise
from math import cos, inf, radians
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.resolution.places.atlas import (
    Atlas,
    City,
    Listed,
    atlas_digest,
    count_people,
    is_written,
    load_admin1_names,
    load_countries,
    load_districts,
    load_regions,
    load_supplement,
    make_settlement,
    romanise,
)
from dateline.resolution.places.outlines import Ring, decode, is_inside
from dateline.types import PlaceKind

REGIONS = load_regions()
SUPPLEMENT = load_supplement()


def test_the_supplement_is_large_enough() -> None:
    assert len(SUPPLEMENT) >= 300
    assert len({entry.country for entry in SUPPLEMENT} - {None}) >= 30


def test_every_id_is_given_once() -> None:
    counts = Counter(entry.place.id for part in (SUPPLEMENT, REGIONS) for entry in part)
    assert [ident for ident, count in counts.items() if count > 1] == []


def test_every_entry_lies_in_a_known_division() -> None:
    known = defaultdict(set)
    for region in REGIONS:
        known[region.country].add(region.name)
    for code, name in load_admin1_names(REGIONS).items():
        known[code[:2]].add(name)
    strays = [
        (entry.name, entry.admin1)
        for entry in SUPPLEMENT
        if entry.admin1 and entry.admin1 not in known[entry.country or ""]
    ]
    assert strays == []


# A centre may lie beyond a simplified border by as much as the entry's own radius and this.
BORDER_KM = 12.0

# Islets that the outlines leave out; land that one state holds and the table of disputed territory
# shows as another's; and divisions that have been redrawn since the outlines were drawn.
ELSEWHERE = {
    "Kharg", "Snake Island", "Bhasan Char", "Yeonpyeong", "Hala'ib Triangle", "Bou Craa", "Kurram",
    "Khyber Pass", "Tarmiyah",
}  # fmt: skip


def find_strays(outlines: dict[str, list[Ring]], key: Callable[[Listed], str]) -> list[str]:
    placed = ((entry, outlines.get(key(entry))) for entry in SUPPLEMENT)
    outside = (
        (entry, outline)
        for entry, outline in placed
        if outline and not is_inside(entry.latitude, entry.longitude, outline)
    )
    return [
        entry.name
        for entry, outline in outside
        if measure_border_km(entry, outline) > entry.radius_km + BORDER_KM
        and entry.name not in ELSEWHERE
    ]


def measure_border_km(entry: Listed, outline: list[Ring]) -> float:
    """The way to the nearest point of the outline, on a flat map around the entry."""
    narrow = cos(radians(entry.latitude))
    point = complex(entry.longitude * narrow, entry.latitude)
    nearest = inf
    for ring in outline:
        corners = [complex(longitude * narrow, latitude) for latitude, longitude in ring]
        for start, end in pairwise(corners):
            along = ((point - start) * (end - start).conjugate()).real
            share = min(max(along / (abs(end - start) ** 2 or 1), 0), 1)
            nearest = min(nearest, abs(point - start - share * (end - start)))
    return nearest * 111.2


def test_every_entry_lies_in_the_division_it_names_or_beside_it() -> None:
    outlines = defaultdict(list)
    for region in REGIONS:
        outlines[f"{region.country} {region.name}"] += map(decode, region.outline)
    assert find_strays(outlines, lambda entry: f"{entry.country} {entry.admin1}") == []


def test_every_entry_lies_in_the_country_it_names_or_beside_it() -> None:
    outlines = defaultdict(list)
    for region in REGIONS:
        outlines[region.country] += map(decode, region.outline)
    assert find_strays(outlines, lambda entry: entry.country or "") == []


def test_an_alias_is_not_the_name_again() -> None:
    for entry in SUPPLEMENT:
        assert entry.name not in entry.aliases, entry.name
        assert len(set(entry.aliases)) == len(entry.aliases), entry.name
        assert all(alias.strip() == alias and alias for alias in entry.aliases), entry.name


def test_regions_have_outlines_that_close() -> None:
    assert len(REGIONS) > 4000
    assert all(region.outline for region in REGIONS)


def test_a_transcribed_name_is_printed_plainly_and_found_by_both() -> None:
    city = City(1, "Ālbū Kamāl", 34.4, 40.9, "SY", 57_572, "07", ("abw kmal", "Abu Kamal", "ABK"))
    place = make_settlement(city, {"SY.07": "Deir ez-Zor"})
    assert place.name == "Albu Kamal"
    assert place.admin1 == "Deir ez-Zor"
    assert place.aliases == ("Ālbū Kamāl", "Abu Kamal")


def test_the_accents_of_latin_scripts_stay() -> None:
    city = City(1, "Málaga", 36.7, -4.4, "ES", 568_305, "51", ())
    assert make_settlement(city, {}).name == "Málaga"


@pytest.mark.parametrize(
    ("name", "written"),
    [("abw kmal", False), ("SDF", False), ("Kobe", True), ("LUHANSK", True), ("حلب", True)],
)
def test_transcriptions_and_airports_are_no_names(name: str, written: bool) -> None:
    assert is_written(name) is written


def test_districts_lie_in_known_divisions() -> None:
    districts = load_districts()
    codes = {code for region in REGIONS for code in region.codes}
    assert len(districts) > 3000
    assert {district.code for district in districts} <= codes


def test_a_district_is_said_to_lie_in_its_division() -> None:
    first = load_districts()[0].place({"US.AL": "Alabama"})
    assert (first.kind, first.country, first.admin1) == (PlaceKind.DISTRICT, "US", "Alabama")
    assert first.radius_km == 22


def test_a_large_division_is_pinned_where_gazetteers_have_its_label() -> None:
    queensland = next(region for region in REGIONS if region.name == "Queensland")
    assert (queensland.latitude, queensland.longitude) == (-20.0, 145.0)
    assert "QLD" in queensland.aliases


def test_an_alias_that_is_another_divisions_name_is_left_out() -> None:
    by_country = {(region.country, region.name) for region in REGIONS}
    stray = [r.name for r in REGIONS if any((r.country, a) in by_country for a in r.aliases)]
    assert stray == []


def test_as_many_live_in_a_division_as_in_its_towns() -> None:
    towns = [City(n, "X", 0.0, 0.0, "SY", 10 * n, "11", ()) for n in (1, 2)]
    assert count_people(towns) == {"SY.11": 30}


def test_ayn_and_hamza_are_not_printed() -> None:
    assert romanise("‘Afrīn") == "Afrin"


def test_an_atlas_yields_as_many_places_as_it_says() -> None:
    city = City(1, "Homs", 34.7, 36.7, "SY", 0, "11", ())
    atlas = Atlas((city,), REGIONS[:2], load_countries()[:3], SUPPLEMENT[:4])
    places = list(atlas)
    assert len(places) == len(atlas) == 10
    assert places[-1].kind is PlaceKind.SETTLEMENT
    assert places[-1].population is None


def test_the_digest_is_the_same_for_the_same_data() -> None:
    assert atlas_digest() == atlas_digest()
    assert len(atlas_digest()) == 16


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (load_regions, '{"id": 1}\n'),
        (load_supplement, "[[place]]\nname = 'X'\n"),
        (load_supplement, "not toml"),
        (load_districts, "01001\tAutauga County\tUS.AL\tnorth\t-86.64\t22\n"),
        (load_districts, "01001\tAutauga County\n"),
    ],
)
def test_a_broken_file_is_named(load: object, text: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.file"
    broken.write_text(text)
    assert callable(load)
    with pytest.raises(ResourceError, match=r"broken\.file"):
        load(broken)
