"""Put the commands together."""

from __future__ import annotations

import io
import sys

import click

from .actors import actors
from .care import backup, doctor, forget, restore
from .codebook import codebook
from .compare import compare
from .demo import demo
from .evaluate import evaluate
from .export import export
from .failures import failures
from .gazetteer import gazetteer
from .group import Group
from .importing import import_
from .listing import claims, events
from .project import add, fetch, init, run, sources
from .read import consolidate, read, reread
from .show import show
from .why import why


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", prog_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Read reports on armed conflict, and get events that can be checked word by word.

    \b
    Example:
        dateline read reports/ --published 2018-09-01
        dateline events
        dateline show 3f2a91
    """
    use_utf8()


def use_utf8() -> None:
    """Make data the same bytes on every system; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", newline="\n")


for command in (
    init,
    add,
    sources,
    fetch,
    run,
    read,
    import_,
    events,
    claims,
    show,
    why,
    export,
    compare,
    codebook,
    actors,
    gazetteer,
    demo,
    reread,
    consolidate,
    failures,
    doctor,
    backup,
    restore,
    forget,
    evaluate,
):
    main.add_command(command)
