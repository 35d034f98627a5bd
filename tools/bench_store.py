"""Fill a store with made-up events, and print what a page of them and an export of all cost.

Every event rests on a claim of its own, a hundred claims on each document. What is measured runs in a
process of its own, so that time and memory are its alone.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dateline.store import Store, open_store, schema
from dateline.store.claims import make_claim_row
from dateline.store.documents import add_document
from dateline.store.events import make_row
from dateline.types import (
    Claim,
    DatePrecision,
    Day,
    Document,
    Event,
    EventId,
    KindId,
    Location,
    Party,
    Span,
    Status,
    When,
    WherePrecision,
)

COUNTRIES = "SY IQ YE SD UA RU AF IR MM ET NG CD ML CO MX SO SS LY PS LB".split()
KINDS = "shelling clash airstrike abduction takeover talks threat protest".split()
FIRST = date(2000, 1, 1)
DAYS = 9_000
ON_A_DOCUMENT = 100
SENTENCE = "Rebels shelled Kosti on Tuesday, the army said. "
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Ask:
    """A command line to be measured."""

    words: str

    def run(self, store: Path) -> str:
        """Run it, and say what it took."""
        program = [sys.executable, "-c", MEASURED, *self.words.split(), "--store", str(store)]
        done = subprocess.run(program, capture_output=True, text=True, check=True, env=os.environ)
        taken, busy, peak, size = map(float, done.stderr.splitlines()[-1].split()[-4:])
        return (
            f"dateline {self.words:<52} {taken * 1000:>9,.0f} ms, of the processor "
            f"{busy * 1000:>9,.0f} ms, {peak / MEGABYTE:>5,.0f} MB of memory"
            + (f", {size / MEGABYTE:,.1f} MB written" if size else "")
        )


# The time is that of the command, without the start of Python and the imports.
MEASURED = """
import io, resource, sys, time
from dateline.cli import main
import dateline.exports, dateline.pipeline, dateline.store
class Count(io.TextIOBase):
    size = 0
    def write(self, text):
        Count.size += len(text)
        return len(text)
    def isatty(self):
        return False
out, sys.stdout = sys.stdout, Count()
started, busy = time.perf_counter(), time.process_time()
main(sys.argv[1:], standalone_mode=False)
taken, busy = time.perf_counter() - started, time.process_time() - busy
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(taken, busy, peak, Count.size, file=sys.stderr)
"""
ASKED = (
    Ask("events --limit 50"),
    Ask("events --limit 50 --since 2023-06-01"),
    Ask("events --limit 50 --country SD --since 2020-06-01"),
    Ask("events --limit 50 --kind takeover --until 2001-01-01"),
    Ask("events --limit 50 --status failed --country UA"),
    Ask("events --limit 50 --after {last}"),
    Ask("export jsonl --country SD"),
    Ask("export csv"),
    Ask("export jsonl"),
)


def make_documents(count: int) -> Iterator[tuple[Document, list[Claim]]]:
    """Documents, each with its claims."""
    text = SENTENCE * ON_A_DOCUMENT
    for number in range(count):
        at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        document = Document(f"{number}.txt", "bench", text, published=at)
        starts = range(0, len(text), len(SENTENCE))
        claims = [
            Claim(
                document.id,
                Span(start, start + 47),
                Span(start + 7, start + 14),
                KindId(KINDS[index % len(KINDS)]),
                Status.OCCURRED,
            )
            for index, start in enumerate(starts)
        ]
        yield document, claims


def make_event(number: int, claim: Claim, luck: random.Random) -> Event:
    """An event of its own."""
    day = Day.of(FIRST + timedelta(days=luck.randrange(DAYS)))
    place = Location(
        f"Town {luck.randrange(5_000)}", WherePrecision.EXACT, luck.uniform(-60, 60),
        luck.uniform(-180, 180), 1.0, luck.choice(COUNTRIES),
    )  # fmt: skip
    return Event(
        EventId(f"{luck.getrandbits(96):024x}"),
        claim.kind,
        Status.FAILED if number % 20 == 0 else Status.OCCURRED,
        False,
        (claim.id,),
        (claim.document,),
        actors=(Party("Rebels"),),
        location=place,
        when=When(day, day, DatePrecision.DAY) if number % 50 else None,
        first_reported=datetime(2024, 1, 1, tzinfo=UTC),
    )


def fill(store: Store, count: int) -> EventId:
    """Make so many events, in one transaction; the id of one in the middle."""
    luck = random.Random(11)
    middle = EventId("")
    with store.database.writing() as connection:
        for number, (document, claims) in enumerate(make_documents(count // ON_A_DOCUMENT)):
            add_document(connection, document)
            connection.execute(schema.claims.insert(), [make_claim_row(claim) for claim in claims])
            first = number * ON_A_DOCUMENT
            events = [make_event(first + n, claim, luck) for n, claim in enumerate(claims)]
            connection.execute(schema.events.insert(), [make_row(event) for event in events])
            links = [{"event": e.id, "position": 0, "claim": e.claims[0]} for e in events]
            connection.execute(schema.event_claims.insert(), links)
            middle = events[ON_A_DOCUMENT // 2].id
    return middle


def main() -> None:
    """Fill a store, or take one that was filled, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=int(os.environ.get("ROWS", "100000")))
    parser.add_argument("--keep", type=Path, help="a folder for the store; used again if filled")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        path = (options.keep or Path(temporary)) / f"bench-{options.rows}.db"
        with open_store(path) as store:
            started = time.perf_counter()
            if not (last := next((event.id for event in store.events(limit=1)), None)):
                last = fill(store, options.rows)
                print(f"{options.rows:,} events made in {time.perf_counter() - started:,.0f} s")
            print(f"the store has {path.stat().st_size / MEGABYTE:,.0f} MB")
        for ask in ASKED:
            print(Ask(ask.words.format(last=last)).run(path), flush=True)


if __name__ == "__main__":
    main()
