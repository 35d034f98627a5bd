"""Files to read, and what the readers must know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.resolution.gazetteer_files.formats import Format, GazetteerFile, recognise
from dateline.resolution.gazetteer_files.knowledge import Knowledge, load_knowledge
from dateline.types import GazetteerRow

Read = Callable[..., list[GazetteerRow | None]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge(admin2={"UA.26.2619": "Polohy Raion"})


@pytest.fixture
def read(tmp_path: Path, knowledge: Knowledge) -> Read:
    """The rows of a file with this text, recognised by what stands in it."""

    def rows(
        text: str | bytes, *, wanted: Format | None = None, **said: str
    ) -> list[GazetteerRow | None]:
        path = tmp_path / "file"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        file = GazetteerFile(path, wanted) if wanted else recognise(path)
        return [row for _, row in file.read(knowledge, columns=said)]

    return rows
