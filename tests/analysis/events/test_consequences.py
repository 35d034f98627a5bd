from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ten people were killed in shelling of Taiz.", ["shelling"]),
        ("Gunmen attacked a bus near Quetta, killing nine and wounding twenty.", ["offensive"]),
        ("Gunmen killed nine farmers in Borno and wounded four.", ["killing"]),
        ("Rebels shelled Goma. Gunmen killed ten farmers in Bunia.", ["shelling", "killing"]),
    ],
)
def test_a_killing_is_told_as_part_of_what_caused_it(read, text, kinds):
    assert [claim.kind for claim in read(text)] == kinds


def test_what_was_folded_is_named_among_the_reasons(read):
    (claim,) = read("Ten people were killed in shelling of Taiz.")
    assert any("“killed”" in reason.because for reason in claim.why)


def test_a_sum_of_many_events_is_no_event_and_leaves_the_others_theirs(engine):
    from dateline.types import Document

    text = "Since 2015 thousands of people have been killed in Yemen."
    findings = engine.find_claims(Document("a.txt", "test", text))
    assert findings.claims == ()
