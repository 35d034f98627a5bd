from __future__ import annotations

import pytest

from dateline.consolidation.resolved import resolve_claims
from dateline.consolidation.values import (
    choose_confidence,
    choose_kind,
    choose_outcome,
    choose_parties,
    choose_status,
    fullest_first,
    make_versions,
)
from dateline.types import Confidence, OutcomeKind, Status

WORDS = "one two three four five six"


@pytest.fixture
def members(tell, atlas):
    """Claims about one event, in reading order; the first document line is a headline."""

    def make(*documents):
        told = []
        for number, (published, *claims) in enumerate(documents):
            text = "Headline word\n\n" + ". ".join(f"Red Front {w}" for w in WORDS.split()) + "."
            triggers = ["word", *WORDS.split()]
            rows = [
                {"kind": "offensive", **claim, "trigger": triggers[claim.get("at", index + 1)]}
                for index, claim in enumerate(claims)
            ]
            document = {"address": str(number), "text": text, "claim": rows}
            told += resolve_claims(
                *tell(document | ({"published": published} if published else {})), atlas
            )
        return fullest_first(told)

    return make


def statuses(*names):
    return [{"status": name} for name in names]


def test_that_it_failed_decides_over_that_it_was_done(members):
    assert choose_status(members((None, *statuses("failed", "occurred")))) is Status.FAILED
    assert choose_status(members((None, *statuses("occurred", "failed")))) is Status.FAILED


def test_a_later_success_decides_over_an_early_failure(members):
    later = members((None, {"status": "failed"}, {"status": "occurred", "outcome": "seized"}))
    assert choose_status(later) is Status.OCCURRED


def test_a_later_failure_decides_over_an_early_success(members):
    later = members((None, {"status": "occurred", "outcome": "seized"}, {"status": "failed"}))
    assert choose_status(later) is Status.FAILED


def test_a_headline_has_the_last_word_of_its_document(members):
    told = members(
        (None, {"status": "failed", "at": 0}, {"status": "occurred", "outcome": "seized"})
    )
    assert choose_status(told) is Status.FAILED


def test_a_later_report_has_the_last_word(members):
    told = members(
        ("2024-03-05", {"status": "failed", "at": 0}),
        ("2024-03-06", {"status": "occurred", "outcome": "seized"}),
    )
    assert choose_status(told) is Status.OCCURRED


def test_the_last_report_decides_between_ongoing_and_occurred(members):
    told = members(
        ("2024-03-05", *statuses("ongoing", "ongoing")),
        ("2024-03-06", *statuses("occurred")),
    )
    assert choose_status(told) is Status.OCCURRED


def test_in_one_report_most_claims_decide(members):
    told = members((None, *statuses("occurred", "ongoing", "ongoing")))
    assert choose_status(told) is Status.ONGOING


def test_the_outcome_is_that_of_the_chosen_status(members):
    told = members(
        (
            None,
            {"status": "failed", "outcome": "repelled"},
            {"outcome": "ended"},
            {"outcome": "other"},
        )
    )
    assert choose_outcome(told, Status.FAILED) is OutcomeKind.REPELLED
    assert choose_outcome(told, Status.ONGOING) is None


def test_an_exact_kind_goes_before_a_general_one(members, kinds):
    told = members((None, {}, {}, {"kind": "airstrike"}))
    assert choose_kind(told, kinds) == "airstrike"


def test_of_exact_kinds_most_claims_decide(members, kinds):
    told = members((None, {"kind": "shelling"}, {"kind": "airstrike"}, {"kind": "airstrike"}))
    assert choose_kind(told, kinds) == "airstrike"


def test_a_claim_that_names_the_group_decides_over_gunmen(tell, atlas):
    told = {
        "text": "Gunmen struck.\nThe gunmen of Red Front struck. Red Front and gunmen struck.",
        "claim": [
            {"trigger": "struck#2", "kind": "offensive", "actors": ["gunmen"]},
            {"trigger": "struck#3", "kind": "offensive", "actors": ["Red Front", "gunmen"]},
        ],
    }
    members = resolve_claims(*tell(told), atlas)
    parties = choose_parties(members, lambda member: member.actors)
    assert [party.name for party in parties] == ["Red Front", "gunmen"]
    only = choose_parties(members[:1], lambda member: member.actors)
    assert [party.name for party in only] == ["gunmen"]


def test_the_fuller_name_of_a_thing_is_kept(tell, atlas):
    told = {
        "text": "Shells hit the market.\nShells hit a crowded market. Shells hit a bridge.",
        "claim": [
            {"trigger": "hit#1", "kind": "shelling", "targets": ["market"]},
            {"trigger": "hit#2", "kind": "shelling", "targets": ["crowded market"]},
            {"trigger": "hit#3", "kind": "shelling", "targets": ["bridge"]},
        ],
    }
    targets = choose_parties(resolve_claims(*tell(told), atlas), lambda member: member.targets)
    assert [party.name for party in targets] == ["crowded market", "bridge"]


def test_another_document_raises_confidence_by_one_step(members):
    one = ("2024-03-05", {"confidence": "low"})
    assert choose_confidence(members(one)) is Confidence.LOW
    assert choose_confidence(members(one, one)) is Confidence.MEDIUM
    sure = ("2024-03-05", {"confidence": "high"})
    assert choose_confidence(members(sure, sure)) is Confidence.HIGH


def test_versions_start_with_the_chosen_one_then_the_best_supported(members):
    told = members(
        (None, *statuses("ongoing", "ongoing", "occurred", "failed", "failed", "failed"))
    )
    versions = make_versions(told, lambda member: member.claim.status, Status.OCCURRED)
    assert [version.value for version in versions] == ["occurred", "failed", "ongoing"]
    assert [len(version.claims) for version in versions] == [1, 3, 2]


def test_a_sentence_goes_before_a_headline_that_says_as_much(members):
    told = members((None, {"at": 0}, {}))
    assert [member.is_head for member in told] == [False, True]


def test_missiles_some_of_which_were_shot_down_hit_where_they_did_harm(members):
    harm = {"kind": "shelling", "tolls": [{"kind": "wounded", "words": "one", "low": 5}], "at": 1}
    shot_down = {"kind": "shelling", "status": "failed"}
    assert choose_status(members((None, harm, shot_down))) is Status.OCCURRED
    assert choose_status(members((None, {"kind": "shelling"}, shot_down))) is Status.FAILED
