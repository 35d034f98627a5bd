"""The register of actors can be looked at, and one's own can be checked and used."""

import json
from pathlib import Path

import pytest

MINE = """\
[[actor]]
id = "green-banner"
name = "Green Banner Brigade"
aliases = ["GBB", "Wagner"]
inter = 2
sector = "REB"
country = "UG"
since = 2019-03-01
conflicts = ["imagined-war"]

[[alias]]
names = ["Banner Radio"]
because = "its radio"
actor = "green-banner"
"""


@pytest.fixture
def mine(here: Path) -> Path:
    path = here / "mine.toml"
    path.write_text(MINE)
    return path


# ---- find ----


def test_a_media_organ_is_found_as_the_group_it_speaks_for(run) -> None:
    lines = run("actors", "find", "Amaq").stdout.splitlines()
    assert lines[0] == "islamic-state  Islamic State"
    assert any("because" in line and "Amaq" in line for line in lines)


def test_an_office_is_found_by_country_without_a_name(run) -> None:
    result = run("actors", "find", "the Zambian defence minister", "--on", "2021-05-01")
    assert result.stdout.startswith("zambia-government  Zambian government\n")
    assert "Government of Zambia" in result.stdout


def test_the_country_and_the_day_decide_between_two(run) -> None:
    early = run("actors", "find", "RSF", "--country", "Sudan", "--on", "2018-05-01")
    late = run("actors", "find", "RSF", "--country", "SD", "--on", "2024-05-01")
    assert early.stdout.startswith("rapid-support-forces-2013 ")
    assert late.stdout.startswith("rapid-support-forces ")


def test_what_stays_open_says_so(run) -> None:
    assert run("actors", "find", "SSDF").stdout.startswith("undecided: no reading of the name")


def test_a_group_that_is_not_registered_says_so(run) -> None:
    text = run("actors", "find", "masked villagers").stdout
    assert "not in it: named as the text does, its kind guessed" in text
    assert "ACLED 7 (civilians)" in text


def test_words_of_a_name_list_those_that_have_them(run) -> None:
    result = run("actors", "find", "azawad nation", "--json")
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    assert ids == ["mnla"]
    assert "nobody goes by" in result.stderr


def test_nobody_of_that_name_is_one_line_with_what_is_near(run) -> None:
    result = run("actors", "find", "Hexbollan")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "did you mean 'Hezbollah'" in result.stderr


def test_candidates_are_records_for_programs(run) -> None:
    first, second = run("actors", "find", "RSF", "--json").stdout.splitlines()
    assert json.loads(first)["chosen"] is True
    assert json.loads(first)["actor"]["id"] == "rapid-support-forces"
    assert json.loads(second)["chosen"] is False


# ---- list ----


def test_the_list_is_narrowed_by_country_day_kind_and_conflict(run) -> None:
    whole = run("actors", "list")
    assert len(whole.stdout.splitlines()) > 1300
    narrow = run(
        *("actors", "list", "--country", "Mali", "--on", "2013-02-01", "--inter", "2"),
        *("--conflict", "mali-conflict"),
    )
    ids = [line.split()[0] for line in narrow.stdout.splitlines()[1:]]
    assert {"mnla", "ansar-dine", "mujao"} <= set(ids)
    assert "azawad-liberation-front" not in ids  # founded later
    assert narrow.stderr == f"{len(ids)} actors\n"


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [
        ("--country", "Narnia", "write a code like SY"),
        ("--conflict", "mali", "did you mean mali-conflict, "),
        ("--conflict", "qqq", "see docs/reference/actors.md"),
    ],
)
def test_a_country_or_conflict_that_is_none_is_refused(run, option, value, remedy) -> None:
    result = run("actors", "list", option, value)
    assert result.exit_code == 2
    assert f"{option} {value!r} is not known" in result.stderr
    assert remedy in result.stderr


# ---- a register of one's own ----


def test_a_register_of_ones_own_is_used(run, mine: Path) -> None:
    found = run("actors", "find", "Banner Radio", "--register", "mine.toml")
    assert found.stdout.startswith("green-banner  Green Banner Brigade\n")
    listed = run("actors", "list", "--conflict", "imagined-war", "--register", "mine.toml")
    assert listed.stdout.splitlines()[1].startswith("green-banner")


def test_the_project_can_name_it_once_for_all(run, here: Path, mine: Path) -> None:
    (here / "dateline.toml").write_text('registers = ["mine.toml"]\n')
    assert run("actors", "find", "GBB").stdout.startswith("green-banner ")
    assert run("actors", "check", "mine.toml").exit_code == 0


def test_a_sound_register_passes_and_tells_which_names_it_takes(run, mine: Path) -> None:
    mine.write_text(MINE.replace('country = "UG"', 'country = "ML"'))
    result = run("actors", "check", "mine.toml")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "note: 'Wagner' no longer means wagner-group" in result.stderr
    assert "mine.toml: 1 actor, 1 further name, 0 problems" in result.stderr


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("inter = 2", "inter = 9"), "green-banner: inter: Invalid enum value 9 (there are: 1, 2"),
        (('"REB"', '"XYZ"'), "green-banner: there is no sector XYZ (there are: AGR"),
        (('"UG"', '"UZZ"'), "green-banner: 'UZZ' is no ISO 3166-1 alpha-2 code"),
        (('"UG"', '"QQ"'), "green-banner: there is no country QQ"),
        (("aliases", "alias"), "there is no field 'alias'; did you mean 'aliases'?"),
        (("[[alias]]", "[[names]]"), "there is no table [[names]] in a register"),
        (('actor = "green', 'actor = "gren'), "alias Banner Radio: there is no actor gren-banner"),
        (('name = "Green Banner Brigade"', ""), "green-banner: Object missing required field"),
        (("since = 2019-03-01", "since = 2019-13-01"), "mine.toml: "),
    ],
)
def test_each_thing_that_is_wrong_is_one_line(run, mine: Path, change, said: str) -> None:
    mine.write_text(MINE.replace(*change))
    result = run("actors", "check", "mine.toml")
    assert result.exit_code == 1
    assert any(line.startswith("mine.toml: ") and said in line for line in
               result.stdout.splitlines()), result.stdout  # fmt: skip
    assert "problem" in result.stderr


def test_a_file_that_is_not_there_is_one_line(run, here: Path) -> None:
    result = run("actors", "check", "gone.toml")
    assert result.exit_code == 1
    assert result.stdout == "gone.toml: cannot be read: No such file or directory\n"


def test_a_broken_register_stops_what_would_use_it(run, mine: Path) -> None:
    mine.write_text(MINE.replace("inter = 2", "inter = 9"))
    result = run("actors", "find", "GBB", "--register", "mine.toml")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: mine.toml: green-banner: inter:")


def test_reports_are_read_with_it(run, here: Path, mine: Path) -> None:
    (here / "in.txt").write_text("KAMPALA, Uganda - GBB shelled the town of Gulu on Friday.\n")
    said = ("in.txt", "--published", "2022-05-08", "--register", "mine.toml")
    assert run("read", *said).exit_code == 0
    assert "Green Banner Brigade" in run("events").stdout
