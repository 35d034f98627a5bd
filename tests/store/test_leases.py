"""Processes that share a store part the work between them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

NAMES = ("a", "b", "c")


def test_what_one_holds_another_does_not_get(store):
    assert store.lease(("a", "b"), owner="one", seconds=60) == ("a", "b")
    assert store.lease(NAMES, owner="two", seconds=60) == ("c",)


def test_what_is_given_back_or_expired_is_free(store):
    store.lease(NAMES, owner="one", seconds=60)
    store.release(("a",), owner="one")
    assert store.lease(NAMES, owner="two", seconds=0) == ("a",)
    assert store.lease(NAMES, owner="three", seconds=60) == ("a",)


def test_what_one_holds_is_held_for_longer_when_it_is_asked_for_again(store):
    store.lease(("a",), owner="one", seconds=0)
    assert store.lease(("a",), owner="one", seconds=60) == ("a",)
    assert store.lease(("a",), owner="two", seconds=60) == ()


def test_nobody_gives_back_what_another_holds(store):
    store.lease(("a",), owner="one", seconds=60)
    store.release(("a",), owner="two")
    assert store.lease(("a",), owner="two", seconds=60) == ()


def test_nothing_is_asked_of_the_store_for_no_names(store):
    assert store.lease((), owner="one", seconds=60) == ()


def test_each_piece_of_work_goes_to_one_of_many_who_ask_at_once(store):
    names = tuple(f"{number:02}" for number in range(30))

    def take(owner: str) -> tuple[str, ...]:
        return store.lease(names, owner=owner, seconds=60)

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(take, ("one", "two", "three", "four")))
    assert sorted(name for part in taken for name in part) == list(names)
