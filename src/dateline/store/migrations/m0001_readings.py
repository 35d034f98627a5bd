"""Documents, what was read in them, and what could not be read."""

STATEMENTS = (
    """
    CREATE TABLE documents (
        sequence {number},
        id {words} NOT NULL UNIQUE,
        address {words} NOT NULL,
        source {words} NOT NULL,
        text {words} NOT NULL,
        headline_start INTEGER,
        headline_end INTEGER,
        published {instant},
        language {words},
        truncated BOOLEAN NOT NULL,
        CHECK (headline_start >= 0 AND headline_end > headline_start)
    )
    """,
    "CREATE INDEX documents_address ON documents (address)",
    """
    CREATE TABLE originals (
        document {words} NOT NULL PRIMARY KEY REFERENCES documents (id),
        digest {words} NOT NULL,
        bytes {bytes} NOT NULL
    )
    """,
    """
    CREATE TABLE fetches (
        document {words} NOT NULL REFERENCES documents (id),
        source {words} NOT NULL,
        at {instant} NOT NULL,
        PRIMARY KEY (document, source)
    )
    """,
    """
    CREATE TABLE readings (
        sequence {number},
        id {words} NOT NULL UNIQUE,
        document {words} NOT NULL REFERENCES documents (id),
        digest {words} NOT NULL,
        complete BOOLEAN NOT NULL,
        body {words} NOT NULL
    )
    """,
    "CREATE INDEX readings_document ON readings (document, sequence)",
    """
    CREATE TABLE claims (
        id {words} NOT NULL PRIMARY KEY,
        document {words} NOT NULL REFERENCES documents (id),
        kind {words} NOT NULL,
        status {words} NOT NULL,
        background BOOLEAN NOT NULL,
        evidence_start INTEGER NOT NULL,
        evidence_end INTEGER NOT NULL,
        trigger_start INTEGER NOT NULL,
        trigger_end INTEGER NOT NULL,
        body {words} NOT NULL,
        CHECK (evidence_start >= 0 AND evidence_end > evidence_start),
        CHECK (trigger_start >= 0 AND trigger_end > trigger_start)
    )
    """,
    "CREATE INDEX claims_document ON claims (document)",
    "CREATE INDEX claims_kind ON claims (kind, status)",
    """
    CREATE TABLE reading_claims (
        reading {words} NOT NULL REFERENCES readings (id),
        position INTEGER NOT NULL,
        claim {words} NOT NULL REFERENCES claims (id),
        PRIMARY KEY (reading, position)
    )
    """,
    "CREATE INDEX reading_claims_claim ON reading_claims (claim)",
    """
    CREATE TABLE evidence (
        claim {words} NOT NULL REFERENCES claims (id),
        position INTEGER NOT NULL,
        field {words} NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote {words} NOT NULL,
        PRIMARY KEY (claim, position),
        CHECK (start >= 0 AND "end" > start)
    )
    """,
    """
    CREATE TABLE failures (
        address {words} NOT NULL PRIMARY KEY,
        step {words} NOT NULL,
        problem {words} NOT NULL,
        document {words}
    )
    """,
)
