from __future__ import annotations

import pytest

from dateline.evaluation.rows import DateRange, RecordToll
from dateline.evaluation.scoring.record_slots import weigh_dates, weigh_places, weigh_tolls

DAY = DateRange("1990-01-09", "1990-01-09")


@pytest.mark.parametrize(
    ("predicted", "gold", "points"),
    [
        (DAY, DAY, 1),
        (DateRange("1990-01-01", "1990-01-31"), DAY, 0.5),
        (DateRange("1990-01-10", "1990-01-31"), DAY, 0),
        (DateRange(None, "1990-01-20"), DAY, 0.5),
        (DateRange(None, "1990-03-20"), DAY, 0),
        (DateRange("1990-01-09", None), DAY, 0.5),
        (DateRange(None, None), DAY, 0),
        (DateRange("in January", "1990"), DAY, 0),
    ],
)
def test_dates(predicted, gold, points):
    assert weigh_dates(predicted, gold) == points


@pytest.mark.parametrize(
    ("predicted", "gold", "points"),
    [
        (("Peru", "Rimac"), ("Peru", "Lima", "Rimac"), 1),
        (("Rimac",), ("Peru", "Lima", "Rimac"), 1),
        (("Lima", "Rimac"), ("Peru", "Lima", "Rimac"), 0.5),
        (("Peru", "Lima"), ("Peru", "Lima", "Rimac"), 0.5),
        (("Peru",), ("Peru",), 1),
        (("Peru", "Lima"), ("Peru",), 0.5),
        (("Chile", None), ("Peru",), 0),
        ((None,), ("Peru",), 0),
    ],
)
def test_places(predicted, gold, points):
    assert weigh_places(predicted, gold) == points


@pytest.mark.parametrize(
    ("predicted", "points"),
    [
        (("killed", 2, None), 1),
        (("killed", 1, 5), 0.5),
        (("killed", 1, 1), 0),
        (("killed", None, None), 0.5),
        (("wounded", 2, None), 0),
    ],
)
def test_tolls(predicted, points):
    assert weigh_tolls(RecordToll(*predicted), RecordToll("killed", 2, None)) == points
