"""Say how near two passages of a document stand."""

from __future__ import annotations

from .resolved import ResolvedClaim

# One space or one blank line lies between a passage and the next.
NEXT_GAP = 3


def is_next(left: ResolvedClaim, right: ResolvedClaim) -> bool:
    """Whether the second passage follows the first, or overlaps it."""
    return right.claim.evidence.start - left.claim.evidence.end <= NEXT_GAP


def is_close(left: ResolvedClaim, right: ResolvedClaim) -> bool:
    """Whether the second passage is of the same paragraph or the next, and no head."""
    # "The offensive" two paragraphs on may be one that the text has only hinted at.
    return not right.is_head and right.paragraph - left.paragraph <= 1
