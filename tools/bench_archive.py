"""Print how fast a web archive is taken apart, and how much memory that takes at each tenth."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.sources import File, extract, find_members
from sample_files import http_answer, make_warc, page, warc_record

RECORDS = 10_000
WORDS = "Rebels shelled the market of Kosti on Monday, killing nine people, the army said. " * 30


def make_records(count: int) -> Iterator[bytes]:
    """Pages that differ in a few words."""
    for number in range(count):
        answer = http_answer(page(f"Report {number}", f"{WORDS} It was report {number}."))
        yield warc_record(answer, f"https://nile.example/{number}")


def memory() -> float:
    """Megabytes that this process holds now; Linux alone tells."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1_000_000


def main(count: int = RECORDS) -> None:
    """Make an archive, and read it to its end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        with path.open("wb") as stream:
            for record in make_records(count):
                stream.write(make_warc([record], packed=True))
        print(f"{count:,} records, {path.stat().st_size / 1_000_000:,.1f} MB packed")
        start = time.perf_counter()
        for member in find_members(File(path, path.name, "bench")):
            assert member.original is not None
            extract(member.original)
            if member.number % max(count // 10, 1) == 0:
                rate = member.number / (time.perf_counter() - start)
                print(f"{member.number:>7,}  {memory():6.1f} MB  {rate:,.0f} a second")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
