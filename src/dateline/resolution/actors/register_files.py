"""Read register files, and say everything that is wrong with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ...errors import ResourceError
from ...types import ActorId, Inter
from .register_entries import SECTORS, Alias, Entry, Naming, find_namings, may_clash

TABLES = frozenset({"actor", "alias"})

HEADER = re.compile(r"\[\[(\w+)\]\]")
PAIR = re.compile(r"(\w+) = (.*)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")

R = TypeVar("R")


@dataclass(slots=True)
class Content:
    """What some files hold: what could be read, and a line for each thing that could not."""

    entries: list[Entry] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    origin: dict[ActorId, str] = field(default_factory=dict)  # the file of each entry
    alias_origin: list[str] = field(default_factory=list)  # the file of each alias
    problems: list[str] = field(default_factory=list)


def read_files(paths: Iterable[Path]) -> Content:
    """Everything in these files and folders of TOML files."""
    content = Content()
    for file in find_files(paths):
        try:
            tables = load_toml(file)
        except ResourceError as error:
            content.problems.append(str(error))
            continue
        for unknown in sorted(tables.keys() - TABLES):
            content.problems.append(f"{file.name}: there is no table [[{unknown}]] in a register")
        read_entries(tables.get("actor", ()), file, content)
        for raw in tables.get("alias", ()):
            label = f"alias {raw.get('names')}"
            if (alias := read_record(raw, Alias, file, label, content.problems)) is not None:
                content.aliases.append(alias)
                content.alias_origin.append(file.name)
    return content


def read_entries(tables: Iterable[Mapping[str, Any]], file: Path, content: Content) -> None:
    """Add the entries of one file; an id that was there before is a problem."""
    for raw in tables:
        label = str(raw.get("id", raw.get("name", "actor without id")))
        entry = read_record(raw, Entry, file, label, content.problems)
        if entry is None:
            continue
        if entry.id in content.origin:
            taken = content.origin[entry.id]
            content.problems.append(f"{file.name}: {entry.id}: this id is taken in {taken}")
            continue
        content.origin[entry.id] = file.name
        content.entries.append(entry)


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
    except OSError as error:
        raise ResourceError(f"{path.name}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ResourceError(f"{path.name}: {error}") from error


def read_record(
    raw: Mapping[str, Any], record: type[R], file: Path, label: str, problems: list[str]
) -> R | None:
    """A table of the file as a record; a misspelt field is a problem, not silence."""
    known = [field.name for field in fields(record)]  # type: ignore[arg-type]
    unknown = sorted(raw.keys() - set(known))
    for name in unknown:
        near = get_close_matches(name, known, 1)
        remedy = f"; did you mean {near[0]!r}?" if near else f" (there are: {', '.join(known)})"
        problems.append(f"{file.name}: {label}: there is no field {name!r}{remedy}")
    try:
        read = msgspec.convert(raw, record)
    except msgspec.ValidationError as error:
        problems.append(f"{file.name}: {label}: {explain(error)}")
        return None
    return None if unknown else read


def explain(error: msgspec.ValidationError) -> str:
    """What a value should be, its field first: "inter: Invalid enum value 9 (there are: 1, 2)"."""
    reason, _, where = str(error).partition(" - at `$.")
    at = where.rstrip("`")
    if at == "inter":
        reason += f" (there are: {', '.join(str(code.value) for code in Inter)})"
    return f"{at}: {reason}" if at else reason


# ---- the packaged files ----


class _Tables(msgspec.Struct):
    actor: tuple[Entry, ...] = ()
    alias: tuple[Alias, ...] = ()


def read_plainly(paths: Iterable[Path]) -> Content:
    """The packaged files, ten times as fast as TOML in general can be read.

    Each of their values stands on one line as JSON would write it, but for days; the tests hold
    them to that.
    """
    content = Content()
    for file in find_files(paths):
        try:
            tables = msgspec.json.decode(as_json(file.read_text(encoding="utf-8")), type=_Tables)
        except (OSError, msgspec.DecodeError) as error:
            raise ResourceError(f"{file.name}: {error}") from error
        content.entries += tables.actor
        content.aliases += tables.alias
        content.origin |= dict.fromkeys((entry.id for entry in tables.actor), file.name)
    return content


def as_json(text: str) -> str:
    """The tables of plain TOML text as one JSON object."""
    tables: dict[str, list[list[str]]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if pair := PAIR.match(line):
            value = f'"{pair[2]}"' if DAY.match(pair[2]) else pair[2]
            current.append(f'"{pair[1]}":{value}')
        elif header := HEADER.match(line):
            current = []
            tables.setdefault(header[1], []).append(current)
    listed = (
        f'"{name}":[{",".join("{" + ",".join(pairs) + "}" for pairs in rows)}]'
        for name, rows in tables.items()
    )
    return "{" + ",".join(listed) + "}"


# ---- what is wrong with what was read ----


def find_problems(
    content: Content,
    *,
    known: Mapping[ActorId, Entry] | None = None,
    countries: Collection[str] | None = None,
) -> Iterator[str]:
    """Each problem as "file: entry: reason", those of reading first.

    ``known`` are entries of another register that these may name, ``countries`` the codes there
    are.
    """
    yield from content.problems
    known = known or {}
    ids = content.origin.keys() | known.keys()
    for entry in content.entries:
        for reason in find_faults(entry, ids, countries):
            yield f"{content.origin[entry.id]}: {entry.id}: {reason}"
    for alias, file in zip(content.aliases, content.alias_origin, strict=True):
        label = f"alias {alias.names[0]}" if alias.names else "alias without names"
        for reason in find_alias_faults(alias, ids, countries):
            yield f"{file}: {label}: {reason}"
    yield from find_clashes(content, known)


def find_clashes(content: Content, known: Mapping[ActorId, Entry]) -> Iterator[str]:
    """Names that mean two actors on one day in one country."""
    entries = (*(known[id] for id in known if id not in content.origin), *content.entries)
    ids = {entry.id for entry in entries}
    aliases = [alias for alias in content.aliases if alias.actor is None or alias.actor in ids]
    taken: dict[str, list[Naming]] = {}
    for naming in find_namings(entries, aliases):
        if naming.entry is None or naming.entry.id not in content.origin:
            continue
        entry = naming.entry
        for other in taken.setdefault(naming.name, []):
            if other.entry and may_clash(naming, other):
                yield (
                    f"{content.origin[entry.id]}: {entry.id}: the name {naming.name!r} means"
                    f" {other.entry.id} in the same country at the same time"
                )
        taken[naming.name].append(naming)


def find_faults(
    entry: Entry, ids: Collection[ActorId], countries: Collection[str] | None = None
) -> Iterator[str]:
    """What is wrong with one entry, in words."""
    if not entry.id or not entry.name.strip():
        yield "it needs an id and a name"
    if entry.sector not in SECTORS:
        yield f"there is no sector {entry.sector} (there are: {', '.join(sorted(SECTORS))})"
    for code in entry.countries:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            yield f"{code!r} is no ISO 3166-1 alpha-2 code"
        elif countries is not None and code not in countries:
            yield f"there is no country {code}"
    yield from _relation_faults(entry, ids)
    if entry.since and entry.until and entry.since > entry.until:
        yield f"it ends on {entry.until}, before it begins"
    if entry.organs and not entry.country:
        yield "an organ needs a country"
    if entry.local and not entry.countries:
        yield "a local name needs a country"


def _relation_faults(entry: Entry, ids: Collection[ActorId]) -> Iterator[str]:
    for other in entry.related:
        if other not in ids:
            yield f"there is no actor {other}"
    for itself, what in (
        (entry.parent, "parent"),
        (entry.split_from, "origin"),
        (entry.formerly, "past"),
    ):
        if itself == entry.id:
            yield f"it cannot be its own {what}"


def find_alias_faults(
    alias: Alias, ids: Collection[ActorId], countries: Collection[str] | None = None
) -> Iterator[str]:
    """What is wrong with one alias, in words."""
    if not alias.names:
        yield "needs names"
    if alias.actor and alias.actor not in ids:
        yield f"there is no actor {alias.actor}"
    if not alias.actor and not (alias.country and alias.organ):
        yield "needs an actor, or country and organ"
    if alias.country and countries is not None and alias.country not in countries:
        yield f"there is no country {alias.country}"
