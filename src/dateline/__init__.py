"""Dateline: who did what to whom, where, when, and who says so.

``read_text`` and ``read_documents`` read without a store; ``open_store`` opens one. The names load
when they are first used, because the parser takes seconds to import.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .codebook import Codebook as Codebook
    from .codebook import load_codebook as load_codebook
    from .errors import DatelineError as DatelineError
    from .errors import DocumentError as DocumentError
    from .errors import ExtractError as ExtractError
    from .errors import FetchError as FetchError
    from .errors import ResourceError as ResourceError
    from .errors import RunError as RunError
    from .errors import StoreError as StoreError
    from .errors import UsageError as UsageError
    from .pipeline import DocumentReading as DocumentReading
    from .pipeline import Engine as Engine
    from .pipeline import load_engine as load_engine
    from .pipeline import read_documents as read_documents
    from .pipeline import read_text as read_text
    from .store import Store as Store
    from .store import open_store as open_store
    from .types import Actor as Actor
    from .types import Attribution as Attribution
    from .types import Candidate as Candidate
    from .types import Claim as Claim
    from .types import Confidence as Confidence
    from .types import Contradiction as Contradiction
    from .types import DatePrecision as DatePrecision
    from .types import Day as Day
    from .types import Decision as Decision
    from .types import Disputed as Disputed
    from .types import Document as Document
    from .types import Event as Event
    from .types import Failure as Failure
    from .types import Grade as Grade
    from .types import Inter as Inter
    from .types import LedgerEntry as LedgerEntry
    from .types import Location as Location
    from .types import Mention as Mention
    from .types import MentionKind as MentionKind
    from .types import Outcome as Outcome
    from .types import OutcomeKind as OutcomeKind
    from .types import Party as Party
    from .types import PassedOver as PassedOver
    from .types import Place as Place
    from .types import PlaceKind as PlaceKind
    from .types import Qualifier as Qualifier
    from .types import Reading as Reading
    from .types import Reason as Reason
    from .types import Resolution as Resolution
    from .types import Said as Said
    from .types import Span as Span
    from .types import Stance as Stance
    from .types import Status as Status
    from .types import Toll as Toll
    from .types import TollKind as TollKind
    from .types import TollRange as TollRange
    from .types import Verb as Verb
    from .types import Version as Version
    from .types import Voice as Voice
    from .types import When as When
    from .types import WherePrecision as WherePrecision

_NAMES = {
    "codebook": ("Codebook", "load_codebook"),
    "errors": (
        "DatelineError",
        "DocumentError",
        "ExtractError",
        "FetchError",
        "ResourceError",
        "RunError",
        "StoreError",
        "UsageError",
    ),
    "pipeline": ("DocumentReading", "Engine", "load_engine", "read_documents", "read_text"),
    "store": ("Store", "open_store"),
    "types": (
        "Actor",
        "Attribution",
        "Candidate",
        "Claim",
        "Confidence",
        "Contradiction",
        "DatePrecision",
        "Day",
        "Decision",
        "Disputed",
        "Document",
        "Event",
        "Failure",
        "Grade",
        "Inter",
        "LedgerEntry",
        "Location",
        "Mention",
        "MentionKind",
        "Outcome",
        "OutcomeKind",
        "Party",
        "PassedOver",
        "Place",
        "PlaceKind",
        "Qualifier",
        "Reading",
        "Reason",
        "Resolution",
        "Said",
        "Span",
        "Stance",
        "Status",
        "Toll",
        "TollKind",
        "TollRange",
        "Verb",
        "Version",
        "Voice",
        "When",
        "WherePrecision",
    ),
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names}

__all__ = sorted(_MODULES)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
