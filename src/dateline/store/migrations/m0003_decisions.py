"""Decisions, which are only ever added, and the tombstones of forgotten documents."""

STATEMENTS = (
    """
    CREATE TABLE tombstones (
        document {words} NOT NULL PRIMARY KEY,
        reason {words} NOT NULL,
        at {instant} NOT NULL
    )
    """,
    """
    CREATE TABLE decisions (
        sequence {number},
        id {words} NOT NULL UNIQUE,
        document {words} NOT NULL REFERENCES documents (id),
        verb {words} NOT NULL,
        body {words} NOT NULL
    )
    """,
    "CREATE INDEX decisions_document ON decisions (document)",
)

# A decision goes only with its document, whose tombstone stands already when its rows are removed.
SQLITE = (
    """
    CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions
    BEGIN
        SELECT RAISE(ABORT, 'a decision is never changed');
    END
    """,
    """
    CREATE TRIGGER decisions_never_go BEFORE DELETE ON decisions
    WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE document = OLD.document)
    BEGIN
        SELECT RAISE(ABORT, 'a decision is never removed');
    END
    """,
)

POSTGRESQL = (
    """
    CREATE FUNCTION decisions_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF EXISTS (SELECT 1 FROM tombstones WHERE document = OLD.document) THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION 'a decision is never changed or removed';
    END
    $$
    """,
    """
    CREATE TRIGGER decisions_never_change BEFORE UPDATE OR DELETE ON decisions
    FOR EACH ROW EXECUTE FUNCTION decisions_are_kept()
    """,
    """
    CREATE TRIGGER decisions_never_go BEFORE TRUNCATE ON decisions
    FOR EACH STATEMENT EXECUTE FUNCTION decisions_are_kept()
    """,
)
