"""Look at the codebook, and check one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..types import Mention
from .group import Group
from .options import codebook_option, load_kinds, model_option, open_engine
from .tables import Column, print_table
from .words import count

if TYPE_CHECKING:
    from ..codebook import Codebook, Told
    from ..codebook.kinds import Kind
    from ..pipeline import Engine

COLUMNS = (Column("kind"), Column("family"), Column("label"), Column("definition", free=True))
LABEL = 12


@click.group(cls=Group, invoke_without_command=True)
@codebook_option
@click.pass_context
def codebook(context: click.Context, codebooks: tuple[Path, ...]) -> None:
    """Look at the codebook, or check your own.

    Without a command it lists the kinds of event.

    \b
    Example:
        dateline codebook
        dateline codebook show airstrike
        dateline codebook check mine.toml
    """
    if context.invoked_subcommand is None:
        _list_kinds(load_kinds(codebooks))
    else:
        context.obj = codebooks


@codebook.command()
@click.argument("kind", required=False)
@codebook_option
@click.pass_obj
def show(above: tuple[Path, ...], kind: str | None, codebooks: tuple[Path, ...]) -> None:
    """Show KIND, or list all kinds.

    Of a kind: its definition, its place in other schemes, its language, its examples.

    \b
    Example:
        dateline codebook show airstrike
    """
    book = load_kinds((*above, *codebooks))
    if kind is None:
        _list_kinds(book)
        return
    for line in describe(book.kind(kind)):
        click.echo(line)


@codebook.command()
@click.argument("file", type=click.Path(path_type=Path))
@model_option
@click.pass_obj
def check(above: tuple[Path, ...], file: Path, model: str | None) -> None:
    """Run the examples of a codebook of your own.

    FILE is loaded over the packaged codebook; only the kinds that it changes are checked. Prints
    one line for each example that does not come out as it says, and exits with 1.

    \b
    Example:
        dateline codebook check mine.toml
    """
    from ..codebook import check_examples

    # The project may name the very file: it is checked against what lies below it.
    below = tuple(other for other in above if other.absolute() != file.absolute())
    before = load_kinds(below)
    engine = open_engine(model=model, codebooks=(*below, file))
    changed = changed_kinds(before, engine.codebook)
    failures = check_examples(changed, lambda text: tell(engine, text))
    for failure in failures:
        click.echo(str(failure))
    examples = sum(len(kind.positive) + len(kind.negative) for kind in changed.kinds)
    click.echo(
        f"{file}: {count(len(changed.kinds), 'kind')} new or changed, {examples} examples, "
        f"{len(failures)} failed",
        err=True,
    )
    if failures:
        raise click.exceptions.Exit(1)


def _list_kinds(book: Codebook) -> None:
    print_table(
        COLUMNS,
        ((kind.id, kind.family or "", kind.label, kind.definition) for kind in book.kinds),
    )


def changed_kinds(before: Codebook, after: Codebook) -> Codebook:
    """The kinds that a file brought or changed."""
    from dataclasses import replace

    known = {kind.id: kind for kind in before.kinds}
    return replace(after, kinds=tuple(kind for kind in after.kinds if kind != known.get(kind.id)))


def tell(engine: Engine, text: str) -> Iterator[Told]:
    """What the engine finds in an example, in the example's words."""
    from ..codebook import Told

    def words(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        return tuple(mention.span.of(text) for mention in mentions)

    for claim in engine.read_text(text, language="en").claims:
        yield Told(
            kind=claim.kind,
            trigger=claim.trigger.of(text),
            status=claim.status,
            actors=words(claim.actors),
            targets=words(claim.targets),
        )


def describe(kind: Kind) -> Iterator[str]:
    """A kind in words."""
    yield click.style(f"{kind.id}  {kind.label}", bold=True)
    yield f"  {kind.definition}"
    yield _field("family", kind.family or "none")
    yield _field("force", "yes" if kind.force else "no")
    # Of several, circumstances decide: who acts, on whom, with what.
    for scheme, codes in (
        ("PLOVER", (" ".join(filter(None, (code.type, code.mode))) for code in kind.plover)),
        ("CAMEO", (code.code for code in kind.cameo)),
        ("ACLED", (f"{code.event}: {code.sub_event}" for code in kind.acled)),
        ("UCDP", (f"type of violence {code.type}" for code in kind.ucdp)),
    ):
        yield _field(scheme, _listed(codes, "; or "))
    yield _field("verbs", _listed(verb.verb for verb in kind.triggers.verbs))
    yield _field("nouns", _listed(noun.noun for noun in kind.triggers.nouns))
    for positive in kind.positive:
        yield _field("coded", positive.text)
    for negative in kind.negative:
        yield _field("not coded", f"{negative.text} ({negative.because})")


def _listed(words: Iterable[str], separator: str = ", ") -> str:
    return separator.join(dict.fromkeys(words))


def _field(label: str, words: str) -> str:
    return f"  {label:<{LABEL}}{words or '-'}"
