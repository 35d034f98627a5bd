"""Each row becomes the event that its coder saw."""

from datetime import UTC, datetime

import pytest

from dateline.sources.coded.records import Figure, Named, Piece
from dateline.types import DatePrecision, Inter, Status, TollKind, WherePrecision

from .conftest import UCDP, only, ucdp_row

OWN = "id,date,date_end,kind,actor,target,place,country,latitude,longitude,killed,notes"


def test_a_row_of_acled(acled) -> None:
    event = only(
        acled(
            "SYR1,17 May 2024,1,Battles,Armed clash,Military Forces of Syria (2000-2024),"
            "NDF; Police (Syria),State forces,Islamic State (Syria),2,Syria,Deir ez Zor,Hajin,"
            '34.69,40.83,2,"The army, and IS.",9,1716300000'
        )
    )
    assert event.address == "ACLED#SYR1"
    assert (event.kind, event.status) == ("clash", Status.OCCURRED)
    assert event.notes == "notes"
    assert event.published.at == datetime(2024, 5, 21, 14, tzinfo=UTC)
    assert event.actors == (
        Named(Piece("actor1", "Military Forces of Syria (2000-2024)"), Inter.STATE_FORCES),
        Named(Piece("assoc_actor_1", "NDF")),
        Named(Piece("assoc_actor_1", "Police (Syria)", 5)),
    )
    assert event.targets == (Named(Piece("actor2", "Islamic State (Syria)"), Inter.REBEL_GROUP),)
    assert event.figures == (Figure(TollKind.KILLED, (Piece("fatalities", "9"),), 9, 9),)
    assert event.location.precision is WherePrecision.NEAR
    assert (event.location.name, event.location.admin1) == ("Hajin", "Deir ez Zor")


def test_a_sub_event_that_is_blank_leaves_the_event_type(acled) -> None:
    event = only(acled("SYR1,17 May 2024,1,Riots,,,,,,,,,,,,,,,"))
    assert event.kind == "riot"
    assert event.kind_piece.column == "event_type"
    assert (event.actors, event.place, event.location, event.figures) == ((), None, None, ())


def test_a_row_of_ucdp(table) -> None:
    event = only(table(",".join(UCDP), ucdp_row()))
    assert (event.address, event.kind) == ("UCDP#500001", "clash")
    assert event.published.at == datetime(2024, 5, 19, tzinfo=UTC)
    assert (str(event.when.earliest), str(event.when.latest)) == ("2024-05-17", "2024-05-19")
    assert event.when.precision is DatePrecision.FEW_DAYS
    assert event.location.precision is WherePrecision.NEAR
    told = [
        (figure.low, figure.high, figure.whose and figure.whose.words) for figure in event.figures
    ]
    assert told == [
        (9, 9, None),
        (7, 12, None),
        (2, 2, "Government of Syria"),
        (6, 6, "IS"),
        (1, 1, "civilians"),
    ]


def test_ucdp_without_a_header_is_read_too(table) -> None:
    opened = table(ucdp_row())
    assert (opened.shape.name, opened.rows) == ("ucdp", 1)
    assert only(opened).number == 1


def test_a_row_of_ones_own(table) -> None:
    event = only(
        table(OWN, '7,2024-05-17,2024-05-18,clash,army ; rebels,,Hajin,Syria,"34,69",40.83,9-12,')
    )
    assert event.address == "coded.csv#7"
    assert event.notes is None
    assert [named.piece for named in event.actors] == [
        Piece("actor", "army"),
        Piece("actor", "rebels", 7),
    ]
    assert event.when.precision is DatePrecision.FEW_DAYS
    assert event.location.latitude == 34.69
    assert event.country == "Syria"
    assert [(figure.low, figure.high) for figure in event.figures] == [(9, 12)]


def test_dateline_s_own_export_is_read(table) -> None:
    event = only(
        table(
            "event_id,kind,status,date_start,date_end,date_prec,actors,targets,places,location,"
            "country,latitude,longitude,where_prec,radius_km,killed_low,killed_best,killed_high,"
            "wounded_low,first_reported,quote",
            "0a1b,shelling,ongoing,2024-05-01,2024-05-31,4,army; rebels,,Hajin,Hajin,SY,34.69,40.8,"
            "3,12.5,7,9,,4,2024-05-20T10:00:00Z,Shells fell.",
        )
    )
    assert event.status is Status.ONGOING
    assert event.when.precision is DatePrecision.MONTH
    assert (event.location.precision, event.location.radius_km) == (WherePrecision.DISTRICT, 12.5)
    told = [(figure.kind.value, figure.low, figure.high) for figure in event.figures]
    assert told == [("killed", 9, 9), ("killed", 7, 9), ("wounded", 4, None)]
    assert event.notes == "quote"
    assert event.published.at == datetime(2024, 5, 20, 10, tzinfo=UTC)


def test_what_is_not_given_is_unknown(table) -> None:
    event = only(table("date,kind,country,latitude,longitude", ",clash,,1.5,2.5"))
    assert event.when is None
    assert event.location.name == "1.5, 2.5"
    assert event.place == Piece("latitude", "1.5")
    assert event.address == "coded.csv#row 2"
    assert event.published is None


@pytest.mark.parametrize("words", ["Rebel group", "rebel groups", "2"])
def test_sorts_of_actors_are_read_as_words_or_numbers(table, words: str) -> None:
    event = only(table("date,kind,actor,actor_inter", f"2024,clash,Red Front,{words}"))
    assert event.actors[0].inter is Inter.REBEL_GROUP


def test_nobody_is_sort_nought(table) -> None:
    event = only(table("date,kind,actor,actor_inter", "2024,clash,Red Front,0"))
    assert event.actors[0].inter is None
