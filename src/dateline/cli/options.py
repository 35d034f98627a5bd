"""Options that several commands take."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..config import (
    DEFAULT_MODEL,
    Resources,
    codebook_files,
    gazetteer_location,
    register_files,
    store_location,
)
from ..errors import UsageError
from ..types import Grade, KindId, Status, Wanted

if TYPE_CHECKING:
    from ..codebook import Codebook
    from ..pipeline import Engine
    from ..sources import Moment


Command = Callable[..., None]

# Generic since click 8.3 alone.
if TYPE_CHECKING:
    Converted = click.ParamType[Any]
else:
    Converted = click.ParamType


class Published(Converted):
    """A date or a moment; in UTC unless it says another offset."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Moment | None:
        """Refuse what is no date before anything is read."""
        from ..pipeline import lies_ahead, read_published

        try:
            moment = read_published(value)
        except UsageError as error:
            raise UsageError(f"--published {error}") from error
        if moment and lies_ahead(moment.at, now=datetime.now(UTC)):
            raise UsageError(f"--published {value!r} lies ahead: check the year")
        return moment


class DayOf(Converted):
    """A calendar day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Refuse what is no day."""
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            name = param.opts[0] if param else "date"
            raise UsageError(f"{name} {value!r} is not a day: write it like 2018-09-01") from error


published_option = click.option(
    "--published",
    type=Published(),
    metavar="DATE",
    help="When it was published, if it does not say: 2018-09-01 or 2018-09-01T14:30Z.",
)


def _each_once(*files: Path) -> tuple[Path, ...]:
    """Files in order, one that is given again once."""
    return tuple({file.absolute(): file for file in files}.values())


def _own_files(
    flag: str, name: str, project: Callable[[Path], tuple[Path, ...]], what: str
) -> Callable[[Command], Command]:
    """An option for files of the user's own, which come after the project's."""

    def with_project(
        context: click.Context, parameter: click.Parameter, given: tuple[Path, ...]
    ) -> tuple[Path, ...]:
        return _each_once(*project(Path.cwd()), *given)

    return click.option(
        flag,
        name,
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        callback=with_project,
        help=f"{what}; may be given several times.",
    )


codebook_option = _own_files(
    "--codebook", "codebooks", codebook_files, "A codebook file of your own, over the packaged one"
)
register_option = _own_files(
    "--register", "registers", register_files, "Actors of your own, over the packaged ones"
)


def _check_encoding(
    context: click.Context, parameter: click.Parameter, encoding: str | None
) -> str | None:
    if encoding is not None:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise UsageError(
                f"--encoding {encoding!r} is not known: write it like utf-8 or windows-1252"
            ) from error
    return encoding


def _read_columns(
    context: click.Context, parameter: click.Parameter, words: str | None
) -> dict[str, str]:
    from ..sources.archives.columns import parse_columns

    return parse_columns(words, said_by="--columns") if words else {}


encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    callback=_check_encoding,
    help="How the text is encoded, where it cannot be told.",
)
columns_option = click.option(
    "--columns",
    metavar="FIELD=COLUMN,…",
    callback=_read_columns,
    help="What the columns of tables hold, where their names do not tell: text=body.",
)
model_option = click.option(
    "--model", metavar="NAME", help="An installed spaCy pipeline, in place of the packaged one."
)
gazetteer_option = click.option(
    "--gazetteer",
    metavar="FILE",
    help="A gazetteer of your own; else DATELINE_GAZETTEER, the project's, or the packaged one.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read; else as many as there are cores, or none for a few documents.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON Lines, one a record.")


def with_resources(command: Command) -> Command:
    """Give a command the options that say what to read with, and hand it ``Resources``."""

    @codebook_option
    @register_option
    @model_option
    @gazetteer_option
    @wraps(command)
    def chosen(
        *args: Any,
        codebooks: tuple[Path, ...],
        registers: tuple[Path, ...],
        model: str | None,
        gazetteer: str | None,
        **kwargs: Any,
    ) -> None:
        chosen = Resources(model or DEFAULT_MODEL, codebooks, registers, find_gazetteer(gazetteer))
        command(*args, resources=chosen, **kwargs)

    return chosen


def with_store(*, create: bool = False) -> Callable[[Command], Command]:
    """Give a command ``--store``, and hand it the open store."""

    def decorate(command: Command) -> Command:
        @click.option(
            "--store",
            "location",
            metavar="PATH|URL",
            help="The store; else DATELINE_STORE, the project's dateline.toml, or ./dateline.db.",
        )
        @wraps(command)
        def opened(*args: Any, location: str | None, **kwargs: Any) -> None:
            from ..store import open_store

            with open_store(find_store(location), create=create) as store:
                command(store, *args, **kwargs)

        return opened

    return decorate


def find_store(location: str | None) -> str:
    """Which store is meant."""
    return store_location(location, os.environ, Path.cwd())


kind_option = click.option("--kind", metavar="KIND", help="Only this kind of the codebook.")
status_option = click.option(
    "--status", type=click.Choice([status.value for status in Status]), help="Only this status."
)


def with_wanted(command: Command) -> Command:
    """Give a command the options that choose events, and hand it a ``Wanted``."""

    @kind_option
    @status_option
    @click.option(
        "--grade",
        type=click.Choice([grade.value for grade in Grade]),
        help="Only those verified so far by their sources.",
    )
    @click.option("--country", metavar="CC", help="Only in this country: SY, SD, UA.")
    @click.option("--since", type=DayOf(), metavar="DATE", help="Not before this day.")
    @click.option("--until", type=DayOf(), metavar="DATE", help="Not after this day.")
    @wraps(command)
    def chosen(
        *args: Any,
        kind: str | None,
        status: str | None,
        grade: str | None,
        country: str | None,
        since: date | None,
        until: date | None,
        **kwargs: Any,
    ) -> None:
        wanted = Wanted(
            KindId(kind) if kind else None,
            Status(status) if status else None,
            country.upper() if country else None,
            since,
            until,
            Grade(grade) if grade else None,
        )
        command(*args, wanted=wanted, **kwargs)

    return chosen


def check_kind(kind: KindId | None) -> None:
    """Refuse a kind that no codebook has; asked only when nothing was found, for it takes time."""
    if kind is not None:
        load_kinds(codebook_files(Path.cwd())).kind(kind)


def load_kinds(codebooks: tuple[Path, ...] = ()) -> Codebook:
    """The codebook in force."""
    from ..codebook import load_codebook

    return load_codebook(*_each_once(*codebooks))


def find_gazetteer(option: str | None) -> Path | None:
    """Which gazetteer is meant; none for the packaged one."""
    return gazetteer_location(option, os.environ, Path.cwd())


def open_engine(
    *,
    model: str | None = None,
    codebooks: tuple[Path, ...] = (),
    registers: tuple[Path, ...] = (),
    gazetteer: str | None = None,
) -> Engine:
    """The engine; the index of places is built the first time, with its progress shown."""
    from ..pipeline import shared_engine
    from .progress import IndexProgress

    with IndexProgress() as progress:
        return shared_engine(
            model=model or DEFAULT_MODEL,
            codebooks=_each_once(*codebooks),
            registers=registers,
            gazetteer=find_gazetteer(gazetteer),
            progress=progress.show,
        )
