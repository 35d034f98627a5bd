"""Saying how far two codings agree."""

import json
from pathlib import Path

import pytest

ANNA = """id,date,kind,actor,target,place,country,lat,lon,killed
1,2024-05-17,clash,Syrian army,Islamic State,Hajin,Syria,34.69,40.83,9
2,2024-05-18,airstrike,Russia,civilians,Idlib,Syria,35.93,36.63,2-4
3,2024-05-21,shelling,,,Aleppo,Syria,36.2,37.16,
4,soon,shelling,,,Aleppo,Syria,36.2,37.16,
"""
BEN = """id,date,kind,actor,target,place,country,lat,lon,killed
a,2024-05-17,clash,Islamic State,the Syrian army,Hajin,Syria,34.70,40.82,10
b,2024-05-19,shelling,Russian forces,civilians,near Idlib,Syria,35.95,36.65,3
"""


@pytest.fixture(autouse=True)
def tables(here: Path) -> None:
    (here / "anna.csv").write_text(ANNA)
    (here / "ben.csv").write_text(BEN)


def test_two_tables_are_compared_field_by_field(run) -> None:
    result = run("compare", "anna.csv", "ben.csv")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "mine    anna.csv: 3 events",
        "theirs  ben.csv: 2 events",
        "both have 2, only mine 1, only theirs 0",
        "precision 66.7, recall 100.0, F1 80.0",
    ]
    assert "kind             2         1      50.0   kappa 0.33     0          0" in lines
    assert lines[-1] == "the middle pair lies 0.5 days and 2.2 km apart"
    assert "anna.csv#4: row 5, column date: 'soon' is not a date" in result.stderr


def test_the_pairs_can_be_seen_with_what_differs(run) -> None:
    shown = run("compare", "anna.csv", "ben.csv", "--rows").stdout
    assert (
        "1 = a  clash, 2024-05-17, Hajin, Syrian Army – Islamic State\n    killed: 9 | 10" in shown
    )
    assert "2 = b  airstrike" in shown
    assert "    kind: airstrike | shelling" in shown
    assert "only mine  3  shelling, 2024-05-21, Aleppo" in shown
    assert "only theirs  " not in shown
    assert "only theirs  3" in run("compare", "ben.csv", "anna.csv", "--rows").stdout


def test_the_figures_can_be_had_as_json(run) -> None:
    report = json.loads(run("compare", "anna.csv", "ben.csv", "--json").stdout)
    assert report["detection"]["both"] == 2
    assert report["left_out"] == 1
    full = json.loads(run("compare", "anna.csv", "ben.csv", "--json", "--rows").stdout)
    assert full["report"] == report
    assert [pair["mine"] for pair in full["pairs"]] == ["1", "2"]
    assert (full["only_mine"], full["only_theirs"]) == (["3"], [])


def test_how_far_apart_and_which_days_is_the_users_to_say(run) -> None:
    assert "both have 1" in run("compare", "anna.csv", "ben.csv", "--days", "0").stdout
    shown = run("compare", "anna.csv", "ben.csv", "--since", "2024-05-19", "--until", "2024-05-30")
    assert "both have 0, only mine 1, only theirs 1\nprecision 0.0" in shown.stdout


def test_nothing_in_common_leaves_the_measures_out(run, here: Path) -> None:
    shown = run("compare", "anna.csv", "ben.csv", "--since", "2030-01-01").stdout
    assert "precision -, recall -, F1 -" in shown
    assert "apart" not in shown


def test_what_was_read_is_compared_with_a_coder_in_the_store(run, stored: Path) -> None:
    (stored / "hand.csv").write_text(
        "date,kind,actor,target,place,country\n"
        "2024-05-14,shelling,rebels,civilians,El Obeid,Sudan\n"
    )
    run("import", "events", "hand.csv", "--coder", "anna")
    shown = run("compare", ".", "anna", "--rows")
    assert shown.exit_code == 0, shown.stderr
    assert "theirs  anna: 1 event" in shown.stdout
    assert "both have 1" in shown.stdout
    assert run("reread").exit_code == 0
    assert run("compare", ".", "anna", "--rows").stdout == shown.stdout


def test_a_side_that_is_not_there_is_refused(run, here: Path) -> None:
    result = run("compare", "anna.csv", "nobody", "--store", "nothing.db")
    assert result.exit_code != 0
    assert len(result.stderr.splitlines()) <= 2
