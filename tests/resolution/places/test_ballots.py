from __future__ import annotations

from dateline.resolution.places.ballots import ALONE, Ballots


def cast(*votes: tuple[str, str, float]) -> Ballots[str]:
    ballots: Ballots[str] = Ballots()
    for choice, name, points in votes:
        ballots.add(choice, name, points)
    return ballots


def test_the_choice_with_most_votes_comes_first() -> None:
    assert cast(("ML", "Gao", 1.0), ("NE", "Niger", 2.0)).rank() == ("NE", "ML")


def test_a_tie_goes_by_the_alphabet() -> None:
    assert cast(("NE", "Dosso", 1.0), ("ML", "Gao", 1.0)).rank() == ("ML", "NE")


def test_a_name_does_not_count_for_itself() -> None:
    votes = cast(("JP", "Kani", 2.0), ("SY", "Hama", 1.0))
    assert votes.rank() == ("JP", "SY")
    assert votes.rank(without="Kani") == ("SY",)


def test_a_name_is_itself_in_capitals_too() -> None:
    assert cast(("JP", "KANI", 1.0), ("SY", "Hama", 1.0)).rank(without="Kani") == ("SY",)


def test_what_is_named_in_passing_is_left_out() -> None:
    assert cast(("SY", "Hama", 10.0), ("DK", "Danish", 1.0)).rank() == ("SY",)


def test_shares_are_of_the_first_choice_and_one_name_alone_counts_less() -> None:
    votes = cast(("US Ohio", "Lima", 1.0), ("US Ohio", "Toledo", 1.0), ("PE Lima", "Lima", 1.0))
    assert votes.shares() == {"US Ohio": 1.0, "PE Lima": 0.5 * ALONE}


def test_nothing_is_ranked_where_nobody_voted() -> None:
    assert cast().rank() == ()
    assert cast().shares() == {}
