"""Print how long joining takes at several sizes: all claims anew, and one more document.

The claims are made up (``made_reports``). "Anew" is claims to events without the store; with
``--store`` a store is filled, its events are computed, and documents come in one by one.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from pathlib import Path

from dateline.codebook import load_codebook
from dateline.consolidation import consolidate
from dateline.pipeline import Joining, consolidate_store, load_joining
from dateline.store import open_store
from made_reports import make_reports

SINGLE = 30  # documents that come in one by one


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--store", action="store_true")
    asked = parser.parse_args()
    joining = load_joining(load_codebook())
    for size in asked.claims:
        measure_anew(size, joining)
        if asked.store:
            measure_store(size, joining)
    return 0


def measure_anew(size: int, joining: Joining) -> None:
    reports = list(make_reports(size))
    start = time.perf_counter()
    joined = consolidate(reports, hierarchy=joining.hierarchy, kinds=joining.kinds)
    seconds = time.perf_counter() - start
    claims = sum(len(reading.claims) for _, reading in reports)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"{claims:>9,} claims, {len(reports):>7,} documents, {len(joined.events):>7,} events: anew "
        f"{seconds:6.1f} s, {seconds / claims * 1e6:4.0f} µs a claim, {megabytes:,.0f} MB",
        flush=True,
    )


def measure_store(size: int, joining: Joining) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "made.db") as store:
        *reports, last = make_reports(size)
        late = [last, *(report for report in reports[-SINGLE * 40 :: 40])][:SINGLE]
        kept = {document.id for document, _ in late}
        # A store of its own makes no promise here: to sync each document would take the time.
        with store.database.outside_transactions() as connection:
            connection.exec_driver_sql("PRAGMA synchronous = OFF")
        for document, reading in reports:
            if document.id not in kept:
                store.add(document, reading)
        start = time.perf_counter()
        computed = consolidate_store(store, joining)
        whole = time.perf_counter() - start
        single = []
        for document, reading in late:
            store.add(document, reading)
            start = time.perf_counter()
            consolidate_store(store, joining)
            single.append(time.perf_counter() - start)
        megabytes = (Path(folder) / "made.db").stat().st_size / 1e6
    print(
        f"          in a store of {megabytes:,.0f} MB: all {computed.total:,} events "
        f"{whole:6.1f} s; one more document {statistics.median(single) * 1e3:5.1f} ms "
        f"(median of {len(single)}, at most {max(single) * 1e3:5.1f} ms)",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
