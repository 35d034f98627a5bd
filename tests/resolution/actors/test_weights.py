from __future__ import annotations

from datetime import date

import pytest

from dateline.resolution.actors.weights import ActorContext, Proposal, choose, weigh
from dateline.types import Actor, ActorId, Candidate, Inter, Reason

NAMED = (Reason(0.6, "'RF' is one of its names"),)


def make_actor(name: str = "red-front") -> Actor:
    return Actor(ActorId(name), name, Inter.REBEL_GROUP, "REB", "ML")


def make_proposal(**facts: object) -> Proposal:
    return Proposal(make_actor(), NAMED, ("ML", "NE"), date(2010, 1, 1), date(2020, 1, 1), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "because"),
    [
        (date(2009, 12, 31), "it begins only on 2010-01-01"),
        (date(2010, 1, 1), "on 2010-01-01 it bears this name"),
        (date(2019, 12, 31), "on 2019-12-31 it bears this name"),
        (date(2020, 1, 1), "it ended on 2020-01-01"),
    ],
)
def test_the_day_counts_and_the_last_belongs_to_the_next(on: date, because: str) -> None:
    candidate = weigh(make_proposal(), ActorContext(("ML",), on))
    assert because in {reason.because for reason in candidate.reasons}


def test_too_early_is_worse_than_too_late() -> None:
    early = weigh(make_proposal(), ActorContext(("ML",), date(2000, 1, 1)))
    late = weigh(make_proposal(), ActorContext(("ML",), date(2024, 1, 1)))
    assert early.score < late.score


def test_the_documents_first_country_counts_most() -> None:
    first = weigh(make_proposal(), ActorContext(("ML", "FR")))
    second = weigh(make_proposal(), ActorContext(("FR", "ML")))
    elsewhere = weigh(make_proposal(), ActorContext(("FR",)))
    assert first.score > second.score > elsewhere.score


def test_away_from_home_an_acronym_loses_more_and_a_shared_one_most() -> None:
    away = ActorContext(("FR",))
    name = weigh(make_proposal(), away)
    acronym = weigh(make_proposal(acronym=True), away)
    shared = weigh(make_proposal(acronym=True, shared=True), away)
    assert name.score > acronym.score > shared.score


def test_a_common_noun_is_no_name_elsewhere() -> None:
    resolution = choose(
        "coalition", (weigh(make_proposal(ordinary=True), ActorContext(("FR",))),), 0.4
    )
    assert resolution.chosen is None


def test_nothing_is_chosen_below_the_threshold_or_between_equals() -> None:
    weak = Candidate(make_actor(), (Reason(0.3, "it sounds alike"),))
    assert choose("RF", (weak,), 0.4).because == "no reading of the name is likely enough"
    twins = tuple(Candidate(make_actor(name), NAMED) for name in ("red-front", "rural-front"))
    assert choose("RF", twins, 0.4).because == "two readings are as likely"
    assert choose("RF", (), 0.4).because == "the words name no actor"
