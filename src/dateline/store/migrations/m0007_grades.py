"""Events are found by how far their sources verify them."""

STATEMENTS = (
    "ALTER TABLE events ADD COLUMN grade {words}",
    "CREATE INDEX events_grade ON events (grade, day, id, first_day, last_day)",
)
