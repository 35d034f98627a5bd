from __future__ import annotations

import pytest

from dateline.types import Document


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("The minister had a heart attack.", "is a figure of speech"),
        ("There was an attack on Monday.", "nobody and no place stands with it"),
        ("The visitors shelled the champions of the league.", "keeps it company"),
    ],
)
def test_what_is_passed_over_is_kept_with_its_reason(engine, text, because):
    findings = engine.find_claims(Document("a.txt", "test", text))
    reasons = [passed.because for passed in findings.passed_over]
    assert any(because in reason for reason in reasons), reasons


def test_what_is_passed_over_names_its_words_and_kind(engine):
    text = "The minister had a heart attack."
    (passed, *_) = engine.find_claims(Document("a.txt", "test", text)).passed_over
    assert passed.trigger is not None
    assert passed.trigger.of(text) == "attack"
    assert passed.evidence.of(text) == text
    assert passed.kind in engine.codebook


def test_a_bare_figure_of_dead_is_a_killing_by_nobody(read):
    (claim,) = read("At least 30 people were found dead in Bunia.")
    assert (claim.kind, claim.actors) == ("killing", ())


def test_each_time_goes_to_the_event_it_hangs_from(read):
    text = "Rebels attacked Beni on Monday and the army bombed Oicha on Friday."
    assert [[mention.span.of(text) for mention in claim.times] for claim in read(text)] == [
        ["Monday"],
        ["Friday"],
    ]
