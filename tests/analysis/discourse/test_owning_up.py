from __future__ import annotations

import pytest


def test_who_claims_responsibility_claims_the_attack_told_last(read):
    text = "A soldier was shot dead in Armagh on Friday. The IRA claimed responsibility in a call."
    attack, claimed = read(text)
    assert claimed.kind == attack.kind
    assert [actor.span.of(text) for actor in claimed.actors] == ["The IRA"]
    assert claimed.speakers[0].stance == "claims"
    assert claimed.trigger.of(text) == "claimed responsibility"
    assert [place.names.of(text) for place in claimed.places] == ["Armagh"]


def test_it_may_stand_in_the_same_sentence(read):
    text = "A soldier was shot dead in Armagh, and the IRA claimed responsibility."
    assert [len(claim.actors) for claim in read(text)] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "A soldier was shot dead in Armagh. No group claimed responsibility.",
        "A soldier was shot dead in Armagh. The IRA has not claimed responsibility.",
        "Loyalists shot a soldier dead in Armagh. The IRA claimed responsibility.",
        "The talks resumed in Armagh. The minister accepted responsibility.",
    ],
)
def test_nothing_is_claimed_where_nobody_or_another_did_it(read, text):
    assert len(read(text)) == 1
