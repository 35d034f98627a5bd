"""Compare two codings of the same events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .importing import with_description
from .options import (
    DayOf,
    codebook_option,
    find_gazetteer,
    find_store,
    gazetteer_option,
    load_kinds,
    register_option,
)
from .reading import report as report_failures
from .tables import Column, print_json, print_table
from .words import count, one_line, say_day, say_parties, say_where

if TYPE_CHECKING:
    from ..consolidation.compare import World
    from ..evaluation.comparison.fields import Agreement
    from ..evaluation.comparison.reporting import Compared, Report
    from ..evaluation.comparison.weighing import Coded
    from ..sources.coded import Description


@click.command()
@click.argument("mine")
@click.argument("theirs")
@click.option("--days", type=click.IntRange(0), default=2, show_default=True, help="Days apart.")
@click.option("--km", type=click.FloatRange(0), default=25.0, show_default=True, help="Kilometres.")
@click.option("--since", type=DayOf(), metavar="DATE", help="Only what was not before this day.")
@click.option("--until", type=DayOf(), metavar="DATE", help="Only what was not after this day.")
@click.option("--country", metavar="CC", help="Only in this country: SY, SD, UA.")
@click.option("--rows", is_flag=True, help="Each pair with what differs, and what has no pair.")
@click.option("--json", "as_json", is_flag=True, help="The figures, and the rows, as JSON.")
@with_description
@codebook_option
@register_option
@gazetteer_option
@click.option("--store", "location", metavar="PATH|URL", help="The store that names belong to.")
def compare(
    mine: str,
    theirs: str,
    days: int,
    km: float,
    since: date | None,
    until: date | None,
    country: str | None,
    rows: bool,
    as_json: bool,
    describe: Callable[..., Description],
    codebooks: tuple[Path, ...],
    registers: tuple[Path, ...],
    gazetteer: str | None,
    location: str | None,
) -> None:
    """Say how far two codings agree.

    MINE and THEIRS are each a project's folder or a store (what Dateline read there), a source or
    coder in this store, or a file: Dateline's export, ACLED's or UCDP's rows, or a table of your
    own. Events are matched one to one; then every field is compared.

    \b
    Example:
        dateline compare . anna
        dateline compare anna.csv ben.csv --rows
    """
    from ..consolidation.compare import World
    from ..evaluation.comparison.reporting import compare as compare_sides
    from ..evaluation.comparison.sides import Opening
    from ..evaluation.comparison.weighing import Tolerance
    from ..pipeline import load_world, make_kinds
    from ..pipeline.events.coding import make_locate

    codebook = load_kinds(codebooks)
    world = World(load_world(registers), make_kinds(codebook))
    opening = Opening(
        store=find_store(location),
        codebook=codebook,
        world=world,
        registers=registers,
        locate=make_locate(find_gazetteer(gazetteer)),
        description=describe(for_several=True),
        since=since,
        until=until,
        country=country.upper() if country else None,
    )
    sides = opening.open(mine), opening.open(theirs)
    for side in sides:
        report_failures(side.failures)
    compared = compare_sides(*sides, world, Tolerance(days, km))
    if as_json:
        print_comparison(compared, world, rows=rows)
        return
    print_report(compared.report)
    if rows:
        click.echo()
        print_rows(compared, world)


def print_comparison(compared: Compared, world: World, *, rows: bool) -> None:
    """Everything as one object of JSON."""
    from ..evaluation.comparison.reporting import find_rows, names_of

    if not rows:
        print_json(compared.report)
        return
    matching = compared.matching
    print_json(
        {
            "report": compared.report,
            "pairs": find_rows(matching, world),
            "only_mine": names_of(matching.only_mine),
            "only_theirs": names_of(matching.only_theirs),
        }
    )


def print_report(report: Report) -> None:
    """The figures, for people."""
    detection = report.detection
    click.echo(f"mine    {report.mine}: {count(detection.both + detection.only_mine, 'event')}")
    click.echo(f"theirs  {report.theirs}: {count(detection.both + detection.only_theirs, 'event')}")
    click.echo(
        f"both have {detection.both:,}, only mine {detection.only_mine:,}, "
        f"only theirs {detection.only_theirs:,}"
    )
    shares = (
        ("precision", detection.precision),
        ("recall", detection.recall),
        ("F1", detection.f1),
    )
    click.echo(", ".join(f"{name} {say_share(share)}" for name, share in shares))
    click.echo()
    columns = ("field", "compared", "agree", "share", "beyond chance", "only mine", "only theirs")
    print_table([Column(name) for name in columns], [cells_of(field) for field in report.fields])
    gaps = report.gaps
    if gaps.days is not None or gaps.km is not None:
        said = [f"{gaps.days:g} days" if gaps.days is not None else ""]
        said.append(f"{gaps.km:g} km" if gaps.km is not None else "")
        click.echo(f"\nthe middle pair lies {' and '.join(filter(None, said))} apart")


def cells_of(field: Agreement) -> tuple[str, ...]:
    """A field as a row of the table."""
    beyond = "-" if field.beyond_chance is None else f"{field.beyond_chance:.2f}"
    return (
        field.field,
        f"{field.rate.total:,}",
        f"{field.rate.hits:,}",
        say_share(field.rate.share),
        f"{field.measure} {beyond}" if field.measure else "",
        f"{field.only_mine:,}",
        f"{field.only_theirs:,}",
    )


def say_share(share: float | None) -> str:
    """A share in percent."""
    return "-" if share is None else f"{100 * share:.1f}"


def print_rows(compared: Compared, world: World) -> None:
    """Each pair with what differs, then what has no pair."""
    from ..evaluation.comparison.reporting import find_rows

    matching = compared.matching
    for pair, row in zip(matching.pairs, find_rows(matching, world), strict=True):
        click.echo(f"{row.mine} = {row.theirs}  {describe_event(pair.mine)}")
        for difference in row.differs:
            click.echo(
                f"    {difference.field}: {difference.mine or '-'} | {difference.theirs or '-'}"
            )
    for label, side in (("only mine", matching.only_mine), ("only theirs", matching.only_theirs)):
        for coded in side:
            click.echo(f"{label}  {coded.name}  {describe_event(coded)}")


def describe_event(coded: Coded) -> str:
    """An event in one line."""
    return ", ".join(_parts(coded))


def _parts(coded: Coded) -> Iterator[str]:
    event = coded.event
    sides = " – ".join(filter(None, map(say_parties, (event.actors, event.targets))))
    where = say_where(event.location, event.places)
    yield from filter(None, map(one_line, (event.kind, say_day(event), where, sides)))
