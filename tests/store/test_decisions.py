"""Decisions are added, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import DBAPIError

from dateline.errors import UsageError
from dateline.types import Decision, DocumentId, Span, Verb


@pytest.fixture
def decision(store, document) -> Decision:
    """A correction of the example."""
    store.add_document(document)
    return Decision(
        verb=Verb.CORRECT,
        by="reviewer 1",
        at=datetime(2024, 3, 6, tzinfo=UTC),
        document=document.id,
        span=Span(36, 54),
        field="actors",
        new="northern-front",
        because="named in full",
    )


def test_decisions_come_back_equal_in_the_order_they_came(store, decision):
    undone = replace(decision, verb=Verb.UNDO, at=datetime(2024, 3, 5, tzinfo=UTC))
    assert store.add_decision(decision)
    assert store.add_decision(undone)
    assert store.decisions() == (decision, undone)
    assert store.decisions(decision.document) == (decision, undone)
    assert store.decisions(DocumentId("0" * 24)) == ()
    assert store.get_decision(decision.id[:8]) == decision


def test_the_same_decision_twice_is_one(store, decision, rows):
    store.add_decision(decision)
    before = rows(store)
    assert not store.add_decision(decision)
    assert rows(store) == before


def test_a_decision_needs_its_document_and_its_words(store, decision):
    with pytest.raises(UsageError, match="no document"):
        store.add_decision(replace(decision, document=DocumentId("0" * 24)))
    with pytest.raises(UsageError, match="outside the document"):
        store.add_decision(replace(decision, span=Span(0, 10_000)))


@pytest.mark.parametrize(
    "statement", ["UPDATE decisions SET verb = 'accept'", "DELETE FROM decisions"]
)
def test_the_database_itself_refuses_to_change_or_remove_a_decision(store, decision, statement):
    store.add_decision(decision)
    with (
        pytest.raises(DBAPIError, match="a decision is never"),
        store.database.engine.begin() as connection,
    ):
        connection.exec_driver_sql(statement)
    assert store.decisions() == (decision,)
