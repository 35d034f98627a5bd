"""Name records after their content."""

from __future__ import annotations

from hashlib import blake2b
from typing import NewType

import msgspec

DocumentId = NewType("DocumentId", str)
ReadingId = NewType("ReadingId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)
DecisionId = NewType("DecisionId", str)
KindId = NewType("KindId", str)
PlaceId = NewType("PlaceId", str)
ActorId = NewType("ActorId", str)


def fingerprint(*parts: object) -> str:
    """Name a record after its content, so that running twice adds nothing."""
    # JSON keeps borders and None apart: ("a|b", "c") is not ("a", "b|c").
    return blake2b(msgspec.json.encode(parts, order="sorted"), digest_size=12).hexdigest()
