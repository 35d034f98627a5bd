from __future__ import annotations

import importlib.util
from io import StringIO
from pathlib import Path

import pytest

from dateline import exports
from dateline.exports import EVERY_STATUS, FORMATS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_exports_a_plan_unasked(name, rows):
    happened, everything = StringIO(), StringIO()
    FORMATS[name](rows, everything)
    FORMATS[name]([row for row in rows if row.verdict.exported != "out"], happened)
    assert happened.getvalue() == everything.getvalue()


def test_a_map_shows_no_plans_at_all():
    assert set(FORMATS) - set(EVERY_STATUS) == {"geojson"}


def test_the_public_names_are_listed():
    assert all(hasattr(exports, name) for name in exports.__all__)


def test_the_page_on_exports_is_fresh():
    spec = importlib.util.spec_from_file_location("exports_doc", ROOT / "tools/exports_doc.py")
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    assert program.PAGE.read_text(encoding="utf-8") == program.make_page(), "run make docs"
