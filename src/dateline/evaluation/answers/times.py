"""The time expressions of a text, with their TIMEX3 types and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time

from ...analysis.text.dateline import find_dateline, find_written
from ...analysis.times.finding import find_times
from ...pipeline import Engine
from ...pipeline.reading.telling_times import day_written
from ...resolution.times.choosing import TimeResolver
from ...resolution.times.told import Told
from ...types import Resolution, Span, When
from ..rows import TimeExpression, TimesRow
from .tenses import is_ahead
from .timex import find_extra, length_of
from .timex_values import moment_of, value_of

# "Since 2004" names 2004, "on the night of" belongs to what follows.
_LEADING = re.compile(
    r"(?:(?:ever\s+)?since|by|from|until|till|before|after|in|over|within|as\s+of|up\s+to|through"
    r"|prior\s+to|starting|beginning|no\s+later\s+than|as\s+early\s+as|as\s+late\s+as|for|during"
    r"|throughout|at|around|about|between|ahead\s+of|on)\s+(?:on\s+|in\s+)?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+(?:to|and|until|till|through|thru)\s+|\s*[\u2013\u2014]\s*", re.IGNORECASE)
_DIGIT_DAYS = re.compile(r"\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
_APART = re.compile(r"\s+(?:after|before|into)$|\s+(?:of|on)$", re.IGNORECASE)


def answer(rows: Sequence[TimesRow], engine: Engine) -> Iterator[TimesRow]:
    """Every form of a date or duration, counted from the day of publication."""
    del engine  # times are found and resolved without a parse
    for row in rows:
        written = row.published_at or _written(row.text)
        yield TimesRow(id=row.id, times=tuple(_Reader(row.text, written).read()))


def _written(text: str) -> datetime | None:
    """The day a text says it was written, where no other is known."""
    span = find_written(text, find_dateline(text))
    return day_written(span.of(text)) if span else None


class _Reader:
    """Reads the expressions of one text in order: a relative one counts from the one before."""

    def __init__(self, text: str, written: datetime | None) -> None:
        self.text = text
        self.today = written.date() if written else None
        self.resolve = TimeResolver(written)
        self.told = Told()

    def read(self) -> Iterator[TimeExpression]:
        """All expressions, in text order."""
        found = [part for whole in find_times(self.text) for part in self._parts(whole)]
        extra = [
            (span, said)
            for span, *said in find_extra(self.text)
            if not any(span.overlaps(other) for other, _ in found)
        ]
        for span, how in sorted([*found, *extra], key=lambda pair: pair[0]):
            kind, value = how if isinstance(how, list) else self._read(span, how)
            words = " ".join(span.of(self.text).split())
            yield TimeExpression(
                start=span.start, end=span.end, quote=words, type=kind, value=value
            )

    def _parts(self, span: Span) -> Iterator[tuple[Span, Span | None]]:
        """The ends of "from 2003 to 2007" are two, the first with the one it cannot come after."""
        words = span.of(self.text)
        joints = [joint for joint in _JOINT.finditer(words) if _is_between_dates(words, joint)]
        if len(joints) == 1:
            last = self._bare(span.start + joints[0].end(), span.end)
            yield self._bare(span.start, span.start + joints[0].start()), last
            yield last, None
        else:
            yield self._bare(span.start, span.end), None

    def _bare(self, start: int, end: int) -> Span:
        words = self.text[start:end]
        while (found := _LEADING.match(words)) and found.end() < len(words):
            start, words = start + found.end(), words[found.end() :]
        behind = _APART.search(words)
        if behind and (_goes_on(self.text, end) or behind[0].strip().lower() in ("of", "on")):
            end -= len(words) - behind.start()
        return Span(start, end)

    def _read(self, span: Span, until: Span | None) -> tuple[str, str | None]:
        words = " ".join(span.of(self.text).split())
        if until is not None:
            end = self._meant(" ".join(until.of(self.text).split()), past=True)
            day = end.latest.date if end and end.latest else None
            when = TimeResolver(datetime.combine(day, time(), UTC))(words).chosen if day else None
            return "DATE", value_of(words, when)
        if length := length_of(words):
            return "DURATION", length
        ahead = is_ahead(self.text, span)
        # What is told as past may not lie ahead; a plan may.
        when = self._meant(words, past=not ahead) or self._meant(words, past=ahead)
        moment = moment_of(words, when, self.today)
        if moment is not None:
            return "TIME", moment
        self.told.note(when)
        return "DATE", value_of(words, when)

    def _meant(self, words: str, *, past: bool) -> When | None:
        resolution = self.resolve(words, anchor=self.told.anchor_for(words), past=past)
        return resolution.chosen or _guess(resolution)


def _is_between_dates(words: str, joint: re.Match[str]) -> bool:
    """Not the joint of "10 to 12 October" or of "two to three days", which are one expression."""
    left, right = words[: joint.start()], words[joint.end() :]
    before = left.split()[-1] if left.split() else ""
    short = len(left.split()) == 1 or _LEADING.fullmatch(left[: -len(before)] or " ")
    if short and (
        _DIGIT_DAYS.fullmatch(before) or (before.isalpha() and length_of(f"{before} days"))
    ):
        return False
    return bool(right) and not _DIGIT_DAYS.fullmatch(right)


def _goes_on(text: str, end: int) -> bool:
    """ "Three years after it was due" is an amount and a word that joins; "a day later." is not."""
    return re.match(r"\s+\w", text[end : end + 4]) is not None


def _guess(resolution: Resolution[When]) -> When | None:
    """A value is asked for where a claim would stay open."""
    past = [candidate for candidate in resolution.candidates if candidate.score > 0]
    return past[0].value if past else None
