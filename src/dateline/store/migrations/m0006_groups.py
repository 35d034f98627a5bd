"""What documents tell, filed so that a new one touches only what it can change."""

STATEMENTS = (
    """
    CREATE TABLE groups (
        sequence {number},
        name {words} NOT NULL UNIQUE,
        document {words} NOT NULL REFERENCES documents (id),
        component {words} NOT NULL,
        event {words} NOT NULL,
        first_day DATE,
        last_day DATE,
        is_point BOOLEAN NOT NULL,
        gist {words} NOT NULL
    )
    """,
    "CREATE INDEX groups_document ON groups (document)",
    "CREATE INDEX groups_component ON groups (component)",
    """
    CREATE TABLE group_keys (
        grouped BIGINT NOT NULL,
        key {words} NOT NULL,
        last_day DATE,
        first_day DATE,
        is_name BOOLEAN NOT NULL,
        is_wide BOOLEAN NOT NULL,
        PRIMARY KEY (grouped, key)
    )
    """,
    "CREATE INDEX group_keys_key ON group_keys (key, last_day, first_day)",
    """
    CREATE TABLE stale (
        document {words} NOT NULL PRIMARY KEY,
        times INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE joined (
        digest {words} NOT NULL PRIMARY KEY
    )
    """,
)
