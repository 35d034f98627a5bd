"""Bring in the actor register: who fights and negotiates, under which names, and when."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ..errors import ResourceError
from ..types import Actor, ActorId, Inter
from .folding import fold

REGISTER = Path(__file__).parent / "data" / "actors"

# PLOVER's sectors, and the two codes it puts in a country's place for bodies that have none.
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE"
    " REL SOC IGO NGO".split()
)

# Shorter single words are acronyms, and those count as written: "IS" is not "Is" or "is".
SHORTEST_FOLDED = 5

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor as the register's files hold it.

    ``areas`` are countries where it is active besides its own. ``organs`` are the organs of its
    country that it is: "Israeli troops" and "the Israeli army" are one entry. ``side`` is its own
    id where it is a power beside its country's government.
    """

    id: ActorId
    name: str
    inter: Inter
    sector: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    areas: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    parent: ActorId | None = None
    side: ActorId | None = None
    since: date | None = None
    until: date | None = None

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
            aliases=self.aliases,
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

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries in which the name is likely to mean this."""
        if self.entry:
            return self.entry.countries
        return (self.country,) if self.country else ()


class ActorRegister:
    """The actors there are, by id, by name and by the organ of a country that they are."""

    def __init__(self, entries: Iterable[Entry], aliases: Iterable[Alias] = ()) -> None:
        self.entries = tuple(entries)
        self.aliases = tuple(aliases)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._exact: dict[str, list[Naming]] = {}
        self._folded: dict[str, list[Naming]] = {}
        self._organs: dict[tuple[str, str], list[Entry]] = {}
        for naming in find_namings(self.entries, self.aliases):
            self._exact.setdefault(naming.name, []).append(naming)
            # An acronym's other spellings are aliases of their own: "MODEL" is not "Model".
            acronym = naming.name.isupper() and " " not in naming.name
            if not acronym and (key := fold_name(naming.name)):
                self._folded.setdefault(key, []).append(naming)
        for entry in self.entries:
            for organ in entry.organs:
                self._organs.setdefault((entry.country or "", organ), []).append(entry)

    def __len__(self) -> int:
        return len(self.entries)

    def spelled(self, name: str) -> tuple[Naming, ...]:
        """What goes by exactly this name."""
        return tuple(self._exact.get(name, ()))

    def sounding(self, name: str) -> tuple[Naming, ...]:
        """What goes by a name that folds to the same; names are written with a capital."""
        if not any(letter.isupper() for letter in name):
            return ()
        key = fold_name(name)
        return tuple(self._folded.get(key, ())) if key else ()

    def get_entry(self, actor: ActorId) -> Entry | None:
        """One entry by its id."""
        return self._by_id.get(actor)

    def get_organs(self, country: str, organ: str) -> tuple[Entry, ...]:
        """The entries that are this organ of this country, each in its time."""
        return tuple(self._organs.get((country, organ), ()))


def fold_name(name: str) -> str | None:
    """One spelling for a name's spellings, singular and plural; ``None`` if it is too short."""
    bare = name.strip()
    if bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return fold(bare) if sum(map(str.isalnum, bare)) >= SHORTEST_FOLDED else None


def find_namings(entries: Iterable[Entry], aliases: Iterable[Alias]) -> Iterable[Naming]:
    """Every name and what it means, in the files' order."""
    by_id = {}
    for entry in entries:
        by_id[entry.id] = entry
        for name in dict.fromkeys((entry.name, *entry.aliases)):
            yield Naming(name, entry, entry.country, since=entry.since, until=entry.until)
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
            )


# ---- files -----------------------------------------------------------------------------------


def load_register(*paths: Path) -> ActorRegister:
    """The register in these files and folders of TOML files; Dateline's own if none is given."""
    entries: list[Entry] = []
    aliases: list[Alias] = []
    origin: dict[ActorId, str] = {}
    for file in find_files(paths or (REGISTER,)):
        content = load_toml(file)
        if unknown := sorted(content.keys() - {"actor", "alias"}):
            raise ResourceError(f"{file.name}: there is no table [[{unknown[0]}]] in a register")
        for raw in content.get("actor", ()):
            entry = read_record(raw, Entry, file, raw.get("id", "actor without id"))
            if entry.id in origin:
                raise ResourceError(
                    f"{file.name}: {entry.id}: this id is taken in {origin[entry.id]}"
                )
            origin[entry.id] = file.name
            entries.append(entry)
        aliases += (
            read_record(raw, Alias, file, f"alias {raw.get('names')}")
            for raw in content.get("alias", ())
        )
    check_register(entries, aliases, origin)
    return ActorRegister(entries, aliases)


def find_files(paths: Iterable[Path]) -> Iterable[Path]:
    """The files themselves, and the TOML files of folders by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.toml"))
        else:
            yield path


def load_toml(path: Path) -> Mapping[str, Any]:
    """The tables of a file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error


def read_record(raw: Mapping[str, Any], record: type[R], file: Path, label: str) -> R:
    """A table of the file as a record; a misspelt field is an error, not silence."""
    known = {field.name for field in fields(record)}  # type: ignore[arg-type]
    if unknown := sorted(raw.keys() - known):
        raise ResourceError(f"{file.name}: {label}: there is no field {unknown[0]!r}")
    try:
        return msgspec.convert(raw, record)
    except msgspec.ValidationError as error:
        raise ResourceError(f"{file.name}: {label}: {error}") from error


def check_register(
    entries: Iterable[Entry], aliases: Iterable[Alias], origin: Mapping[ActorId, str]
) -> None:
    """Refuse a register that contradicts itself."""
    for entry in entries:
        for reason in find_faults(entry, origin.keys()):
            raise ResourceError(f"{origin[entry.id]}: {entry.id}: {reason}")
    for alias in aliases:
        if alias.actor and alias.actor not in origin:
            raise ResourceError(f"alias {alias.names[0]}: there is no actor {alias.actor}")
        if not alias.actor and not (alias.country and alias.organ):
            raise ResourceError(f"alias {alias.names[0]}: needs an actor, or country and organ")
    taken: dict[str, list[Naming]] = {}
    for naming in find_namings(entries, aliases):
        for other in taken.setdefault(naming.name, []):
            if may_clash(naming, other) and naming.entry and other.entry:
                raise ResourceError(
                    f"{origin[naming.entry.id]}: {naming.entry.id}: the name {naming.name!r} means"
                    f" {other.entry.id} in the same country at the same time"
                )
        taken[naming.name].append(naming)


def find_faults(entry: Entry, ids: Iterable[ActorId]) -> Iterable[str]:
    """What is wrong with one entry, in words."""
    if entry.sector not in SECTORS:
        yield f"there is no sector {entry.sector}"
    for code in entry.countries:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            yield f"{code!r} is no ISO 3166-1 alpha-2 code"
    for other in (entry.parent, entry.side):
        if other and other not in set(ids):
            yield f"there is no actor {other}"
    if entry.parent == entry.id:
        yield "it cannot be its own parent"
    if entry.since and entry.until and entry.since > entry.until:
        yield f"it ends on {entry.until}, before it begins"
    if entry.organs and not entry.country:
        yield "an organ needs a country"


def may_clash(left: Naming, right: Naming) -> bool:
    """Whether one name can mean both on one day in one country."""
    if left.entry == right.entry:
        return False
    here, there = left.countries, right.countries
    # A name without a country gives way, or not, by the document's countries.
    shared = here == there or bool(set(here) & set(there))
    return shared and overlap(left, right)


def overlap(left: Naming, right: Naming) -> bool:
    """Whether there is a day on which both hold; the day of a handover belongs to the later."""
    earliest, latest = date.min, date.max
    return (left.since or earliest) < (right.until or latest) and (right.since or earliest) < (
        left.until or latest
    )
