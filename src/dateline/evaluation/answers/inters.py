"""ACLED's code for who takes part, also where no one actor could be chosen."""

from __future__ import annotations

from functools import cache

from ...resolution.actors.words import (
    Vocabulary,
    drop_articles,
    drop_counts,
    drop_qualifiers,
    find_words,
    load_vocabulary,
)
from ...types import Actor, Resolution

CIVILIANS, RIOTERS = 7, 5
_OF_NOBODY = frozenset(
    "man men woman women person persons people individual individuals suspect suspects".split()
)


def inter_of(words: str, resolved: Resolution[Actor] | None) -> int | None:
    """The code of an actor, of all whom a name could mean, or of the organ that it is called."""
    chosen = resolved.chosen if resolved else None
    if chosen is not None and chosen.registered:
        return int(chosen.inter)
    candidates = resolved.candidates if resolved else ()
    bare = _bare(words)
    organ = _vocabulary().find_organ(bare)
    if organ is None and not candidates and bare:  # "Rwandan and Mozambican forces"
        organ = _vocabulary().find_organ(bare.split()[-1])
    if organ is not None:
        return int(organ.inter)
    if chosen is not None:
        return int(chosen.inter)
    meant = {int(candidate.value.inter) for candidate in candidates}
    return meant.pop() if len(meant) == 1 else None


def is_crowd(inter: int | None, head: str) -> bool:
    """Whether civilians are named as a crowd: those who use force are rioters to ACLED.

    "Two men" may be anybody.
    """
    return inter == CIVILIANS and head.endswith(("s", "people", "men")) and head not in _OF_NOBODY


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary()


def _bare(words: str) -> str:
    found = find_words(words.lower())
    for drop in (drop_articles, drop_counts, drop_qualifiers):
        found = drop(found, _vocabulary())
    return " ".join(found)
