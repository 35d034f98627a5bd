"""Decide when to ask again, and whether two texts are one report; pure."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ...store import Item, Visit

PATIENCE = 2  # failures in a row before an address is left alone for a while
FIRST_WAIT = timedelta(minutes=15)
LONGEST_WAIT = timedelta(days=1)

# Corrections come within hours of publication, seldom after days.
WATCHED = timedelta(days=3)
SOONEST = timedelta(hours=1)

WORDS = re.compile(r"\w+")
TAGS = re.compile(r"<[^<>]{0,1000}>")
RUN = 4  # words in a row; shared by chance only in set phrases
SHARED = 0.3  # of the shorter text's runs; rewrites keep half, other reports a tenth


def retry_at(failures: int, asked: float | None, *, now: datetime) -> datetime | None:
    """When to ask again what failed so often: when its host said, or later each time."""
    wait = timedelta(seconds=asked or 0.0)
    if failures > PATIENCE:
        doubled = FIRST_WAIT * 2 ** min(failures - PATIENCE - 1, 10)
        wait = max(wait, min(doubled, LONGEST_WAIT))
    return now + wait if wait else None


def is_waiting(visit: Visit, *, now: datetime) -> bool:
    """Whether an address is still to be left alone; a visit that lies ahead is not believed."""
    return visit.retry_at is not None and visit.at <= now < visit.retry_at


def is_just_done(visit: Visit, feed: Visit, *, now: datetime) -> bool:
    """Whether a page was asked for since its feed was, by the clock as it goes now."""
    return feed.at <= visit.at <= now


def is_due(visit: Visit, item: Item, *, now: datetime, own: bool) -> bool:
    """Whether to ask if the page of an item changed: less often the older it gets.

    A host of the user's ``own`` is asked each time, as long as the item is watched at all.
    """
    age, since = now - item.first, now - visit.at
    is_ahead = since < timedelta(0)  # the clock was set back
    return age <= WATCHED and (own or is_ahead or since >= max(SOONEST, age / 4))


def same_report(text: str, title: str, html: str) -> bool:
    """Whether an item under another link tells what a text told: it was renamed, not replaced."""
    if title and title in text:
        return True
    old, new = _runs(text), _runs(f"{title} {TAGS.sub(' ', html)}")
    smaller = min(len(old), len(new))
    return smaller > 0 and len(old & new) >= SHARED * smaller


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORDS.findall(text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
