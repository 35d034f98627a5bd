"""Tell the news from what it recalls: "the prisoners captured on 25 July"."""

from __future__ import annotations

import re
from datetime import datetime

from .arguments import Arguments
from .parse import Sentence, Token
from .passages import Part

_LONG_AGO = re.compile(
    r"\b(?:(?:years?|months?|decades?|weeks) (?:ago|earlier|before)|last (?:year|month)|"
    r"in the past|historically|anniversary|previously|back in|"
    r"during the (?:civil|cold|gulf) war)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_background(
    head: Token, arguments: Arguments, sentence: Sentence, when: str, published: datetime | None
) -> str | None:
    """The reason why a passage recalls an event rather than reports it, or ``None``.

    ``when`` is the words of the times that belong to the event.
    """
    clause = arguments.clause
    if sentence.part is Part.BODY and arguments.is_participle and _modifies_an_argument(head):
        return "a participle recalls it beside the news of the sentence"
    if _is_past_perfect(clause):
        return f"“had {clause.text}” puts it before the news"
    recalled = _LONG_AGO.search(when)
    if recalled:
        return f"“{recalled.group()}” puts it before the news"
    years = [int(year) for year in _YEAR.findall(when)]
    if published is not None and years and max(years) < published.year:
        return f"{max(years)} is before the year of publication"
    return None


def _modifies_an_argument(verb: Token) -> bool:
    """Whether the participle's noun is itself part of another clause."""
    noun = verb.head
    return noun.dep not in ("ROOT", "nsubj") or noun.head is noun


def _is_past_perfect(clause: Token) -> bool:
    """ "had captured", but not under "said they had captured"."""
    has_had = any(
        child.dep == "aux" and child.text.lower() in ("had", "'d") for child in clause.children
    )
    return has_had and clause.dep not in ("ccomp", "conj", "parataxis", "acl")
