"""When two names, places, times or kinds count as the same in a comparison with coded claims."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

import msgspec

from ...errors import ResourceError
from ..articles import GoldClaim, Prediction, TimeRange

# Above these, strings are spellings of one name; from the reference scorer.
SAME_NAME = 0.86
SAME_PLACE = 0.82


@dataclass(frozen=True)
class Lists:
    """The lists of ``likeness.toml``."""

    families: tuple[frozenset[str], ...]
    bridges: dict[str, str]
    speech: frozenset[str]
    not_real: frozenset[str]
    same_names: tuple[tuple[str, ...], ...]
    relational: frozenset[str]


@cache
def load_lists() -> Lists:
    """The lists that come with the package."""
    try:
        text = files(__package__).joinpath("likeness.toml").read_bytes()
        return msgspec.toml.decode(text, type=Lists)
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError(f"evaluation/scoring/likeness.toml: {error}") from error


# ---- names ---------------------------------------------------------------------------------------


def fold(name: str) -> str:
    """A name without case, accents, article, hyphens, possessives and outer punctuation."""
    text = unicodedata.normalize("NFKD", name).replace("\u2019", "'").replace("\u2018", "'")
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
    text = re.sub(r"^(the|a|an)\s+", "", text.strip())
    text = text.replace("-", " ").replace("'s", "").replace("'", "")
    return re.sub(r"\s+", " ", text).strip(' .,;:"')


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The groups of same names that each folded name is in."""
    groups: dict[str, frozenset[int]] = {}
    for number, names in enumerate(load_lists().same_names):
        for name in names:
            groups[fold(name)] = groups.get(fold(name), frozenset()) | {number}
    return groups


def is_same_name(gold: str, found: str) -> bool:
    """Whether two names are one actor's; " / " in a name parts what is equally right."""
    return any(
        _is_same_single_name(fold(left), fold(right))
        for left in gold.split(" / ")
        for right in found.split(" / ")
    )


def _is_same_single_name(left: str, right: str) -> bool:
    if not left or not right:
        return False
    none: frozenset[int] = frozenset()
    if left == right or _groups().get(left, none) & _groups().get(right, none):
        return True
    words, others = set(left.split()), set(right.split())
    if words <= others or others <= words:
        return True
    return SequenceMatcher(None, left, right).ratio() >= SAME_NAME


def is_same_place(gold: str, found: str) -> bool:
    """Whether two names are one place's, whatever stands around them."""
    left, right = fold(gold), fold(found)
    if not left or not right:
        return False
    relational = load_lists().relational
    words = set(re.findall(r"\w+", left)) - relational
    others = set(re.findall(r"\w+", right)) - relational
    if not words or not others:
        return left == right
    if words <= others or others <= words:
        return True
    return SequenceMatcher(None, left, right).ratio() >= SAME_PLACE


def count_same(
    gold: Sequence[str], found: Sequence[str], is_same: Callable[[str, str], bool]
) -> int:
    """How many names of the one are in the other, each used once, first come first served."""
    left = list(found)
    count = 0
    for name in gold:
        match = next((index for index, other in enumerate(left) if is_same(name, other)), None)
        if match is not None:
            del left[match]
            count += 1
    return count


# ---- times, kinds, statuses ----------------------------------------------------------------------


def is_same_time(gold: TimeRange | None, found: TimeRange | None) -> bool:
    """Whether two intervals agree as far as the coarser one goes."""
    if gold is None or found is None:
        return gold is found
    if not _is_same_day(gold.start, found.start):
        return False
    one_day = not found.end and gold.start == gold.end
    return _is_same_day(gold.end, found.end) or not gold.end or one_day


def _is_same_day(gold: str | None, found: str | None) -> bool:
    if not gold or not found:
        return not gold and not found
    if gold.startswith("--") and not found.startswith("--"):  # the coder knew no year
        found = "--" + found[5:]
    return found.startswith(gold) or (gold.startswith(found) and len(found) >= 4)


def is_right_kind(gold: GoldClaim, found: Prediction) -> bool:
    """Whether the kind is the coded one or one as good."""
    return found.kind == gold.kind or found.kind in gold.kind_alt


def is_right_status(gold: GoldClaim, found: Prediction) -> bool:
    """Whether the status is the coded one or one as good."""
    return found.status == gold.status or found.status in gold.status_alt


def weigh_kinds(gold: GoldClaim, found: Prediction) -> int:
    """3 for the right kind, 2 for one of its family, 1 across a bridge, 0 for another claim."""
    if is_right_kind(gold, found):
        return 3
    if any(_is_family(kind, found.kind) for kind in (gold.kind, *gold.kind_alt)):
        return 2
    bridges = load_lists().bridges
    crossings = ((gold.kind, found.status), (found.kind, gold.status))
    return int(any(kind in bridges and status == bridges[kind] for kind, status in crossings))


def _is_family(kind: str, other: str) -> bool:
    return any(kind in family and other in family for family in load_lists().families)
