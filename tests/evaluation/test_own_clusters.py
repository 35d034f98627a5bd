"""What Dateline joins of reports written for these tests: several of each of sixteen crimes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.evaluation.answers import clusters
from dateline.evaluation.rows import ClustersRow, load_rows
from dateline.evaluation.scoring.clusters import score
from dateline.pipeline import shared_engine

REPORTS = Path(__file__).parents[1] / "clusters" / "crimes.jsonl"

# Only raised. The rules were written with these reports known: it is no measure of others.
AT_LEAST = 0.95


@pytest.fixture(scope="module")
def scores():
    rows = tuple(load_rows(REPORTS, ClustersRow))
    return score(rows, tuple(clusters.answer(rows, shared_engine())))


def test_reports_of_one_crime_are_one_event(scores):
    assert scores.b_cubed.f1 >= AT_LEAST


def test_crimes_of_one_town_and_week_stay_apart(scores):
    assert scores.over_merge.mixed_events == 0
