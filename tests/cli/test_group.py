"""Dateline's own errors are one line; bugs keep their traceback."""

import click
import pytest
from click.testing import CliRunner

from dateline.cli.group import Group
from dateline.errors import ExtractError, StoreError, UsageError


def run(error: Exception, *, below: bool = False):
    main = Group("dateline")
    holder = main
    if below:
        holder = Group("below")
        main.add_command(holder)

    @holder.command()
    def fail() -> None:
        raise error

    words = ["below", "fail"] if below else ["fail"]
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("no such\n  thing"), 2),
        (StoreError("no such\n  thing"), 1),
        (ExtractError("no such", "thing"), 1),
    ],
)
def test_an_error_is_one_line_and_a_status(error: Exception, status: int, below: bool) -> None:
    result = run(error, below=below)
    assert result.exit_code == status
    assert result.stderr.replace(":", "") == "Error no such thing\n"
    assert result.stdout == ""


def test_a_bug_keeps_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        run(ZeroDivisionError("a slip"))


def test_commands_stand_in_the_order_they_were_added() -> None:
    group = Group("dateline")
    for name in ("read", "events", "backup"):
        group.add_command(click.Command(name))
    assert group.list_commands(click.Context(group)) == ["read", "events", "backup"]
