"""A comparison says what both have, how far they agree, and what differs."""

import pytest

from dateline.evaluation.comparison.reporting import compare, find_rows, names_of
from dateline.evaluation.comparison.sides import Side
from dateline.evaluation.comparison.weighing import Tolerance
from dateline.types import Failure


def test_a_report_has_detection_and_fields(code, world) -> None:
    mine = Side("mine", (code("1"), code("2", "protest")))
    theirs = Side(
        "theirs", (code("a", "shelling"), code("b", day="2024-07-01"), code("c", day="2024-08-01")),
        (Failure("x#1", "extract", "bad"),),
    )  # fmt: skip
    compared = compare(mine, theirs, world, Tolerance())
    report = compared.report
    found = report.detection
    assert (found.both, found.only_mine, found.only_theirs) == (1, 1, 2)
    assert (found.precision, found.recall) == (0.5, pytest.approx(1 / 3))
    assert report.left_out == 1
    assert report.fields[0].field == "kind"
    (row,) = find_rows(compared.matching, world)
    assert (row.mine, row.theirs) == ("1", "a")
    assert [(d.field, d.mine, d.theirs) for d in row.differs] == [("kind", "clash", "shelling")]
    assert row.because[0] == "both belong to fighting"
    assert names_of(compared.matching.only_theirs) == ("b", "c")


def test_two_empty_sides_share_nothing(world) -> None:
    report = compare(Side("a", ()), Side("b", ()), world, Tolerance()).report
    assert (report.detection.both, report.detection.precision) == (0, None)
    assert {field.rate.total for field in report.fields} == {0}
