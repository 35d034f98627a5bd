"""Why it was coded, or why it was not."""

import json
from pathlib import Path


def test_a_sentence_is_read_and_kept_nowhere(run, here: Path) -> None:
    text = run("why", "Rebels shelled the market of El Obeid on Tuesday.").stdout
    assert text.startswith("shelling, occurred")
    assert "“shelled” tells of" in text
    assert "there is no publication date" in text
    assert not list(here.iterdir())


def test_a_publication_day_resolves_the_time(run) -> None:
    sentence = "Rebels shelled the market of El Obeid on Tuesday."
    assert "2024-05-14" in run("why", sentence, "--published", "2024-05-15").stdout


def test_a_plan_stays_a_plan(run) -> None:
    text = run("why", "The army will attack the town on Friday.").stdout
    assert "planned" in text.splitlines()[0]


def test_a_figure_of_speech_is_named_with_its_reason(run) -> None:
    text = run("why", "He suffered a heart attack.").stdout
    assert text.startswith("not coded: “attack”")
    assert "figure of speech" in text


def test_a_sentence_without_a_trigger_says_so(run) -> None:
    assert "no word or phrase here is a trigger" in run("why", "It rained.").stdout


def test_a_stored_record_is_accounted_for(run, stored: Path) -> None:
    claim = json.loads(run("claims", "--kind", "shelling", "--json").stdout.splitlines()[0])
    for id in (claim["id"], claim["document"], claim["reading"]):
        assert "“shelled” tells of" in run("why", id).stdout
    event = json.loads(run("events", "--kind", "shelling", "--json").stdout.splitlines()[0])
    assert "“shelled” tells of" in run("why", event["event"]["id"]).stdout


def test_an_unknown_id_is_refused(run, stored: Path) -> None:
    assert run("why", "000000").exit_code == 2
