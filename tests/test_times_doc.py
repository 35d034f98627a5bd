"""The tables in docs/explanation/times.md are what Dateline reads."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.analysis.times.finding import find_times
from dateline.resolution.times.choosing import TimeResolver
from dateline.types import DatePrecision, Day, When

PAGE = Path(__file__).parent.parent / "docs/explanation/times.md"
PUBLISHED = datetime(2024, 11, 14, tzinfo=UTC)
TOLD = When(Day(2018, 7, 25), Day(2018, 7, 25), DatePrecision.DAY)
ROW = re.compile(r"^\| (?P<sentence>[^|]*\*\*.*?) \| (.*?) ?\| (.*?) ?\| (.*?) ?\|$", re.MULTILINE)


def rows() -> Iterator[tuple[str, str, str, str, str]]:
    for section in PAGE.read_text("utf-8").split("\n## ")[1:]:
        title = section.splitlines()[0]
        for row in ROW.findall(section):
            yield (title, *row)


@pytest.mark.parametrize(("section", "sentence", "first", "last", "precision"), list(rows()))
def test_an_expression_means_what_the_page_says(section, sentence, first, last, precision):
    words = sentence.split("**")[1]
    text = sentence.replace("**", "")
    assert [span.of(text) for span in find_times(text)] == [words]
    resolve = TimeResolver(None if section.startswith("Without") else PUBLISHED)
    anchor = TOLD if section.startswith("Counted from what") else None
    chosen = resolve(words, anchor=anchor, past=section != "Plans").chosen
    if first == "open":
        assert chosen is None
    else:
        assert chosen is not None
        shown = (str(chosen.earliest or ""), str(chosen.latest or ""), str(chosen.precision.value))
        assert shown == (first, last, precision)


def test_the_page_has_every_kind_of_expression():
    assert len(list(rows())) > 90
