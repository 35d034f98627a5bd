"""Whether the words around a time tell of what is still ahead, without a parse."""

from __future__ import annotations

import re

from ...types import Span

REACH = 120
_AHEAD = re.compile(
    r"\b(?:will|shall|won't|would|'ll|should|must|may|might|could|to\sbe|is\sto|are\sto"
    r"|(?:is|are|be|been|was|were)\s(?:set|due|expected|scheduled|planned|slated|likely|supposed"
    r"|going)|due|plans?|planning|expects?|hopes?|aims?|intends?|scheduled\s(?:to|for)|deadline"
    r"|(?:want|seek|vow|pledge|promise|agree|threaten|need|offer)(?:s|d|ed)?\sto|upcoming|forthcoming|starting|beginning)\b",
    re.IGNORECASE,
)
# A past tense between these and the time takes it back; "will be delivered" has none.
_PAST = re.compile(
    r"\b(?:said|told|was|were|had|announced|reported|did)\b"
    r"|(?<!\bbe\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)\b[a-z]{2,}ed\b(?!\s(?:to|for)\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s[\w'-]+){0,3}\s(?:deadline|will|is\sto|are\sto"
    r"|(?:has\sbeen|have\sbeen|is|are)\s(?:scheduled|planned|due|set|expected))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]['\")]*\s+(?=[A-Z\"'`])|\n")


def is_ahead(text: str, span: Span) -> bool:
    """ "Will be out on 17 June", "a 1 June deadline", "the trial is to begin on Monday"."""
    before = _SENTENCE.split(text[max(0, span.start - REACH) : span.start])[-1]
    after = _SENTENCE.split(text[span.end : span.end + REACH])[0]
    if _AFTER.match(after):
        return True
    cues = list(_AHEAD.finditer(before))
    return bool(cues) and not _PAST.search(before, cues[-1].end())
