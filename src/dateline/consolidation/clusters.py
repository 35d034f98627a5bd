"""Follow links between numbered things into clusters, and never over a contradiction."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Link = tuple[float, int, int]
Contradicts = Callable[[int, int], bool]


def find_clusters(
    count: int, links: list[Link], contradicts: Contradicts
) -> list[tuple[list[int], list[Link]]]:
    """Follow the links in their order; a link that would join contradictions is left out."""
    cluster_of = list(range(count))
    members = {index: [index] for index in range(count)}
    joined: dict[int, list[Link]] = {index: [] for index in range(count)}
    for link in links:
        left, right = sorted((cluster_of[link[1]], cluster_of[link[2]]))
        if left == right or any(
            contradicts(one, other) for one in members[left] for other in members[right]
        ):
            continue
        for index in members[right]:
            cluster_of[index] = left
        members[left] += members.pop(right)
        joined[left] += [*joined.pop(right), link]
    return [(sorted(members[index]), joined[index]) for index in sorted(members)]


def number_components(count: int, links: Iterable[Link]) -> tuple[int, ...]:
    """The lowest number that each thing is connected with, over however many links.

    What is not connected cannot change each other's clusters.
    """
    above = list(range(count))

    def top(index: int) -> int:
        while above[index] != index:
            above[index] = above[above[index]]
            index = above[index]
        return index

    for _, left, right in links:
        first, other = sorted((top(left), top(right)))
        above[other] = first
    return tuple(map(top, range(count)))
