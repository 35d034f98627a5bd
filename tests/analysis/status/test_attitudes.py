from __future__ import annotations

import pytest

from dateline.analysis.status.attitudes import Bearing, load_attitudes


@pytest.mark.parametrize(
    ("text", "verb", "bearing"),
    [
        ("They planned to attack Beni.", "planned", Bearing.PLANNED),
        ("They threatened to attack Beni.", "threatened", Bearing.THREATENED),
        ("They urged him to attack Beni.", "urged", Bearing.DEMANDED),
        ("They failed to attack Beni.", "failed", Bearing.FAILED),
        ("They tried to attack Beni.", "tried", Bearing.TRIED),
        ("They denied the attack.", "denied", Bearing.DENIED),
        ("They refused to attack Beni.", "refused", Bearing.NEGATED),
        ("They hoped to attack Beni.", "hoped", Bearing.HYPOTHETICAL),
        ("They continued to attack Beni.", "continued", Bearing.ONGOING),
        ("They managed to attack Beni.", "managed", Bearing.REAL),
        ("They saw the attack.", "saw", Bearing.REAL),
        ("They ate.", "ate", None),
    ],
)
def test_says_what_a_verb_makes_of_what_it_governs(passage, text, verb, bearing):
    assert load_attitudes().of_verb(passage(text)(verb)) is bearing


def test_a_particle_turns_a_verb(passage):
    attitudes = load_attitudes()
    assert attitudes.of_verb(passage("They called off the attack.")("called")) is Bearing.FAILED
    assert attitudes.of_verb(passage("They called for an attack.")("called")) is Bearing.DEMANDED


def test_each_sort_of_word_is_listed():
    attitudes = load_attitudes()
    assert set(attitudes.verbs.values()) == set(Bearing)
    assert {"launch", "carry"} <= attitudes.light
    assert "erupt" in attitudes.happening
    assert attitudes.modals["will"] is Bearing.PLANNED
    assert attitudes.nouns["threat"] is Bearing.THREATENED
    assert attitudes.adjectives["foiled"] is Bearing.FAILED
    assert "reportedly" in attitudes.hedges
    assert "if" in attitudes.conditional
    assert "never" in attitudes.negation
    assert attitudes.failing


def test_is_loaded_once():
    assert load_attitudes() is load_attitudes()
