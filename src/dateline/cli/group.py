"""Show Dateline's own errors as one line; bugs keep their traceback."""

from __future__ import annotations

from typing import Any

import click

from ..errors import DatelineError, UsageError
from .words import one_line


class Refusal(click.ClickException):
    """One of Dateline's own errors, as the command line ends with it."""

    exit_code = 1

    def __init__(self, error: DatelineError) -> None:
        super().__init__(one_line(str(error)))


class Misuse(Refusal):
    """An error that the caller can fix."""

    exit_code = 2


class Group(click.Group):
    """Commands in the order they were added, with errors of one line on standard error."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            refusal = Misuse if isinstance(error, UsageError) else Refusal
            raise refusal(error) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """What a newcomer needs first comes first."""
        return list(self.commands)
