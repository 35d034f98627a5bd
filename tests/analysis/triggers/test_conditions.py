from __future__ import annotations

import pytest

from dateline.analysis.triggers.conditions import following
from dateline.codebook.kinds import Noun, Verb
from dateline.types import Document


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("The clashes left the town in ruins.", "“clashes” is no people"),
        ("Workers launched a website.", "stands with it"),
        ("The town reached an age of plenty.", "none of “"),
    ],
)
def test_says_which_condition_fails(engine, text, because):
    findings = engine.find_claims(Document("a.txt", "test", text))
    reasons = [passed.because for passed in findings.passed_over]
    assert any(because in reason for reason in reasons), reasons


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (Verb(verb="open fire on"), "on"),
        (Verb(verb="appeal to"), "to"),
        (Verb(verb="attack"), None),
        (Verb(verb="take * hostage"), None),
        (Noun(noun="attack on"), None),
    ],
)
def test_a_phrase_that_ends_in_a_preposition_says_what_follows_it(pattern, expected):
    assert following(pattern) == expected
