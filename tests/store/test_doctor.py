"""The doctor finds what was broken by hand, and says what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.store import Problem, schema
from dateline.types import Decision, Event, EventId, Original, Span, Verb


@pytest.fixture
def filled(store, document, read):
    """A store in good health, with a record of each kind."""
    store.add(document, read(document), original=Original(b"bytes", ".html", "a.html", "desk"))
    claim = read(document).claims[0]
    store.set_events(
        [Event(EventId("a" * 24), claim.kind, claim.status, False, (claim.id,), (document.id,))]
    )
    store.add_decision(
        Decision(Verb.ACCEPT, "r", datetime(2024, 3, 6, tzinfo=UTC), document.id, Span(0, 4))
    )
    return store


def break_by_hand(store, *statements: str) -> tuple[Problem, ...]:
    with store.database.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    return store.doctor()


def test_a_store_in_good_health_has_no_problems(filled):
    assert filled.doctor() == ()


def test_a_quote_that_is_not_the_words_is_found(filled, document, read):
    claim = read(document).claims[0]
    problems = break_by_hand(
        filled,
        f"UPDATE evidence SET start = start + 1 WHERE field = 'trigger' AND claim = '{claim.id}'",
    )
    start, end = claim.trigger.start, claim.trigger.end
    assert (
        Problem(
            f"claim {claim.id}",
            f"trigger at {start + 1}:{end} does not show its quote",
            "run `dateline reread`",
        )
        in problems
    )
    assert {problem.record for problem in problems} == {f"claim {claim.id}"}


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE documents SET text = text || '!'", "its text, address or time was changed"),
        ("UPDATE blobs SET packing = 'zlib'", "its bytes were changed"),
        ("UPDATE documents SET headline_end = 9999", "its headline ends after its text"),
        ("DELETE FROM evidence WHERE field = 'trigger'", "has no quote"),
        ("UPDATE claims SET status = 'planned'", "its columns differ from the claim"),
        ("DELETE FROM reading_claims WHERE position = 1", "no reading holds it"),
        ("UPDATE readings SET complete = false", "it was broken off"),
        ("UPDATE readings SET digest = 'other'", "its columns differ from the reading"),
        ("UPDATE events SET kind = 'talks'", "its columns differ from the event"),
        ("DELETE FROM event_claims", "its claims differ from the event's"),
        ("UPDATE claims SET body = '{'", "it cannot be read"),
        (
            "INSERT INTO tombstones SELECT id, 'asked', published FROM documents",
            "it was forgotten and is still here",
        ),
    ],
)
def test_what_was_broken_by_hand_is_found(filled, statement, words):
    problems = break_by_hand(filled, statement)
    assert any(words in str(problem) for problem in problems), problems


def test_an_original_of_other_bytes_is_found(filled):
    with filled.database.writing() as connection:
        connection.execute(schema.blobs.update().values(bytes=b"others"))
    assert [problem.problem for problem in filled.doctor()] == ["its bytes were changed"]


def test_text_cut_short_leaves_readings_and_decisions_outside_it(filled):
    problems = break_by_hand(filled, "UPDATE documents SET text = 'abc', headline_start = NULL")
    words = " ".join(str(problem) for problem in problems)
    assert "places.0.spans.0 at" in words
    assert "its words at 0:4 lie outside the text" in words


def test_a_document_that_was_never_read_is_found(filled, document):
    unread = replace(document, address="unread.txt")
    filled.add_document(unread)
    assert filled.doctor() == (
        Problem(f"document {unread.id}", "unread.txt was never read", "run `dateline reread`"),
    )


def test_an_event_that_rests_on_a_replaced_reading_is_found(filled, document, read):
    filled.add(document, replace(read(document), digest="engine 2", claims=()))
    (problem,) = filled.doctor()
    assert problem.problem == "it rests on readings that were replaced"


def test_a_decision_changed_behind_the_triggers_is_found(filled):
    problems = break_by_hand(
        filled,
        "DROP TRIGGER decisions_never_change" + ("" if filled.database.path else " ON decisions"),
        "UPDATE decisions SET body = replace(body, 'accept', 'reject')",
    )
    assert [problem.problem for problem in problems] == [
        "it was named by another version, or changed"
    ]


@pytest.mark.parametrize("new_location", ["sqlite"], indirect=True)
def test_a_reference_to_nothing_is_found_in_a_file(filled, document):
    with filled.database.outside_transactions() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM fetches")
        connection.exec_driver_sql("INSERT INTO fetches VALUES ('gone', 'x', '2024-05-01')")
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    (problem,) = filled.doctor()
    assert "refers to a row of documents that is not there" in problem.problem


@pytest.mark.parametrize("new_location", ["sqlite"], indirect=True)
def test_a_damaged_file_is_found(filled):
    path = filled.database.path
    with filled.database.outside_transactions() as connection:
        page = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'claims_kind'"
        ).scalar()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar()
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    filled.close()
    pages = bytearray(path.read_bytes())
    pages[(page - 1) * size + 8 : page * size] = b"\xff" * (size - 8)
    path.write_bytes(pages)
    problems = filled.doctor()
    assert problems[0].record == "store"
    assert "restore a backup" in problems[0].remedy
