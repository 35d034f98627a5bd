from __future__ import annotations

import pytest

from dateline.analysis.text.quote_marks import LONGEST, find_quoted
from dateline.types import Span


def quoted(text: str, *blocks: Span) -> list[str]:
    return [span.of(text) for span in find_quoted(text, blocks or (Span(0, len(text)),))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said: "We go. They stay."', ['"We go. They stay."']),
        ("“We go,” he said. “They stay.”", ["“We go,”", "“They stay.”"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("« Nous partons », he said.", ["« Nous partons »"]),
        ('He fired a 5" gun.', []),
        ("Nobody said a word.", []),
        ("A closing mark” alone opens nothing.", []),
    ],
)
def test_finds_the_words_between_marks(text, found):
    assert quoted(text) == found


def test_a_paragraph_that_ends_in_a_quotation_closes_it():
    text = '"We go.\n\n"They stay," he said.'
    assert quoted(text, Span(0, 7), Span(9, len(text))) == ['"We go.', '"They stay,"']


def test_a_forgotten_mark_quotes_nothing():
    assert quoted('He said "' + "x " * LONGEST) == []
