"""Every example sentence of the packaged codebook comes out as its kind says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.codebook import Codebook, Told, check_examples, load_codebook
from dateline.pipeline import Engine, load_engine
from dateline.types import Document

KINDS = load_codebook().kinds


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_examples_of_a_kind_come_out_as_it_says(kind, engine: Engine) -> None:
    def read(text: str) -> Iterator[Told]:
        for claim in engine.find_claims(Document("example", "example", text)).claims:
            yield Told(
                kind=claim.kind,
                trigger=claim.trigger.of(text),
                status=claim.status,
                actors=tuple(actor.span.of(text) for actor in claim.actors),
                targets=tuple(target.span.of(text) for target in claim.targets),
            )

    failures = check_examples(Codebook(kinds=(kind,)), read)
    assert [str(failure) for failure in failures] == []
