"""Know the words around an actor's name, the organs of states and the groups without a name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from ...errors import ResourceError
from ...types import Inter
from ..packaged import DATA

ACTOR_WORDS = DATA / "actor_words.toml"

QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
# "U.S." keeps the full stop that another name loses.
DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
EDGES = " \t\n\"'.,;:()[]"


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that each country has; ``heads`` are its phrases, parted by commas."""

    id: str
    label: str
    inter: Inter
    sector: str
    heads: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of group without a name; ``heads`` are its phrases, parted by commas."""

    label: str
    inter: Inter
    sector: str
    heads: str


@dataclass(frozen=True, slots=True)
class _Around:
    articles: str
    counts: str
    qualifiers: str
    apart: str
    members: str
    shouted: str
    sides: str
    same: str
    offices: str
    portfolios: str
    former: str
    titles: str
    shortened: dict[str, str]
    joints: tuple[str, ...]
    siding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    organ: tuple[Organ, ...]
    group: tuple[Group, ...]
    adjectives: dict[str, str]
    ucdp: dict[str, str]
    words: _Around


K = TypeVar("K", Organ, Group)


class Vocabulary:
    """All of data/actor_words.toml, ready to look up."""

    def __init__(self, file: _File) -> None:
        self._organ_by_id = {organ.id: organ for organ in file.organ}
        self._organs = _by_head(file.organ)
        self._groups = _by_head(file.group)
        self.adjectives: Mapping[str, str] = file.adjectives
        self.ucdp_states: Mapping[str, str] = file.ucdp
        self.articles = frozenset(file.words.articles.split())
        self.counts = frozenset(file.words.counts.split())
        self.qualifiers = frozenset(file.words.qualifiers.split())
        self.apart = self.qualifiers | frozenset(file.words.apart.split())
        self.members = frozenset(file.words.members.split())
        self.shouted = frozenset(file.words.shouted.split())
        self.sides = frozenset(file.words.sides.split())
        self.same = frozenset(file.words.same.split())
        self.offices = frozenset(file.words.offices.split())
        self.portfolios = frozenset(file.words.portfolios.split())
        self.titles = frozenset(file.words.titles.split())
        self.former = frozenset(file.words.former.split())
        self.shortened: Mapping[str, str] = file.words.shortened
        self.joints = file.words.joints
        self.siding = file.words.siding

    def organ(self, organ: str) -> Organ:
        """One organ by its id."""
        return self._organ_by_id[organ]

    def find_organ(self, phrase: str) -> Organ | None:
        """The organ a head phrase names, singular or plural."""
        return _find(self._organs, phrase)

    def find_group(self, phrase: str) -> Group | None:
        """The kind of group a head phrase names, singular or plural."""
        return _find(self._groups, phrase)

    def is_past(self, words: Iterable[str]) -> bool:
        """Whether words say that an office is held no more, or not yet."""
        return any(word in self.former or word.startswith("ex-") for word in map(str.lower, words))

    def is_ordinary(self, phrase: str) -> bool:
        """Whether it is a common noun that means a different actor in every country."""
        return phrase == phrase.lower() and bool(self.find_organ(phrase) or self.find_group(phrase))


def load_vocabulary(path: Path = ACTOR_WORDS) -> Vocabulary:
    """The vocabulary in this file; Dateline's own if none is given."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return Vocabulary(msgspec.convert(content, _File))
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error


def find_words(name: str) -> tuple[str, ...]:
    """The words of a name, its quotation marks straight and its edges clean."""
    words = name.translate(QUOTES).strip(EDGES).split()
    if words and DOTTED.fullmatch(words[-1] + "."):
        words[-1] += "."
    return tuple(words)


def drop_articles(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Without articles before it; the last word always stays."""
    start = 0
    while start < len(words) - 1 and words[start].lower() in vocabulary.articles:
        start += 1
    return words[start:]


def drop_counts(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Without the figures and "dozens of" before it; the last word always stays."""
    start = 0
    while start < len(words) - 1 and _counts(words, start, vocabulary):
        start += 1
    return words[start:]


def drop_qualifiers(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Without "suspected", "armed" and their like before it; the last word always stays."""
    return _drop(words, vocabulary.qualifiers, vocabulary)


def drop_descriptions(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Without "rebel", "Islamist" and "Kurdish" before it either."""
    return _drop(words, vocabulary.apart, vocabulary)


def _drop(
    words: tuple[str, ...], dropped: frozenset[str], vocabulary: Vocabulary
) -> tuple[str, ...]:
    start = 0
    while start < len(words) - 1 and (
        words[start].lower() in dropped or _counts(words, start, vocabulary)
    ):
        start += 1
    return words[start:]


def _counts(words: tuple[str, ...], at: int, vocabulary: Vocabulary) -> bool:
    word = words[at].lower()
    if word == "of":
        return at > 0 and words[at - 1].lower() in vocabulary.counts
    return (
        word in vocabulary.counts
        or word in vocabulary.articles
        or bool(
            re.fullmatch(
                r"[\d.,]+(?:st|nd|rd|th)?|\w+-(?:one|two|three|four|five|six|seven|eight|nine)",
                word,
            )
        )
    )


def _by_head(kinds: Iterable[K]) -> Mapping[str, K]:
    """Kinds by each of their phrases; a phrase in two belongs to the first."""
    heads: dict[str, K] = {}
    for kind in kinds:
        for phrase in kind.heads.split(","):
            heads.setdefault(" ".join(phrase.split()), kind)
    return heads


def _find(heads: Mapping[str, K], phrase: str) -> K | None:
    """The kind of the phrase itself, or of what it is the plural of."""
    for form in (phrase.lower(), *find_singulars(phrase.lower())):
        if form in heads:
            return heads[form]
    return None


def find_singulars(phrase: str) -> tuple[str, ...]:
    """What a phrase may be the plural of."""
    if phrase.endswith("ies"):
        return (phrase[:-3] + "y", phrase[:-1])
    if phrase.endswith("es"):
        return (phrase[:-1], phrase[:-2])
    if phrase.endswith("men"):
        return (phrase[:-3] + "man",)
    return (phrase[:-1],) if phrase.endswith("s") else ()
