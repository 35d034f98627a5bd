"""Say whether words name an actor, and of what sort; the actors' half of ``Names``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...types import Inter
from ..countries import load_countries
from ..folding import fold
from ..masks import plainly
from .choosing import ActorResolver
from .register import ActorRegister
from .words import find_words

REMEMBERED = 20_000
HYPHEN = re.compile(r"[-‐‑–/]")


class ActorNames:
    """Look up names without a document; every answer is remembered."""

    def __init__(self, resolver: ActorResolver) -> None:
        self.resolver = resolver
        self.is_actor = lru_cache(REMEMBERED)(self._is_actor)
        self.inter_of = lru_cache(REMEMBERED)(self._inter_of)
        self._is_telling = lru_cache(REMEMBERED)(self._tells)
        words = resolver.vocabulary
        self._empty = words.articles | words.counts | words.members | words.qualifiers
        self._words = frozenset(
            fold(word)
            for name in find_known_names(resolver.register)
            for word in (name, *find_words(name))
            if word.lower() not in self._empty
        )

    def _is_actor(self, name: str) -> bool:
        """Whether the register knows the name, or a state has such an organ."""
        return self.inter_of(name) is not None

    def _inter_of(self, name: str) -> Inter | None:
        """The sort of actor of this name; ``None`` where neither register nor states have one."""
        name = plainly(name)
        if name.isupper() and name.lower() in self.resolver.vocabulary.shouted:
            return None
        # Analysis asks about every run of words; most hold no word of any name.
        if not any(map(self._is_telling, find_words(name))):
            return None
        proposals = [proposal for proposal in self.resolver.propose(name) if not proposal.ordinary]
        current = [proposal for proposal in proposals if proposal.until is None]
        return next((proposal.actor.inter for proposal in (*current, *proposals)), None)

    def _tells(self, word: str) -> bool:
        """Whether a word is part of some name, so that a closer look pays."""
        parts = (word, word.removesuffix("'s"), word.removesuffix("s"), *HYPHEN.split(word))
        return any(
            fold(part) in self._words for part in parts if part and part.lower() not in self._empty
        )


def find_known_names(register: ActorRegister) -> Iterator[str]:
    """Every name in the register, and every word that says which country something belongs to."""
    for entry in register.entries:
        yield entry.name
        yield from entry.aliases
    for alias in register.aliases:
        yield from alias.names
    for country in load_countries():
        yield country.name
        yield from country.aliases
        yield from country.demonyms
