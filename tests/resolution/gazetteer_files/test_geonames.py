from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolution.gazetteer_files import geonames
from dateline.resolution.gazetteer_files.formats import recognise
from dateline.resolution.gazetteer_files.knowledge import Knowledge, load_knowledge
from dateline.types import BadRow, NamesRow, PlaceId, PlaceKind, PlaceRow


def line(**said: str) -> str:
    """One row of a dump: a village of Zaporizhzhia, but for what is said."""
    columns = {
        "geonameid": "900001", "name": "Mala Tokmachka", "asciiname": "Mala Tokmachka",
        "alternatenames": "Malaya Tokmachka,Мала Токмачка",
        "latitude": "47.53", "longitude": "35.89",
        "feature_class": "P", "feature_code": "PPL", "country": "UA", "cc2": "", "admin1": "26",
        "admin2": "2619", "admin3": "", "admin4": "", "population": "3000", "elevation": "",
        "dem": "",
        "timezone": "Europe/Kyiv", "modified": "2024-01-01",
    }  # fmt: skip
    return "\t".join((columns | said).values())


def place(row: object) -> PlaceRow:
    assert isinstance(row, PlaceRow)
    return row


def test_a_village_comes_with_its_region_district_people_and_names(read) -> None:
    (row,) = read(line())
    village = place(row).place
    assert (village.id, village.name, village.kind) == (
        "gn:900001", "Mala Tokmachka", PlaceKind.SETTLEMENT,
    )  # fmt: skip
    assert (village.country, village.admin1, village.population) == ("UA", "Zaporizhzhia", 3000)
    assert "Malaya Tokmachka" in village.aliases
    assert (place(row).admin2, place(row).feature) == ("Polohy Raion", "P.PPL")
    assert village.radius_km is not None
    assert village.radius_km >= 1


def test_names_in_other_letters_are_taken_in_only_where_asked_for() -> None:
    aliases = place(geonames.read_place(line(), load_knowledge())).place.aliases
    every = place(geonames.read_place(line(), load_knowledge(every_script=True))).place.aliases
    assert "Мала Токмачка" not in aliases
    assert "Мала Токмачка" in every


@pytest.mark.parametrize(
    ("feature", "kind"),
    [
        ("P.PPLQ", PlaceKind.SETTLEMENT), ("P.PPLW", PlaceKind.SETTLEMENT),
        ("A.ADM2", PlaceKind.DISTRICT),
        ("L.OILF", PlaceKind.FEATURE), ("S.AIRB", PlaceKind.FEATURE), ("H.LK", PlaceKind.WATER),
        ("L.RGN", PlaceKind.AREA),
    ],
)  # fmt: skip
def test_what_reports_tell_of_is_taken_in_as_its_kind(read, feature: str, kind: PlaceKind) -> None:
    (row,) = read(line(feature_class=feature[0], feature_code=feature[2:]))
    assert place(row).place.kind is kind


@pytest.mark.parametrize("feature", ["S.HTL", "S.SCH", "H.STM", "A.PCLI"])
def test_hotels_schools_streams_and_countries_are_left_out(read, feature: str) -> None:
    assert read(line(feature_class=feature[0], feature_code=feature[2:])) == [None]


def test_every_feature_but_countries_is_taken_in_where_asked_for() -> None:
    knowledge = load_knowledge(every_feature=True)
    hotel = geonames.read_place(line(feature_class="S", feature_code="HTL"), knowledge)
    stream = geonames.read_place(line(feature_class="H", feature_code="STM"), knowledge)
    assert place(hotel).place.kind is PlaceKind.FEATURE
    assert place(stream).place.kind is PlaceKind.WATER
    assert geonames.read_place(line(feature_class="A", feature_code="PCLI"), knowledge) is None


def test_a_region_that_is_packaged_gets_more_names_and_keeps_its_outline(
    read, knowledge: Knowledge
) -> None:
    (row,) = read(line(feature_class="A", feature_code="ADM1", name="Zaporizka Oblast"))
    assert isinstance(row, NamesRow)
    assert row.place == knowledge.regions["UA.26"]
    assert "Zaporizka Oblast" in row.names


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"latitude": "north"}, "no number where one is wanted"),
        ({"latitude": "91"}, "no point on earth"),
        ({"longitude": "nan"}, "no point on earth"),
        ({"name": " "}, "it has no name"),
        ({"name": "Mala \ufffd"}, "not UTF-8"),
        ({"population": "many"}, "no number"),
    ],
)
def test_a_row_that_tells_no_place_is_named_with_its_problem(read, said, problem: str) -> None:
    rows = read("\n".join((line(), line(**said))))
    assert isinstance(rows[1], BadRow)
    assert problem in rows[1].problem


def test_a_row_with_too_few_columns_is_named(read) -> None:
    rows = read(f"{line()}\n900002\thalf a row")
    assert rows[1] == BadRow("2 columns where GeoNames has 19")


def test_alternate_names_go_to_their_places(read) -> None:
    rows = read(
        "1\t900001\ten\tLittle Tokmachka\t\t\t\t\n"
        "2\t900001\tlink\thttps://example.org/wiki\t\t\t\t\n"
        "3\t900001\tuk\tМала Токмачка\t\t\t\t\n"
        "4\t900001\twkdt\tQ1\t\t\t\t\n"
        "5\twhere\ten\tName\t\t\t\t\n"
    )
    assert rows[0] == NamesRow(("Little Tokmachka",), PlaceId("gn:900001"))
    assert rows[1:4] == [None, None, None]
    assert isinstance(rows[4], BadRow)


def test_names_of_divisions_go_to_the_region_or_to_geonames_own(read, knowledge: Knowledge) -> None:
    rows = read("UA.26\tZaporizka\tZaporizka\t687699\nUA.26.2619\tPolohy\tPolohy\t900003\nUA\t1\n")
    assert rows[0] == NamesRow(("Zaporizka", "Zaporizka"), knowledge.regions["UA.26"])
    assert rows[1] == NamesRow(("Polohy", "Polohy"), PlaceId("gn:900003"))
    assert isinstance(rows[2], BadRow)


@given(
    cells=st.lists(
        st.text(st.characters(exclude_characters="\t\n\r", codec="utf-8"), max_size=12),
        min_size=19,
        max_size=19,
    ),
    feature=st.sampled_from(["P\tPPL", "A\tADM1", "H\tLK", "S\tHTL"]),
)
def test_no_row_however_odd_is_a_crash(cells: list[str], feature: str) -> None:
    cells[6:8] = feature.split("\t")
    row = geonames.read_place("\t".join(cells), load_knowledge_once())
    assert row is None or isinstance(row, PlaceRow | NamesRow | BadRow)


@given(st.integers(0, 12))
def test_reading_on_after_some_lines_gives_the_rest(done: int) -> None:
    rows = [line(geonameid=str(number)) for number in range(900_000, 900_010)]
    text = "\n".join(rows)
    everything = list(geonames.read_places(_file(text), load_knowledge_once(), done=0))
    assert (
        list(geonames.read_places(_file(text), load_knowledge_once(), done=done))
        == (everything[done:])
    )


def test_a_zipped_dump_is_read_past_its_readme(tmp_path: Path, knowledge: Knowledge) -> None:
    from zipfile import ZipFile

    path = tmp_path / "UA.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "words " * 1000)
        archive.writestr("UA.txt", line() + "\n")
    file = recognise(path)
    assert file.format == "geonames"
    assert [place(row).place.id for _, row in file.read(knowledge)] == ["gn:900001"]


_KNOWN: list[Knowledge] = []


def load_knowledge_once() -> Knowledge:
    if not _KNOWN:
        _KNOWN.append(load_knowledge())
    return _KNOWN[0]


def _file(text: str):
    import io

    return io.StringIO(text)
