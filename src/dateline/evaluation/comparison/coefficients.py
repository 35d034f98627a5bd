"""Agreement beyond chance: Cohen's kappa for labels, Krippendorff's alpha for what has an order.

Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological
Measurement 20(1), 37-46. Krippendorff, K. (2011): Computing Krippendorff's alpha-reliability.
University of Pennsylvania.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def find_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa; ``None`` where chance alone would agree always, or nothing was compared."""
    total = len(pairs)
    if not total:
        return None
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    agreeing = sum(one == other for one, other in pairs)
    # In whole numbers, so that no order of the pairs shows in the last digit.
    by_chance = sum(count * right[label] for label, count in left.items())
    if by_chance == total * total:
        return None
    return (agreeing * total - by_chance) / (total * total - by_chance)


def find_alpha(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Krippendorff's alpha for two coders and ordinal values; ``None`` where all are the same.

    The ordinal distance of two values is that of their mean ranks among all values of both.
    """
    pooled = sorted(value for pair in pairs for value in pair)
    ranks = _double_ranks(pooled)
    observed = sum((ranks[one] - ranks[other]) ** 2 for one, other in pairs)
    count, total = len(pooled), sum(ranks[value] for value in pooled)
    # The sum over all pairs of values, without walking through them.
    expected = count * sum(ranks[value] ** 2 for value in pooled) - total**2
    if not expected:
        return None
    return 1 - (count - 1) * observed / expected


def _double_ranks(values: Sequence[int]) -> dict[int, int]:
    """Twice the mean rank of each value, which is whole."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for rank, value in enumerate(values):
        first.setdefault(value, rank)
        last[value] = rank
    return {value: first[value] + last[value] for value in first}
