"""Every span of a claim is found, whatever fields a claim has."""

from __future__ import annotations

import msgspec

from dateline.store.evidence import find_spans, make_evidence
from dateline.types import Span


def test_each_span_bears_the_name_of_its_field(document, read):
    second = read(document).claims[1]
    assert [field for field, _ in find_spans(second)] == [
        "evidence",
        "trigger",
        "status_cue",
        "places.0",
    ]


def test_no_span_of_a_claim_is_left_out(document, read):
    # The JSON form of a claim is walked by other code, which knows no field names either.
    def count(part: object) -> int:
        if isinstance(part, dict):
            inner = sum(count(value) for value in part.values())
            return inner + (part.keys() == {"start", "end"})
        return sum(count(value) for value in part) if isinstance(part, list | tuple) else 0

    for claim in read(document).claims:
        assert len(list(find_spans(claim))) == count(msgspec.to_builtins(claim))


def test_a_quote_is_exactly_what_the_span_covers(document, read):
    for claim in read(document).claims:
        for evidence in make_evidence(claim, document.text):
            assert document.text[evidence.span.start : evidence.span.end] == evidence.quote


def test_offsets_count_code_points(read, document):
    text = "🙂 Alba"
    assert Span(2, 6).of(text) == "Alba"
