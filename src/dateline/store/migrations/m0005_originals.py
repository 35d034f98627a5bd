"""Originals by their content, leases, the clock of publication, and the order of events."""

# What is kept of an original beside its bytes.
MAKING = """
        digest {words} NOT NULL REFERENCES blobs (digest),
        format {words} NOT NULL,
        filed {words} NOT NULL,
        source {words} NOT NULL,
        published {instant},
        zone {words},
        encoding {words},
        told {words},
        web BOOLEAN NOT NULL,
        guessed BOOLEAN NOT NULL
"""

STATEMENTS = (
    "ALTER TABLE documents ADD COLUMN zone {words}",
    "ALTER TABLE visits ADD COLUMN position INTEGER",
    """
    CREATE TABLE blobs (
        digest {words} NOT NULL PRIMARY KEY,
        packing {words} NOT NULL,
        bytes {bytes} NOT NULL
    )
    """,
    """
    INSERT INTO blobs (digest, packing, bytes)
    SELECT digest, 'none', bytes FROM originals AS first
    WHERE document = (SELECT MIN(document) FROM originals WHERE digest = first.digest)
    """,
    "ALTER TABLE originals RENAME TO originals_before",
    f"""
    CREATE TABLE originals (
        document {{words}} NOT NULL PRIMARY KEY REFERENCES documents (id),{MAKING}
    )
    """,
    """
    INSERT INTO originals (document, digest, format, filed, source, published, web, guessed)
    SELECT document, digest, '', address, source, published, FALSE, FALSE
    FROM originals_before JOIN documents ON documents.id = document
    """,
    "DROP TABLE originals_before",
    "CREATE INDEX originals_digest ON originals (digest)",
    f"""
    CREATE TABLE failed_originals (
        address {{words}} NOT NULL PRIMARY KEY,{MAKING}
    )
    """,
    "ALTER TABLE events ADD COLUMN day DATE",
    "DROP INDEX events_day",
    "CREATE INDEX events_order ON events (day, id, first_day, last_day)",
    "DROP INDEX events_kind",
    "CREATE INDEX events_kind ON events (kind, day, id, first_day, last_day)",
    "CREATE INDEX events_status ON events (status, day, id, first_day, last_day)",
    "CREATE INDEX events_country ON events (country, day, id, first_day, last_day)",
    "CREATE INDEX fetches_source ON fetches (source, at)",
    "CREATE INDEX failed_originals_digest ON failed_originals (digest)",
    """
    CREATE TABLE leases (
        name {words} NOT NULL PRIMARY KEY,
        owner {words} NOT NULL,
        until {instant} NOT NULL
    )
    """,
)

SQLITE = (
    """
    UPDATE events SET day = COALESCE(first_day, date(json_extract(body, '$.first_reported')))
    """,
)

POSTGRESQL = (
    """
    UPDATE events SET day = COALESCE(
        first_day,
        CAST(
            CAST(CAST(body AS json) ->> 'first_reported' AS timestamptz) AT TIME ZONE 'UTC' AS date
        )
    )
    """,
)
