from __future__ import annotations

from itertools import chain

from dateline.consolidation.kinds import Within, load_kinds

FIRST_CODEBOOK = """
    clash offensive takeover airstrike drone-strike shelling explosion suicide-attack
    chemical-attack siege killing abduction torture-or-beating sexual-violence displacement
    arrest seizure destruction restriction expulsion cyberattack deployment preparation
    withdrawal surrender defection ceasefire release evacuation talks mediation agreement
    demand offer refusal threat accusation statement-of-support cooperation aid sanction
    protest riot strike other
"""


def test_a_kind_the_table_does_not_know_agrees_with_its_family(kinds):
    agreement = kinds.agreement("ambush", "clash")
    assert (agreement.within, agreement.because) == (Within.DOCUMENT, "both belong to fighting")
    assert kinds.agreement("rally", "clash") is None
    assert kinds.agreement("unheard-of", "clash") is None


def test_a_kind_the_table_knows_agrees_only_with_those_listed(kinds):
    assert kinds.agreement("siege", "airstrike") is None
    assert kinds.agreement("shelling", "airstrike").within is Within.REPORTS
    assert kinds.agreement("airstrike", "offensive").within is Within.DOCUMENT


def test_kinds_that_agree_share_a_bloc(kinds):
    for agreement in kinds.table.agree:
        left, right = agreement.kinds
        assert kinds.bloc(left) == kinds.bloc(right)
    assert kinds.bloc("ambush") == kinds.bloc("clash")
    assert kinds.bloc("siege") == kinds.bloc("ambush")
    assert kinds.bloc("siege") != kinds.bloc("talks")
    assert kinds.bloc("unheard-of") == "unheard-of"


def test_no_pair_is_listed_twice(kinds):
    pairs = [frozenset(agreement.kinds) for agreement in kinds.table.agree]
    assert len(pairs) == len(set(pairs))


def test_every_kind_of_the_first_codebook_is_in_the_table():
    table = load_kinds({}).table
    paired = chain.from_iterable(agreement.kinds for agreement in table.agree)
    assert set(paired) | table.alone == set(FIRST_CODEBOOK.split())
