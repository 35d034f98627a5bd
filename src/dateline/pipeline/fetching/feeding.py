"""Bring in the items of a feed: each its page, or else what the feed holds of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...sources import Moment
from ...sources.entries import entry_address, entry_original
from ...sources.feeds import Entry, Feed, read_feed
from ...sources.fetching import Fetched
from ...sources.web import page_original
from ...store import Item, Visit
from ...types import Document, Original
from .revisiting import is_due, is_just_done, same_report
from .visiting import Go, Planned, to_be_had_whole


def fetch_feed(go: Go, plan: Planned) -> None:
    """Fetch a feed, the pages of its new items, and those of recent ones that may have changed."""

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is not None:
            feed = go.sandbox.call(
                fetched.address, read_feed, fetched.body, fetched.address, told=fetched.charset
            )
            if not take_entries(go, plan, feed, fetched.address):
                visit = to_be_had_whole(visit)
        go.store.take_in(visit)

    if go.visit(plan, plan.location, take) and plan.pages:
        look_again(go, plan)


def take_entries(go: Go, plan: Planned, feed: Feed, address: str) -> bool:
    """Take what is new or changed, up to the limit of one go; whether nothing is left for later."""
    asked = 0
    remembered = Remembered(go.store.items(plan.name))
    failed, left = len(go.tally.failures), go.tally.left
    for entry in feed.entries:
        if go.is_over():
            return False
        known = None
        if not remembered.is_new(entry, address):
            known = find_known(go, plan, entry, address)
        if known is not None and known.digest == entry.digest:
            go.leave(plan, known.address)
        elif asked == go.items:
            go.tally.left += 1
        else:
            asked += 1
            take_entry(go, plan, entry, known, address)
            own = entry_address(entry, address)
            remembered.add(go.store.find_item(plan.name, guid=entry.guid, address=own))
            go.seen(go.tally)
    return (failed, left) == (len(go.tally.failures), go.tally.left)


class Remembered:
    """The names and addresses of a feed's items: a flood of new ones asks the store once."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._names: set[str] = set()
        for item in items:
            self.add(item)

    def add(self, item: Item | None) -> None:
        """Remember one more."""
        if item is not None:
            self._names |= {item.guid, item.address}

    def is_new(self, entry: Entry, feed: str) -> bool:
        """Whether the store knows nothing of an entry."""
        return self._names.isdisjoint((entry.guid, entry_address(entry, feed)))


def find_known(go: Go, plan: Planned, entry: Entry, feed: str) -> Item | None:
    """What is known of an item, unless another report took over what it was called by."""
    address = entry_address(entry, feed)
    known = go.store.find_item(plan.name, guid=entry.guid, address=address)
    if known is None or entry.link in (known.link, known.address) or address == known.address:
        return known
    latest = go.store.latest_at(plan.name, known.address)
    if latest is None or same_report(latest.text, entry.title or "", entry.html):
        return known
    return None


def take_entry(go: Go, plan: Planned, entry: Entry, known: Item | None, feed: str) -> None:
    """Take an item that is new or says something else."""
    address = known.address if known else entry_address(entry, feed)
    first = known.first if known else go.now()
    item = Item(plan.name, entry.guid, address, entry.link, entry.digest, first)
    if plan.pages and entry.link and take_page(go, plan, entry, item, feed, renamed=bool(known)):
        return
    with go.recording(plan, address):
        original = entry_original(entry, source=plan.name, address=address)
        go.take_in(plan, go.extract(original, place=address), original, item=item)


def take_page(go: Go, plan: Planned, entry: Entry, item: Item, feed: str, *, renamed: bool) -> bool:
    """Take the page of an item; whether there was one."""

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is None:
            go.leave(plan, item.address)
            go.store.take_in(visit, item=item)
            return
        original = make_page(plan, fetched, published=entry.published)
        document = go.extract(original, place=visit.address)
        address = item.address if renamed else free_address(go, plan, document, item)
        document = replace(document, address=address, author=document.author or entry.author)
        kept = replace(item, address=address)
        go.take_in(plan, document, original, visit=visit, item=kept)

    assert entry.link is not None
    return go.visit(plan, entry.link, take, found_on=feed, quietly=bool(entry.html))


def free_address(go: Go, plan: Planned, document: Document, item: Item) -> str:
    """The address a page gives itself, unless another item has it: then the item's own."""
    other = go.store.find_item(plan.name, guid=item.guid, address=document.address)
    return document.address if other is None or other.guid == item.guid else item.address


def look_again(go: Go, plan: Planned) -> None:
    """Ask whether the pages of recent items changed, but for those asked for a moment ago."""
    feed = go.store.get_visit(plan.name, plan.location)
    for item in go.store.items(plan.name):
        visit = item.link and go.store.get_visit(plan.name, item.link)
        if go.is_over():
            return
        if not visit or not item.link or feed is None:
            continue
        if is_just_done(visit, feed, now=go.now()):
            continue
        if is_due(visit, item, now=go.now(), own=plan.own):
            take_again(go, plan, item.link, item)
            go.seen(go.tally)


def take_again(go: Go, plan: Planned, link: str, item: Item) -> None:
    """Take the page of an item as it is now; what it says is published when the item was."""

    def take(fetched: Fetched, visit: Visit) -> None:
        if fetched.body is None:
            go.leave(plan, item.address)
            go.store.take_in(visit)
            return
        latest = go.store.latest_at(plan.name, item.address)
        when = Moment(latest.published, latest.zone) if latest and latest.published else None
        original = make_page(plan, fetched, published=when)
        document = replace(go.extract(original, place=link), address=item.address)
        go.take_in(plan, document, original, visit=visit)

    go.visit(plan, link, take, found_on=plan.location, quietly=True)


def make_page(plan: Planned, fetched: Fetched, *, published: Moment | None = None) -> Original:
    """The original of a page that was fetched."""
    assert fetched.body is not None
    return page_original(
        fetched.body,
        fetched.address,
        source=plan.name,
        media_type=fetched.media_type,
        told=fetched.charset,
        published=published,
    )
