"""A run in a process of its own, to be killed: FOLDER into STORE, by a reader of one word.

It does what `dateline run` does and `dateline read`, without the seconds that the engine takes to
load, and writes down what it read in LOG.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.consolidation import load_kinds
from dateline.exports import write_jsonl
from dateline.pipeline import (
    Extraction,
    Joining,
    ReaderHere,
    Run,
    Sandbox,
    consolidate_store,
    find_rows,
    load_world,
    take_files,
)
from dateline.pipeline.fetching.going import fetch_sources
from dateline.pipeline.fetching.visiting import Go, Planned
from dateline.sources import find_files
from dateline.sources.fetching import Fetcher, Policy
from dateline.store import open_store
from dateline.types import Claim, Document, KindId, Reading, Source, SourceKind, Span, Status


@dataclass(frozen=True)
class WordReader:
    """Codes each "shelled" as shelling, and says so."""

    log: Path
    digest: str = "word"

    def check(self, document: Document) -> None:
        pass

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        return map(self.read, documents)

    def read(self, document: Document) -> Reading:
        time.sleep(0.002)
        with self.log.open("a") as log:
            log.write(f"{document.id}\n")
        found = re.finditer("shelled", document.text)
        whole, kind = Span(0, len(document.text)), KindId("shelling")
        claims = tuple(
            Claim(document.id, whole, Span(*word.span()), kind, Status.OCCURRED) for word in found
        )
        return Reading(document.id, self.digest, claims)


def main(folder: Path, location: str, log: Path) -> None:
    joining = Joining(load_world(), load_kinds({"shelling": "fighting"}), "one way")
    with open_store(location) as store, Sandbox(seconds=20, megabytes=500) as sandbox:
        plan = Planned(Source("news", SourceKind.FILES, "news"), folder / "fetched")
        fetch_sources(Go(store, Fetcher(Policy()), sandbox), [plan])
        take_files(find_files([folder / "given"]), Extraction(store, sandbox))
        Run(store, ReaderHere(WordReader(log))).read(store.unread_ids())
        consolidate_store(store, joining)
        sys.stdout.reconfigure(newline="\n")
        write_jsonl(find_rows(store, store.events()), sys.stdout, every=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
