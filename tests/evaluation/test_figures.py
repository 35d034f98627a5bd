from __future__ import annotations

from dataclasses import dataclass

import pytest

from dateline.errors import UsageError
from dateline.evaluation.figures import figure_of, find_figures
from dateline.evaluation.measures import Rate, Tally
from dateline.evaluation.scoring.shares import Share


@dataclass(frozen=True, slots=True)
class Inner:
    by_type: dict[str, Rate]
    median_km: float | None = None


@dataclass(frozen=True, slots=True)
class Outer:
    rows: int
    has_event: Share
    inner: Inner
    found: Tally


SCORES = Outer(3, Share(0.5, 1, 0.6667, 1, 2, 1), Inner({"AID": Rate(1, 2)}), Tally(1, 1, 0))


def test_every_figure_is_found_in_order_and_named_in_words():
    figures = list(find_figures(SCORES))
    assert [figure.label for figure in figures][:3] == ["rows", "has event", "inner by type AID"]
    assert figures[1].value is SCORES.has_event
    assert not any("median" in figure.label for figure in figures)


@pytest.mark.parametrize(
    ("path", "figure"),
    [
        ("rows", 3),
        ("has_event.f1", 0.6667),
        ("inner.by_type.AID.share", 0.5),
        ("found.precision", 0.5),
        ("inner.median_km", None),
        ("inner.median_km.mean", None),
        ("inner.by_type.YIELD.share", None),
    ],
)
def test_a_figure_has_a_path(path, figure):
    assert figure_of(SCORES, path) == figure


@pytest.mark.parametrize("path", ["columns", "rows.f1", "has_event"])
def test_what_is_no_figure_is_refused(path):
    with pytest.raises(UsageError, match=f"{path}: no figure"):
        figure_of(SCORES, path)
