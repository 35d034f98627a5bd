from __future__ import annotations

import pytest

from dateline.errors import ResourceError
from dateline.exports.views import As, KindClass, load_views, read_views
from dateline.types import KindId, OutcomeKind, Status

OUTCOMES = (*OutcomeKind, None)
KINDS = {
    KindClass.FORCE: KindId("offensive"),
    KindClass.WEAPON: KindId("explosion"),
    KindClass.PERSON: KindId("abduction"),
    KindClass.PEACEFUL: KindId("agreement"),
}


def cells(row):
    outcomes = (
        OUTCOMES
        if row.outcome == ("any",)
        else tuple(None if name == "unknown" else OutcomeKind(name) for name in row.outcome)
    )
    return [
        (status, kind_class, outcome)
        for status in row.status
        for kind_class in row.classes
        for outcome in outcomes
    ]


@pytest.mark.parametrize("row", load_views().rows, ids=lambda row: row.verdict.because)
def test_every_row_of_the_table_decides_its_events(row, event):
    for status, kind_class, outcome in cells(row):
        told = event(status=status, kind=KINDS[kind_class], outcome=outcome)
        assert load_views().verdict(told) == row.verdict


@pytest.mark.parametrize(
    "status", sorted(set(Status) - {Status.OCCURRED, Status.ONGOING, Status.FAILED})
)
@pytest.mark.parametrize("kind", sorted(load_views().classes))
def test_a_plan_a_threat_a_denial_never_happened(status, kind, event):
    for outcome in OUTCOMES:
        told = event(status=status, kind=kind, outcome=outcome)
        assert load_views().verdict(told).exported is As.OUT


def test_an_attack_that_was_repelled_is_exported_as_its_kind(event):
    told = event(status=Status.FAILED, kind="offensive", outcome=OutcomeKind.REPELLED)
    assert load_views().verdict(told).exported is As.EVENT


def test_a_foiled_bombing_is_disrupted(event):
    told = event(status=Status.FAILED, kind="explosion", outcome=OutcomeKind.SEIZED)
    assert load_views().verdict(told).exported is As.DISRUPTED


def test_a_collapsed_agreement_is_out(event):
    told = event(status=Status.FAILED, kind="agreement", outcome=OutcomeKind.NO_RESULT)
    assert load_views().verdict(told).exported is As.OUT


def test_what_is_only_recalled_is_out(event):
    verdict = load_views().verdict(event(background=True))
    assert (verdict.exported, verdict.because) == (
        As.OUT,
        "it is recalled, and no report tells it as news",
    )


def test_a_kind_the_table_does_not_know_leaves_nothing_when_it_fails(event):
    assert load_views().verdict(event(kind="parade")).exported is As.EVENT
    assert load_views().verdict(event(kind="parade", status=Status.FAILED)).exported is As.OUT


ROW = """
[[row]]
status = ["occurred"]
class = ["force"]
outcome = ["repelled"]
as = "event"
because = "it happened"
"""


def test_a_table_that_decides_twice_is_refused(event):
    views = read_views("[classes]\nforce = ['clash']\n" + ROW * 2)
    with pytest.raises(ResourceError, match="two rows decide occurred, force, repelled"):
        views.verdict(event())


def test_a_table_that_leaves_a_case_open_is_refused(event):
    views = read_views("[classes]\nforce = ['clash']\n" + ROW)
    with pytest.raises(ResourceError, match="no row decides occurred, force, seized"):
        views.verdict(event())
