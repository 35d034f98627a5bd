"""Tables small enough to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.sources.coded import CodedEvent, Description, Table, find_events, open_table
from dateline.sources.coded.shapes import load_shapes
from dateline.types import Failure

Open = Callable[..., Table]

ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,inter2,country,admin1,location,latitude,longitude,geo_precision,notes,fatalities,"
    "timestamp"
)


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture
def table(tmp_path: Path, codebook: Codebook) -> Open:
    """A table of some lines, opened as a description says."""

    def make(*lines: str | bytes, name: str = "coded.csv", **said: object) -> Table:
        path = tmp_path / name
        raw = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
        path.write_bytes(raw)
        return open_table(path, codebook, Description(**said))  # type: ignore[arg-type]

    return make


@pytest.fixture
def acled(table: Open) -> Open:
    """A table of rows shaped as ACLED's."""
    return lambda *rows: table(ACLED, *rows)


UCDP = load_shapes()["ucdp"].header


def only(table) -> CodedEvent:
    (event,) = find_events(table)
    assert isinstance(event, CodedEvent), event
    return event


def problem(table) -> str:
    (failure,) = find_events(table)
    assert isinstance(failure, Failure), failure
    assert failure.step == "extract"
    return failure.problem


def ucdp_row(**said: object) -> str:
    told = {
        "id": 500001,
        "type_of_violence": 1,
        "side_a": "Government of Syria",
        "side_b": "IS",
        "source_date": "2024-05-19;2024-05-20",
        "where_prec": 2,
        "where_coordinates": "Hajin town",
        "adm_1": "Dayr az Zawr",
        "latitude": 34.69,
        "longitude": 40.83,
        "country": "Syria",
        "date_prec": 2,
        "date_start": "2024-05-17 00:00:00.000",
        "date_end": "2024-05-19 00:00:00.000",
        "deaths_a": 2,
        "deaths_b": 6,
        "deaths_civilians": 1,
        "best": 9,
        "high": 12,
        "low": 7,
        **said,
    }
    return ",".join(str(told.get(column, "")) for column in UCDP)
