"""One record, with the words behind it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dateline
from dateline.store import open_store
from dateline.types import Decision, Document, Verb


def first(run, *words: str) -> dict:
    return json.loads(run(*words).stdout.splitlines()[0])


def test_an_event_shows_its_values_and_the_marked_passages(run, stored: Path) -> None:
    event = first(run, "events", "--kind", "shelling", "--status", "occurred", "--json")["event"]
    text = run("show", event["id"][:6]).stdout
    assert text.startswith(f"event {event['id']}\n")
    assert "killed at least 9" in text
    assert "[shelling: shelled]" in text
    assert "[speaker: the army]" in text
    assert "where_prec" in text
    assert "told by 1 claim in 1 document" in text


def test_a_failed_event_says_how_it_ended(run, stored: Path) -> None:
    event = first(run, "events", "--status", "failed", "--json")["event"]
    assert "failed, repelled" in run("show", event["id"]).stdout


def test_sources_that_differ_stand_side_by_side(run, here: Path) -> None:
    for name, toll, speaker in (("a", "nine", "the army"), ("b", "twelve", "a doctor")):
        (here / f"{name}.txt").write_text(
            f"Rebels shelled the market of El Obeid on Tuesday, killing {toll} civilians, "
            f"{speaker} said."
        )
    run("read", "a.txt", "b.txt", "--published", "2024-05-15")
    lines = run("events").stdout.splitlines()
    assert len(lines) == 2
    text = run("show", lines[1].split()[0]).stdout
    assert "  killed 9 civilians: army\n" in text
    assert "  killed 12 civilians: doctor\n" in text
    assert "the figures of killed civilians differ: " in text
    assert "a.txt, 2024-05-15" in text
    assert "b.txt, 2024-05-15" in text
    assert "one event, because" in text


def test_a_claim_shows_what_each_name_could_be(run, stored: Path) -> None:
    claim = first(run, "claims", "--kind", "shelling", "--status", "occurred", "--json")
    text = run("show", claim["id"]).stdout
    assert "could be" in text
    assert "→" in text
    assert "subject of “shell”" in text


def test_a_document_shows_its_text_with_the_claims_marked(run, stored: Path) -> None:
    claim = first(run, "claims", "--kind", "shelling", "--status", "occurred", "--json")
    text = run("show", claim["document"]).stdout
    assert "Rebels [shelling: shelled] the market" in text
    assert "A minister had a heart attack." in text
    assert "published   2024-05-15" in text


@pytest.mark.parametrize(
    ("hour", "zone", "shown"),
    [
        (22, "+03:00", "published   2024-05-04 01:00 +03:00"),
        (22, None, "published   2024-05-03 22:00 (no zone told)"),
        (0, None, "published   2024-05-03\n"),
    ],
)
def test_a_document_shows_its_author_and_the_clock_it_was_published_by(
    run, here: Path, hour: int, zone: str | None, shown: str
) -> None:
    published = datetime(2024, 5, 3, hour, tzinfo=UTC)
    document = Document("a", "b", "Kosti.", published=published, author="Amal Idris", zone=zone)
    with open_store("dateline.db") as store:
        store.add_document(document)
    text = run("show", document.id).stdout
    assert shown in text
    assert "author      Amal Idris" in text


def test_a_reading_shows_what_was_resolved_and_passed_over(run, stored: Path) -> None:
    claim = first(run, "claims", "--kind", "shelling", "--status", "occurred", "--json")
    text = run("show", claim["reading"]).stdout
    assert "current     yes" in text
    assert "“El Obeid”" in text or "El Obeid" in text


def test_a_decision_shows_who_did_what(run, stored: Path) -> None:
    with open_store("dateline.db") as store:
        claim = next(store.claims())
        decision = Decision(
            Verb.CORRECT,
            "reviewer",
            datetime(2024, 5, 16, 9, tzinfo=UTC),
            claim.document,
            claim.trigger,
            "kind",
            "shelling",
            "explosion",
            "it was a mine",
        )
        store.add_decision(decision)
    text = run("show", decision.id).stdout
    assert "verb        correct" in text
    assert "kind: shelling → explosion" in text
    assert "it was a mine" in text


@pytest.mark.parametrize(
    ("id", "problem"),
    [("3f2a", "too short"), ("zzzzzz", "is not an id"), ("000000", "no record has an id")],
)
def test_an_id_that_names_nothing_is_refused(run, stored: Path, id: str, problem: str) -> None:
    result = run("show", id)
    assert result.exit_code == 2
    assert problem in result.stderr


def test_a_document_that_was_not_read_is_shown_all_the_same(run, here: Path) -> None:
    (here / "fr.txt").write_text(
        "Les rebelles ont attaqué la ville mardi, selon un porte-parole de l'armée du pays."
    )
    run("read", "fr.txt")
    with open_store("dateline.db") as store:
        id = next(store.documents()).id
    assert "dateline failures" in run("show", id).stdout
    assert "was not read" in run("why", id).stdout


SAMPLES = Path(dateline.__file__).parent / "data" / "samples" / "dispatches"


def test_three_dispatches_on_one_incident_are_one_event_with_every_version(run, here: Path) -> None:
    run("read", *sorted(SAMPLES.glob("sudan-market*")))
    (event,) = (
        line["event"]
        for line in map(
            json.loads, run("events", "--grade", "contested", "--json").stdout.splitlines()
        )
    )
    assert [(toll["kind"], toll["low"], toll["best"], toll["high"]) for toll in event["tolls"]] == [
        ("killed", 9, 17, 17),
        ("wounded", 21, 21, 24),
    ]
    assert len(event["documents"]) == 3
    lines = run("show", event["id"]).stdout.splitlines()
    assert "sources     3 independent sources of 3 reports" in lines
    assert "grade       contested: sources name different sides as those who did it" in lines
    assert (
        "  killed at least 12 civilians: doctor; left out: a later report says what it has risen to"
        in lines
    )
    told = lines.index("sources contradict each other")
    assert [line.partition(":")[0].strip() for line in lines[told + 1 : told + 5]] == [
        "who did it is disputed",
        "the figures of killed civilians differ",
        "the figures of wounded differ",
        "it is denied",
    ]
    assert "sources differ" in lines
    assert lines[told + 2].endswith(": 17 (health officials); 9 (Specimen Bulletin (invented))")


def test_reports_that_are_one_source_say_why(run, here: Path) -> None:
    for name in ("a", "b"):
        (here / f"{name}.txt").write_text(
            "Rebels shelled the market of El Obeid on Tuesday, killing nine civilians, a doctor of "
            "the hospital of the city said by telephone on the next day.\n"
        )
    run("read", "a.txt", "b.txt", "--published", "2024-05-15")
    event = run("events").stdout.splitlines()[1]
    assert " 1 of 2 " in event
    text = run("show", event.split()[0]).stdout
    assert "sources     1 independent source of 2 reports\n" in text
    assert "2 reports are one source" in text
    assert "copies of one text" in text
