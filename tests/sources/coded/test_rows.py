"""Each row becomes the event that its coder saw, or a failure that names row and column."""

from datetime import UTC, datetime

import pytest

from dateline.sources.coded import CodedEvent, find_events
from dateline.sources.coded.rows import Figure, Named, Piece
from dateline.sources.coded.shapes import load_shapes
from dateline.tables import LONGEST_CELL
from dateline.types import DatePrecision, Failure, Inter, Status, TollKind, WherePrecision

OWN = "id,date,date_end,kind,actor,target,place,country,latitude,longitude,killed,notes"
UCDP = load_shapes()["ucdp"].header


def only(table) -> CodedEvent:
    (event,) = find_events(table)
    assert isinstance(event, CodedEvent), event
    return event


def problem(table) -> str:
    (failure,) = find_events(table)
    assert isinstance(failure, Failure), failure
    assert failure.step == "extract"
    return failure.problem


def ucdp_row(**said: object) -> str:
    told = {
        "id": 500001,
        "type_of_violence": 1,
        "side_a": "Government of Syria",
        "side_b": "IS",
        "source_date": "2024-05-19;2024-05-20",
        "where_prec": 2,
        "where_coordinates": "Hajin town",
        "adm_1": "Dayr az Zawr",
        "latitude": 34.69,
        "longitude": 40.83,
        "country": "Syria",
        "date_prec": 2,
        "date_start": "2024-05-17 00:00:00.000",
        "date_end": "2024-05-19 00:00:00.000",
        "deaths_a": 2,
        "deaths_b": 6,
        "deaths_civilians": 1,
        "best": 9,
        "high": 12,
        "low": 7,
        **said,
    }
    return ",".join(str(told.get(column, "")) for column in UCDP)


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


def test_noughts_by_side_say_nothing_and_the_total_does(table) -> None:
    row = ucdp_row(deaths_a=0, deaths_b=0, deaths_civilians=0, best=0, low=0, high=0)
    (figure,) = only(table(",".join(UCDP), row)).figures
    assert (figure.low, figure.high, figure.whose) == (0, 0, None)


def test_a_side_without_a_name_is_nobodys(table) -> None:
    event = only(table(",".join(UCDP), ucdp_row(side_a="", side_b="")))
    assert [figure.whose for figure in event.figures[2:4]] == [None, None]


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
            "wounded_low,quote",
            "0a1b,shelling,ongoing,2024-05-01,2024-05-31,4,army; rebels,,Hajin,Hajin,SY,34.69,40.8,"
            "3,12.5,7,9,,4,Shells fell.",
        )
    )
    assert event.status is Status.ONGOING
    assert event.when.precision is DatePrecision.MONTH
    assert (event.location.precision, event.location.radius_km) == (WherePrecision.DISTRICT, 12.5)
    told = [(figure.kind.value, figure.low, figure.high) for figure in event.figures]
    assert told == [("killed", 9, 9), ("killed", 7, 9), ("wounded", 4, None)]
    assert event.notes == "quote"


def test_a_highest_figure_alone_has_no_lowest(table) -> None:
    event = only(table("date,kind,killed_high", "2024,clash,9"))
    assert [(figure.low, figure.high) for figure in event.figures] == [(0, 9)]


def test_what_is_not_given_is_unknown(table) -> None:
    event = only(table("date,kind,country,latitude,longitude", ",clash,,1.5,2.5"))
    assert event.when is None
    assert event.location.name == "1.5, 2.5"
    assert event.place == Piece("latitude", "1.5")
    assert event.address == "coded.csv#row 2"
    assert event.published is None


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("2024-05-17T10:00+03:00", datetime(2024, 5, 17, 7, tzinfo=UTC)),
        ("17/05/2024", datetime(2024, 5, 17, tzinfo=UTC)),
        ("--05-17", None),
    ],
)
def test_the_time_of_publication_is_read(table, words: str, at: datetime) -> None:
    published = only(table("date,kind,published", f"2024,clash,{words}")).published
    assert (published.at if published else None) == at


@pytest.mark.parametrize("words", ["Rebel group", "rebel groups", "2"])
def test_sorts_of_actors_are_read_as_words_or_numbers(table, words: str) -> None:
    event = only(table("date,kind,actor,actor_inter", f"2024,clash,Red Front,{words}"))
    assert event.actors[0].inter is Inter.REBEL_GROUP


def test_nobody_is_sort_nought(table) -> None:
    event = only(table("date,kind,actor,actor_inter", "2024,clash,Red Front,0"))
    assert event.actors[0].inter is None


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("date,kind", "2024,", "row 2, column kind: is blank"),
        ("date,kind", "2024,xyzzy", "row 2, column kind: 'xyzzy' is no kind of the codebook"),
        ("date,kind,status", "2024,clash,done", "column status: 'done' is no status: occurred"),
        ("date,kind", "soon,clash", "column date: 'soon' is not a date: write it like 2018-09-01"),
        (
            "date,date_end,kind",
            "2024-05-17,2024-05-16,clash",
            "column date_end: '2024-05-16' is before '2024-05-17'",
        ),
        (
            "date,kind,date_prec",
            "2024,clash,9",
            "column date_prec: '9' is none of the codes",
        ),
        ("date,kind,lat,lon", "2024,clash,91,0", "column lat: '91' is beyond 90 degrees"),
        ("date,kind,lat,lon", "2024,clash,1,-181", "column lon: '-181' is beyond 180 degrees"),
        ("date,kind,lat,lon", "2024,clash,1,", "column lat: stands alone"),
        ("date,kind,lat,lon", "2024,clash,,1", "column lon: stands alone"),
        ("date,kind,lat,lon", "2024,clash,0,0.0", "column lat: 0, 0 lies in the Atlantic"),
        ("date,kind,lat,lon", "2024,clash,N33,E36", "column lat: 'N33' is not in degrees"),
        ("date,kind,killed", "2024,clash,some", "column killed: 'some' is not a number"),
        (
            "date,kind,killed,killed_high",
            "2024,clash,9,3",
            "column killed_high: 3 is below",
        ),
        (
            "date,kind,actor,actor_inter",
            "2024,clash,X,army",
            "column actor_inter: 'army' is no",
        ),
        ("date,kind", "2024,clash,more", "row 2 has 3 cells, and there are 2 columns"),
        ("date,kind,id", '2024,"clash\n2024,clash', "is a quotation mark left open?"),
        ("date,kind", f"2024,{'clash ' * 40}x", "'clash clash clash clash clash clash clash"),
    ],
)
def test_a_bad_row_is_a_failure_that_names_row_and_column(
    table, header: str, row: str, expected: str
) -> None:
    assert expected in problem(table(header, row))


def test_a_cell_in_a_failure_is_cut(table) -> None:
    assert len(problem(table("date,kind", f"2024,{'raid ' * 99_999}x"))) < 400


def test_an_id_that_stands_twice_is_a_failure_of_the_second(table) -> None:
    first, second = find_events(table("id,date,kind", "1,2024,clash", "1,2024,shelling"))
    assert isinstance(first, CodedEvent)
    assert second == Failure(
        "coded.csv#1", "extract", "row 3, column id: '1' is the id of row 2 already"
    )


def test_a_row_that_cannot_be_parsed_is_a_failure_and_the_rest_goes_on(table) -> None:
    long = "x" * (LONGEST_CELL + 1)
    failure, event = find_events(table("date,kind", f"2024,{long}", "2024,clash"))
    assert "row 2 cannot be read" in failure.problem
    assert event.kind == "clash"


def test_what_programs_write_for_unknown_is_blank(table) -> None:
    event = only(table("date,kind,killed,lat,lon,country,actor", "2024,clash,NA,nan,.,NA,-"))
    assert (event.figures, event.location, event.actors) == ((), None, ())
    assert event.country == "NA"
    assert [cell.column for cell in event.cells] == ["date", "kind", "country"]


@pytest.mark.parametrize(
    ("row", "said", "address"),
    [
        ("7,2024,clash", {}, "coded.csv#7"),
        (",2024,clash", {}, "coded.csv#row 2"),
        ("7,2024,clash", {"coder": "anna"}, "anna/coded.csv#7"),
        (",2024,clash", {"coder": "anna"}, "anna/coded.csv#row 2"),
    ],
)
def test_a_row_is_filed_under_its_coder_its_file_and_its_id(table, row, said, address) -> None:
    assert only(table("id,date,kind", row, **said)).address == address


def test_who_codes_with_a_data_sets_ids_keeps_them(table) -> None:
    assert only(table(ucdp_row(), coder="anna")).address == "anna#500001"


def test_ids_of_two_files_of_a_data_set_are_one_events(table) -> None:
    rows = [only(table(",".join(UCDP), ucdp_row(), name=name)) for name in ("may.csv", "june.csv")]
    assert {event.address for event in rows} == {"UCDP#500001"}
