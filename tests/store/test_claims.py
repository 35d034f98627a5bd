"""Claims are kept once, with the words behind each of their values."""

from __future__ import annotations

from dataclasses import replace


def test_claims_can_be_asked_for_by_kind_status_and_document(store, document, read):
    first, second = read(document).claims
    other = replace(document, address="other.txt")
    store.add(document, read(document))
    store.add(other, read(other))
    assert list(store.claims(document=document.id)) == [first, second]
    assert list(store.claims(status=second.status, document=document.id)) == [second]
    assert len(list(store.claims(kind="clash"))) == 4
    assert list(store.claims(kind="talks")) == []


def test_claims_of_replaced_readings_are_not_listed_but_found_by_id(store, document, read):
    first, second = read(document).claims
    store.add(document, read(document))
    store.add(document, read(document, "engine 2", claims=1))
    assert list(store.claims()) == [first]
    assert store.get_claim(second.id) == second


def test_every_span_of_a_claim_has_a_row_with_its_words(store, document, read):
    store.add(document, read(document))
    claim = read(document).claims[0]
    quotes = {evidence.field: evidence.quote for evidence in store.evidence(claim.id)}
    assert quotes == {
        "evidence": "The Northern Front attacked army posts at Alba on Monday",
        "trigger": "attacked",
        "actors.0": "The Northern Front",
        "targets.0": "army posts",
        "places.0": "Alba",
        "times.0": "Monday",
        "tolls.0": "at least three",
        "tolls.0.whose": "soldiers",
        "speakers.0.cue": "said",
        "speakers.0.speaker": "defence ministry",
    }


def test_a_claim_that_two_readings_found_is_one_row(store, document, read, rows):
    store.add(document, read(document, "engine 1"))
    store.add(document, read(document, "engine 2"))
    assert len(rows(store)["claims"]) == 2
    assert len(rows(store)["reading_claims"]) == 4
