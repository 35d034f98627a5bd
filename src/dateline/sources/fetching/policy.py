"""What a fetch may cost, and what its user allows."""

from __future__ import annotations

from dataclasses import dataclass, field

USER_AGENT = "Dateline"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one fetch may cost, whatever answers; redirects and robots.txt included."""

    seconds: float = 30.0
    wire_bytes: int = 10_000_000  # everything received, headers too
    decoded_bytes: int = 10_000_000  # the body, decompressed
    ratio: int = 100  # decoded bytes for each received; pages reach 20
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Policy:
    """How to behave towards hosts, and which are the user's own.

    ``allow`` names hosts ("127.0.0.1:8000", "intranet.example") that may lie anywhere and listen on
    the port named: the user vouches for them. Only the user's own words and links on the same host
    lead there, never a page from elsewhere. They are asked without pauses.
    """

    user_agent: str = USER_AGENT
    allow: frozenset[str] = frozenset()
    robots: bool = True
    pause: float = 1.0  # seconds between two requests to one host
    limits: Limits = field(default_factory=Limits)
