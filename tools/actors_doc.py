"""Write docs/reference/actors.md from the packaged actor register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dateline.resolution.actors.conflicts import load_conflicts
from dateline.resolution.actors.register import ActorRegister, load_register
from dateline.resolution.actors.register_entries import Entry
from dateline.resolution.actors.weights import ACCEPT, MARGIN
from dateline.resolution.countries import load_countries
from dateline.types import Inter

PAGE = Path(__file__).parent.parent / "docs/reference/actors.md"

SORTS = {
    Inter.STATE_FORCES: "state forces and governments",
    Inter.REBEL_GROUP: "rebel groups",
    Inter.POLITICAL_MILITIA: "political militias and gangs",
    Inter.IDENTITY_MILITIA: "identity militias",
    Inter.RIOTERS: "rioters",
    Inter.PROTESTERS: "protesters",
    Inter.CIVILIANS: "civilians and civil bodies",
    Inter.EXTERNAL_OR_OTHER: "external forces, international bodies and others",
}

PAGE_TEXT = """\
# Actors

<!-- Written by tools/actors_doc.py from src/dateline/resolution/data/actors; run `make docs`. -->

The actor register holds {entries} entries with {names} names, in {countries} countries and {fights} conflicts. It is
data: TOML files by region in `src/dateline/resolution/data/actors`.
[Add an actor](../how-to/add-an-actor.md) shows how to give Dateline your own.

## An entry says who an actor is, where and when

| field | meaning |
|---|---|
| `id` | stable, in small letters |
| `name` | the name that is printed |
| `aliases` | other names and acronyms, written as reports write them; case counts |
| `local` | names made of ordinary words or borne by others too: they mean it only where the document is about one of its countries |
| `inter` | ACLED's code, of the actor in its own country; a state's forces abroad become 8 only in an ACLED export |
| `sector` | PLOVER's code; `IGO` and `NGO`, which PLOVER puts in a country's place, stand here for bodies without one |
| `country`, `areas` | its own country (ISO 3166-1 alpha-2), and others it is active in |
| `organs` | the organs of its country that it is: `army` makes "Israeli troops" this entry |
| `parent`, `side` | what it is part of; what it fights for. A power beside its country's government has itself as `side` |
| `split_from`, `formerly` | what it broke away from; what it was called before, where that is an entry of its own |
| `since`, `until` | the first day of the name, and the day it passes on; 1 January where only the year is known |
| `ucdp` | UCDP's name for it; a state's forces need none, they are "Government of ..." |
| `conflicts` | ids of the conflicts below, in `src/dateline/resolution/data/conflicts.toml` |

An `[[alias]]` gives names that mean an actor for some time, such as an operation it runs, a person who leads it or
an organ that speaks for it (Amaq is Islamic State), and says why in `because`. It means an entry (`actor`),
or an organ of a country (`country` and `organ`).

## What has no entry is composed or guessed

- Each state has organs: "Tanzanian soldiers", "the army of Tanzania" and "Tanzania's troops" are `tanzania-army`. An
  entry with that organ wins while it exists.
- "The army" is the army of the country the document is about. "Rebel forces" and "foreign troops" are not.
- A capital stands for its government, and a country's name for the state.
- Where several entries have been one organ in turn and no day is known, none of them is chosen: the composed organ
  is, under its plain name.
- Other groups keep the name they are given and are marked as not registered. Their head word says what sort they
  are: "villagers" are civilians, "gunmen" a militia. "Iran-backed militias" also get Iran as their side.

## A choice needs points and distance

A name scores for being written as listed, for its day and for its document's countries. Below {accept} points, or
within {margin} of the next candidate, nothing is chosen; the candidates stay, with their reasons.

## How many there are

| sort (ACLED `inter`) | entries |
|---|---:|
{sorts}

| country | entries at home | entries active |
|---|---:|---:|
{table}

## The conflicts they fight in

An entry may belong to several, and a state or an international body to none.

| conflict | id | years | countries | entries |
|---|---|---|---|---:|
{conflicts}
"""


def make_page(register: ActorRegister) -> str:
    """The whole page."""
    return PAGE_TEXT.format(
        entries=len(register),
        fights=len(load_conflicts()),
        names=sum(len(entry.names) for entry in register.entries)
        + sum(len(alias.names) for alias in register.aliases),
        countries=len({code for entry in register.entries for code in entry.countries}),
        accept=ACCEPT,
        margin=MARGIN,
        sorts="\n".join(make_sorts(register.entries)),
        table="\n".join(make_countries(register.entries)),
        conflicts="\n".join(make_conflicts(register.entries)),
    )


def make_sorts(entries: Iterable[Entry]) -> Iterable[str]:
    """One row for each sort that occurs."""
    counts = Counter(entry.inter for entry in entries)
    return (f"| {sort.value} {SORTS[sort]} | {counts[sort]} |" for sort in sorted(counts))


def make_countries(entries: Iterable[Entry]) -> Iterable[str]:
    """One row for each country that occurs, by name."""
    entries = tuple(entries)
    names = {country.code: country.name for country in load_countries()}
    home = Counter(entry.country for entry in entries)
    active = Counter(code for entry in entries for code in entry.countries)
    for code in sorted(active, key=names.__getitem__):
        yield f"| {names[code]} | {home[code]} | {active[code]} |"


def make_conflicts(entries: Iterable[Entry]) -> Iterable[str]:
    """One row for each conflict, by name."""
    counts = Counter(name for entry in entries for name in entry.conflicts)
    for conflict in sorted(load_conflicts(), key=lambda conflict: conflict.name):
        years = f"{conflict.since}–{conflict.until or ''}"
        where = " ".join(conflict.countries)
        yield f"| {conflict.name} | `{conflict.id}` | {years} | {where} | {counts[conflict.id]} |"


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(make_page(load_register()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
