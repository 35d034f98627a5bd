from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.resolution.gazetteer_files.formats import Format
from dateline.resolution.gazetteer_files.own_places import make_id
from dateline.types import BadRow, Place, PlaceKind, PlaceRow


def place(row: object) -> Place:
    assert isinstance(row, PlaceRow)
    return row.place


def test_a_table_with_name_and_point_is_enough(read) -> None:
    (row,) = read("name,latitude,longitude\nPost Eleven,35.61,36.56\n")
    found = place(row)
    assert (found.name, found.latitude, found.longitude) == ("Post Eleven", 35.61, 36.56)
    assert found.kind is PlaceKind.SETTLEMENT
    assert found.id == "own:post-eleven@35.61,36.56"


def test_a_point_tells_its_country_and_region(read) -> None:
    rows = read("name,lat,lon,country\nPost Eleven,35.61,36.56,\nPost Twelve,35.61,36.56,Turkey\n")
    assert (place(rows[0]).country, place(rows[0]).admin1) == ("SY", "Idlib")
    assert (place(rows[1]).country, place(rows[1]).admin1) == ("TR", None), "the table's word wins"


def test_a_point_at_sea_is_in_no_country(read) -> None:
    (row,) = read("name,lat,lon\nTanker Anchorage,0.1,0.1\n")
    assert (place(row).country, place(row).admin1) == (None, None)


def test_every_column_is_taken_in(read) -> None:
    (row,) = read(
        "Toponym;Lat;Lon;ISO3;Governorate;Type;Radius;Pop;Spellings;Code\n"
        "Field Nine;35,2;40,4;SYR;Deir ez-Zor;feature;2.5;40;F-9 | Haql Tisa;f9\n"
    )
    assert place(row) == Place(
        "own:f9", "Field Nine", PlaceKind.FEATURE, 35.2, 40.4, "SY", "Deir ez-Zor", 40, 2.5,
        ("F-9", "Haql Tisa"),
    )  # fmt: skip


def test_columns_may_be_named(read) -> None:
    (row,) = read(
        "label,north,east\nPost Eleven,35.61,36.56\n", wanted=Format.OWN,
        name="label", latitude="north", longitude="east",
    )  # fmt: skip
    assert place(row).name == "Post Eleven"


def test_a_column_that_is_not_there_is_named(read) -> None:
    with pytest.raises(UsageError, match="there is no column 'label' for name"):
        read("name,lat,lon\nPost Eleven,35.61,36.56\n", name="label")


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (",35,36,SY,,", "no name"),
        ("Post,,36,SY,,", "no latitude"),
        ("Post,north,36,SY,,", "could not convert"),
        ("Post,95,36,SY,,", "no point on earth"),
        ("Post,35,36,Atlantis,,", "no country is called 'Atlantis'"),
        ("Post,35,36,ZZ,,", "no country is called 'ZZ'"),
        ("Post,35,36,SY,castle,", "castle"),
        ("Post,35,36,SY,,inf", "no radius"),
        ("Post,35,36,SY,,-1", "no radius"),
    ],
)
def test_a_row_that_tells_no_place_is_named_with_its_problem(read, cells, problem: str) -> None:
    rows = read(f"name,lat,lon,country,kind,radius\nGood,35,36,SY,,\n{cells}\n")
    assert place(rows[0]).name == "Good"
    assert isinstance(rows[1], BadRow)
    assert problem in rows[1].problem


def test_short_rows_hashtags_and_empty_lines_do_no_harm(read) -> None:
    rows = read(
        "name,lat,lon,country,kind\n#loc,#lat,#lon,#iso,#type\n\nPost,35.61,36.56\nTwo,35,36,SY,area\n"
    )
    assert [place(row).name for row in rows] == ["Post", "Two"]
    assert place(rows[1]).kind is PlaceKind.AREA


def test_bytes_that_are_not_utf8_are_one_bad_row(read) -> None:
    rows = read(b"name,lat,lon\nPost \xff,35,36\nGood,35,36\n")
    assert isinstance(rows[0], BadRow)
    assert place(rows[1]).name == "Good"


def test_an_id_of_another_gazetteer_means_its_place() -> None:
    assert make_id("gn:170063", "Aleppo", (36.2, 37.2)) == "gn:170063"
    assert make_id("7", "Aleppo", (36.2, 37.2)) == "own:7"
    assert make_id("", "Tal Rif'at", (36.473, 37.1)) == "own:tal-rifat@36.47,37.10"


def test_two_places_of_one_name_stay_two(read) -> None:
    rows = read("name,lat,lon\nPost,35.61,36.56\nPost,35.61,36.96\n")
    assert len({place(row).id for row in rows}) == 2


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Village", PlaceKind.SETTLEMENT), ("camp", PlaceKind.FEATURE), ("river", PlaceKind.WATER)],
)
def test_everyday_words_are_kinds_too(read, word: str, kind: PlaceKind) -> None:
    (row,) = read(f"name,lat,lon,kind\nPost Eleven,35.61,36.56,{word}\n")
    assert place(row).kind is kind


def test_another_kind_is_named_with_those_there_are(read) -> None:
    (row,) = read("name,lat,lon,kind\nPost Eleven,35.61,36.56,castle\n")
    assert isinstance(row, BadRow)
    assert row.problem.startswith("no kind of place is called 'castle'; there are settlement, ")
