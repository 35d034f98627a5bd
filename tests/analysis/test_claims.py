from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.types import Claim, Document, Mention, Span, Status

TABLE = Path(__file__).parent.parent / "cases" / "claims.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
TABLES = ("claims", "status", "roles", "tolls", "speakers", "places_of_claims", "antecedents")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads_the_claims_of_a_sentence(case, differences):
    assert differences(case) == []


@pytest.mark.parametrize(
    "text", ["No group has claimed the ambush.", "The alliance held off on air strikes."]
)
def test_what_nobody_claims_or_does_is_no_news(read, text):
    assert read(text) == ()


# ---- laws ----

TOLD = [
    case["text"]
    for table in sorted(TABLE.parent.glob("*.toml"))
    if table.stem in TABLES
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]
TEXTS = st.lists(st.sampled_from(TOLD), min_size=1, max_size=4).map("\n\n".join)
WORDS = (
    "rebels the army Goma attacked attack on by and killed ten people were when they said it will "
    "not if Hezbollah shelling of in , . “ ” : Damascus prisoners captured released dead "
    "12 at least who which to an offensive talks with failed repelled its group "
    "since 2014 Monday ( ) - ’s \n"
).split(" ")
SALAD = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


def spans(claim: Claim) -> Iterator[Span]:
    """Every stretch of text a claim points at but its antecedents."""
    yield claim.trigger
    if claim.status_cue:
        yield claim.status_cue
    if claim.outcome:
        yield claim.outcome.span
    yield from claim.purposes
    yield from claim.hedges
    yield from (mention.span for mention in mentions(claim))
    yield from (toll.span for toll in claim.tolls)
    yield from (said.cue for said in claim.speakers if said.cue)


def mentions(claim: Claim) -> Iterator[Mention]:
    yield from (*claim.actors, *claim.targets, *claim.through, *claim.places)
    yield from (*claim.times, *claim.instruments)
    yield from (toll.whose for toll in claim.tolls if toll.whose)
    yield from (said.speaker for said in claim.speakers if said.speaker)


@settings(deadline=None, max_examples=50)
@given(TEXTS | SALAD)
def test_every_value_lies_in_its_passage_and_what_it_stands_for_before_it(read, text):
    for claim in read(text):
        assert claim.evidence.end <= len(text)
        assert all(claim.evidence.covers(span) for span in spans(claim))
        for mention in mentions(claim):
            if mention.antecedent:
                assert mention.antecedent.start < mention.span.start


@settings(deadline=None, max_examples=25)
@given(TEXTS | SALAD)
def test_reading_twice_gives_the_same_claims(read, text):
    assert read(text) == read(text)


@settings(deadline=None, max_examples=15)
@given(TEXTS, TEXTS)
def test_claims_do_not_depend_on_what_else_is_read(read, text, other):
    alone = read(text)
    read(other)
    assert read(text) == alone


@pytest.fixture(scope="session")
def find(engine):
    return engine.find_claims


@settings(deadline=None, max_examples=50)
@given(TEXTS | SALAD)
def test_every_claim_says_why_and_so_does_what_is_passed_over(find, text):
    findings = find(Document("a.txt", "test", text))
    for claim in findings.claims:
        assert claim.why
    for passed in findings.passed_over:
        assert passed.because
        assert passed.trigger is None or passed.evidence.covers(passed.trigger)
    assert all(span.end <= len(text) for span in (*findings.places, *findings.demonyms))


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_no_claim_is_told_twice(read, text):
    claims = read(text)
    assert len({claim.id for claim in claims}) == len(claims)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_only_what_is_told_as_a_fact_has_no_cue(read, text):
    for claim in read(text):
        if claim.status is not Status.OCCURRED:
            assert claim.status_cue is not None


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "...", "🚀", "a", "attacked", "killing", "\u200b", "(((", "1\n2\n3"]
)
def test_a_text_that_tells_nothing_gives_nothing(read, text):
    assert read(text) == ()
