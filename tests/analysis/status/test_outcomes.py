from __future__ import annotations

import pytest

from dateline.analysis.status.outcomes import find_failure, find_outcome, find_repulse, outcome_kind
from dateline.types import OutcomeKind, Status


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("The attack was repelled.", "repelled", OutcomeKind.REPELLED),
        ("They beat back the attack.", "beat", OutcomeKind.REPELLED),
        ("They pushed back the attack.", "pushed", OutcomeKind.REPELLED),
        ("They beat the man.", "beat", None),
        ("They drove the car.", "drove", None),
        ("They took the town.", "took", None),
        ("They took over the town.", "took", OutcomeKind.SEIZED),
        ("They called off the attack.", "called", OutcomeKind.CALLED_OFF),
        ("They called the police.", "called", None),
        ("The talks collapsed.", "collapsed", OutcomeKind.NO_RESULT),
        ("The fighting stopped.", "stopped", OutcomeKind.ENDED),
        ("They ate.", "ate", None),
    ],
)
def test_says_which_end_a_verb_tells(passage, text, verb, kind):
    assert outcome_kind(passage(text)(verb)) is kind


@pytest.mark.parametrize(
    ("text", "head", "clause", "cue", "status", "kind"),
    [
        ("Troops repelled the attack.", "attack", "attack", "repelled", Status.FAILED,
         OutcomeKind.REPELLED),
        ("The talks failed.", "talks", "failed", "failed", Status.FAILED, OutcomeKind.NO_RESULT),
        ("They tried to attack.", "attack", "attack", "tried", Status.FAILED,
         OutcomeKind.NO_RESULT),
        ("Rebels attacked Beni.", "attacked", "attacked", None, Status.OCCURRED, None),
        ("Rebels seized Beni.", "seized", "seized", None, Status.OCCURRED, None),
        ("The fighting stopped.", "fighting", "stopped", None, Status.OCCURRED, OutcomeKind.ENDED),
        ("The fighting may stop.", "fighting", "stop", None, Status.HYPOTHETICAL, None),
    ],
)  # fmt: skip
def test_says_how_an_event_ended(passage, text, head, clause, cue, status, kind):
    here = passage(text)
    outcome = find_outcome(here(head), here(clause), status, here(cue) if cue else None)
    assert (outcome.kind if outcome else None) is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In both cases they were rejected.", ("rejected", "they")),
        ("The attack was repelled.", ("repelled", "attack")),
        ("The attack was not repelled.", None),
        ("The army repelled them.", None),
        ("The town is calm.", None),
    ],
)
def test_finds_who_was_beaten_back(passage, text, expected):
    found = find_repulse(passage(text).sentence)
    assert (tuple(token.text for token in found) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Their total failure was clear.", "failure"),
        ("The attack failed.", "failed"),
        ("They failed to take Beni.", None),
        ("The failure was clear.", None),
        ("The town is calm.", None),
    ],
)
def test_finds_the_word_for_a_failure(passage, text, expected):
    found = find_failure(passage(text).sentence)
    assert (found.text if found else None) == expected
