"""Print how long joining takes at several sizes: claims to events, without the store."""

from __future__ import annotations

import argparse
import resource
import time

from dateline.codebook import load_codebook
from dateline.consolidation import consolidate
from dateline.pipeline import load_world, make_kinds
from made_reports import make_reports


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000, 100_000])
    sizes = parser.parse_args().claims
    world, kinds = load_world(), make_kinds(load_codebook())
    for size in sizes:
        reports = list(make_reports(size))
        claims = sum(len(reading.claims) for _, reading in reports)
        start = time.process_time()
        joined = consolidate(reports, hierarchy=world, kinds=kinds)
        seconds = time.process_time() - start
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(
            f"{claims:>9,} claims of {len(reports):>7,} documents: {len(joined.events):>7,} events"
            f" in {seconds:7.1f} s, {seconds / claims * 1e6:6.0f} µs a claim, {megabytes:,.0f} MB"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
