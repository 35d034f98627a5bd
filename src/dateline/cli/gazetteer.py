"""Build a gazetteer of one's own, and look into the one that is in use."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import gazetteer_output
from ..errors import UsageError
from .group import Group
from .options import find_gazetteer, gazetteer_option, json_option
from .progress import IndexProgress, is_watched
from .tables import Column, print_json, print_table
from .words import count

if TYPE_CHECKING:
    from ..resolution.places.lookup import Match
    from ..store.gazetteer import GazetteerIndex
    from ..types import GazetteerSource, GazetteerSummary, PlaceDetail

FORMATS = ("geonames", "natural-earth", "geonames-admin", "geonames-names", "pcodes", "own")
SHOWN_FAILURES = 10
SHOWN_COUNTRIES = 20
SHOWN_FOUND = 30
SECONDS_BETWEEN_LINES = 10.0


@click.group(cls=Group)
def gazetteer() -> None:
    """Build a gazetteer of your own, or look into the one in use.

    \b
    Example:
        dateline gazetteer build UA.zip my-places.csv
        dateline gazetteer find Rabotino --country UA
    """


def _read_columns(
    context: click.Context, parameter: click.Parameter, said: tuple[str, ...]
) -> dict[str, str]:
    """The pairs of ``--column name=Toponym``."""
    from ..resolution.gazetteer_files.own_places import COLUMNS

    columns = {}
    for words in said:
        name, sign, column = words.partition("=")
        if not sign or name not in COLUMNS or not column.strip():
            known = ", ".join(COLUMNS)
            raise UsageError(f"--column {words!r}: write NAME=COLUMN, NAME one of {known}")
        columns[name] = column.strip()
    return columns


@gazetteer.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--output", metavar="FILE", help="Where to build it; else the project's, or yours.")
@click.option(
    "--format", "wanted", type=click.Choice(FORMATS), help="What the files are, if it is not told."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=COLUMN",
    callback=_read_columns,
    help="Which column of your own table holds what: name=Toponym; may be given several times.",
)
@click.option("--all-features", is_flag=True, help="Take in hotels, wells, streams and the like.")
@click.option("--all-scripts", is_flag=True, help="Take in names in other than Latin letters.")
def build(
    paths: tuple[Path, ...],
    output: str | None,
    wanted: str | None,
    columns: dict[str, str],
    all_features: bool,
    all_scripts: bool,
) -> None:
    """Build a bigger index of places from files.

    FILE is a dump of GeoNames (a country's, allCountries, alternateNames, admin1CodesASCII,
    admin2Codes), Natural Earth's populated places, a table of OCHA's P-codes, or a table of your
    own; plain or zipped. The packaged places are always in it, and your own win over all others.
    An interrupted build goes on where it stopped. The index that was there stays until the new
    one is whole.

    \b
    Example:
        dateline gazetteer build UA.zip alternateNamesV2.zip
        dateline gazetteer build my-places.csv --column name=Toponym
    """
    from ..pipeline.gazetteer_building import Wishes, build_gazetteer, find_files
    from ..resolution.gazetteer_files.formats import Format

    wishes = Wishes(Format(wanted) if wanted else None, columns, all_features, all_scripts)
    files = find_files(paths, wishes)
    for file in files:
        click.echo(f"{file.path}: {file.format}", err=True)
    place = find_output(output)
    try:
        with Lines() as lines:
            summary = build_gazetteer(files, place, wishes, seen=lines.show)
    except KeyboardInterrupt:
        click.echo("stopped; the same command goes on from there", err=True)
        raise click.exceptions.Exit(130) from None
    for line in report(summary):
        click.echo(line, err=True)
    here = Path.cwd()
    click.echo(str(place.relative_to(here) if place.is_relative_to(here) else place))


def find_output(option: str | None) -> Path:
    """Where the index is to be."""
    import platformdirs

    data_dir = Path(platformdirs.user_data_dir("dateline"))
    return gazetteer_output(option, os.environ, Path.cwd(), data_dir=data_dir)


class Lines:
    """How far a build is: one line that changes on a terminal, a line now and then in a pipe."""

    def __init__(self) -> None:
        self._step = ""
        self._began = self._said = time.monotonic()

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_: object) -> None:
        if is_watched():
            click.echo("\r\x1b[K", nl=False, err=True)

    def show(self, step: str, row: int) -> None:
        """Say which file or step is at work, and how many lines of it are done."""
        now = time.monotonic()
        is_new = step != self._step
        if is_new:
            self._step, self._began = step, now
        if not is_watched() and not is_new and now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._said = now
        seconds = now - self._began
        rate = f", {row / seconds:,.0f} a second" if row and seconds > 1 else ""
        words = f"{step}: {count(row, 'line')}{rate}" if row else step
        if is_watched():
            click.echo(f"\r\x1b[K{words}", nl=False, err=True)
        else:
            click.echo(words, err=True)
        sys.stderr.flush()


def report(summary: GazetteerSummary) -> Iterator[str]:
    """What a build took in and what it could not."""
    for source in summary.sources:
        yield f"{source.name}: {say_source(source)}"
        failures = [failure for failure in summary.failures if failure.source == source.name]
        for failure in failures[:SHOWN_FAILURES]:
            yield f"  line {failure.line:,}: {failure.problem}"
        if source.failures > SHOWN_FAILURES:
            yield f"  and {source.failures - SHOWN_FAILURES:,} more"
    yield f"{count(summary.places, 'place')}, {count(summary.names, 'name')}, {say_size(summary)}"
    yield 'read with it: --gazetteer FILE, or gazetteer = "FILE" in the project\'s dateline.toml'


def say_source(source: GazetteerSource) -> str:
    """What one file brought, in words."""
    parts = [f"{source.format}, {count(source.rows, 'row')}", count(source.places, "place")]
    if source.names:
        parts.append(f"{count(source.names, 'name')} of other places")
    if source.left_out:
        parts.append(f"{source.left_out:,} left out")
    parts.append(count(source.failures, "failure"))
    return ", ".join(parts)


def say_size(summary: GazetteerSummary) -> str:
    """The size of the file."""
    return f"{summary.size / 1_000_000:,.0f} MB"


@gazetteer.command()
@gazetteer_option
@json_option
def info(gazetteer: str | None, as_json: bool) -> None:
    """Say what is in the gazetteer in use.

    Its files with their licences and whom to credit, how many places of each country and kind, its
    size, and when it was built.

    \b
    Example:
        dateline gazetteer info
    """
    from ..store.gazetteer_info import summarise_gazetteer

    index = open_index(gazetteer)
    summary = summarise_gazetteer(index.path)
    if as_json:
        print_json(summary)
        return
    for line in describe(summary):
        click.echo(line)


def open_index(option: str | None) -> GazetteerIndex:
    """The gazetteer in use; the packaged one is built the first time."""
    from ..pipeline.reading.gazetteers import open_places

    with IndexProgress() as progress:
        return open_places(find_gazetteer(option), progress=progress.show)


def describe(summary: GazetteerSummary) -> Iterator[str]:
    """What is in a gazetteer, in words."""
    yield f"{count(summary.places, 'place')}, {count(summary.names, 'name')}, {say_size(summary)}"
    yield f"built {summary.built or 'with this version of Dateline'}"
    yield ""
    for source in summary.sources:
        own = " (your own, which win)" if source.own else ""
        yield f"{source.name}: {say_source(source)}{own}"
        if source.licence:
            yield f"  licence  {source.licence}"
        if source.attribution:
            yield f"  credit   {source.attribution}"
    yield ""
    yield "kinds      " + say_counts(summary.features)
    yield "countries  " + say_counts(summary.countries[:SHOWN_COUNTRIES])
    if len(summary.countries) > SHOWN_COUNTRIES:
        yield f"           and {len(summary.countries) - SHOWN_COUNTRIES:,} more"


def say_counts(counts: Iterable[tuple[str, int]]) -> str:
    """Numbers with what they count."""
    return ", ".join(f"{name} {number:,}" for name, number in counts)


COLUMNS = (
    Column("name"), Column("step"), Column("kind"), Column("feature"), Column("admin1"),
    Column("country"), Column("latitude"), Column("longitude"), Column("people"),
    Column("source", free=True), Column("id", free=True),
)  # fmt: skip


@gazetteer.command()
@click.argument("name")
@click.option("--country", metavar="CC", help="Only in this country: SY, SD, UA.")
@click.option("--all", "every", is_flag=True, help="All of them, not the first thirty.")
@gazetteer_option
@json_option
def find(name: str, country: str | None, every: bool, gazetteer: str | None, as_json: bool) -> None:
    """List the places that NAME could be.

    Each with the step that found it: exact (spelled so), folded (the same but for accents, articles
    and the like), transliterated (another way to write the same name in English) or fuzzy (one
    letter off). When a report is read, a worse step counts only where a better one finds no place.

    \b
    Example:
        dateline gazetteer find Rabotino --country UA
    """
    from ..pipeline.gazetteer_building import look_up

    if not name.strip():
        raise UsageError("the name is empty; give the name of a place")
    index = open_index(gazetteer)
    found = list(look_up(index, name, country=country.upper() if country else None))
    if not found:
        where = f" in {country.upper()}" if country else ""
        click.echo(f"no place{where} is known as {name}", err=True)
        raise click.exceptions.Exit(1)
    shown = found if every or as_json else found[:SHOWN_FOUND]
    if as_json:
        for match, detail in shown:
            print_json(record_of(match, detail))
        return
    print_table(COLUMNS, (cells_of(match, detail) for match, detail in shown))
    if len(found) > len(shown):
        click.echo(f"and {len(found) - len(shown):,} more: see --all", err=True)


def record_of(match: Match, detail: PlaceDetail) -> dict[str, object]:
    """A place that was found, as it is printed as JSON."""
    return {
        "step": match.step,
        "spelling": match.spelling,
        "place": match.place,
        "detail": detail,
    }


def cells_of(match: Match, detail: PlaceDetail) -> tuple[str, ...]:
    """A place that was found, as a line of the table."""
    place = match.place
    # One that is only alike is shown with the spelling that is.
    other = match.spelling if match.spelling not in (place.name, "") else ""
    is_alike = match.step.value in ("transliterated", "fuzzy")
    return (
        f"{place.name} ({other})" if is_alike and other else place.name,
        match.step.value, place.kind.value, detail.feature or "", place.admin1 or "",
        place.country or "", f"{place.latitude:.3f}", f"{place.longitude:.3f}",
        f"{place.population:,}" if place.population else "", detail.source, place.id,
    )  # fmt: skip
