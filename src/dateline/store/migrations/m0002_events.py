"""Events, the claims they rest on, and where the ids of merged ones lead."""

STATEMENTS = (
    """
    CREATE TABLE events (
        id {words} NOT NULL PRIMARY KEY,
        kind {words} NOT NULL,
        status {words} NOT NULL,
        background BOOLEAN NOT NULL,
        first_day DATE,
        last_day DATE,
        country {words},
        latitude {float},
        longitude {float},
        where_precision INTEGER,
        body {words} NOT NULL
    )
    """,
    "CREATE INDEX events_day ON events (first_day, last_day)",
    "CREATE INDEX events_kind ON events (kind, status)",
    """
    CREATE TABLE event_claims (
        event {words} NOT NULL REFERENCES events (id),
        position INTEGER NOT NULL,
        claim {words} NOT NULL REFERENCES claims (id),
        PRIMARY KEY (event, position)
    )
    """,
    "CREATE INDEX event_claims_claim ON event_claims (claim)",
    """
    CREATE TABLE event_redirects (
        old {words} NOT NULL PRIMARY KEY,
        event {words} NOT NULL REFERENCES events (id)
    )
    """,
    "CREATE INDEX event_redirects_event ON event_redirects (event)",
)
