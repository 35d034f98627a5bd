"""Tables and lines of claims, events and failures."""

import json
from pathlib import Path

import pytest

from dateline.cli.tables import GAP


def test_every_claim_is_a_line_of_the_table(run, stored: Path) -> None:
    lines = run("claims").stdout.splitlines()
    assert lines[0].split() == "claim document kind status actors targets passage".split()
    assert any("shelling" in line and "El Obeid" in line for line in lines)
    assert len(lines) - 1 == len(run("claims", "--json").stdout.splitlines())


def test_every_value_of_a_claim_stands_beside_its_exact_words(run, stored: Path) -> None:
    texts = {path.name: path.read_text() for path in (stored / "news").iterdir()}
    quotes = 0

    def check(value: object, text: str) -> None:
        nonlocal quotes
        if isinstance(value, dict):
            if {"text", "start", "end"} <= set(value):
                assert text[value["start"] : value["end"]] == value["text"]
                quotes += 1
            for part in value.values():
                check(part, text)
        elif isinstance(value, list):
            for part in value:
                check(part, text)

    for line in run("claims", "--json").stdout.splitlines():
        claim = json.loads(line)
        check(claim, texts[claim["address"]])
    assert quotes > 10


def test_a_filler_tells_what_it_was_resolved_to(run, stored: Path) -> None:
    lines = run("claims", "--kind", "shelling", "--status", "occurred", "--json").stdout
    claim = json.loads(lines.splitlines()[0])
    assert claim["places"][0]["where_prec"]
    assert claim["tolls"][0]["low"] == 9
    assert claim["speakers"][0]["speaker"]["text"] == "the army"
    assert {"name", "id", "because", "confidence"} <= set(claim["actors"][0])


def test_claims_can_be_chosen_by_document_kind_and_status(run, stored: Path) -> None:
    planned = run("claims", "--status", "planned").stdout.splitlines()[1:]
    assert planned
    assert all(" planned" in line for line in planned)
    document = planned[0].split()[1]
    chosen = run("claims", "--document", document).stdout.splitlines()[1:]
    assert {line.split()[1] for line in chosen} == {document}


def test_an_unknown_kind_is_refused(run, stored: Path) -> None:
    for command in ("claims", "events"):
        result = run(command, "--kind", "shellings")
        assert result.exit_code == 2
        assert "did you mean shelling" in result.stderr


def test_nothing_that_fits_is_said(run, stored: Path) -> None:
    assert run("claims", "--kind", "chemical-attack").stderr == "no claims fit\n"
    assert run("events", "--country", "ZZ").stderr == "no events fit\n"


def test_every_status_is_in_the_table_of_events(run, stored: Path) -> None:
    text = run("events").stdout
    assert "occurred" in text
    assert "planned" in text
    assert "failed" in text
    assert [line.split()[2] for line in run("events", "--status", "planned").stdout.splitlines()]


def test_events_can_be_chosen_by_country_and_day(run, stored: Path) -> None:
    for line in run("events", "--country", "sd", "--json").stdout.splitlines():
        assert json.loads(line)["event"]["location"]["country"] == "SD"
    since = run("events", "--since", "2024-05-14", "--until", "2024-05-14", "--json").stdout
    assert all("2024" in line for line in since.splitlines())


def test_a_bad_day_is_refused(run, stored: Path) -> None:
    result = run("events", "--since", "May")
    assert result.exit_code == 2
    assert result.stderr == "Error: --since 'May' is not a day: write it like 2018-09-01\n"


def test_events_are_listed_in_pages_that_say_how_to_go_on(run, stored: Path) -> None:
    every = run("events").stdout.splitlines()[1:]
    assert len(every) > 3
    seen: list[str] = []
    more = run("events", "--limit", "2")
    while "go on with --after" in more.stderr:
        assert f"{len(every)} events in all" in more.stderr
        seen += more.stdout.splitlines()[1:]
        more = run("events", "--limit", "2", "--after", more.stderr.split()[-1])
    seen += more.stdout.splitlines()[1:]
    assert [line.split()[0] for line in seen] == [line.split()[0] for line in every]


def test_nothing_comes_after_the_last_event(run, stored: Path) -> None:
    last = run("events").stdout.splitlines()[-1].split()[0]
    assert run("events", "--after", last).stdout == ""
    assert "in all" not in run("events", "--limit", "1000").stderr


def test_lines_of_events_are_those_of_the_export(run, stored: Path) -> None:
    assert run("events", "--json").stdout == run("export", "jsonl", "--all").stdout != ""


def test_a_pipe_gets_one_line_an_event_without_colour_or_boxes(run, stored: Path) -> None:
    text = run("events").stdout
    assert "\x1b" not in text
    assert not set(text) & set("│┃─━┏┓└┘|")
    assert all(len(line.split(GAP)[0]) in {5, 8} for line in text.splitlines())


def test_an_id_of_the_table_is_understood_by_every_command(run, stored: Path) -> None:
    for command in ("claims", "events"):
        id = run(command).stdout.splitlines()[1].split()[0]
        assert id in run("show", id).stdout
        assert run("why", id).exit_code == 0


def test_a_store_without_documents_says_what_to_do(run, here: Path) -> None:
    run("read", "nothing.txt")
    for command in ("claims", "events"):
        assert "run `dateline read PATH`" in run(command).stderr


@pytest.mark.parametrize("command", ["claims", "events", "failures", "doctor", "export csv"])
def test_a_store_that_is_not_there_is_refused_and_not_made(run, here: Path, command: str) -> None:
    result = run(*command.split(), "--store", "none.db")
    assert result.exit_code == 1
    assert "none.db does not exist" in result.stderr
    assert not (here / "none.db").exists()
