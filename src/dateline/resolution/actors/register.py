"""Bring in the actor register: who fights and negotiates, under which names, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path

from ...errors import ResourceError
from ...types import ActorId
from ..countries import load_countries
from ..folding import fold
from ..packaged import DATA
from .register_entries import Alias, Entry, Naming, find_namings, overlap
from .register_files import find_files, find_problems, read_files, read_plainly

REGISTER = DATA / "actors"

# Shorter single words are acronyms, and those count as written: "IS" is not "Is" or "is".
SHORTEST_FOLDED = 5


class ActorRegister:
    """The actors there are, by id, by name and by the organ of a country that they are.

    ``own`` entries and aliases are a user's: where one of their names or organs could mean
    another's too, theirs alone counts.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        aliases: Iterable[Alias] = (),
        *,
        own_entries: Iterable[Entry] = (),
        own_aliases: Iterable[Alias] = (),
    ) -> None:
        mine, mine_too = tuple(own_entries), tuple(own_aliases)
        self.own = frozenset(entry.id for entry in mine)
        others = tuple(entry for entry in entries if entry.id not in self.own)
        self.entries = (*others, *mine)
        self.aliases = (*aliases, *mine_too)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._namings = partial(
            find_namings, self.entries, self.aliases, own=mine, own_aliases=mine_too
        )
        self._organs: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            for organ in entry.organs:
                self._add_organ(entry, organ)

    def __len__(self) -> int:
        return len(self.entries)

    # What only joins events asks for no names; the two indexes wait until one is looked up.

    @cached_property
    def _exact(self) -> Mapping[str, list[Naming]]:
        exact: dict[str, list[Naming]] = {}
        for naming in self._namings():
            _give(exact.setdefault(naming.name, []), naming)
        return exact

    @cached_property
    def _folded(self) -> Mapping[str, list[Naming]]:
        folded: dict[str, list[Naming]] = {}
        for naming in self._namings():
            # An acronym's other spellings are aliases of their own: "MODEL" is not "Model".
            acronym = naming.name.isupper() and " " not in naming.name
            if not acronym and (key := fold_name(naming.name)):
                _give(folded.setdefault(key, []), naming)
        return folded

    def _add_organ(self, entry: Entry, organ: str) -> None:
        holders = self._organs.setdefault((entry.country or "", organ), [])
        if entry.id in self.own:
            holders[:] = [
                other for other in holders if other.id in self.own or not overlap(other, entry)
            ]
        holders.append(entry)

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


def _give(namings: list[Naming], naming: Naming) -> None:
    """Let a name mean this too; a user's own meaning takes the name from those it would rival."""
    if naming.own:
        namings[:] = [other for other in namings if other.own or not is_rival(naming, other)]
    namings.append(naming)


def is_rival(own: Naming, other: Naming) -> bool:
    """Whether another could be meant where a user's own is."""
    here, there = own.countries, other.countries
    shared = not here or not there or bool(set(here) & set(there))
    return shared and overlap(own, other)


def fold_name(name: str) -> str | None:
    """One spelling for a name's spellings, singular and plural; ``None`` if it is too short."""
    bare = name.strip()
    if bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return fold(bare) if sum(map(str.isalnum, bare)) >= SHORTEST_FOLDED else None


# ---- files -----------------------------------------------------------------------------------


def load_register(*paths: Path, own: Iterable[Path] = ()) -> ActorRegister:
    """The register in these files and folders of TOML files; Dateline's own if none is given.

    ``own`` are a user's files, which win over them. ``ResourceError`` names the first problem.
    """
    if paths:
        content = read_files(paths)
        _refuse(find_problems(content))
    else:
        content = read_plainly((REGISTER,))  # tests hold it to the same laws
    base = ActorRegister(content.entries, content.aliases)
    mine = tuple(own)
    if not mine:
        return base
    ours = read_files(mine)
    _refuse(find_own_problems(mine, base))
    return ActorRegister(
        content.entries, content.aliases, own_entries=ours.entries, own_aliases=ours.aliases
    )


def find_own_problems(own: Iterable[Path], base: ActorRegister) -> Iterator[str]:
    """Each problem of a user's files beside the packaged register, one line each."""
    known = _by_id(base.entries)
    countries = {country.code for country in load_countries()}
    return find_problems(read_files(own), known=known, countries=countries)


def find_displaced(own: Iterable[Path], base: ActorRegister) -> Iterator[tuple[Naming, Naming]]:
    """Each name that a user's files take from another entry, and the name as that had it."""
    content = read_files(own)
    known = {**{entry.id: entry for entry in base.entries}, **_by_id(content.entries)}
    aliases = tuple(alias for alias in content.aliases if not alias.actor or alias.actor in known)
    mine = set(content.origin)
    for naming in find_namings(known.values(), aliases, own=content.entries, own_aliases=aliases):
        if naming.own:
            for other in base.spelled(naming.name):
                if _id(other) not in {*mine, _id(naming)} and is_rival(naming, other):
                    yield naming, other


def register_digests(own: Iterable[Path]) -> tuple[str, ...]:
    """What names the content of a user's files: the same files have the same digests."""
    return tuple(blake2b(file.read_bytes(), digest_size=12).hexdigest() for file in find_files(own))


def _by_id(entries: Iterable[Entry]) -> dict[ActorId, Entry]:
    return {entry.id: entry for entry in entries}


def _id(naming: Naming) -> ActorId | None:
    return naming.entry.id if naming.entry else None


def _refuse(problems: Iterable[str]) -> None:
    for problem in problems:
        raise ResourceError(problem)
