"""Claims about one happening become one event; pure, explained, independent of their order.

A reviewer's decisions take effect between the two steps of ``consolidate``: after the claims of
each document are joined and before events are computed.
"""

from .carrying import carry_over
from .events import Consolidation, consolidate, group_claims, join_groups
from .identity import PreviousEvent, Redirect, remember
from .kinds import Kinds, load_kinds
from .resolved import ResolvedClaim, resolve_claims

__all__ = [
    "Consolidation",
    "Kinds",
    "PreviousEvent",
    "Redirect",
    "ResolvedClaim",
    "carry_over",
    "consolidate",
    "group_claims",
    "join_groups",
    "load_kinds",
    "remember",
    "resolve_claims",
]
