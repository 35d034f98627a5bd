"""Write docs/reference/cli.md from the help of every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

PAGE = Path(__file__).parent.parent / "docs/reference/cli.md"

HEAD = """\
# Commands

<!-- Written by tools/cli_doc.py from the help of each command; run `make docs`. -->

Data goes to standard output, words to standard error. An id may be shortened to any unambiguous prefix of six or more characters.
"""


def describe(command: click.Command, context: click.Context) -> Iterator[str]:
    """One section for a command, and one for each below it."""
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from describe(below, make_context(below, name, context))


def make_context(
    command: click.Command, name: str, parent: click.Context | None = None
) -> click.Context:
    # A fixed width: help folds to the terminal's otherwise. The settings are what a real call
    # gives its context; without them the page depends on whether a command ran before.
    return click.Context(
        command, info_name=name, parent=parent, terminal_width=88, **command.context_settings
    )


def make_page(main: click.Command) -> str:
    return HEAD + "\n" + "\n".join(describe(main, make_context(main, "dateline")))


if __name__ == "__main__":
    from dateline.cli import main

    PAGE.write_text(make_page(main), "utf-8")
