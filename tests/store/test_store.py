"""What the store acknowledged is kept, whoever else writes and whenever it is killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.store import open_store
from dateline.store.documents import encode
from dateline.store.events import EVENT
from dateline.store.evidence import find_spans
from dateline.types import (
    Actor,
    Attribution,
    Candidate,
    Claim,
    Confidence,
    DatePrecision,
    Day,
    Document,
    Event,
    Inter,
    LedgerEntry,
    Location,
    Mention,
    MentionKind,
    Outcome,
    OutcomeKind,
    Party,
    PassedOver,
    Qualifier,
    Reading,
    Reason,
    Resolution,
    Span,
    Stance,
    Status,
    Toll,
    TollKind,
    TollRange,
    Version,
    When,
    WherePrecision,
    fingerprint,
)

# Writes documents with a claim each, and says the id of each once the store has acknowledged it.
WRITER = """
import os, signal, sys
from dateline.store import claims, open_store, readings
from dateline.types import *

location, first, last, crash = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]

def killed(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

with open_store(location) as store:
    for number in range(first, last):
        text = f"Rebels attacked post {number}."
        document = Document(f"{number}.txt", "desk", text)
        claim = Claim(
            document.id, Span(0, len(text)), Span(7, 15), KindId("clash"), Status.OCCURRED
        )
        if number == last - 1 and crash == "before the reading":
            readings.add_claims = readings.check_spans = killed
        if number == last - 1 and crash == "between the claims and their quotes":
            claims.make_evidence = lambda *_: killed()
        if number == last - 1 and crash == "before the commit":
            store.database.engine.dialect.do_commit = killed
        store.add(document, Reading(document.id, "engine 1", (claim,)))
        print(document.id, flush=True)
"""


def start_writer(location: str, first: int, last: int, crash: str = "") -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, location, str(first), str(last), crash]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def find_acknowledged(writer: subprocess.Popen[str]) -> list[str]:
    said, _ = writer.communicate()
    # A kill may cut the last line short.
    return [line for line in said.split("\n")[:-1] if len(line) == 24]


def write_all(location: str, last: int) -> None:
    writer = start_writer(location, 0, last)
    assert len(find_acknowledged(writer)) == last
    assert writer.returncode == 0


@pytest.mark.parametrize(
    "crash",
    ["before the reading", "between the claims and their quotes", "before the commit"],
)
def test_a_kill_in_the_middle_of_a_transaction_leaves_nothing_half_written(location, crash):
    writer = start_writer(location, 0, 3, crash)
    acknowledged = find_acknowledged(writer)
    assert writer.returncode == -signal.SIGKILL
    with open_store(location) as store:
        assert sorted(document.id for document in store.documents()) == sorted(acknowledged)
        assert len(list(store.claims())) == len(acknowledged) == 2
        assert store.doctor() == ()


def test_a_run_that_was_killed_converges_when_it_is_repeated(new_location):
    whole, killed = new_location(), new_location()
    write_all(whole, 20)
    start_writer(killed, 0, 10, "before the commit").communicate()
    write_all(killed, 20)
    with open_store(whole) as expected, open_store(killed) as repeated:
        assert list(repeated.current_readings()) == list(expected.current_readings())
        assert repeated.doctor() == ()


def test_kills_at_any_time_lose_nothing_acknowledged(location):
    open_store(location).close()
    moment = random.Random(1)
    kept: list[str] = []
    for _ in range(4):
        writer = start_writer(location, len(kept), 100_000)
        assert writer.stdout is not None
        first = writer.stdout.readline().strip()
        time.sleep(moment.uniform(0.01, 0.1))
        writer.kill()
        kept += [first, *find_acknowledged(writer)]
        with open_store(location) as store:
            assert {document.id for document in store.documents()} >= set(kept)
            assert store.doctor() == ()


def test_two_processes_may_make_the_store_and_add_the_same_documents_at_once(location):
    writers = [start_writer(location, 0, 25) for _ in range(2)]
    acknowledged = [find_acknowledged(writer) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert acknowledged[0] == acknowledged[1]
    with open_store(location) as store:
        assert len(list(store.documents())) == 25
        assert len(list(store.claims())) == 25
        assert store.doctor() == ()


def test_an_iterator_may_be_left_before_its_end(store, document, read):
    for number in range(3):
        each = replace(document, address=f"{number}.txt")
        store.add(each, read(each))
    for walk in (store.documents, store.current_readings, store.claims):
        assert next(iter(walk()))
    assert store.add_document(document)


TEXT = "🙂 Ärmel – the army struck Alba,\nkilling \"at least\" 3; 'no' losses. " * 3
DOCUMENT = Document("law.txt", "desk", TEXT, Span(0, 7), datetime(2024, 3, 5, tzinfo=UTC))

spans = st.builds(
    lambda start, length: Span(start, min(start + length, len(TEXT))),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 30),
)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
counts = st.none() | st.integers(0, 2**53)
degrees = st.none() | st.floats(-180, 180)
confidences = st.sampled_from(Confidence)


def few(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


mentions = st.builds(
    Mention, spans, st.sampled_from(MentionKind), st.none() | spans, confidences, words
)
tolls = st.builds(
    Toll,
    st.sampled_from(TollKind),
    spans,
    counts,
    counts,
    st.sampled_from(Qualifier),
    st.none() | mentions,
    st.booleans(),
    confidences,
)
reasons = st.builds(Reason, st.floats(allow_nan=False, allow_infinity=False), words)
claims = st.builds(
    Claim,
    document=st.just(DOCUMENT.id),
    evidence=spans,
    trigger=spans,
    kind=st.sampled_from(["clash", "talks"]),
    status=st.sampled_from(Status),
    status_cue=st.none() | spans,
    background=st.booleans(),
    actors=few(mentions),
    targets=few(mentions),
    places=few(mentions),
    purposes=few(spans),
    outcome=st.none() | st.builds(Outcome, st.sampled_from(OutcomeKind), spans),
    tolls=few(tolls),
    speakers=few(
        st.builds(Attribution, st.sampled_from(Stance), st.none() | spans, st.none() | mentions)
    ),
    hedges=few(spans),
    why=few(reasons),
)
days = st.builds(Day, st.none() | st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))
whens = st.builds(When, st.none() | days, st.none() | days, st.sampled_from(DatePrecision))
locations = st.builds(
    Location, words, st.sampled_from(WherePrecision), degrees, degrees, st.floats(0, 1e4), words
)
actors = st.builds(Actor, words, words, st.sampled_from(Inter), words, since=st.none() | st.dates())


def resolutions(values):
    return st.builds(
        Resolution,
        words,
        few(st.builds(Candidate, values, few(reasons))),
        st.none() | values,
        confidences,
        words,
        few(spans),
    )


readings = st.builds(
    Reading,
    st.just(DOCUMENT.id),
    words,
    few(claims),
    few(resolutions(actors)),
    few(resolutions(locations)),
    few(resolutions(whens)),
    few(st.builds(PassedOver, spans, st.none() | spans, st.none() | words, words)),
)
events = st.builds(
    Event,
    id=words,
    kind=words,
    status=st.sampled_from(Status),
    background=st.booleans(),
    claims=few(words),
    documents=few(words),
    actors=few(st.builds(Party, words, st.none() | actors)),
    location=st.none() | locations,
    when=st.none() | whens,
    tolls=few(
        st.builds(
            TollRange,
            st.sampled_from(TollKind),
            st.none() | words,
            counts,
            counts,
            counts,
            st.booleans(),
            words,
            few(st.builds(LedgerEntry, tolls, words, few(words), st.none() | words)),
        )
    ),
    first_reported=st.none() | st.datetimes(timezones=st.just(UTC)),
    locations=few(st.builds(Version, locations, few(words))),
    times=few(st.builds(Version, whens, few(words))),
)

# The examples of a law share a store: a new one for each would take minutes.
law = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@law
@given(reading=readings)
def test_a_reading_comes_back_equal_with_the_words_of_every_span(store, reading):
    # The digest names the reading, so that no two examples are one reading.
    reading = replace(reading, digest=fingerprint(reading))
    store.add(DOCUMENT, reading)
    assert store.current_reading(DOCUMENT.id) == reading
    assert list(store.current_readings()) == [(DOCUMENT, reading)]
    for claim in reading.claims:
        assert store.get_claim(claim.id) == claim
        quotes = store.evidence(claim.id)
        assert [evidence.span for evidence in quotes] == [span for _, span in find_spans(claim)]
        assert all(evidence.span.of(TEXT) == evidence.quote for evidence in quotes)


@law
@given(event=events)
def test_an_event_survives_its_json_form(event):
    assert EVENT.decode(encode(event)) == event
