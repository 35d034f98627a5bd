"""Everybody and everything in one text that may fill a slot of a record, with all spellings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...analysis.lexicon import load_lexicon
from ...codebook.kinds import Class
from ...types import Actor
from ..rows import Filler
from .circumstances import head_of
from .naming import merge_names
from .parties import Party
from .words import load_words

if TYPE_CHECKING:
    from .texts import TextView

SLOTS = ("actors", "actor_organizations", "targets", "victims", "instruments")


@dataclass(frozen=True)
class Candidate:
    """One party with its mentions in text order."""

    names: Filler
    mentions: tuple[Party, ...]
    sort: str
    actor: Actor | None = None

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Its names in small letters."""
        return frozenset(name.casefold() for name in self.names)

    def is_among(self, fillers: Iterable[Filler]) -> bool:
        """Whether one of these is it."""
        return any(not self.spellings.isdisjoint(map(str.casefold, names)) for names in fillers)


@dataclass(frozen=True)
class Cast:
    """The parties of one text, by what slot they may fill."""

    text: TextView

    def of(self, slot: str) -> tuple[Candidate, ...]:
        """Those that may fill a slot."""
        if slot == "actor_organizations":
            return self.bodies
        if slot == "instruments":
            return self.weapons
        return self.things if slot == "targets" else self.people

    @cached_property
    def people(self) -> tuple[Candidate, ...]:
        """Persons and groups of them."""
        return self._of_sorts((Class.PEOPLE, Class.ARMED))

    @cached_property
    def things(self) -> tuple[Candidate, ...]:
        """Buildings, vehicles, other things, and bodies."""
        return self._of_sorts((Class.THING, Class.BODY))

    @cached_property
    def weapons(self) -> tuple[Candidate, ...]:
        """What can be a weapon."""
        lexicon, words = load_lexicon(), load_words()
        known = lexicon.weapon | lexicon.platform | words.devices
        return self._grouped(
            (
                party
                for party in self.text.opened.parties
                if not known.isdisjoint(_forms(head_of(self.text.namer.words(party.words))))
            ),
            "a weapon",
        )

    @cached_property
    def bodies(self) -> tuple[Candidate, ...]:
        """Groups and forces of the register, and what is called a body."""
        registered = tuple(self._registered())
        known = {name for body in registered for name in body.spellings}
        namer = self.text.namer
        others = (
            party
            for party in self.text.opened.parties
            if head_of(words := namer.words(party.words)) in load_words().bodies
            and words.casefold().removeprefix("the ") not in known
        )
        return (*registered, *self._grouped(others, "a body"))

    def _registered(self) -> Iterator[Candidate]:
        by_name: dict[str, tuple[Actor, list[Party]]] = {}
        for party, actor in self.text.opened.bodies:
            if actor.registered:
                by_name.setdefault(actor.name, (actor, []))[1].append(party)
        cased = self.text.opened.cased
        for actor, mentions in by_name.values():
            used = (alias for alias in actor.aliases if alias in cased)
            yield Candidate((actor.name, *used), tuple(mentions), "registered", actor)

    def _of_sorts(self, sorts: Collection[Class]) -> tuple[Candidate, ...]:
        namer = self.text.namer
        parties = self.text.opened.parties
        return self._grouped(p for p in parties if namer.sort(namer.words(p.words)) in sorts)

    def _grouped(self, parties: Iterable[Party], sort: str = "") -> tuple[Candidate, ...]:
        namer = self.text.namer
        by_words: dict[str, list[Party]] = {}
        for party in parties:
            by_words.setdefault(namer.words(party.words), []).append(party)
        found = []
        for names in merge_names(by_words, namer):
            mentions = [party for name in names for party in by_words.get(name, ())]
            mentions.sort(key=lambda party: party.at)
            found.append(Candidate(names, tuple(mentions), sort or sort_name(names[0], self.text)))
        return tuple(found)


def sort_name(words: str, text: TextView) -> str:
    """What sort of party a name is, as features spell it."""
    sort = text.namer.sort(words)
    return sort.value if sort is not None else "something"


def _forms(word: str) -> frozenset[str]:
    return frozenset((word, word.removesuffix("s")))
