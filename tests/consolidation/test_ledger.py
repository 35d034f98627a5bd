from __future__ import annotations

import pytest

from dateline.consolidation.events import consolidate
from dateline.types import Grade


def report(number, day, sentence, *, figure=None, kind="shelling", **claim):
    """A report of its own source on the shelling of Oldtown on Monday."""
    words = " ".join(f"w{number}x{index}" for index in range(20))
    told = {"trigger": "shelled", "kind": kind, "places": ["Oldtown"], "times": ["Monday"]}
    if figure:
        told["tolls"] = [{"words": "killing", **figure}]
    return {
        "address": str(number),
        "source": claim.pop("source", f"paper {number}"),
        "published": f"2024-03-{day:02d}",
        "text": f"{sentence} {words}.",
        "claim": [{**told, **claim}],
    }


@pytest.fixture
def join(tell, kinds, atlas):
    """The one event that some reports tell."""

    def joined(*reports):
        readings = [tell(told) for told in reports]
        (event,) = consolidate(readings, hierarchy=atlas, kinds=kinds).events
        return event

    return joined


def ledger(event):
    return [
        (entry.claimant, entry.toll.low, entry.superseded)
        for toll in event.tolls
        for entry in toll.ledger
    ]


def exact(number):
    return {"low": number, "high": number}


def at_least(number):
    return {"low": number, "qualifier": "at-least"}


KILLED = "Guns shelled Oldtown on Monday, killing many."


def said(who, words=KILLED):
    return f"{who} said: {words}"


def test_each_figure_stands_beside_who_gives_it(join):
    event = join(
        report(1, 4, said("army"), figure=exact(12), speakers=["army"]),
        report(2, 5, KILLED, figure=exact(17)),
    )
    assert ledger(event) == [("paper 2", 17, None), ("army", 12, None)]
    assert [(toll.low, toll.best, toll.high) for toll in event.tolls] == [(12, 17, 17)]


def test_a_claimant_takes_its_own_figure_back_wherever_it_is_printed(join):
    event = join(
        report(1, 4, said("army"), figure=exact(12), speakers=["army"]),
        report(2, 5, said("army"), figure=exact(9), speakers=["army"]),
    )
    assert ledger(event) == [("army", 9, None), ("army", 12, "army gave another figure later")]
    assert event.tolls[0].high == 9


def test_a_figure_of_nobody_in_particular_is_the_source_s_own(join):
    event = join(
        report(1, 4, said("doctor"), figure=exact(12), speakers=["doctor"], source="Daily"),
        report(2, 5, KILLED, figure=exact(17), source="Daily"),
    )
    assert ledger(event) == [
        ("Daily", 17, None),
        ("doctor", 12, "doctor gave another figure later"),
    ]


def test_a_source_that_quotes_a_party_keeps_its_own_figure(join):
    event = join(
        report(1, 4, KILLED, figure=exact(12), source="Daily"),
        report(2, 5, said("army"), figure=exact(2), speakers=["army"], source="Daily"),
    )
    assert [entry[2] for entry in ledger(event)] == [None, None]


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        (at_least(12), exact(17), "a later report says what it has risen to"),
        (at_least(20), exact(17), None),
        (exact(12), exact(17), None),
        (at_least(12), {"qualifier": "vague"}, None),
    ],
)
def test_a_risen_toll_leaves_lower_bounds_behind(before, after, left, join):
    risen = "The toll of those shelled at Oldtown on Monday has risen to many, killing more."
    event = join(report(1, 4, KILLED, figure=before), report(2, 5, risen, figure=after))
    assert dict(entry[::2] for entry in ledger(event))["paper 1"] == left


def test_reports_without_a_day_take_no_place(join):
    event = join(
        {**report(1, 4, KILLED, figure=exact(12), source="Daily"), "published": None},
        report(2, 5, KILLED, figure=exact(17), source="Daily"),
    )
    assert {entry[2] for entry in ledger(event)} == {None}


RED = "Red Front shelled Oldtown on Monday, killing many."
ARMY = "The army shelled Oldtown on Monday, killing many."


def contradictions(event):
    return [(found.field.value, found.because) for found in event.contradictions]


def test_who_blames_whom_is_listed_and_makes_it_contested(join):
    event = join(
        report(1, 4, f"League said {RED}", actors=["Red Front"], speakers=["League"],
               figure=exact(9)),
        report(2, 5, ARMY, actors=["army"], figure=exact(9)),
    )  # fmt: skip
    assert contradictions(event) == [
        ("blame", "who did it is disputed: Red Front (League); Northland Army (paper 2)")
    ]
    assert (event.grade, event.graded) == (
        Grade.CONTESTED, "sources name different sides as those who did it"
    )  # fmt: skip


def test_who_says_the_same_of_the_blame_stands_together(join):
    event = join(
        report(1, 4, RED, actors=["Red Front"], figure=exact(9)),
        report(2, 5, ARMY, actors=["army"], figure=exact(9)),
        report(3, 6, RED, actors=["Red Front"], figure=exact(9)),
    )
    assert contradictions(event) == [
        ("blame", "who did it is disputed: Red Front (paper 1, paper 3); Northland Army (paper 2)")
    ]


def test_figures_that_cannot_both_be_true_are_listed(join):
    event = join(
        report(1, 4, KILLED, figure=exact(9)),
        report(2, 5, KILLED, figure=at_least(12)),
        report(3, 5, KILLED, figure=exact(17)),
    )
    assert contradictions(event) == [
        ("figure", "the figures of killed differ: 17 (paper 3); 9 (paper 1); at least 12 (paper 2)")
    ]


def test_a_figure_and_a_bound_below_it_are_no_contradiction(join):
    event = join(report(1, 4, KILLED, figure=at_least(12)), report(2, 5, KILLED, figure=exact(17)))
    assert event.contradictions == ()


def test_one_claimant_does_not_contradict_itself(join):
    event = join(
        report(1, 5, KILLED, figure=exact(9), source="Daily"),
        report(2, 5, KILLED, figure=exact(17), source="Daily"),
    )
    assert event.contradictions == ()


def test_what_counts_more_than_this_event_contradicts_nothing(join):
    event = join(
        report(1, 5, KILLED, figure={**exact(90), "cumulative": True}),
        report(2, 5, KILLED, figure={**exact(170), "cumulative": True}),
    )
    assert event.contradictions == ()


def test_figures_of_a_side_say_whose(join):
    sentence = "Guns shelled Oldtown on Monday, killing civilians."
    event = join(
        report(1, 5, sentence, figure={**exact(9), "whose": "civilians"}),
        report(2, 5, sentence, figure={**exact(17), "whose": "civilians"}),
    )
    assert contradictions(event)[0][1].startswith("the figures of killed civilians differ: ")


def test_places_and_days_that_differ_are_listed(join):
    mill = "Red Front shelled Milltown on Tuesday, killing many."
    shared = {"actors": ["Red Front"], "figure": exact(9)}
    event = join(
        report(1, 5, RED, **shared),
        report(2, 6, mill, **{**shared, "places": ["Milltown"], "times": ["Tuesday"]}),
    )
    assert contradictions(event) == [
        ("place", "the places differ: Oldtown (paper 1); Milltown (paper 2)"),
        ("date", "the dates differ: 2024-03-04 (paper 1); 2024-03-05 (paper 2)"),
    ]


def test_places_that_one_report_lists_do_not_contradict_each_other(join):
    both = "Red Front shelled Oldtown and Milltown on Monday, killing many."
    mill = "Red Front shelled Milltown on Monday, killing many."
    shared = {"actors": ["Red Front"], "figure": exact(9)}
    event = join(
        report(1, 4, RED, **shared),
        report(2, 5, mill, **{**shared, "places": ["Milltown"]}),
        report(3, 6, both, **{**shared, "places": ["Oldtown", "Milltown"]}),
    )
    assert event.contradictions == ()


@pytest.mark.parametrize(
    ("reports", "grade"),
    [
        ([{"actors": ["Red Front"], "speakers": ["Red Front"]}], Grade.CONFIRMED),
        ([{"actors": ["Red Front"]}, {}], Grade.FAIR),
        ([{"actors": ["Red Front"]}], Grade.WEAK),
        ([{"actors": ["Red Front"], "speakers": ["League"]}], Grade.WEAK),
        ([{"status": "denied", "actors": ["Red Front"]}], Grade.DENIED),
    ],
)
def test_a_grade_is_given_by_the_first_rule_that_holds(reports, grade, join):
    sentence = "Red Front shelled Oldtown on Monday, killing many, League said, Red Front said."
    told = [report(number, 5, sentence, **values) for number, values in enumerate(reports)]
    event = join(*told)
    assert event.grade is grade
    assert event.graded


def test_anonymous_officials_do_not_speak_for_their_side(join):
    sentence = "army officials said the army shelled Oldtown on Monday."
    told = {"actors": ["army"], "speakers": ["army officials"]}
    assert join(report(1, 5, sentence, **told)).grade is Grade.WEAK


def test_owners_make_two_papers_one_source(tell, kinds, atlas):
    readings = [tell(report(number, 5, KILLED, figure=exact(9))) for number in (1, 2)]
    owners = {"paper 1": "Ministry", "paper 2": "Ministry"}
    (event,) = consolidate(readings, hierarchy=atlas, kinds=kinds, owners=owners).events
    assert (len(event.voices), event.sources) == (1, ("paper 1", "paper 2"))
