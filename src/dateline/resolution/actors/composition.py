"""Compose the organs of states from what they are called: "Syrian troops", "the army of Mali"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from ...types import Actor, ActorId, Inter
from ..countries import Countries, load_countries
from ..folding import fold, strip_marks
from .words import Organ, Vocabulary, drop_qualifiers

REMEMBERED = 20_000
LONGEST_COUNTRY = 5  # words: "Democratic Republic of the Congo"

# Small words inside a person's name.
PARTICLES = frozenset("al el bin ibn abu de del della di van von der la le bint ould ag".split())

PORTFOLIO_OF = frozenset({"of", "for"})
PORTFOLIO_JOINTS = PORTFOLIO_OF | {"and", "the", "&"}


class CountryWords(Protocol):
    """What is asked about countries; codes are ISO 3166-1 alpha-2."""

    def country_name(self, code: str) -> str:
        """The common English name."""

    def country_named(self, name: str) -> str | None:
        """The country that is called so."""

    def country_of_demonym(self, word: str) -> str | None:
        """The country whose people are called so: "Syrian"."""

    def capital_country(self, name: str) -> str | None:
        """The country that is governed from this city."""


LONGEST_CAPITAL = 3  # words: "Port Moresby", "San José"
# A capital's police and courts may be the city's.
SEATED = frozenset({"government", "military", "army", "parliament"})

# Whose adjective rather names a people than its authorities.
STATELESS = frozenset({"PS", "EH"})


@dataclass(frozen=True, slots=True)
class Part:
    """An organ of a country, or with no organ the state itself."""

    country: str
    organ: str | None = None


class States:
    """The actors that states and their organs are."""

    def __init__(self, vocabulary: Vocabulary, countries: CountryWords | None = None) -> None:
        listed = load_countries()
        self.vocabulary = vocabulary
        self.countries = countries or Countries(listed)
        self._country_of = lru_cache(REMEMBERED)(self._country)
        self._begins_country = lru_cache(REMEMBERED)(self._may_begin)
        self._first_words = frozenset(
            fold(name.removeprefix("the ").split()[0])
            for country in listed
            for name in (country.name, *country.aliases, *country.demonyms)
        )
        self._adjectives = {
            country.code: country.demonyms[0] for country in listed if country.demonyms
        } | dict(vocabulary.adjectives)

    def find_country(self, words: tuple[str, ...]) -> tuple[str, int] | None:
        """The country that the first words name or belong to, and how many words that takes."""
        if not self._begins_country(words[0]):
            return None
        for length in range(min(len(words), LONGEST_COUNTRY), 0, -1):
            country = self._country_of(" ".join(words[:length]))
            if country:
                return country, length
        return None

    def _country(self, owner: str) -> str | None:
        bare = owner.removesuffix("'s").removesuffix("'")
        return self.countries.country_of_demonym(bare) or self.countries.country_named(bare)

    def _may_begin(self, word: str) -> bool:
        bare = word.removesuffix("'s").removesuffix("'")
        return (word[:1].isupper() or "-" in word) and (
            fold(bare) in self._first_words or fold(bare.removesuffix("s")) in self._first_words
        )

    def country_of_adjective(self, word: str) -> str | None:
        """The country of a bare adjective: "Israeli", but not "an Israeli" or "Israelis"."""
        if not word[:1].isupper() or (word.endswith("s") and self._country_of(word[:-1])):
            return None
        country = self.countries.country_of_demonym(word)
        return None if country in STATELESS else country

    def find_part(self, words: tuple[str, ...]) -> Part | None:
        """What part of which state these words name, if they name one."""
        return self._after_country(words) or self._before_country(words)

    def find_seated(self, words: tuple[str, ...]) -> Part | None:
        """ "The Kyiv government", "the Tripoli-based army": an organ by the capital it sits in."""
        for length in range(1, min(len(words), LONGEST_CAPITAL + 1)):
            capital = " ".join(words[:length]).removesuffix("-based")
            country = self.countries.capital_country(capital)
            if country and (organ := self.find_organ(words[length:])):
                return Part(country, organ.id) if organ.id in SEATED else None
        return None

    def find_organ(self, words: tuple[str, ...]) -> Organ | None:
        """The organ that words without a country name: "government forces", "Prime Minister X"."""
        if len(words) > 1:
            words = self._write_out(words)
        bare = drop_qualifiers(words, self.vocabulary)
        return self._find_head(words) or self._find_head(bare) or self._find_ministry(words)

    def _find_head(self, words: tuple[str, ...]) -> Organ | None:
        for end in range(len(words), 0, -1):
            organ = self.vocabulary.find_organ(" ".join(words[:end]))
            if organ and all(map(is_part_of_name, words[end:])):
                return organ
        return None

    def _write_out(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """ "PM Jane Example": prime minister."""
        shortened = self.vocabulary.shortened
        return tuple(part for word in words for part in shortened.get(word, word).split())

    def _find_ministry(self, words: tuple[str, ...]) -> Organ | None:
        """ "Far-right energy minister", "Ministry of National Defence", "Finance Minister X"."""
        lowered = tuple(word.lower() for word in words)
        for index, word in enumerate(lowered):
            described = word in self.vocabulary.apart - self.vocabulary.qualifiers
            if described or self._country_of(words[index].title()):
                return None  # "the rebel foreign minister", "iranian ministers"
            if word in self.vocabulary.offices:
                before = lowered[index - 1 : index]
                named = bool(before) and before[0] in self.vocabulary.portfolios
                rest = skip_portfolio(words[index + 1 :], self.vocabulary)
                led = rest != words[index + 1 :]
                if (named or led) and all(map(is_part_of_name, rest)):
                    return self.vocabulary.organ("government")
                return None
        return None

    def ucdp_name(self, country: str) -> str:
        """What UCDP calls all forces and organs of a state."""
        name = self.vocabulary.ucdp_states.get(country) or self.countries.country_name(country)
        return f"Government of {name}"

    def actor(self, part: Part) -> Actor:
        """The actor that a part of a state is; country and organ make its id."""
        name = self.countries.country_name(part.country)
        slug = re.sub(r"\W+", "-", strip_marks(name)).strip("-")
        if part.organ is None:
            ucdp = self.ucdp_name(part.country)
            return Actor(ActorId(slug), name, Inter.STATE_FORCES, "GOV", part.country, ucdp=ucdp)
        organ = self.vocabulary.organ(part.organ)
        return Actor(
            ActorId(f"{slug}-{organ.id}"),
            f"{self._adjectives.get(part.country, name)} {organ.label}",
            organ.inter,
            organ.sector,
            part.country,
            parent=ActorId(f"{slug}-{organ.parent}" if organ.parent else slug),
            ucdp=self.ucdp_name(part.country) if organ.inter is Inter.STATE_FORCES else None,
        )

    def _after_country(self, words: tuple[str, ...]) -> Part | None:
        found = self.find_country(words)
        if found is None:
            return None
        country, length = found
        rest = self._write_out(words[length:])
        if not rest:
            named = self.countries.country_named(" ".join(words))
            return Part(country) if named else None
        organ = self.find_organ(rest) or self._find_described(rest)
        return Part(country, organ.id) if organ else None

    def _find_described(self, words: tuple[str, ...]) -> Organ | None:
        """ "Democratically elected government": any description but of those who stand apart."""
        for start in range(1, len(words)):
            word = words[start - 1]
            if not word.islower() or word in self.vocabulary.apart or "-" in word:
                return None
            if organ := self.vocabulary.find_organ(" ".join(words[start:])):
                return organ
        return None

    def _before_country(self, words: tuple[str, ...]) -> Part | None:
        for head, owner in find_owners(words):
            organ = self.find_organ(head)
            country = self.countries.country_named(" ".join(owner))
            if organ and country:
                return Part(country, organ.id)
        return None


def skip_portfolio(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What follows "of National Defence" or "of state for home affairs"; all if none comes."""
    if not words or words[0].lower() not in PORTFOLIO_OF:
        return words
    end = 0
    while end < len(words) and words[end].lower() in (vocabulary.portfolios | PORTFOLIO_JOINTS):
        end += 1
    return words[end:] if words[end - 1].lower() in vocabulary.portfolios else words


def find_owners(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each way to take "the army of Mali" apart into a head and its owner."""
    for index in range(1, len(words) - 1):
        if words[index].lower() == "of":
            owner = words[index + 1 :]
            yield words[:index], owner[1:] if owner[0].lower() == "the" and owner[1:] else owner


def is_part_of_name(word: str) -> bool:
    """Whether it can follow a title as part of a person's name."""
    return word[:1].isupper() or "-" in word[1:4] or word.lower() in PARTICLES
