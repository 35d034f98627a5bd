from __future__ import annotations

import pytest

from dateline.consolidation.independence import find_voices
from dateline.consolidation.resolved import resolve_claims
from dateline.consolidation.tolls import make_tolls

TEXT = (
    "Shells killed some civilians and soldiers. They killed some people and guards. "
    "They killed more."
)


def make_text(number):
    """Texts that are no copies of one another."""
    words = " ".join(f"word{number}x{index}" for index in range(30))
    return f"{TEXT} Then {words} said nothing."


@pytest.fixture
def tolls(tell, atlas):
    """The ranges over documents, each a publication day and the figures of its passages.

    Each is of a source of its own, unless the figures say otherwise.
    """

    def make(*documents, sources=()):
        members = []
        for number, (published, *passages) in enumerate(documents):
            claims = [
                {
                    "trigger": f"killed#{index + 1}",
                    "kind": "shelling",
                    "tolls": [{"words": "killed", **figure} for figure in figures],
                }
                for index, figures in enumerate(passages)
            ]
            told = {
                "address": str(number),
                "source": sources[number] if sources else str(number),
                "text": make_text(number),
                "published": published,
                "claim": claims,
            }
            members += resolve_claims(*tell(told), atlas)
        return [
            (toll.whose, toll.low, toll.best, toll.high, toll.because)
            for toll in make_tolls(tuple(members), find_voices(tuple(members), {}))
        ]

    return make


def exact(number, **more):
    return {"low": number, "high": number, **more}


def at_least(number, **more):
    return {"low": number, "qualifier": "at-least", **more}


def test_one_document_gives_its_figure_even_when_it_says_it_twice(tolls):
    found = tolls((None, [exact(3)], [exact(4)], [exact(4)]))
    assert found == [(None, 3, 4, 4, "one document gives it")]


def test_documents_that_agree_say_so(tolls):
    found = tolls(("2024-03-05", [exact(3)]), ("2024-03-06", [exact(3)]))
    assert found == [(None, 3, 3, 3, "all 2 independent sources give the same number")]


def test_most_documents_give_the_best_figure(tolls):
    one, two = ("2024-03-05", [exact(46)]), ("2024-03-07", [exact(54)])
    (found,) = tolls(one, one[:1] + one[1:], two)
    assert found[:4] == (None, 46, 46, 54)
    assert found[4].endswith("best is given by 2 of them (most)")


def test_of_equally_many_the_latest_gives_the_best_figure(tolls):
    (found,) = tolls(("2024-03-07", [exact(54)]), ("2024-03-05", [exact(46)]))
    assert found[:4] == (None, 46, 54, 54)
    assert found[4].endswith("best is given by 1 of them (more than give any other, or the latest)")


def test_of_one_day_the_lower_figure_is_best(tolls):
    (found,) = tolls(("2024-03-05", [exact(54)]), ("2024-03-05", [exact(46)]))
    assert found[:4] == (None, 46, 46, 54)


def test_at_least_leaves_the_upper_end_open(tolls):
    assert tolls((None, [at_least(30)]))[0][:4] == (None, 30, 30, None)


def test_another_document_closes_the_upper_end_no_lower_than_any_figure(tolls):
    found = tolls(("2024-03-05", [at_least(60)]), ("2024-03-04", [exact(46)]))
    assert found[0][:4] == (None, 46, 60, 60)


def test_losses_without_a_number_stay_unknown(tolls):
    assert tolls((None, [{"qualifier": "vague"}])) == [
        (None, None, None, None, "no source gives a number")
    ]


def test_sides_are_counted_apart(tolls):
    found = tolls((None, [exact(3, whose="civilians"), exact(5, whose="soldiers")]))
    assert [toll[:2] for toll in found] == [("civilians", 3), ("soldiers", 5)]


def test_people_are_counted_with_the_only_side_that_is_named(tolls):
    found = tolls(("2024-03-05", [exact(3, whose="civilians")]), ("2024-03-06", [exact(5)]))
    assert [toll[:4] for toll in found] == [("civilians", 3, 5, 5)]


def test_a_claim_that_gives_total_and_part_keeps_them_apart(tolls):
    found = tolls((None, [exact(9), exact(3, whose="civilians")]))
    assert [toll[:2] for toll in found] == [(None, 9), ("civilians", 3)]


def test_people_are_counted_with_no_side_when_two_are_named(tolls):
    sides = [exact(3, whose="civilians"), exact(5, whose="soldiers")]
    found = tolls(("2024-03-05", sides), ("2024-03-06", [exact(8)]))
    assert [toll[:2] for toll in found] == [(None, 8), ("civilians", 3), ("soldiers", 5)]


def test_what_counts_more_than_this_event_stands_apart(tolls):
    found = tolls((None, [exact(3)], [exact(900, cumulative=True)]))
    assert [toll[:2] for toll in found] == [(None, 3), (None, 900)]


def test_kinds_of_toll_stand_in_a_fixed_order(tolls):
    found = tolls((None, [exact(1, kind="wounded"), exact(2)], [exact(3, kind="displaced")]))
    assert [toll[1] for toll in found] == [2, 1, 3]


def test_every_figure_keeps_its_claims_the_best_first(tell, atlas):
    claims = [
        {"trigger": f"killed#{n}", "kind": "shelling", "tolls": [{"words": "killed", **figure}]}
        for n, figure in enumerate((exact(3), exact(4), exact(4)), start=1)
    ]
    members = resolve_claims(*tell({"text": TEXT, "claim": claims}), atlas)
    (toll,) = make_tolls(members, find_voices(members, {}))
    assert [entry.toll.low for entry in toll.ledger] == [4, 3]
    assert toll.ledger[0].claims == (members[1].claim.id, members[2].claim.id)


def test_a_report_that_gives_a_figure_twice_in_other_words_gives_one(tolls):
    soldiers, guards = [exact(3, whose="soldiers")], [exact(3, whose="guards")]
    (found,) = tolls((None, soldiers, guards))
    assert found[1:4] == (3, 3, 3)


def test_the_same_figure_for_others_in_another_report_is_another(tolls):
    soldiers, civilians = [exact(3, whose="soldiers")], [exact(3, whose="civilians")]
    assert len(tolls(("2024-03-05", soldiers), ("2024-03-06", civilians))) == 2


def test_two_figures_of_one_claim_stay_two_however_alike(tolls):
    both = [exact(3, whose="soldiers"), exact(3, whose="civilians")]
    assert len(tolls((None, both))) == 2


def test_copies_of_one_source_give_its_figure_once(tolls):
    days = ("2024-03-05", [exact(46)]), ("2024-03-05", [exact(46)]), ("2024-03-07", [exact(54)])
    (found,) = tolls(*days, sources=("Daily", "Daily", "Herald"))
    assert found[:4] == (None, 46, 54, 54)
    assert found[4].startswith("2 independent sources give numbers")


def test_a_later_figure_of_a_source_takes_the_place_of_its_earlier_one(tolls):
    days = ("2024-03-05", [at_least(12)]), ("2024-03-06", [exact(17)])
    assert tolls(*days, sources=("Daily", "Daily")) == [
        (None, 17, 17, 17, "one document gives it; 1 earlier left out")
    ]


def test_documents_of_one_source_and_day_are_one_source(tolls):
    days = ("2024-03-05", [exact(12)]), ("2024-03-05", [exact(12)])
    assert tolls(*days, sources=("Daily", "Daily"))[0][4] == "one source gives it, in 2 documents"
