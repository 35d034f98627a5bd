"""Sources, the visits to them, and the items of feeds."""

STATEMENTS = (
    "ALTER TABLE documents ADD COLUMN author {words}",
    "ALTER TABLE documents ADD COLUMN agency {words}",
    """
    CREATE TABLE sources (
        name {words} NOT NULL PRIMARY KEY,
        kind {words} NOT NULL,
        location {words} NOT NULL,
        country {words},
        owner {words},
        lean {words},
        trust {words}
    )
    """,
    """
    CREATE TABLE visits (
        source {words} NOT NULL,
        address {words} NOT NULL,
        at {instant} NOT NULL,
        succeeded {instant},
        etag {words},
        modified {words},
        failures INTEGER NOT NULL,
        problem {words},
        retry_at {instant},
        PRIMARY KEY (source, address)
    )
    """,
    """
    CREATE TABLE items (
        source {words} NOT NULL,
        guid {words} NOT NULL,
        address {words} NOT NULL,
        link {words},
        digest {words} NOT NULL,
        first {instant} NOT NULL,
        PRIMARY KEY (source, guid)
    )
    """,
    "CREATE INDEX items_address ON items (source, address)",
)
