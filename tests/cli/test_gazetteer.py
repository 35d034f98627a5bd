"""A gazetteer of one's own is built, looked into, and read with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.pipeline import gazetteer_building
from dateline.types import Place, PlaceId, PlaceKind

UA = (
    "900001\tMala Tokmachka\tMala Tokmachka\tMalaya Tokmachka\t47.53\t35.89\tP\tPPL\tUA\t\t26\t\t"
    "\t\t3000\t\t\tEurope/Kyiv\t2024-01-01\n"
)
MINE = "Toponym,lat,lon,country\nPost Eleven,47.6,35.9,UA\nbroken,north,1,UA\n"
KYIV = Place(PlaceId("gn:703448"), "Kyiv", PlaceKind.SETTLEMENT, 50.45, 30.52, "UA")


@pytest.fixture(autouse=True)
def files(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_GAZETTEER", raising=False)
    monkeypatch.setattr(gazetteer_building, "load_atlas", lambda: [KYIV])
    (here / "UA.txt").write_text(UA)
    (here / "mine.csv").write_text(MINE)


@pytest.fixture
def built(run, here: Path) -> Path:
    result = run("gazetteer", "build", "UA.txt", "mine.csv", "--output", "g.sqlite")
    assert result.exit_code == 0, result.stderr
    return here / "g.sqlite"


def test_building_says_what_each_file_brought_and_what_it_could_not_take(run) -> None:
    result = run("gazetteer", "build", "UA.txt", "mine.csv", "--output", "g.sqlite")
    assert result.stdout == "g.sqlite\n", "the path alone, for a pipe"
    for words in (
        "UA.txt: geonames, 1 row, 1 place, 0 failures",
        "mine.csv: own, 2 rows, 1 place, 1 failure",
        "  line 3: could not convert string to float: 'north'",
        "3 places, 4 names",
        "sorting names",
    ):
        assert words in result.stderr


def test_many_failures_are_counted_and_the_first_are_shown(run, here: Path) -> None:
    (here / "bad.csv").write_text("name,lat,lon\n" + "x,north,1\n" * 14)
    result = run("gazetteer", "build", "bad.csv", "--output", "g.sqlite")
    assert result.exit_code == 0
    assert "  and 4 more" in result.stderr


def test_in_a_project_it_is_built_where_the_project_looks_for_it(run, here: Path) -> None:
    (here / "dateline.toml").write_text('gazetteer = "data/places.sqlite"\n')
    assert run("gazetteer", "build", "UA.txt").exit_code == 0
    assert (here / "data/places.sqlite").is_file()
    assert "Mala Tokmachka" in run("gazetteer", "find", "Malaya Tokmachka").stdout


def test_finding_shows_the_step_the_source_and_the_region(run, built: Path) -> None:
    result = run("gazetteer", "find", "Malaya Tokmachka", "--gazetteer", built)
    assert result.exit_code == 0
    for words in (
        "Mala Tokmachka",
        "exact",
        "Zaporizhzhia",
        "P.PPL",
        "3,000",
        "UA.txt",
        "gn:900001",
    ):
        assert words in result.stdout
    alike = run("gazetteer", "find", "Malaja Tokmachka", "--gazetteer", built).stdout
    assert "transliterated" in alike


def test_a_place_is_found_as_json(run, built: Path) -> None:
    result = run("gazetteer", "find", "Post Eleven", "--gazetteer", built, "--json")
    (record,) = map(json.loads, result.stdout.splitlines())
    assert record["step"] == "exact"
    assert record["place"]["country"] == "UA"
    assert record["detail"]["source"] == "mine.csv"


def test_a_name_that_no_place_has_is_one_clear_line(run, built: Path) -> None:
    result = run("gazetteer", "find", "Atlantis", "--country", "ua", "--gazetteer", built)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "no place in UA is known as Atlantis\n"


def test_a_long_list_is_cut_and_says_so(run, here: Path) -> None:
    rows = "".join(f"Post,47.{number:02},35.{number:02}\n" for number in range(40))
    (here / "posts.csv").write_text(f"name,lat,lon\n{rows}")
    run("gazetteer", "build", "posts.csv", "--output", "g.sqlite")
    short = run("gazetteer", "find", "Post", "--gazetteer", "g.sqlite")
    assert "and 10 more: see --all" in short.stderr
    every = run("gazetteer", "find", "Post", "--gazetteer", "g.sqlite", "--all")
    assert len(every.stdout.splitlines()) == 41


def test_information_names_files_licences_and_numbers(run, built: Path) -> None:
    text = run("gazetteer", "info", "--gazetteer", built).stdout
    for words in (
        "3 places", "built 20", "UA.txt: geonames", "licence  CC BY 4.0", "GeoNames",
        "mine.csv: own, 2 rows, 1 place, 1 failure (your own, which win)",
        "settlement 3", "UA 3",
    ):  # fmt: skip
        assert words in text
    record = json.loads(run("gazetteer", "info", "--gazetteer", built, "--json").stdout)
    assert record["places"] == 3
    assert record["sources"][2]["own"] is True


def test_columns_of_ones_own_can_be_named(run, here: Path) -> None:
    (here / "odd.csv").write_text("label,north,east\nPost Twelve,47.6,35.9\n")
    columns = ("name=label", "latitude=north", "longitude=east")
    said = [word for column in columns for word in ("--column", column)]
    assert run("gazetteer", "build", "odd.csv", "--output", "g.sqlite", *said).exit_code == 0
    assert (
        "Post Twelve" in run("gazetteer", "find", "Post Twelve", "--gazetteer", "g.sqlite").stdout
    )


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("build", "none.txt"), "none.txt: there is no such file"),
        (("build", "letter.txt"), "letter.txt: neither GeoNames"),
        (("build", "mine.csv", "--column", "names=x"), "write NAME=COLUMN, NAME one of name"),
        (("build", "mine.csv", "--column", "name=label"), "there is no column 'label' for name"),
        (
            ("find", "Kyiv", "--gazetteer", "none.sqlite"),
            "build it with `dateline gazetteer build`",
        ),
        (("find", " "), "the name is empty; give the name of a place"),
        (("info", "--gazetteer", "letter.txt"), "it is no gazetteer index"),
        (("info", "--gazetteer", " "), "--gazetteer: the gazetteer has no name"),
    ],
)
def test_what_is_wrong_is_one_clear_line(run, here: Path, words, problem: str) -> None:
    (here / "letter.txt").write_text("Dear reader,\n")
    result = run("gazetteer", *words)
    assert result.exit_code in (1, 2)
    assert problem in result.stderr
    assert "Traceback" not in result.stderr


def test_an_interrupted_build_says_how_to_go_on(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(gazetteer_building, "fill", stop)
    result = run("gazetteer", "build", "UA.txt", "--output", "g.sqlite")
    assert result.exit_code == 130
    assert "stopped; the same command goes on from there" in result.stderr


def test_a_terminal_gets_one_line_that_changes(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from dateline.cli import gazetteer as commands

    monkeypatch.setattr(commands, "is_watched", lambda: True)
    with commands.Lines() as lines:
        lines.show("UA.txt", 20_000)
        lines.show("sorting names", 0)
    said = capsys.readouterr().err.replace("\x1b[K", "")
    assert said == "\rUA.txt: 20,000 lines\rsorting names\r"


def test_reports_are_read_with_it(run, here: Path, built: Path) -> None:
    (here / "news.txt").write_text("Russian forces shelled Post Eleven in Ukraine on Friday.\n")
    result = run("read", "news.txt", "--published", "2024-05-15", "--gazetteer", built)
    assert result.exit_code == 0, result.stderr
    (record,) = map(json.loads, run("claims", "--json").stdout.splitlines())
    assert "own:post-eleven" in json.dumps(record)
