"""On which day a happening was, of all the days that its text gives, and what bears on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ...types import When
from ..rows import DateRange, RecordEvent
from .happenings import Happening

_NEAR = 3  # sentences back and on
_WEEK, _MONTH = 7, 31


@dataclass(frozen=True)
class Day:
    """One answer to when it was, with what is said for it."""

    value: DateRange
    reasons: set[str] = field(default_factory=set)

    @property
    def features(self) -> dict[str, float]:
        """What is said for it; each is there or is not."""
        return dict.fromkeys(sorted(self.reasons), 1.0)


def days_of(it: Happening, record: RecordEvent) -> tuple[Day, ...]:
    """Every answer there could be: as it is read, as published, and each time named."""
    published = it.text.read.document.published
    filed = published.date() if published else None
    found: dict[tuple[str | None, str | None], Day] = {}

    def put(value: DateRange, *reasons: str) -> None:
        found.setdefault((value.start, value.end), Day(value)).reasons.update(reasons)

    if record.date is not None:
        put(record.date, "as it is read")
    if filed is not None:
        put(DateRange(None, filed.isoformat()), "by the day of the report")
        put(DateRange(filed.isoformat(), filed.isoformat()), "the day of the report")
    for when, reason in _named(it):
        value = _range_of(when)
        if value is not None:
            put(value, reason)
    shared = set(_said(it))
    for day in found.values():
        own = {*day.reasons, *_shape(day.value, filed)}
        sort = "of " + (_first(own) or "no report")
        day.reasons.update(own, (f"{reason}, {sort}" for reason in (*shared, *own)))
        if len(found) < 3:
            day.reasons.add("one of two")
    return tuple(found.values())


def _first(reasons: set[str]) -> str | None:
    order = ("by the day of the report", "the day of the report", "a day", "by a day", "days")
    return next((reason for reason in order if reason in reasons), None)


def _named(it: Happening) -> Iterator[tuple[When, str]]:
    around = it.text.around
    for telling in it.group:
        if telling.when is not None:
            yield telling.when, "of a claim"
            if telling is it.group[0]:
                yield telling.when, "of the first claim"
    numbers = {around.sentence_of(claim) for claim in it.claims}
    for number, sentence in enumerate(around.sentences):
        far = min(abs(number - own) for own in numbers)
        if far > _NEAR and number > 1:
            continue
        where = "in its sentence" if far == 0 else f"{min(far, 2)} sentences away"
        times = around.times_in(sentence)
        for when in times:
            yield when, where
            if number == 0:
                yield when, "in the first sentence"
            if len(times) == 1:
                yield when, f"alone {where}"


def _range_of(when: When) -> DateRange | None:
    if when.latest is None or when.latest.date is None:
        return None
    start = when.earliest.date if when.earliest else None
    return DateRange(start.isoformat() if start else None, when.latest.date.isoformat())


def _shape(value: DateRange, filed: date | None) -> Iterator[str]:
    if value.start is None:
        yield "by a day"
    else:
        yield "a day" if value.start == value.end else "days"
    if filed is None or value.end is None:
        return
    ago = (filed - date.fromisoformat(value.end)).days
    if ago < 0:
        yield "to come"
    else:
        yield "recent" if ago <= _WEEK else "of the last month" if ago <= _MONTH else "long ago"
        if ago in (0, 1):
            yield ("today", "yesterday")[ago]


def _said(it: Happening) -> Iterator[str]:
    """What bears on which of them it is."""
    around = it.text.around
    number = around.sentence_of(it.claims[0])
    yield f"the claim gives {'a' if it.when else 'no'} time"
    times = around.times_in(around.sentences[number])
    yield "no time beside" if not times else "a time beside" if len(times) == 1 else "times beside"
    yield f"told with {around.tag_of(it.claims[0]) or 'no word'}"
    yield "told first" if number < 2 else "told early" if number < 6 else "told late"
    yield "told once" if len(it.group) == 1 else "told again"
    if all(claim.background for claim in it.claims):
        yield "recalled"
    if it.rivals == 0:
        yield "the text tells nothing else"
    yield f"it is {it.status}"
    yield f"it is a {it.label}"
    if {"the", "this", "that"} & it.group[0].before:
        yield "told as known"
    if {"a", "an"} & it.group[0].before:
        yield "told as new"
