"""Print what a second worker gains, and what memory a worker takes.

Reads texts of its own making from a store into it, as `dateline read` does, with one and with two
workers, each with one BLAS thread. The ratio is of documents a second, the median of several turns;
the seconds of processors say whether the machine was quiet.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.config import Resources
from dateline.pipeline import Run
from dateline.pipeline.reading.readers import Workers
from dateline.store import open_store
from dateline.types import Document

DOCUMENTS = 600
TURNS = 3
AIM = 1.6

SENTENCES = (
    "{Group} shelled the market of {place} on Tuesday, killing at least {number} civilians.",
    "The governor of {place}, {person}, said on Monday that {number} people had been displaced.",
    "{Group} denied that its forces had attacked {place} and accused the government of the raid.",
    "Residents of {place} reached by telephone said the power had been out since the morning.",
    "An air strike on {place} wounded {number} fighters of {Group}, {person} told reporters.",
    "Talks between the army and {Group} in {place} ended without a result late on Sunday.",
    "{person}, a teacher, said that {number} shells had fallen near the school in {place}.",
)
GROUPS = ("Rebels", "The Rapid Support Forces", "Islamic State militants", "Gunmen", "The militia")
PLACES = ("El Obeid", "Kosti", "Hajin", "Mopti", "Avdiivka", "Lashio", "Goma", "Idlib", "Sana'a")
SYLLABLES = ("ka", "ro", "mi", "du", "sha", "ben", "tal", "or", "ga", "lin", "ze", "ar")


def make_documents(number: int, *, sentences: int = 12, seed: int = 1) -> Iterator[Document]:
    """Reports that name people and villages nobody has heard of, so that no two share all words."""
    chance = random.Random(seed)

    def name() -> str:
        return "".join(chance.choices(SYLLABLES, k=4)).capitalize()

    for count in range(number):
        told = " ".join(
            chance.choice(SENTENCES).format(
                Group=chance.choice(GROUPS),
                place=chance.choice((*PLACES, name())),
                person=f"{name()} {name()}",
                number=chance.randint(2, 60),
            )
            for _ in range(sentences)
        )
        yield Document(f"{count:06}.txt", "bench", f"Report {count}.\n\n{told}", language="en")


def measure(documents: int, number: int) -> tuple[float, float, list[int]]:
    """Documents a second, processor seconds a document, and the megabytes of each worker."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        for document in make_documents(documents):
            store.add_document(document)
        with Workers(Resources(), number) as workers:
            warm_up(workers, number)
            ids = store.unread_ids()
            start, busy = time.perf_counter(), processor_seconds(workers)
            Run(store, workers).read(ids)
            seconds = time.perf_counter() - start
            used = processor_seconds(workers) - busy
            return documents / seconds, used / documents, [megabytes(p) for p in processes(workers)]


def warm_up(workers: Workers, number: int) -> None:
    """Have every worker load the engine."""
    chunks = (tuple(make_documents(4, seed=seed)) for seed in range(100, 100 + 4 * number))
    for _ in workers.read(chunks):
        pass


def processes(workers: Workers) -> list[int]:
    return [child.process_id for child in workers.children if child.process_id is not None]


def processor_seconds(workers: Workers) -> float:
    """What this process and its workers have used of processors."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0.0
    for process in (os.getpid(), *processes(workers)):
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / ticks
    return total


def megabytes(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--turns", type=int, default=TURNS)
    asked = parser.parse_args()
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(asked.turns):
        for number, found in rates.items():
            rate, seconds, sizes = measure(asked.documents, number)
            found.append(rate)
            print(
                f"workers: {number}  {rate:6.1f} documents/s  {1000 * seconds:5.1f} ms of a "
                f"processor a document  MB: {', '.join(map(str, sizes))}",
                flush=True,
            )
    ratio = statistics.median(rates[2]) / statistics.median(rates[1])
    best = max(rates[2]) / max(rates[1])
    print(f"Two workers read {ratio:.2f} times as fast as one (aim: {AIM}); at best, {best:.2f}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
