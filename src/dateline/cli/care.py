"""Look after the store: examine, copy, bring back, forget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from .options import codebook_option, find_store, load_kinds, register_option, with_store

if TYPE_CHECKING:
    from ..store import Store


@click.command()
@with_store()
def doctor(store: Store) -> None:
    """Examine the store.

    Checks spans, references and versions; prints a line for each problem, with what to do. Exits
    with 1 if there is any.

    \b
    Example:
        dateline doctor
    """
    problems = store.doctor()
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"{store.name}: nothing is wrong", err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_store()
def backup(store: Store, file: Path) -> None:
    """Copy the whole store to FILE.

    `dateline restore` reads it, into either database.

    \b
    Example:
        dateline backup monday.backup
    """
    store.backup(file)
    click.echo(f"{store.name}: copied to {file}", err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--store", "location", metavar="PATH|URL", help="The new store; else as elsewhere.")
def restore(file: Path, location: str | None) -> None:
    """Make a new store from the backup FILE.

    A store that is there is never touched.

    \b
    Example:
        dateline restore monday.backup --store new.db
    """
    from ..store import restore as restore_backup

    restore_backup(file, find_store(location))
    click.echo(f"restored from {file}", err=True)


@click.command()
@click.argument("document")
@click.option("--reason", required=True, metavar="TEXT", help="Why; kept in its place.")
@codebook_option
@register_option
@with_store()
def forget(
    store: Store,
    document: str,
    reason: str,
    codebooks: tuple[Path, ...],
    registers: tuple[Path, ...],
) -> None:
    """Remove a document for good.

    All that came from it and every trace of its words goes. Its id and the reason stay, so that it
    is not read again; events are computed anew.

    \b
    Example:
        dateline forget 3f2a91 --reason "names a witness"
    """
    from ..pipeline import consolidate_store, load_joining

    if not reason.strip():
        raise UsageError("--reason is empty: say why the document must go")
    joining = load_joining(load_kinds(codebooks), registers)
    forgotten = store.forget(document, reason=reason)
    consolidate_store(store, joining)
    click.echo(f"document {forgotten.tombstone.document} is forgotten", err=True)
    for copy in forgotten.copies:
        click.echo(f"{copy} may still hold it: remove that file too", err=True)
