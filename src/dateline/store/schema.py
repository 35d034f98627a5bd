"""The tables as they are now, for queries; how they came to be is in ``migrations/``.

A test holds the two equal on both databases. Every table and column says what it keeps:
``docs/reference/schema.md`` is made from these words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Instant(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite knows no zones and keeps the bare UTC clock reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Hand the database the moment in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Take the moment back as aware and UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# Bytes decide the order of words, on every machine; a locale would sort them by its own rules.
Words = Text().with_variant(Text(collation="C"), "postgresql")
# Only INTEGER PRIMARY KEY counts up by itself in SQLite.
Number = BigInteger().with_variant(Integer(), "sqlite")

tables = MetaData()

meta = Table(
    "meta",
    tables,
    Column("format", Words, primary_key=True, comment="always `dateline store`"),
    Column("version", Integer, nullable=False, comment="number of the last migration"),
    comment="One row: that this is a Dateline store, and which version of its tables.",
)

documents = Table(
    "documents",
    tables,
    Column("sequence", Number, Identity(), primary_key=True, comment="order of arrival"),
    Column("id", Words, nullable=False, unique=True, comment="fingerprint"),
    Column("address", Words, nullable=False, comment="canonical address or file name"),
    Column("source", Words, nullable=False, comment="where it came from first"),
    Column("text", Words, nullable=False, comment="all that was published, headline included"),
    Column("headline_start", Integer, comment="code point where the headline starts"),
    Column("headline_end", Integer, comment="code point after the headline"),
    Column("published", Instant, comment="publication time, UTC"),
    Column("language", Words, comment="ISO 639-1"),
    Column("truncated", Boolean, nullable=False, comment="the text went on beyond the limit"),
    Column("author", Words, comment="as the text is signed"),
    Column("agency", Words, comment="the news agency whose text it is"),
    Column("zone", Words, comment="offset from UTC that came with the publication time"),
    Index("documents_address", "address"),
    comment=(
        "One text as published; never changed. A changed text at the same address is another row."
    ),
)

blobs = Table(
    "blobs",
    tables,
    Column("digest", Words, primary_key=True, comment="SHA-256 of the bytes, unpacked"),
    Column("packing", Words, nullable=False, comment="`zlib` or `none`"),
    Column("bytes", LargeBinary, nullable=False, comment="what was fetched, packed"),
    comment="Bytes as they were fetched, each content once.",
)


def making() -> tuple[Column[Any], ...]:
    """What is kept of an original beside its bytes."""
    return (
        Column("digest", Words, ForeignKey(blobs.c.digest), nullable=False, comment="of its bytes"),
        Column("format", Words, nullable=False, comment="as a file's name would end: `.html`"),
        Column("filed", Words, nullable=False, comment="the address it came under"),
        Column("source", Words, nullable=False, comment="where it came from"),
        Column("published", Instant, comment="by the word of the user or a feed"),
        Column("zone", Words, comment="offset from UTC that came with it"),
        Column("encoding", Words, comment="by the user's word"),
        Column("told", Words, comment="the encoding that came with it"),
        Column("web", Boolean, nullable=False, comment="from a web address"),
        Column("guessed", Boolean, nullable=False, comment="the source is a folder's name"),
    )


originals = Table(
    "originals",
    tables,
    Column("document", Words, ForeignKey(documents.c.id), primary_key=True, comment="of which"),
    *making(),
    Index("originals_digest", "digest"),
    comment="What each document was made from, where it was kept.",
)

failed_originals = Table(
    "failed_originals",
    tables,
    Column("address", Words, primary_key=True, comment="what failed"),
    *making(),
    Index("failed_originals_digest", "digest"),
    comment="What gave no document, kept to be tried again.",
)

fetches = Table(
    "fetches",
    tables,
    Column(
        "document", Words, ForeignKey(documents.c.id), primary_key=True, comment="what was read"
    ),
    Column("source", Words, primary_key=True, comment="where it was read from"),
    Column("at", Instant, nullable=False, comment="when it was first read from there"),
    Index("fetches_source", "source", "at"),
    comment="When a document was first read from each source; outside every id.",
)

readings = Table(
    "readings",
    tables,
    Column("sequence", Number, Identity(), primary_key=True, comment="the highest is the newest"),
    Column("id", Words, nullable=False, unique=True, comment="fingerprint"),
    Column("document", Words, ForeignKey(documents.c.id), nullable=False, comment="what was read"),
    Column(
        "digest",
        Words,
        nullable=False,
        comment="of engine, codebook, register, gazetteer and corrections",
    ),
    Column("complete", Boolean, nullable=False, comment="false: broken off, never current"),
    Column("body", Words, nullable=False, comment="the reading without its claims, as JSON"),
    Index("readings_document", "document", "sequence"),
    comment="What one digest found in one document. The newest complete one is current.",
)

claims = Table(
    "claims",
    tables,
    Column("id", Words, primary_key=True, comment="fingerprint of every field"),
    Column("document", Words, ForeignKey(documents.c.id), nullable=False, comment="whose passage"),
    Column("kind", Words, nullable=False, comment="kind of the codebook"),
    Column("status", Words, nullable=False, comment="whether it happened, by its source"),
    Column("background", Boolean, nullable=False, comment="recalls an earlier event"),
    Column(
        "evidence_start", Integer, nullable=False, comment="code point where the passage starts"
    ),
    Column("evidence_end", Integer, nullable=False, comment="code point after the passage"),
    Column(
        "trigger_start",
        Integer,
        nullable=False,
        comment="code point where the trigger starts",
    ),
    Column("trigger_end", Integer, nullable=False, comment="code point after the trigger"),
    Column("body", Words, nullable=False, comment="the whole claim, as JSON"),
    Index("claims_document", "document"),
    Index("claims_kind", "kind", "status"),
    comment="What one passage reports. A claim that several readings found is one row.",
)

reading_claims = Table(
    "reading_claims",
    tables,
    Column("reading", Words, ForeignKey(readings.c.id), primary_key=True, comment="who found it"),
    Column("position", Integer, primary_key=True, comment="order within the reading, from 0"),
    Column("claim", Words, ForeignKey(claims.c.id), nullable=False, comment="what was found"),
    Index("reading_claims_claim", "claim"),
    comment="Which claims a reading found.",
)

evidence = Table(
    "evidence",
    tables,
    Column("claim", Words, ForeignKey(claims.c.id), primary_key=True, comment="whose value"),
    Column("position", Integer, primary_key=True, comment="order within the claim, from 0"),
    Column("field", Words, nullable=False, comment="`trigger`, `actors.0`, `tolls.1.whose`"),
    Column("start", Integer, nullable=False, comment="code point where the words start"),
    Column("end", Integer, nullable=False, comment="code point after the words"),
    Column("quote", Words, nullable=False, comment="exactly `text[start:end]`"),
    comment="Every span of every claim, and the words it covers.",
)

sources = Table(
    "sources",
    tables,
    Column("name", Words, primary_key=True, comment="as documents name it"),
    Column("kind", Words, nullable=False, comment="`feed`, `page`, `list` or `files`"),
    Column("location", Words, nullable=False, comment="address or path"),
    Column("country", Words, comment="ISO 3166-1 alpha-2"),
    Column("owner", Words, comment="who it belongs to, by the user's word"),
    Column("lean", Words, comment="whom it leans to, by the user's word"),
    Column("trust", Words, comment="`high`, `medium` or `low`, by the user's word"),
    comment="What the project said of each source when it was last fetched from.",
)

visits = Table(
    "visits",
    tables,
    Column("source", Words, primary_key=True, comment="for which source"),
    Column("address", Words, primary_key=True, comment="what was asked for: address or path"),
    Column("at", Instant, nullable=False, comment="when it was last asked for"),
    Column("succeeded", Instant, comment="when it last answered"),
    Column("etag", Words, comment="what to ask a change by; a file's size and time"),
    Column("modified", Words, comment="what to ask a change by"),
    Column("failures", Integer, nullable=False, comment="in a row, up to now"),
    Column("problem", Words, comment="why it failed the last time"),
    Column("retry_at", Instant, comment="not to be asked for before"),
    Column("position", Integer, comment="members passed of an archive not read to its end"),
    comment="The last visit to each address; outside every id.",
)

items = Table(
    "items",
    tables,
    Column("source", Words, primary_key=True, comment="the feed"),
    Column("guid", Words, primary_key=True, comment="what the feed calls the item"),
    Column("address", Words, nullable=False, comment="of its documents, whatever its link becomes"),
    Column("link", Words, comment="its page, the last time"),
    Column("digest", Words, nullable=False, comment="fingerprint of the item, the last time"),
    Column("first", Instant, nullable=False, comment="when it was first seen"),
    Index("items_address", "source", "address"),
    comment="The items of feeds, so that one that changes is a version and no other document.",
)

failures = Table(
    "failures",
    tables,
    Column("address", Words, primary_key=True, comment="what failed"),
    Column("step", Words, nullable=False, comment="the step that failed"),
    Column("problem", Words, nullable=False, comment="the problem in words"),
    Column("document", Words, comment="fingerprint, when there was a text already"),
    comment="The last failure of each address that has not succeeded since.",
)

events = Table(
    "events",
    tables,
    Column("id", Words, primary_key=True, comment="from its founding claim, given once"),
    Column("kind", Words, nullable=False, comment="kind of the codebook"),
    Column("status", Words, nullable=False, comment="whether it happened"),
    Column("background", Boolean, nullable=False, comment="only recalled, never reported as news"),
    Column("first_day", Date, comment="earliest day, when its year is known"),
    Column("last_day", Date, comment="latest day, when its year is known"),
    Column("country", Words, comment="ISO 3166-1 alpha-2"),
    Column("latitude", Float, comment="WGS84 degrees; read with `where_precision`"),
    Column("longitude", Float, comment="WGS84 degrees"),
    Column("where_precision", Integer, comment="UCDP where_prec, 1-7"),
    Column("body", Words, nullable=False, comment="the whole event, as JSON"),
    Column("day", Date, comment="earliest day, else that of the first report"),
    Column("grade", Words, comment="how far its sources verify it"),
    # Days are looked at in the index, so that a page of events costs no look at the others.
    Index("events_order", "day", "id", "first_day", "last_day"),
    Index("events_country", "country", "day", "id", "first_day", "last_day"),
    Index("events_kind", "kind", "day", "id", "first_day", "last_day"),
    Index("events_status", "status", "day", "id", "first_day", "last_day"),
    Index("events_grade", "grade", "day", "id", "first_day", "last_day"),
    comment="What happened in the world, computed from claims and decisions.",
)

event_claims = Table(
    "event_claims",
    tables,
    Column("event", Words, ForeignKey(events.c.id), primary_key=True, comment="what is reported"),
    Column("position", Integer, primary_key=True, comment="order within the event, from 0"),
    Column("claim", Words, ForeignKey(claims.c.id), nullable=False, comment="what reports it"),
    Index("event_claims_claim", "claim"),
    comment="Which claims report an event.",
)

event_redirects = Table(
    "event_redirects",
    tables,
    Column("old", Words, primary_key=True, comment="an id that was merged away"),
    Column("event", Words, ForeignKey(events.c.id), nullable=False, comment="the id it became"),
    Index("event_redirects_event", "event"),
    comment="Where the ids of merged events lead.",
)

groups = Table(
    "groups",
    tables,
    Column("sequence", Number, Identity(), primary_key=True, comment="order of filing"),
    Column("name", Words, nullable=False, unique=True, comment="fingerprint of its claims"),
    Column("document", Words, ForeignKey(documents.c.id), nullable=False, comment="who tells it"),
    Column("component", Words, nullable=False, comment="shared by all that links connect"),
    Column("event", Words, nullable=False, comment="what it is part of"),
    Column("first_day", Date, comment="first day it can be told of; empty: any"),
    Column("last_day", Date, comment="last day it can be told of; empty: any"),
    Column("is_point", Boolean, nullable=False, comment="whether its place is exact"),
    Column("gist", Words, nullable=False, comment="what is compared, as JSON"),
    Index("groups_document", "document"),
    Index("groups_component", "component"),
    comment=(
        "The claims of one document that tell one happening, filed so that a new document touches "
        "only the events it can change. Computed, outside every id."
    ),
)

group_keys = Table(
    "group_keys",
    tables,
    Column("grouped", BigInteger, primary_key=True, comment="sequence of the group"),
    Column("key", Words, primary_key=True, comment="shared with what may be the same happening"),
    Column("last_day", Date, comment="as in groups"),
    Column("first_day", Date, comment="as in groups"),
    Column("is_name", Boolean, nullable=False, comment="two names must be shared"),
    Column("is_wide", Boolean, nullable=False, comment="two exact places do not share it"),
    Index("group_keys_key", "key", "last_day", "first_day"),
    comment="By what groups are found.",
)

stale = Table(
    "stale",
    tables,
    Column("document", Words, primary_key=True, comment="read, edited or decided on since"),
    Column("times", Integer, nullable=False, comment="how often, so that none is lost"),
    comment="Documents to look at when the events are computed the next time.",
)

joined = Table(
    "joined",
    tables,
    Column("digest", Words, primary_key=True, comment="of the code and data that joined"),
    comment="One row: by what all events were computed.",
)

decisions = Table(
    "decisions",
    tables,
    Column("sequence", Number, Identity(), primary_key=True, comment="order of arrival"),
    Column("id", Words, nullable=False, unique=True, comment="fingerprint of every field"),
    Column("document", Words, ForeignKey(documents.c.id), nullable=False, comment="about which"),
    Column("verb", Words, nullable=False, comment="what the reviewer did"),
    Column("body", Words, nullable=False, comment="the whole decision, as JSON"),
    Index("decisions_document", "document"),
    comment=(
        "What reviewers did. Rows are only ever added: triggers refuse a change, and a removal "
        "unless the document was forgotten."
    ),
)

leases = Table(
    "leases",
    tables,
    Column("name", Words, primary_key=True, comment="of the work"),
    Column("owner", Words, nullable=False, comment="the process that does it"),
    Column("until", Instant, nullable=False, comment="free again from then on"),
    comment="Work that a process does now, so that no other does it too; outside every id.",
)

tombstones = Table(
    "tombstones",
    tables,
    Column("document", Words, primary_key=True, comment="fingerprint of what is gone"),
    Column("reason", Words, nullable=False, comment="why it had to go"),
    Column("at", Instant, nullable=False, comment="when it went"),
    comment="Documents that were forgotten. They are refused when they come again.",
)
