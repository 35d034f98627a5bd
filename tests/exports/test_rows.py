from __future__ import annotations

from dateline.exports.rows import select_rows


def test_every_value_shows_its_words_and_where_they_stand(row):
    evidence = {words.field: words for words in row().evidence}
    assert list(evidence) == [
        "evidence", "trigger", "actors.0", "targets.0", "places.0", "outcome", "tolls.0",
        "tolls.0.whose",
    ]  # fmt: skip
    assert evidence["actors.0"].quote == "Red Front"
    assert evidence["outcome"].quote == "beaten back"
    assert (evidence["trigger"].start, evidence["trigger"].end) == (10, 17)
    assert {words.address for words in evidence.values()} == {"news/a.txt"}


def test_rows_are_in_order_of_day_or_first_report_and_id(rows):
    selected = select_rows(rows, every=True)
    order = [row.event.order for row in selected]
    assert order == sorted(order)
    assert len(selected) == len(rows)
    undated = [row.event.when is None and row.event.first_reported is None for row in selected]
    assert undated == sorted(undated)


def test_only_what_happened_is_kept_unless_every_status_is_asked_for(rows):
    kept = {row.event.status for row in select_rows(rows, every=False)}
    assert kept == {"occurred", "ongoing", "failed"}
