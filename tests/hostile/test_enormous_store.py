"""A store of any size is read in pages and written as it comes; see tools/bench_store.py too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench_store import fill
from dateline.cli import main
from dateline.exports import FORMATS
from dateline.pipeline import find_rows
from dateline.store import Store, open_store
from dateline.types import Wanted

EVENTS = 20_000


class Sink(io.TextIOBase):
    """Takes what is written and keeps its length alone."""

    size = 0

    def write(self, text: str) -> int:
        self.size += len(text)
        return len(text)


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("enormous") / "dateline.db"
    with open_store(path) as store:
        fill(store, EVENTS)
    return path


@pytest.fixture
def store(location: Path):
    with open_store(location) as opened:
        yield opened


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_takes_no_more_memory_than_a_few_events(format: str, store: Store, grown) -> None:
    FORMATS[format](find_rows(store, store.events(limit=200)), Sink())
    grown.mark()
    sink = Sink()
    FORMATS[format](find_rows(store, store.events(limit=4_000)), sink)
    assert sink.size > 1_000_000
    assert grown() < 15_000


@pytest.mark.parametrize(
    "words",
    [
        ["--country", "SD", "--since", "2020-06-01"],
        ["--since", "2023-06-01"],
        ["--kind", "takeover", "--until", "2001-01-01"],
        ["--status", "failed"],
        [],
    ],
    ids=" ".join,
)
def test_a_page_costs_no_look_at_the_rest(words: list[str], location: Path, grown) -> None:
    ask = ["events", "--store", str(location), "--limit", "20", "--json", *words]
    CliRunner().invoke(main, ask)
    grown.mark()
    result = CliRunner().invoke(main, ask, catch_exceptions=False)
    assert grown() < 15_000
    assert len(result.stdout.splitlines()) == 20
    assert "go on with --after" in result.stderr


def test_the_order_of_events_is_that_of_the_index(store: Store) -> None:
    for wanted in (Wanted(), Wanted(country="SD")):
        order = [event.order for event in store.events(wanted)]
        assert order == sorted(order)
        assert len(order) == store.count_events(wanted)
