"""What reviewers did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .ids import DecisionId, DocumentId, fingerprint
from .text import Span


class Verb(StrEnum):
    """What a reviewer did."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    MISSED = "missed"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement; appended, never changed. Points at words, not at claim ids."""

    verb: Verb
    by: str
    at: datetime
    document: DocumentId
    span: Span
    field: str | None = None
    old: str | None = None
    new: str | None = None
    because: str | None = None

    @property
    def id(self) -> DecisionId:
        """Every field takes part."""
        return DecisionId(fingerprint(self))
