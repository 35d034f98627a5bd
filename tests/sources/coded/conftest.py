"""Tables small enough to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.sources.coded import Description, Table, open_table

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
