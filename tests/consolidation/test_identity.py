from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.consolidation.identity import PreviousEvent, Redirect, give_ids, remember
from dateline.consolidation.resolved import resolve_claims
from dateline.types import Confidence, Event, EventId, Span, Status

WORDS = "alpha beta gamma delta epsilon"


@pytest.fixture
def members(tell, atlas):
    claims = [{"trigger": word, "kind": "shelling"} for word in WORDS.split()]
    text = ". ".join(word.upper() + " " + word for word in WORDS.split()) + "."
    return resolve_claims(*tell({"text": text, "claim": claims}), atlas)


def event(name, *members):
    return Event(
        EventId(name), members[0].claim.kind, Status.OCCURRED, False,
        tuple(member.claim.id for member in members), (),
    )  # fmt: skip


def known(*events, members):
    return remember(events, [member.claim for member in members])


def test_a_new_event_is_named_after_its_founding_claim(members):
    a, b, *_ = members
    first = give_ids(((a, b),), ()).ids
    assert first == give_ids(((a,),), ()).ids
    assert first != give_ids(((b,),), ()).ids


def test_an_event_that_gains_claims_keeps_its_id(members):
    a, b, c, *_ = members
    naming = give_ids(((a, b, c),), known(event("old", b, c), members=members))
    assert naming.ids == ("old",)
    assert naming.redirects == ()


def test_a_passage_read_anew_keeps_the_event(members):
    a = members[0]
    anew = replace(a, claim=replace(a.claim, confidence=Confidence.HIGH))
    assert anew.claim.id != a.claim.id
    assert give_ids(((anew,),), known(event("old", a), members=members)).ids == ("old",)


def test_a_trigger_read_longer_or_shorter_keeps_the_event(members):
    a = members[0]
    start, end = a.claim.trigger.start, a.claim.trigger.end
    anew = replace(a, claim=replace(a.claim, trigger=Span(start, end + 1)))
    assert give_ids(((anew,),), known(event("old", a), members=members)).ids == ("old",)


def test_merged_events_keep_the_id_of_the_larger_and_redirect_the_other(members):
    a, b, c, *_ = members
    previous = known(event("small", a), event("large", b, c), members=members)
    naming = give_ids(((a, b, c),), previous)
    assert naming.ids == ("large",)
    assert naming.redirects == (Redirect(EventId("small"), EventId("large")),)


def test_a_split_event_leaves_its_id_with_the_larger_part(members):
    a, b, c, *_ = members
    founder = give_ids(((a, b, c),), ()).ids[0]
    naming = give_ids(((a,), (b, c)), known(event(founder, a, b, c), members=members))
    assert naming.ids[1] == founder
    assert naming.ids[0] != founder


def test_an_event_without_any_heir_redirects_nowhere(members):
    a, b, *_ = members
    naming = give_ids(((a,),), known(event("gone", b), members=members))
    assert naming.redirects == (Redirect(EventId("gone"), None),)


def test_an_event_whose_larger_heir_has_a_better_claim_redirects_there(members):
    a, b, c, d, e = members
    previous = known(event("one", a, b, c), event("two", d, e), members=members)
    naming = give_ids(((a, b, c, d), (e,)), previous)
    assert naming.ids == ("one", "two")


def test_claims_that_are_gone_from_the_store_are_known_by_id_alone(members):
    a = members[0]
    (previous,) = remember([event("old", a)], [])
    assert previous == PreviousEvent(EventId("old"), frozenset({a.claim.id}), frozenset())
    assert give_ids(((a,),), [previous]).ids == ("old",)


def test_the_order_of_previous_events_makes_no_difference(members):
    a, b, *_ = members
    previous = known(event("one", a), event("two", b), members=members)
    assert give_ids(((a, b),), previous) == give_ids(((a, b),), reversed(previous))
