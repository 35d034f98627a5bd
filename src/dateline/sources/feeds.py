"""Read a feed – RSS, Atom, JSON Feed – from bytes alone, after they were looked through."""

from __future__ import annotations

import calendar
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from ..errors import ExtractError
from ..types import fingerprint
from .blocks import on_one_line
from .decoding import decode
from .links import canonical, web_link
from .page import check_size
from .published import Moment, make_moment, parse_published
from .xml import check_xml

DECLARATION = re.compile(r"\A\s*<\?xml\b([^>]{0,200}?)\?>")
# Feedparser makes a date of whatever has digits: of 2024/05/03 the first of November, of "24" the
# year 2301. It is believed where the month has a name and the year all its digits.
MONTH_AND_YEAR = re.compile(
    r"(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?=.*\b[12]\d{3}\b)",
    re.IGNORECASE | re.DOTALL,
)
ENCODING = re.compile(rb"""\A[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as a feed holds it; ``html`` may be a whole report, a summary, or nothing."""

    guid: str
    link: str | None
    title: str | None
    html: str
    published: Moment | None = None
    author: str | None = None

    @property
    def digest(self) -> str:
        """Names what the item says; its time does not count, for some feeds renew it always."""
        return fingerprint(self.link and canonical(self.link), self.title, self.html)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its items, as it orders them."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(raw: bytes, address: str, *, told: str | None = None) -> Feed:
    """Read a feed's bytes; ``ExtractError`` when they are none, or hostile."""
    declared = ENCODING.match(raw)
    text = decode(raw, address, told=declared[1].decode() if declared else told)
    check_size(text, address)
    feed = _read_json(text, address) if text.lstrip().startswith("{") else _read_xml(text, address)
    return replace(feed, entries=tuple(_told_apart(feed.entries)))


def _told_apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each once; where a feed calls several things the same, their links name them."""
    entries = tuple(entries)
    links = {(entry.guid, entry.link and canonical(entry.link)) for entry in entries}
    shared = {guid for guid, count in Counter(guid for guid, _ in links).items() if count > 1}
    seen: set[str] = set()
    for entry in entries:
        guid = entry.guid
        if guid in shared:
            guid = (entry.link and canonical(entry.link)) or fingerprint(entry.title, entry.html)
        if guid not in seen:
            seen.add(guid)
            yield replace(entry, guid=guid)


# ---- RSS and Atom ----------------------------------------------------------------------------


def _read_xml(text: str, address: str) -> Feed:
    import feedparser  # slow to import

    # What was looked through is byte for byte what is parsed, whatever encoding it came in.
    sound = DECLARATION.sub("", text).lstrip().encode("utf-8", "replace")
    check_xml(sound, address)
    parsed = feedparser.parse(
        io.BytesIO(sound),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": address,
        },
        resolve_relative_uris=False,
        sanitize_html=False,  # nothing of it is ever shown: its words are taken
    )
    if not parsed.version and not parsed.entries:
        raise ExtractError(address, "is no feed: RSS, Atom or JSON Feed is wanted")
    title = parsed.feed.get("title")
    return Feed(on_one_line(title), tuple(_entry(entry, address) for entry in parsed.entries))


def _entry(entry: Any, address: str) -> Entry:
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    html = max((*contents, entry.get("summary") or ""), key=len)
    link = web_link(address, entry.get("link"))
    title = on_one_line(entry.get("title"))
    return Entry(
        guid=on_one_line(entry.get("id")) or (link and canonical(link)) or fingerprint(title, html),
        link=link,
        title=title,
        html=html,
        published=_moment(entry, "published") or _moment(entry, "updated"),
        author=on_one_line(entry.get("author")),
    )


def _moment(entry: Any, name: str) -> Moment | None:
    # Feedparser's own look-up would warn, for it once told one time as the other.
    words, parsed = dict.get(entry, name) or "", dict.get(entry, f"{name}_parsed")
    if (own := parse_published(words)) or not parsed or not MONTH_AND_YEAR.match(words[:100]):
        return own
    try:
        at = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    told = make_moment(at)
    return told and Moment(told.at)  # it tells no offsets


# ---- JSON Feed -------------------------------------------------------------------------------


class _Author(msgspec.Struct):
    name: str | None = None


class _Item(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    authors: list[_Author] | None = None
    author: _Author | None = None


class _JsonFeed(msgspec.Struct):
    version: str
    items: list[_Item]
    title: str | None = None


def _read_json(text: str, address: str) -> Feed:
    try:
        feed = msgspec.json.decode(text.encode("utf-8", "replace"), type=_JsonFeed)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ExtractError(address, f"is no JSON Feed: {error}") from error
    if "jsonfeed.org" not in feed.version:
        raise ExtractError(address, "is no JSON Feed: its version is none of theirs")
    return Feed(on_one_line(feed.title), tuple(_item(item, address) for item in feed.items))


def _item(item: _Item, address: str) -> Entry:
    from html import escape

    text = "".join(f"<p>{escape(part)}" for part in (item.content_text or "").split("\n\n"))
    html = item.content_html or (text if item.content_text else item.summary or "")
    link = web_link(address, item.url or item.external_url)
    dates = (item.date_published, item.date_modified)
    names = [author.name for author in (*(item.authors or ()), item.author) if author]
    return Entry(
        guid=on_one_line(str(item.id or "")) or link or fingerprint(item.title, html),
        link=link,
        title=on_one_line(item.title),
        html=html,
        published=next((moment for date in dates if (moment := parse_published(date or ""))), None),
        author=on_one_line(", ".join(name for name in names if name)),
    )
