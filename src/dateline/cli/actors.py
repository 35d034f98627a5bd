"""Look at the actor register, and check one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from ..types import Actor, Candidate, Inter, Resolution
from .group import Group
from .options import Converted, DayOf, json_option, register_option
from .tables import Column, print_json, print_table
from .words import count

if TYPE_CHECKING:
    from ..resolution.actors.choosing import ActorResolver
    from ..resolution.actors.register import ActorRegister
    from ..resolution.actors.register_entries import Entry

COLUMNS = (
    Column("actor"),
    Column("inter"),
    Column("sector"),
    Column("country"),
    Column("years"),
    Column("name", free=True),
    Column("conflicts", free=True),
)
LABEL = 12
NEAR = 3  # how many ids are suggested


class CountryCode(Converted):
    """A country by its code or its name."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what is no country."""
        from ..resolution.countries import Countries, load_countries

        countries = load_countries()
        code = str(value).upper()
        if any(country.code == code for country in countries):
            return code
        if named := Countries(countries).country_named(value):
            return named
        raise UsageError(
            f"--country {value!r} is not known: write a code like SY, or a name like Syria"
        )


on_option = click.option("--on", type=DayOf(), metavar="DATE", help="On this day: 2018-09-01.")


@click.group(cls=Group)
def actors() -> None:
    """Look at the actor register, or check your own.

    \b
    Example:
        dateline actors find "Amaq"
        dateline actors list --country ML
        dateline actors check mine.toml
    """


@actors.command()
@click.argument("name")
@click.option(
    "--country",
    "countries",
    type=CountryCode(),
    multiple=True,
    metavar="CC",
    help="What the text is about, most first; may be given several times.",
)
@on_option
@json_option
@register_option
def find(
    name: str,
    countries: tuple[str, ...],
    on: date | None,
    as_json: bool,
    registers: tuple[Path, ...],
) -> None:
    """Say who goes by NAME.

    Resolves it as in a text about these countries of this day, with the reasons. Where nobody goes
    by the whole name, lists the actors that have its words in theirs.

    \b
    Example:
        dateline actors find "the Ukrainian president"
        dateline actors find RSF --country SD --on 2023-05-01
    """
    from ..resolution.actors.choosing import ActorContext
    from ..resolution.actors.search import find_by_words

    resolve = _resolver(registers)
    found = resolve(name, context=ActorContext(countries, on))
    if found.candidates:
        _print_found(found, resolve.register, as_json=as_json)
    if any(candidate.value.registered for candidate in found.candidates):
        return
    entries = tuple(find_by_words(resolve.register, name))
    if entries:
        click.echo(f"nobody goes by {name!r}; these have its words in a name", err=True)
        _print_entries(entries, as_json=as_json)
    elif not found.candidates:
        raise UsageError(_unknown(name, resolve.register))


@actors.command(name="list")
@click.option("--country", type=CountryCode(), metavar="CC", help="Active in this country: ML.")
@click.option("--conflict", metavar="ID", help="Of this conflict: mali-conflict.")
@click.option(
    "--inter",
    type=click.Choice([str(code.value) for code in Inter]),
    help="Of this ACLED code.",
)
@on_option
@json_option
@register_option
def list_entries(
    country: str | None,
    conflict: str | None,
    inter: str | None,
    on: date | None,
    as_json: bool,
    registers: tuple[Path, ...],
) -> None:
    """List the actors of the register.

    \b
    Example:
        dateline actors list --country ML --on 2013-01-15
        dateline actors list --conflict syrian-civil-war --inter 2
    """
    from ..resolution.actors.register import load_register
    from ..resolution.actors.search import ActorFilter

    register = load_register(own=registers)
    if conflict is not None:
        _check_conflict(conflict, register)
    wanted = ActorFilter(country, conflict, Inter(int(inter)) if inter else None, on)
    entries = tuple(filter(wanted.admits, register.entries))
    _print_entries(entries, as_json=as_json)
    click.echo(count(len(entries), "actor"), err=True)


@actors.command()
@click.argument("file", type=click.Path(path_type=Path))
@register_option
def check(file: Path, registers: tuple[Path, ...]) -> None:
    """Check a register of your own.

    FILE is laid over the packaged register and those of --register. Prints one line for each thing
    that is wrong, and exits with 1; names that it takes from other actors are told on standard
    error.

    \b
    Example:
        dateline actors check mine.toml
    """
    from ..resolution.actors.register import find_displaced, find_own_problems, load_register
    from ..resolution.actors.register_files import read_files

    base = load_register()
    others = tuple(other for other in registers if other.absolute() != file.absolute())
    problems = tuple(find_own_problems((*others, file), base))
    for problem in problems:
        click.echo(problem)
    if not problems:
        for taken, had in find_displaced((file,), base):
            click.echo(_displaced(taken.name, had.entry), err=True)
    content = read_files((file,))
    click.echo(
        f"{file}: {count(len(content.entries), 'actor')}, "
        f"{count(sum(len(alias.names) for alias in content.aliases), 'further name')}, "
        f"{count(len(problems), 'problem')}",
        err=True,
    )
    if problems:
        raise click.exceptions.Exit(1)


def _resolver(registers: tuple[Path, ...]) -> ActorResolver:
    from ..resolution.actors.choosing import ActorResolver
    from ..resolution.actors.register import load_register

    return ActorResolver(load_register(own=registers))


def _unknown(name: str, register: ActorRegister) -> str:
    from ..resolution.actors.search import find_near

    near = ", ".join(repr(known) for known in find_near(register, name))
    remedy = f"did you mean {near}?" if near else "add it to a register of your own"
    return f"nobody goes by {name!r}; {remedy}"


def _check_conflict(conflict: str, register: ActorRegister) -> None:
    known = {name for entry in register.entries for name in entry.conflicts}
    if conflict not in known:
        near = [name for name in sorted(known) if conflict.lower() in name][:NEAR]
        near = near or get_close_matches(conflict, sorted(known), NEAR)
        remedy = f"did you mean {', '.join(near)}?" if near else "see docs/reference/actors.md"
        raise UsageError(f"--conflict {conflict!r} is not known; {remedy}")


def _displaced(name: str, had: Entry | None) -> str:
    return f"note: {name!r} no longer means {had.id if had else 'an organ of its country'}"


def _print_entries(entries: Iterable[Entry], *, as_json: bool) -> None:
    if as_json:
        for entry in entries:
            print_json(entry)
        return
    print_table(COLUMNS, (row_of(entry) for entry in entries))


def row_of(entry: Entry) -> tuple[str, ...]:
    """An entry as a row of the list."""
    return (
        entry.id,
        str(entry.inter.value),
        entry.sector,
        entry.country or "",
        say_years(entry.since, entry.until),
        entry.name,
        ", ".join(entry.conflicts),
    )


def say_years(since: date | None, until: date | None) -> str:
    """From which year to which: "2013-2024", "2013-", "-1999", "" where neither is known."""
    if since is None and until is None:
        return ""
    return f"{since.year if since else ''}-{until.year if until else ''}"


def _print_found(found: Resolution[Actor], register: ActorRegister, *, as_json: bool) -> None:
    if as_json:
        for candidate in found.candidates:
            chosen = found.chosen is not None and candidate is found.candidates[0]
            print_json(_as_record(candidate, chosen=chosen))
        return
    if found.chosen is None:
        click.echo(f"undecided: {found.because}")
    for number, candidate in enumerate(found.candidates):
        for line in describe(candidate, register, whole=found.chosen is not None and not number):
            click.echo(line)


def _as_record(candidate: Candidate[Actor], *, chosen: bool) -> dict[str, object]:
    return {
        "chosen": chosen,
        "score": round(candidate.score, 3),
        "reasons": [reason.because for reason in candidate.reasons],
        "actor": candidate.value,
    }


def describe(candidate: Candidate[Actor], register: ActorRegister, *, whole: bool) -> Iterator[str]:
    """A candidate in words; the ``whole`` of it, or who it is and why alone."""
    actor = candidate.value
    yield click.style(f"{actor.id}  {actor.name}", bold=True)
    if not actor.registered:
        yield _field("register", "not in it: named as the text does, its kind guessed")
    if whole:
        yield from _codes(actor)
        entry = register.get_entry(actor.id)
        if entry is not None:
            yield from _relations(entry)
    yield _field("score", f"{candidate.score:.2f}")
    for number, reason in enumerate(candidate.reasons):
        label = "" if number else "because"
        yield _field(label, f"{reason.because} ({reason.points:+.2f})")


def _codes(actor: Actor) -> Iterator[str]:
    kind = actor.inter.name.lower().replace("_", " ")
    yield _field("codes", f"ACLED {actor.inter.value} ({kind}), PLOVER {actor.sector}")
    yield _field("country", actor.country or "-")
    if actor.ucdp:
        yield _field("UCDP", actor.ucdp)
    if years := say_years(actor.since, actor.until):
        yield _field("years", years)
    if actor.aliases:
        yield _field("names", ", ".join(actor.aliases))
    if actor.parent:
        yield _field("part of", actor.parent)
    if actor.side:
        yield _field("side", actor.side)


def _relations(entry: Entry) -> Iterator[str]:
    for label, words in (
        ("active in", " ".join(entry.areas)),
        ("split from", entry.split_from),
        ("formerly", entry.formerly),
        ("conflicts", ", ".join(entry.conflicts)),
    ):
        if words:
            yield _field(label, words)


def _field(label: str, words: str) -> str:
    return f"  {label:<{LABEL}}{words}"
