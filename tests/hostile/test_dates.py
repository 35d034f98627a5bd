"""No calendar, zone, order of numbers or clock makes Dateline believe a day that nobody meant."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.errors import ExtractError
from dateline.pipeline import Extraction, read_text
from dateline.sources import extract
from dateline.sources.feeds import read_feed
from dateline.sources.published import parse_published
from dateline.store import open_store
from dateline.types import Document, Original

OF_OTHER_CALENDARS = ["1445-10-24", "1403-02-14", "1403/02/14", "24 Ramadan 1445", "14 Tir 1403"]
DAY_OR_MONTH = ["03/04/2024", "3/4/2024 10:00", "03.04.2024", "03-04-24", "03-04-05", "05 03 2024"]
NO_DAY = ["2024-13-05", "2024-02-30", "2024", "24", "--05-03", "99-13-01", "2024-05-03T25:00Z"]
NO_TIME = ["1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00Z"]
NOT_BELIEVED = [*OF_OTHER_CALENDARS, *DAY_OR_MONTH, *NO_DAY, *NO_TIME]

PAGE = "<meta property='article:published_time' content='{}'><p>Rebels shelled Kosti on Tuesday."
FEED = "<rss version='2.0'><channel><item><title>A</title><pubDate>{}</pubDate></item></channel>"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def document(text: str, format: str) -> Document:
    return extract(Original(text.encode(), format, f"a{format}", "s"))


def bare(words: str) -> datetime | None:
    moment = parse_published(words)
    return moment and moment.at


def of_page(words: str) -> datetime | None:
    return document(PAGE.format(words), ".html").published


def of_feed(words: str) -> datetime | None:
    (entry,) = read_feed(FEED.format(words).encode(), "http://nile.example/feed").entries
    return entry.published and entry.published.at


@pytest.mark.parametrize("words", NOT_BELIEVED)
@pytest.mark.parametrize("read", [bare, of_page, of_feed])
def test_a_day_that_must_be_guessed_is_unknown(read, words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", [*OF_OTHER_CALENDARS, *DAY_OR_MONTH])
def test_one_that_was_written_by_hand_is_refused_with_the_remedy(words: str) -> None:
    text = f"---\ndate: {words}\n---\nRebels shelled Kosti."
    with pytest.raises(ExtractError, match="is not a date; write it as 2023-10-24"):
        document(text, ".txt")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-05-03", utc(2024, 5, 3)),
        ("2024/05/03", utc(2024, 5, 3)),
        ("2024/05/03 09:30", utc(2024, 5, 3, 9, 30)),
        ("2024-05-03T00:30:00+14:00", utc(2024, 5, 2, 10, 30)),
        ("2024-05-03T23:30:00-12:00", utc(2024, 5, 4, 11, 30)),
        # The hour that a change of clocks leaves out, and the one it repeats: as it is written.
        ("2024-03-31T02:30:00+01:00", utc(2024, 3, 31, 1, 30)),
        ("2024-10-27T02:30:00+02:00", utc(2024, 10, 27, 0, 30)),
        ("2024-10-27T02:30:00+01:00", utc(2024, 10, 27, 1, 30)),
        ("2024-02-29T12:00:00Z", utc(2024, 2, 29, 12)),
        ("Fri, 03 May 2024 23:30:00 -0500", utc(2024, 5, 4, 4, 30)),
        ("1988-03-16", utc(1988, 3, 16)),
    ],
)
@pytest.mark.parametrize("read", [bare, of_page, of_feed])
def test_a_day_that_is_written_out_is_that_day(read, words: str, moment: datetime) -> None:
    assert read(words) == moment


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("3 May 2024", utc(2024, 5, 3)),
        ("Fri May 3 10:00:00 2024", utc(2024, 5, 3, 10)),
        ("Fri, 03 May 2024 10:00:00 EST", utc(2024, 5, 3, 15)),
    ],
)
def test_a_feed_may_write_the_month_as_a_word(words: str, moment: datetime) -> None:
    assert of_feed(words) == moment


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its zone to itself")
@pytest.mark.parametrize(
    ("published", "tuesday"),
    [
        ("2024-05-15T00:10:00+14:00", date(2024, 5, 14)),  # a Wednesday there, Tuesday in London
        ("2024-05-14T23:50:00-12:00", date(2024, 5, 14)),  # Tuesday there, Wednesday in London
        ("2024-05-14T10:00:00Z", date(2024, 5, 14)),
        ("2024-03-10T03:30:00-09:00", date(2024, 3, 5)),  # as clocks change in Adak
        ("2024-05-14", date(2024, 5, 14)),
    ],
)
def test_no_zone_of_the_machine_changes_a_day(
    published: str, tuesday: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = []
    try:
        for zone in ("UTC", "Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            text = of_day(published)
            readings.append(read_text(text, published=published))
            (when,) = [told.chosen for told in readings[-1].reading.times]
            assert when is not None
            assert (when.earliest.date, when.latest.date) == (tuesday, tuesday)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert all(reading == readings[0] for reading in readings)


def of_day(published: str) -> str:
    """A page as it is, read like any other under the machine's zone."""
    page = extract(Original(PAGE.format(published).encode(), ".html", "a.html", "s"))
    assert page.published == bare(published)
    return page.text


@pytest.mark.parametrize(
    "words",
    ["on 24 Ramadan 1445", "on 14 Tir 1403", "in 1445 AH", "on 1445-10-24", "on 03/04/2024"],
)
def test_a_text_of_another_calendar_dates_nothing_to_ours(words: str) -> None:
    read = read_text(f"Rebels shelled Kosti {words}, the army said.", published="2024-05-14")
    for told in read.reading.times:
        chosen = told.chosen
        if chosen is not None and chosen.earliest is not None:
            assert chosen.earliest.year in (None, 2024)
            assert (chosen.earliest.month, chosen.earliest.day) not in [(3, 4), (10, 24), (2, 14)]


def test_a_file_from_the_future_has_no_day(tmp_path: Path) -> None:
    class Here:
        def call(self, address: str, function, *args):
            return function(*args)

    with open_store(tmp_path / "dateline.db") as store:
        make = Extraction(store, Here(), now=lambda: utc(2024, 5, 14))
        for words, believed in (
            ("2024-05-14T13:00:00Z", True),  # a zone that was left out can be so far off
            ("2024-05-15T00:00:00Z", False),
            ("2567-05-14", False),  # of the Buddhist calendar
        ):
            original = Original(PAGE.format(words).encode(), ".html", "a.html", "s")
            assert (make(original, place="a.html").published is not None) == believed


def test_a_day_to_come_is_refused_where_a_person_gives_it() -> None:
    result = CliRunner().invoke(main, ["read", "a.txt", "--published", "2999-01-01"])
    assert result.exit_code == 2
    assert "lies ahead: check the year" in result.stderr
