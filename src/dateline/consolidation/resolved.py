"""See a claim with the values its mentions resolved to, and where in its document it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar
from unicodedata import combining, normalize

from ..types import (
    Actor,
    Claim,
    Document,
    DocumentId,
    Hierarchy,
    Inter,
    Location,
    Mention,
    Party,
    Reading,
    Resolution,
    Span,
    When,
)
from .story import NO_STORY, Story, find_story, long_words

T = TypeVar("T")

QUOTATION_MARKS = str.maketrans("", "", '"“”„«»')
ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
# "At least 30 ", "10 and 15 ", "dozens of ", "some fifteen ": how many, not who.
_NUMBER = (
    r"(?:\d[\d,.]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|hundreds?|thousands?|dozens?|"
    r"scores|several|many|few|hundred|thousand)"
)
COUNT = re.compile(
    rf"(?:(?:at least|more than|up to|as many as|about|around|some|over|nearly|almost)\s+)?"
    rf"(?:(?:and|of|to|a)\s+)?{_NUMBER}(?:\s+(?:and|to|of|or)?\s*{_NUMBER})?\s+(?:of\s+(?:the\s+)?)?"
    r"(?=\w|[\"“”'])",
    re.IGNORECASE,
)
# "The toll has risen to 17", "the number was put up to 17", "corrected to nine".
REVISED = re.compile(
    r"\b(?:r(?:ose|isen|ises?|ising)|climb(?:s|ed|ing)?|increas(?:e[sd]?|ing)|jump(?:s|ed)?|up|"
    r"grow(?:n|s|ing)?|grew|revised|corrected|lowered|raised)(?:\s+(?:sharply|further|up|down))?"
    r"\s+to\b|\bnew toll\b|\bupdated toll\b",
    re.IGNORECASE,
)
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
CLOSING = "\"'”’»)]"
SENTENCE_END = (".", "!", "?", "…")
# By design, not by measurement: a longer paragraph without a full stop is a table or a list.
HEAD_LENGTH = 300
NEARBY_WORDS = 3
ANEW = frozenset(
    "another second third fourth separate further previous earlier new fresh other subsequent "
    "similar later".split()
)
BACK = frozenset("the this that these those their its his her".split())
# "46 people" says no more about whose dead they are than "46 dead", and neither does "dozens".
ANYONE = frozenset(
    "people persons others victims individuals casualties lives dozens scores hundreds "
    "thousands".split()
)


class Part(StrEnum):
    """Which part of a document a passage belongs to."""

    HEADLINE = "headline"
    SUBHEAD = "sub-head"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Report:
    """The document behind a claim, as far as it shows whose text it is."""

    source: str
    agency: str | None
    text: str


class Reference(StrEnum):
    """Whether the words at a trigger point back ("the attack") or away ("another attack")."""

    BACK = "back"
    ANEW = "anew"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim, its resolved values and its position; unknown is ``None`` or empty."""

    claim: Claim
    document: DocumentId
    report: Report
    published: datetime | None
    part: Part
    paragraph: int
    lead: int  # the body paragraph a head stands over; a body passage's own
    trigger: str  # the words
    reference: Reference
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    through: tuple[Party, ...]
    places: tuple[str, ...]  # as named
    location: Location | None  # the most exact of them
    sites: tuple[Location, ...]  # all it lists, "in A and B"; of A in the district B, A alone
    when: When | None
    whose: tuple[str | None, ...]  # one for each toll of the claim
    revises: bool  # "the toll has risen to": earlier figures stand no more
    speakers: tuple[Party, ...]  # named as the text names them: "Egyptian officials"
    named: frozenset[str] = frozenset()  # names and numbers around it
    story: frozenset[str] = frozenset()  # those that are surely names
    headline: frozenset[str] = frozenset()  # words of the headline that it stands in or under
    coder: str | None = None

    @property
    def teller(self) -> str:
        """Who told happenings apart: a document's writer, or the coder of all rows of a table."""
        return self.document if self.coder is None else f"coder {self.coder}"

    @property
    def is_head(self) -> bool:
        """Whether it stands in the headline or a sub-head."""
        return self.part is not Part.BODY

    @property
    def fullness(self) -> tuple[int, int]:
        """How many fields it fills, and with how many values."""
        claim = self.claim
        fields = (
            self.actors,
            self.targets,
            self.through,
            self.places,
            (self.location,) if self.location else (),
            (self.when,) if self.when else (),
            claim.tolls,
            (claim.outcome,) if claim.outcome else (),
        )
        return sum(map(bool, fields)), sum(map(len, fields))


# Names repeat: one text has dozens of them, ten thousand texts have thousands.
@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Compare names without case, diacritics, a leading article and spacing."""
    letters = (letter for letter in normalize("NFKD", name) if not combining(letter))
    words = "".join(letters).casefold().replace("-", " ").split()
    return ARTICLE.sub("", " ".join(words)) if len(words) > 1 else " ".join(words)


def is_shorter(name: str, other: str) -> bool:
    """Whether a name says less of the same: "the market" for "a crowded market"."""
    words, others = fold(name).split(), fold(other).split()
    return words[-1:] == others[-1:] and set(words) < set(others)


def party_key(party: Party) -> str:
    """What makes two parties one: the register's entry, else the name."""
    if party.actor and party.actor.registered:
        return f"actor:{party.actor.id}"
    return f"name:{fold(party.name)}"


def is_registered(party: Party) -> bool:
    """Whether the register knows it, so that another name is another party."""
    return party.actor is not None and party.actor.registered


def is_civilian(party: Party) -> bool:
    """Whether it is people who do not fight."""
    return party.actor is not None and party.actor.inter is Inter.CIVILIANS


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text between blank lines."""

    start: int
    part: Part


def find_paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """Cut a text at its blank lines and tell heads from body."""
    text, headline = document.text, document.headline
    starts = [0, *(gap.end() for gap in BLANK_LINE.finditer(text))]
    paragraphs = []
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        words = text[start:following].strip()
        if headline and headline.start <= start < headline.end:
            part = Part.HEADLINE
        elif len(words) > HEAD_LENGTH or words.rstrip(CLOSING).endswith(SENTENCE_END):
            part = Part.BODY
        else:
            part = Part.SUBHEAD
        paragraphs.append(Paragraph(start, part))
    return tuple(paragraphs)


@dataclass(frozen=True, slots=True)
class _Resolved:
    """The chosen values of one reading, by the span that was resolved."""

    report: Report
    actors: Mapping[Span, Actor]
    places: Mapping[Span, Location]
    times: Mapping[Span, When]
    coder: str | None

    def party(self, mention: Mention) -> Party:
        actor = self.actors.get(mention.names)
        if actor is not None and actor.registered:
            return Party(actor.name, actor)
        return Party(_who(actor.name if actor else self.name(mention)), actor)

    def parties(self, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
        parties = (self.party(mention) for mention in mentions)
        return tuple({party_key(party): party for party in parties}.values())

    def speaker(self, mention: Mention) -> Party:
        """Who speaks, by their own words: officials are less than their government."""
        return Party(_who(self.name(mention)), self.actors.get(mention.names))

    def name(self, mention: Mention) -> str:
        return ARTICLE.sub("", " ".join(mention.names.of(self.report.text).split()))

    def whose(self, mention: Mention | None) -> str | None:
        if mention is None:
            return None
        name = self.party(mention).name
        return None if fold(name) in ANYONE else name


def _who(words: str) -> str:
    """The words without how many, and without quotation marks: "30 “terrorists”" is terrorists."""
    plain = words.translate(QUOTATION_MARKS)
    counted = COUNT.match(plain)
    return (plain[counted.end() :] if counted else plain).strip() or words


def resolve_claims(
    document: Document, reading: Reading, hierarchy: Hierarchy
) -> tuple[ResolvedClaim, ...]:
    """See the claims of a reading with their resolved values, in text order."""
    resolved = _Resolved(
        Report(document.source, document.agency, document.text),
        _chosen(reading.actors),
        _chosen(reading.places),
        _chosen(reading.times),
        reading.coder,
    )
    paragraphs = find_paragraphs(document)
    # A coder's table has the same words in every row: they tell no story.
    story = NO_STORY if reading.coder is not None else find_story(document, hierarchy.is_common)
    claims = sorted(reading.claims, key=lambda claim: (claim.evidence, claim.trigger, claim.id))
    return tuple(_view(claim, document, paragraphs, story, resolved, hierarchy) for claim in claims)


def _view(
    claim: Claim,
    document: Document,
    paragraphs: tuple[Paragraph, ...],
    story: Story,
    resolved: _Resolved,
    hierarchy: Hierarchy,
) -> ResolvedClaim:
    starts = [paragraph.start for paragraph in paragraphs]
    index = bisect_right(starts, claim.evidence.start) - 1
    found = (resolved.places.get(mention.names) for mention in claim.places)
    locations = tuple(dict.fromkeys(filter(None, found)))
    times = (resolved.times.get(mention.names) for mention in claim.times)
    speakers = (said.speaker for said in claim.speakers)
    return ResolvedClaim(
        claim=claim,
        document=document.id,
        report=resolved.report,
        published=document.published,
        part=paragraphs[index].part,
        paragraph=index,
        lead=_lead(index, paragraphs),
        trigger=claim.trigger.of(document.text),
        reference=_reference(claim, document.text),
        actors=resolved.parties(claim.actors),
        targets=resolved.parties(claim.targets),
        through=resolved.parties(claim.through),
        places=tuple(dict.fromkeys(resolved.name(mention) for mention in claim.places)),
        location=min(locations, key=exactness, default=None),
        sites=innermost(locations, hierarchy),
        when=min(filter(None, times), key=lambda when: when.precision, default=None),
        whose=tuple(resolved.whose(toll.whose) for toll in claim.tolls),
        revises=bool(claim.tolls) and _revises(claim.evidence.of(document.text)),
        speakers=tuple(resolved.speaker(speaker) for speaker in speakers if speaker),
        named=(named := story.around(claim.evidence)),
        story=named & story.sure,
        headline=_headline(index, paragraphs, document),
        coder=resolved.coder,
    )


def _revises(words: str) -> bool:
    # The pattern is slow, and few passages have these words.
    return (" to " in words or "toll" in words) and REVISED.search(words) is not None


def innermost(locations: Iterable[Location], hierarchy: Hierarchy) -> tuple[Location, ...]:
    """Of places that lie in one another the inner ones, each once."""
    each = {fold(location.name): location for location in locations}
    return tuple(
        one
        for one in each.values()
        if not any(
            other is not one
            and hierarchy.contains(one, other)
            and not hierarchy.contains(other, one)
            for other in each.values()
        )
    )


def exactness(location: Location) -> tuple[float, int]:
    """Order locations, the most exact first."""
    # By size, not by code: a lava field (5, "fuzzy") inside a governorate (4) says more than it.
    return location.radius_km, location.precision


def _chosen(resolutions: tuple[Resolution[T], ...]) -> dict[Span, T]:
    return {
        span: resolution.chosen
        for resolution in resolutions
        if resolution.chosen is not None
        for span in resolution.spans
    }


def _headline(index: int, paragraphs: tuple[Paragraph, ...], document: Document) -> frozenset[str]:
    """The long words of the headline, for the headline and the first paragraph under it."""
    if document.headline is None or _lead(0, paragraphs) < index:
        return frozenset()
    return long_words(document.headline.of(document.text))


def _lead(index: int, paragraphs: tuple[Paragraph, ...]) -> int:
    following = range(index, len(paragraphs))
    return next((lead for lead in following if paragraphs[lead].part is Part.BODY), index)


def _reference(claim: Claim, text: str) -> Reference:
    # "The" of "the militia attacked" belongs to the militia.
    named = [mention.span.end for mention in (*claim.actors, *claim.targets, *claim.places)]
    start = max((end for end in named if end <= claim.trigger.start), default=claim.evidence.start)
    before = text[min(start, claim.trigger.start) : claim.trigger.start]
    words = frozenset(before.casefold().split()[-NEARBY_WORDS:])
    if words & ANEW:
        return Reference.ANEW
    return Reference.BACK if words & BACK else Reference.NONE
