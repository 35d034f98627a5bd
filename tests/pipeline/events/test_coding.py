"""A hand-coded row becomes a document and a claim of its coder, every value with its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.pipeline.events.coding import Coding, find_names, make_coding, make_locate
from dateline.sources.coded import CodedEvent, Description, find_events, open_table
from dateline.types import (
    Actor,
    Confidence,
    Document,
    Inter,
    Location,
    Qualifier,
    Reading,
    Resolution,
    TollKind,
    WherePrecision,
)

Coded = tuple[Document, Reading]
Code = Callable[..., Coded]

CODEBOOK = load_codebook()
HEADER = (
    "id,date,date_end,kind,actor,actor_inter,target,target_inter,place,country,latitude,longitude,"
    "killed,killed_low,killed_high,killed_civilians,notes,published"
)


def open_rows(folder: Path, *rows: str, header: str = HEADER) -> tuple[Coding, list[CodedEvent]]:
    path = folder / "coded.csv"
    path.write_text("\n".join((header, *rows)))
    table = open_table(path, CODEBOOK, Description(coder="anna"))
    return make_coding(table), [e for e in find_events(table) if isinstance(e, CodedEvent)]


@pytest.fixture
def code(tmp_path: Path) -> Code:
    """What becomes of one row."""

    def make(row: str, header: str = HEADER) -> Coded:
        coding, (event,) = open_rows(tmp_path, row, header=header)
        return coding(event)

    return make


FIGHT = (
    "1,2024-05-17,2024-05-18,clash,Military Forces of Syria (2000-),1,IS: Islamic State (Syria),2,"
    "Hajin,Syria,34.69,40.83,9,7,12,1,The army fought at Hajin.,2024-05-20T10:00+03:00"
)


def test_the_document_is_the_row_by_its_coder(code: Code) -> None:
    document, reading = code(FIGHT)
    assert (document.address, document.source) == ("anna/coded.csv#1", "anna")
    assert document.text.startswith("The army fought at Hajin.\n\nid: 1\ndate: 2024-05-17\n")
    assert (str(document.published), document.zone) == ("2024-05-20 07:00:00+00:00", "+03:00")
    assert (reading.document, reading.coder) == (document.id, "anna")
    assert reading.digest.startswith("by hand: anna, own, ")


def test_every_value_has_its_words(code: Code) -> None:
    document, reading = code(FIGHT)
    (claim,) = reading.claims
    said = [
        mention.span.of(document.text)
        for mention in (*claim.actors, *claim.targets, *claim.places, *claim.times)
    ]
    assert said == [
        "Military Forces of Syria (2000-)",
        "IS: Islamic State (Syria)",
        "Hajin",
        "2024-05-17",
        "2024-05-18",
    ]
    assert claim.trigger.of(document.text) == "clash"
    assert claim.evidence.of(document.text) == document.text
    assert claim.confidence is Confidence.HIGH
    assert [reason.because for reason in claim.why] == ["coded by hand by anna"]
    assert claim.actors[0].because == "it stands in the column actor"


def test_figures_keep_their_bounds_and_their_side(code: Code) -> None:
    document, reading = code(FIGHT)
    tolls = reading.claims[0].tolls
    assert [
        (
            t.span.of(document.text),
            t.low,
            t.high,
            t.qualifier,
            t.whose and t.whose.span.of(document.text),
        )
        for t in tolls
    ] == [
        ("9", 9, 9, Qualifier.EXACT, None),
        ("7\nkilled_high: 12", 7, 12, Qualifier.ABOUT, None),
        ("1", 1, 1, Qualifier.EXACT, "civilians"),
    ]
    assert {toll.kind for toll in tolls} == {TollKind.KILLED}


@pytest.mark.parametrize(
    ("words", "qualifier"), [("10+", Qualifier.AT_LEAST), ("0-9", Qualifier.AT_MOST)]
)
def test_open_figures_say_so(code: Code, words: str, qualifier: Qualifier) -> None:
    _, reading = code(f"2024,clash,{words}", header="date,kind,killed")
    assert reading.claims[0].tolls[0].qualifier is qualifier


def chosen(reading: Reading) -> list[Actor | None]:
    return [resolution.chosen for resolution in reading.actors]


def test_the_register_says_who_is_meant_by_any_part_of_a_name(code: Code) -> None:
    army, group = chosen(code(FIGHT)[1])
    assert [actor and actor.id for actor in (army, group)] == ["syrian-arab-army", "islamic-state"]
    assert find_names("RSF: Rapid Support Forces (Sudan)") == (
        "RSF: Rapid Support Forces (Sudan)",
        "RSF: Rapid Support Forces",
        "Rapid Support Forces",
        "RSF",
    )
    assert find_names("Boko Haram - Lakeside") == ("Boko Haram - Lakeside", "Boko Haram")
    assert find_names("(unknown)") == ("(unknown)",)


@pytest.mark.parametrize(
    ("name", "inter", "called", "sort"),
    [
        ("Civilians (Syria)", 7, "Civilians", Inter.CIVILIANS),
        ("Zzyzx", 3, "Zzyzx", Inter.POLITICAL_MILITIA),
        ("Zzyzx fighters", 2, "Zzyzx fighters", Inter.REBEL_GROUP),
        ("gunmen", "", "gunmen", Inter.POLITICAL_MILITIA),
        ("Unidentified Military Forces (Syria)", 1, "Unidentified Military Forces", 1),
    ],
)
def test_a_group_that_nobody_listed_is_what_its_coder_says(
    code: Code, name: str, inter: int, called: str, sort: Inter
) -> None:
    _, reading = code(f"2024,clash,{name},{inter}", header="date,kind,actor,actor_inter")
    (actor,) = chosen(reading)
    assert actor
    assert (actor.name, actor.inter, actor.registered) == (called, sort, False)


@pytest.mark.parametrize("name", ["Zzyzx", "Unknown forces"])
def test_a_name_that_is_nothing_to_anybody_stays_a_name(code: Code, name: str) -> None:
    _, reading = code(f"2024,clash,{name},Syria", header="date,kind,actor,country")
    assert chosen(reading) == [None]
    assert reading.actors[0].name == name


def test_the_place_is_where_the_coder_says(code: Code) -> None:
    document, reading = code(FIGHT)
    (place,) = reading.places
    assert place.chosen == Location("Hajin", WherePrecision.EXACT, 34.69, 40.83, 2.0, "SY")
    assert place.because == "coded by hand by anna"
    assert [span.of(document.text) for span in place.spans] == ["Hajin"]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("SY", "SY"),
        ("Syria", "SY"),
        ("DR Congo (Zaire)", "CD"),
        ("Nowhere (Myanmar)", "MM"),
        ("ZZ", None),
        ("", None),
    ],
)
def test_countries_are_names_or_codes(code: Code, words: str, country: str | None) -> None:
    _, reading = code(f"2024,clash,Hajin,{words},1.5,2.5", header="date,kind,place,country,lat,lon")
    assert reading.places[0].chosen
    assert reading.places[0].chosen.country == country


def test_a_row_may_leave_all_but_kind_and_date_out(code: Code) -> None:
    _, reading = code(",clash", header="date,kind")
    (claim,) = reading.claims
    assert (claim.actors, claim.places, claim.times, claim.tolls) == ((), (), (), ())
    assert (reading.actors, reading.places, reading.times) == ((), (), ())


def test_a_place_without_coordinates_is_looked_up_in_its_country(tmp_path: Path) -> None:
    asked = []

    def locate(name: str, country: str | None) -> Resolution[Location]:
        asked.append((name, country))
        return Resolution(name)

    path = tmp_path / "coded.csv"
    path.write_text("date,kind,place,country\n2024,clash,Hajin,Syria\n")
    table = open_table(path, CODEBOOK, Description())
    (event,) = find_events(table)
    assert isinstance(event, CodedEvent)
    document, reading = make_coding(table, locate=locate)(event)
    assert asked == [("Hajin", "SY")]
    assert [span.of(document.text) for span in reading.places[0].spans] == ["Hajin"]
    assert make_coding(table)(event)[1].places == ()


def test_the_gazetteer_finds_a_place_in_its_country() -> None:
    locate = make_locate()
    found = locate("Tripoli", "LB").chosen
    assert found is not None
    assert found.country == "LB"
    assert locate("Tripoli", "SY").chosen is None
    assert locate("Zzyzx", None).chosen is None


def test_a_map_or_a_coder_of_its_own_is_another_reading(tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_text("date,kind\n2024,raid\n")
    digests = set()
    for kind, coder in (("offensive", "anna"), ("killing", "anna"), ("offensive", "ben")):
        said = Description(kinds={"raid": kind}, coder=coder)
        digests.add(make_coding(open_table(path, CODEBOOK, said)).digest)
    assert len(digests) == 3
