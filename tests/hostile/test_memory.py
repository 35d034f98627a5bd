"""Memory is bounded: however many documents are read, a worker and its parent stay as they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench_workers import make_documents, megabytes
from dateline.config import Resources
from dateline.pipeline import Run
from dateline.pipeline.reading.readers import Workers
from dateline.store import open_store

MOST = 400  # megabytes of a worker
GROWTH = 60  # of those it may still learn after a quarter of the documents
COUNTS = (200, pytest.param(10_000, marks=pytest.mark.soak))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured on Linux alone")
@pytest.mark.parametrize("number", COUNTS)
def test_a_worker_is_as_large_after_many_documents_as_after_some(
    number: int, tmp_path: Path
) -> None:
    sizes: list[tuple[int, int]] = []
    with open_store(tmp_path / "dateline.db") as store:
        for document in make_documents(number):
            store.add_document(document)
        documents = store.unread_ids()
        with Workers(Resources(), 1) as workers:
            quarter = number // 4
            for part in (documents[:quarter], documents[quarter:]):
                assert Run(store, workers).read(part).read == len(part)
                [child] = workers.children
                assert child.process_id is not None
                sizes.append((megabytes(child.process_id), megabytes(os.getpid())))
    (worker, here), (worker_after, here_after) = sizes
    assert worker_after < MOST
    assert worker_after - worker < GROWTH
    assert here_after - here < GROWTH
