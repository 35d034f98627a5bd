"""The packaged codebook maps, families and words its 46 kinds as agreed."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.codebook.checking import find_problems
from dateline.codebook.kinds import Condition
from dateline.types import Status

CODEBOOK = load_codebook()
MAPPINGS = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "codebook_mappings.toml").read_text("utf-8")
)
FAMILIES = {
    "fighting": "clash offensive takeover airstrike drone-strike shelling explosion suicide-attack"
    " chemical-attack siege",
    "violence": "killing abduction torture-or-beating sexual-violence displacement",
    "coercion": "arrest seizure destruction restriction expulsion cyberattack",
    "posture": "deployment preparation withdrawal surrender defection ceasefire release evacuation"
    " inaction",
    "diplomacy": "talks mediation agreement demand offer refusal threat accusation"
    " statement-of-support cooperation aid sanction",
    "protest": "protest riot strike",
    None: "other",
}


@pytest.mark.parametrize(("family", "kinds"), FAMILIES.items(), ids=str)
def test_every_family_has_its_kinds(family: str | None, kinds: str) -> None:
    assert [kind.id for kind in CODEBOOK.kinds if kind.family == family] == kinds.split()


@pytest.mark.parametrize("kind", CODEBOOK.kinds, ids=lambda kind: kind.id)
def test_a_kind_maps_to_the_other_schemes_as_the_table_says(kind) -> None:
    expected = MAPPINGS[kind.id]
    plover = dict.fromkeys(f"{it.type} {it.mode or '-'}" for it in kind.plover)
    assert list(plover) == expected.get("plover", [])
    assert list(dict.fromkeys(it.code for it in kind.cameo)) == expected.get("cameo", [])
    assert list(dict.fromkeys(it.sub_event for it in kind.acled)) == expected.get("acled", [])


@pytest.mark.parametrize("kind", CODEBOOK.kinds, ids=lambda kind: kind.id)
def test_a_kind_has_no_problem(kind) -> None:
    assert list(find_problems(kind)) == []


@pytest.mark.parametrize("kind", CODEBOOK.kinds, ids=lambda kind: kind.id)
def test_a_mapping_that_always_holds_is_the_last(kind) -> None:
    for entries in (kind.plover, kind.cameo, kind.acled, kind.ucdp):
        assert all(entry.when != Condition() for entry in entries[:-1])


def test_no_two_kinds_claim_the_same_words_under_the_same_conditions() -> None:
    claims = Counter(
        claim
        for kind in CODEBOOK.kinds
        for claim in {
            *(
                ("verb", it.verb, it.subject, it.object, it.needs, it.words)
                for it in kind.triggers.verbs
            ),
            *(("noun", it.noun, it.object, it.needs, it.words) for it in kind.triggers.nouns),
        }
    )
    assert [claim for claim, kinds in claims.items() if kinds > 1] == []


@pytest.mark.parametrize("kind", CODEBOOK.kinds, ids=lambda kind: kind.id)
def test_triggers_leave_articles_out(kind) -> None:
    phrases = [
        *(verb.verb for verb in kind.triggers.verbs),
        *(noun.noun for noun in kind.triggers.nouns),
    ]
    assert [phrase for phrase in phrases if {"the", "a", "an"} & set(phrase.split())] == []


@pytest.mark.parametrize(
    ("kind", "known", "expect"),
    [
        ("takeover", {"inter": 1}, "Government regains territory"),
        ("takeover", {"inter": 2, "target_inter": 1}, "Non-state actor overtakes territory"),
        ("takeover", {"inter": 8, "target_inter": 1}, "Non-state actor overtakes territory"),
        ("takeover", {"target_inter": 1}, "Non-state actor overtakes territory"),
        ("takeover", {"target_inter": 2}, "Government regains territory"),
        ("takeover", {"inter": 2, "words": {"peacefully"}}, "Non-violent transfer of territory"),
        ("takeover", {}, None),
        ("killing", {"inter": 1, "target_inter": 6}, "Excessive force against protesters"),
        ("killing", {"inter": 5, "target_inter": 7}, "Mob violence"),
        ("killing", {"inter": 3, "target_inter": 7}, "Attack"),
        ("killing", {"words": {"mass", "grave"}}, "Other"),
        ("offensive", {"inter": 3, "target_inter": 7}, "Attack"),
        ("offensive", {"inter": 3, "target_inter": 1}, "Armed clash"),
        ("arrest", {"inter": 1, "target_inter": 6}, "Protest with intervention"),
        ("arrest", {"inter": 1, "target_inter": 7}, "Arrests"),
        ("shelling", {"status": Status.FAILED}, "Disrupted weapons use"),
        ("shelling", {"words": {"sarin"}}, "Chemical weapon"),
        ("explosion", {"status": Status.FAILED}, "Disrupted weapons use"),
        ("deployment", {"words": {"set", "up", "camp"}}, "Headquarters or base established"),
        ("deployment", {"words": {"camp"}}, "Change to group/activity"),
        ("ceasefire", {"status": Status.FAILED}, None),
        ("protest", {"words": {"live", "ammunition"}}, "Excessive force against protesters"),
        ("explosion", {"words": {"grenade", "hurl"}}, "Grenade"),
        ("explosion", {"words": {"bomb"}}, "Remote explosive/landmine/IED"),
        ("protest", {"words": {"tear", "gas"}}, "Protest with intervention"),
        ("protest", {"words": {"march"}}, "Peaceful protest"),
        ("seizure", {"words": {"cache"}}, "Disrupted weapons use"),
        ("seizure", {"words": {"flour"}}, "Looting/property destruction"),
        ("evacuation", {"words": {"fighter"}}, "Non-violent transfer of territory"),
        ("talks", {}, None),
    ],
)
def test_acled_depends_on_who_and_with_what(kind: str, known, expect: str | None) -> None:
    found = CODEBOOK.acled_of(kind, **known)
    assert (found.sub_event if found else None) == expect


@pytest.mark.parametrize(
    ("kind", "known", "expect"),
    [
        ("clash", {"inter": 1, "target_inter": 2}, 1),
        ("clash", {"inter": 2, "target_inter": 1}, 1),
        ("clash", {"inter": 4, "target_inter": 3}, 2),
        ("clash", {}, None),
        ("killing", {"inter": 2, "target_inter": 7}, 3),
        ("killing", {"target_inter": 7}, None),
        ("talks", {"inter": 1}, None),
    ],
)
def test_ucdp_depends_on_both_sides(kind: str, known, expect: int | None) -> None:
    found = CODEBOOK.ucdp_of(kind, **known)
    assert (found.type if found else None) == expect


def test_cameo_tells_an_assassination_from_a_massacre() -> None:
    assert CODEBOOK.cameo_of("killing", words={"assassinate"}).code == "186"
    assert CODEBOOK.cameo_of("killing", words={"massacre"}).code == "202"
    assert CODEBOOK.cameo_of("killing", words={"shoot"}).code == "180"


def test_an_offer_still_to_come_is_an_agreement_in_plover() -> None:
    assert CODEBOOK.plover_of("offer", status=Status.PLANNED).type == "AGREE"
    assert CODEBOOK.plover_of("offer", words={"concede"}).type == "CONCEDE"
