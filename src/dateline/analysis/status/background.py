"""Tell the news from what it recalls: "the prisoners captured on 25 July"."""

from __future__ import annotations

import re
from datetime import datetime

from ..grammar.parse import Sentence, Token
from ..grammar.slots import Arguments
from ..text.blocks import Part

_LONG_AGO = re.compile(
    r"\b(?:(?:years?|months?|decades?|weeks) (?:ago|earlier|before)|last (?:year|month)|"
    r"(?:for|over) (?:the |many |several |past )*(?:years|decades)|"
    r"earlier (?:this|that|in the) (?:year|month)|in the past|historically|anniversary|previously|"
    r"back in)\b",
    re.IGNORECASE,
)
# "During the civil war": a war with a name of its own is over.
_OVER = frozenset("civil cold gulf world independence liberation balkan colonial".split())
_LONG = frozenset({"year", "month", "decade", "century"})
_FORMER = frozenset("frequent regular similar previous earlier past former prior historic".split())
_COMMEMORATING = frozenset("commemorate remember anniversary memorial".split())
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
# "In July", "last October": a month without a day.
_MONTH = re.compile(
    rf"^(?:(?:last|in|early|late|mid-?|since) ?)*({'|'.join(_MONTHS)})(?: (?:19|20)\d\d)?$",
    re.IGNORECASE,
)
_SETTLED = 7  # days into a month; before, what the month before brought is news
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
    recalling = _recalling(head, clause)
    if recalling is not None:
        return f"“{recalling.text}” puts it before the news"
    years = [int(year) for year in _YEAR.findall(when)]
    if published is not None and years and max(years) < published.year:
        return f"{max(years)} is before the year of publication"
    return _in_another_month(when, published)


def _in_another_month(when: str, published: datetime | None) -> str | None:
    """ "In July" is no news in a text of late August; a day in July is dated by its own words."""
    named = _MONTH.match(when.strip())
    if named is None or published is None:
        return None
    months_ago = (published.month - 1 - _MONTHS.index(named.group(1).lower())) % len(_MONTHS)
    if months_ago > 1 or (months_ago == 1 and published.day > _SETTLED):
        return f"“{named.group(1)}” was over when it was published"
    return None


def _recalling(head: Token, clause: Token) -> Token | None:
    """ "A previous attack", "commemorated the attack", "during the civil war"."""
    for child in head.children:
        if child.dep == "amod" and child.lemma in _FORMER:
            return child
    if head.pos != "VERB":
        for above in list(head.ancestors())[:2]:
            if above.lemma in _COMMEMORATING:
                return above
    if head.dep == "pobj" and head.head.lemma in ("after", "since"):
        for child in head.head.children:  # "ten years after the massacre"
            if child.dep == "npadvmod" and child.lemma in _LONG:
                return child
    for child in clause.children:
        war = child.child("pobj") if child.lemma == "during" else None
        if war is not None and war.lemma == "war":
            return next((part for part in war.children if part.lemma in _OVER), None)
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
