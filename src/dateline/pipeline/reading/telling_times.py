"""Resolve the times of one document's claims: each counts from what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from ...analysis.times.finding import find_times
from ...resolution.times.choosing import TimeResolver
from ...resolution.times.told import Told
from ...types import Claim, Mention, Resolution, Span, Status, When

# What has not happened yet may lie in the future.
_AHEAD = frozenset({Status.PLANNED, Status.THREATENED, Status.DEMANDED, Status.HYPOTHETICAL})
# A report is out within days of its dateline; an older date is another's.
_LATEST_OUT = timedelta(days=7)
# "Three days after the attack": where the event stands that it counts from.
_COUNTS_FROM = re.compile(r"\b(?:after|before|into|of)$", re.IGNORECASE)
_TURNS = re.compile(r"\s(?:after|before)$", re.IGNORECASE)
_REACH = 60
_CUT = re.compile(r"[.;:!?\n]|, ")
# "The attack", which is the one the passage tells of.
_TOLD_OF = re.compile(
    r"\s*(?:the|that|this|those|these)\s(?:\w+\s)?(?:abduction|air\s?strike|ambush|assassination"
    r"|assault|attack|battle|blast|bombardment|bombing|clash|crackdown|explosion|fighting|incident"
    r"|invasion|kidnapping|killing|massacre|offensive|operation|raid|shelling|shooting|siege|strike"
    r"|takeover|violence)(?:s|es)?\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/.-])")


def day_written(dated: str) -> datetime | None:
    """The day that a text says in full it was written on: where nothing else says so, it was."""
    when = TimeResolver()(dated).chosen
    day = when.earliest.date if when and when.earliest else None
    return datetime.combine(day, time(), UTC) if day else None


def seen_from(dated: str | None, published: datetime | None) -> datetime | None:
    """The day "today" means: that of the dateline, which may be older than the publication."""
    when = TimeResolver(published)(dated).chosen if dated else None
    day = when.earliest.date if when and when.earliest and when.earliest == when.latest else None
    if day is None:
        return published
    written = datetime.combine(day, time(), UTC)
    if published is None or timedelta(0) <= published - written <= _LATEST_OUT:
        return written
    return published


def order_of_figures(text: str) -> bool | None:
    """Whether a document puts the day first in "25/07/2018"; ``None`` where it does not show."""
    pairs = [(int(found[1]), int(found[3])) for found in _FIGURES.finditer(text)]
    day_first = any(12 < first <= 31 for first, _ in pairs)
    month_first = any(12 < second <= 31 for _, second in pairs)
    return day_first if day_first != month_first else None


def resolve_times(
    claims: Sequence[Claim], text: str, seen: datetime | None
) -> Iterator[Resolution[When]]:
    """Times in text order; "a day later" counts from the last one told, or from its event."""
    told: dict[Span, tuple[Mention, bool]] = {}
    for claim in claims:
        for mention in claim.times:
            told.setdefault(mention.names, (mention, claim.status not in _AHEAD))
    clock = _Clock(claims, text, TimeResolver(seen, order_of_figures(text)))
    in_order = sorted(told.items(), key=lambda pair: (clock.is_turned(pair[0]), pair[0]))
    read = {span: clock.read(span, past=past) for span, (_, past) in in_order}
    for span in sorted(read):
        yield replace(read[span], spans=(span,))


class _Clock:
    """Reads the times of one document in order."""

    def __init__(self, claims: Sequence[Claim], text: str, resolve: TimeResolver) -> None:
        self.claims = claims
        self.text = text
        self.resolve = resolve
        self.told = Told()
        self.known: dict[Span, When] = {}

    def read(self, span: Span, *, past: bool) -> Resolution[When]:
        """What a time means, and what it means for the times that follow."""
        words = " ".join(span.of(self.text).split())
        if self.is_turned(span):
            return self._read_turned(span, words, past=past)
        if _COUNTS_FROM.search(words) and self._goes_on(span):
            anchor = self._time_of_event(span, words)
        else:
            anchor = self.told.anchor_for(words)
        resolution = self.resolve(words, anchor=anchor, past=past)
        if resolution.chosen is not None:
            self.known[span] = resolution.chosen
        self.told.note(resolution.chosen)
        return resolution

    def is_turned(self, span: Span) -> bool:
        """ "They shelled it, a day after rebels took it" dates the taking: a day before that."""
        return _TURNS.search(span.of(self.text)) is not None and bool(self._owners(span))

    def _owners(self, span: Span) -> list[Claim]:
        """The claims behind a time that have it, if no other has."""
        owners = [c for c in self.claims if any(span == time.names for time in c.times)]
        reach = range(span.end, span.end + len(self._ahead(span)))
        return owners if all(c.trigger.start in reach for c in owners) else []

    def _read_turned(self, span: Span, words: str, *, past: bool) -> Resolution[When]:
        owners = self._owners(span)
        others = [c for c in self.claims if c not in owners and c.evidence.covers(span)]
        others.sort(key=lambda claim: abs(claim.trigger.start - span.start))
        anchor = next(filter(None, map(self._known_time, others)), None)
        amount, _, side = words.rpartition(" ")
        turned = f"{amount} {'before' if side.casefold() == 'after' else 'after'}"
        resolution = replace(self.resolve(turned, anchor=anchor, past=past), name=words)
        if resolution.chosen is not None:
            self.known[span] = resolution.chosen
        return resolution

    def _goes_on(self, span: Span) -> bool:
        """Whether a word follows, and no comma: "two days after," counts from the passage."""
        return re.match(r"\s+\w", self.text[span.end : span.end + 4]) is not None

    def _ahead(self, span: Span) -> str:
        """The words behind a time, to the end of their clause."""
        return _CUT.split(self.text[span.end : span.end + _REACH])[0]

    def _time_of_event(self, span: Span, words: str) -> When | None:
        """When the event was that "three days after" is followed by."""
        ahead = self._ahead(span)
        for dated in find_times(ahead):
            return self.resolve(dated.of(ahead)).chosen
        reach = range(span.end, span.end + len(ahead))
        named = next((claim for claim in self.claims if claim.trigger.start in reach), None)
        if named is not None and (when := self._time_of(named, span)):
            return when
        return self.told.anchor_for(words) if _TOLD_OF.match(ahead) else None

    def _time_of(self, event: Claim, span: Span) -> When | None:
        """Its own time, or that of the last claim of its kind."""
        before = [c for c in self.claims if c.kind == event.kind and c.trigger.start < span.start]
        return next(filter(None, map(self._known_time, (event, *reversed(before)))), None)

    def _known_time(self, claim: Claim) -> When | None:
        times = (self.known.get(mention.names) for mention in claim.times)
        exact: Iterable[When] = filter(None, times)
        return min(exact, key=lambda when: when.precision, default=None)
