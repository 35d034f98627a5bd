"""The schema says of every table what it keeps."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from dateline.store.schema import Instant, tables

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("table", tables.sorted_tables, ids=lambda table: table.name)
def test_every_table_and_column_says_what_it_keeps(table):
    assert table.comment
    assert [column.name for column in table.columns if not column.comment] == []


def test_moments_are_kept_in_utc_whatever_their_zone():
    noon = datetime(2024, 3, 5, 12, tzinfo=timezone(timedelta(hours=3)))
    kept = Instant().process_bind_param(noon, sqlite.dialect())
    assert kept == noon
    assert kept.utcoffset() == timedelta(0)


def test_moments_come_back_aware():
    bare = datetime(2024, 3, 5, 12)  # noqa: DTZ001
    assert Instant().process_result_value(bare, sqlite.dialect()) == bare.replace(tzinfo=UTC)
    assert Instant().process_result_value(None, sqlite.dialect()) is None
    assert Instant().process_bind_param(None, sqlite.dialect()) is None


def test_the_page_about_the_schema_is_fresh():
    page = ROOT / "docs" / "reference" / "schema.md"
    made = subprocess.run(
        [sys.executable, ROOT / "tools" / "schema_doc.py", "--print"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert page.read_text(encoding="utf-8") == made.stdout, "run tools/schema_doc.py"
