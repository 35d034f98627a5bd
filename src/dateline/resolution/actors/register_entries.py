"""Hold what a register's files hold: actors, and names that mean one for some time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ...types import Actor, ActorId, Inter

# PLOVER's sectors, and the two codes it puts in a country's place for bodies that have none.
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE"
    " REL SOC IGO NGO".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor as the register's files hold it.

    ``aliases`` mean it anywhere; ``local`` names, made of ordinary words, only where the document
    is about one of its countries. ``areas`` are countries where it is active besides its own.
    ``organs`` are the organs of its country that it is: "Israeli troops" and "the Israeli army" are
    one entry. ``side`` is its own id where it is a power beside its country's government.
    ``ucdp`` is UCDP's name for it, where that is another; ``conflicts`` are ids of
    data/conflicts.toml.
    """

    id: ActorId
    name: str
    inter: Inter
    sector: str
    aliases: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    country: str | None = None
    areas: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    parent: ActorId | None = None
    side: ActorId | None = None
    split_from: ActorId | None = None
    formerly: ActorId | None = None
    since: date | None = None
    until: date | None = None
    ucdp: str | None = None
    conflicts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of its names, the one that is printed first, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.local)))

    @property
    def related(self) -> tuple[ActorId, ...]:
        """The other entries that it names."""
        others = (self.parent, self.side, self.split_from, self.formerly)
        return tuple(other for other in others if other)

    @property
    def actor(self) -> Actor:
        """The entry as a resolution gives it."""
        return Actor(
            self.id,
            self.name,
            self.inter,
            self.sector,
            country=self.country,
            parent=self.parent,
            side=self.side,
            since=self.since,
            until=self.until,
            aliases=(*self.aliases, *self.local),
            ucdp=self.ucdp,
        )

    @property
    def countries(self) -> tuple[str, ...]:
        """Its own country, if it has one, and those it is active in."""
        return tuple(filter(None, (self.country, *self.areas)))


@dataclass(frozen=True, slots=True)
class Alias:
    """Names that mean an actor for some time: an operation it runs, a person who leads it.

    It means an entry, or else an organ of a country, which need not be an entry.
    """

    names: tuple[str, ...]
    because: str
    actor: ActorId | None = None
    country: str | None = None
    organ: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of one entry or organ, and the days on which it means that."""

    name: str
    entry: Entry | None
    country: str | None = None
    organ: str | None = None
    since: date | None = None
    until: date | None = None
    because: str | None = None
    local: bool = False  # it means this only where the document is about its countries
    own: bool = False  # from a user's register

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries in which the name is likely to mean this."""
        if self.entry:
            return self.entry.countries
        return (self.country,) if self.country else ()


def find_namings(
    entries: Iterable[Entry],
    aliases: Iterable[Alias],
    *,
    own: Iterable[Entry] = (),
    own_aliases: Iterable[Alias] = (),
) -> Iterator[Naming]:
    """Every name and what it means, in the files' order; ``own`` are those of a user's register."""
    mine = {entry.id for entry in own}
    by_id = {entry.id: entry for entry in entries}
    for entry in by_id.values():
        for name in entry.names:
            yield Naming(
                name,
                entry,
                entry.country,
                since=entry.since,
                until=entry.until,
                local=name in entry.local,
                own=entry.id in mine,
            )
    mine_too = set(own_aliases)
    for alias in aliases:
        named = by_id[alias.actor] if alias.actor else None
        for name in alias.names:
            yield Naming(
                name,
                named,
                alias.country,
                alias.organ,
                alias.since or (named.since if named else None),
                alias.until or (named.until if named else None),
                alias.because,
                own=alias in mine_too,
            )


def may_clash(left: Naming, right: Naming) -> bool:
    """Whether one name can mean both on one day in one country."""
    if left.entry == right.entry:
        return False
    here, there = left.countries, right.countries
    # A name without a country gives way, or not, by the document's countries.
    shared = here == there or bool(set(here) & set(there))
    return shared and overlap(left, right)


class Lasting(Protocol):
    """What holds from one day to another."""

    @property
    def since(self) -> date | None:
        """The first day, if it is known."""

    @property
    def until(self) -> date | None:
        """The day after the last, if there is one."""


def overlap(left: Lasting, right: Lasting) -> bool:
    """Whether there is a day on which both hold; the day of a handover belongs to the later."""
    earliest, latest = date.min, date.max
    return (left.since or earliest) < (right.until or latest) and (right.since or earliest) < (
        left.until or latest
    )
