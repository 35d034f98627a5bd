"""What several commands take is understood alike everywhere."""

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dateline.cli.options import find_store, with_wanted
from dateline.errors import UsageError
from dateline.types import Grade, KindId, Status, Wanted


def test_what_is_wanted_is_one_record() -> None:
    seen = []

    @click.command()
    @with_wanted
    def events(wanted: Wanted) -> None:
        seen.append(wanted)

    words = "--kind clash --status failed --country sy --since 2018-07-01 --until 2018-07-31"
    CliRunner().invoke(events, [*words.split(), "--grade", "fair"], catch_exceptions=False)
    CliRunner().invoke(events, [], catch_exceptions=False)
    assert seen == [
        Wanted(
            KindId("clash"),
            Status.FAILED,
            "SY",
            date(2018, 7, 1),
            date(2018, 7, 31),
            Grade.FAIR,
        ),
        Wanted(),
    ]


def test_the_projects_store_is_found_from_below(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "dateline.toml").write_text('store = "war.db"\n')
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    assert find_store(None) == str(here / "war.db")
    assert find_store("other.db") == str(here / "below" / "other.db")


def test_a_store_without_a_name_is_refused() -> None:
    with pytest.raises(UsageError, match="the store has no name"):
        find_store(" ")
