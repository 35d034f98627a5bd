"""Everything a document names and tells, coded or not.

The claim finder asks what a codebook's kinds are told with; a survey asks the same rules of every
word: whether what a verb or noun tells of happened, who says so and where it was, who and what is
named. It is what search, measuring and the *why* of passages that were not coded rest on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..types import Document, Mention, Span, Status
from .discourse.quotations import Quotation, find_quotations, said_around
from .grammar.parse import Token
from .knowledge import Knowledge
from .mentions import find_mentions
from .names.passages import Passage
from .names.phrases import Phrases
from .opening import Opened, Opener
from .places.where import FoundPlace, find_named
from .places.whereabouts import places_of
from .roles.arguments import find_arguments
from .speech.reporting import Said
from .status.judgements import Judgement
from .triggers.finding import Found

_AUXILIARY = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Told:
    """One event word, and what the words around it make of it."""

    span: Span
    status: Status
    because: str
    is_hedged: bool = False
    speaker: Span | None = None
    places: tuple[Span, ...] = ()  # the names of where it was


@dataclass(frozen=True, slots=True)
class Survey:
    """What one document names and tells, in text order."""

    mentions: tuple[Mention, ...]
    told: tuple[Told, ...]
    quotations: tuple[Quotation, ...]
    places: tuple[Span, ...]  # the names of places alone
    peoples: tuple[Span, ...]  # "Syrian": words for who belongs to a country


@dataclass(frozen=True, slots=True)
class Surveyor:
    """Survey documents with the parser and knowledge of a claim finder."""

    open: Opener
    knowledge: Knowledge

    def __call__(self, documents: Sequence[Document]) -> Iterator[Survey]:
        """Survey documents, in order."""
        return map(self._survey, self.open(documents))

    def _survey(self, opened: Opened) -> Survey:
        mentions: list[Mention] = []
        told: list[Told] = []
        named = [headed.name for headed in opened.headings]
        named += opened.dateline.places if opened.dateline else ()
        peoples: list[Span] = []
        passages = tuple(opened.passages(self.knowledge))
        quotations = find_quotations(passages, opened.document.text, self.knowledge.speech)
        for passage in passages:
            places = find_named(passage.phrases)
            mentions += find_mentions(passage, places, opened.document.text)
            told += self._told(passage, places, quotations)
            named += (place.named for place in places)
            peoples += _peoples(passage, places)
        return Survey(
            tuple(mentions), tuple(told), quotations, tuple(sorted(named)), tuple(peoples)
        )

    def _told(
        self,
        passage: Passage,
        places: tuple[FoundPlace, ...],
        quotations: tuple[Quotation, ...],
    ) -> Iterator[Told]:
        for token in passage.sentence.tokens:
            if not _tells(token, passage.phrases):
                continue
            arguments = find_arguments(Found((), token, (token,)), self.knowledge.attitudes)
            judgement = self.knowledge.status(token, arguments, passage.sentence)
            said = said_around(
                arguments.clause,
                passage,
                self.knowledge.speech,
                quotations,
                is_support=arguments.support is not None,
            )
            yield Told(
                token.span,
                _with_denial(judgement, said),
                judgement.because,
                bool(self.knowledge.status.hedges(token, arguments, passage.sentence)),
                _speaker(said, passage),
                tuple(
                    place.named
                    for place in places_of(
                        token,
                        arguments,
                        places,
                        passage.phrases,
                        self.knowledge.speech.is_saying,
                    )
                ),
            )


def _tells(token: Token, phrases: Phrases) -> bool:
    """Whether a word can tell of an event: a main verb, a noun that names nobody, an adjective."""
    if token.pos in ("VERB", "AUX"):
        return token.dep not in _AUXILIARY
    if token.pos == "NOUN":
        return not phrases.can_act(token)
    return token.pos in ("ADJ", "ADV", "PROPN", "ADP") and token.index not in phrases.known


def _speaker(said: Sequence[Said], passage: Passage) -> Span | None:
    for layer in said:
        if layer.speaker is not None:
            return (layer.told_in or passage).phrases.span_of(layer.speaker)
    return None


def _peoples(passage: Passage, places: tuple[FoundPlace, ...]) -> Iterator[Span]:
    for token in passage.sentence.tokens:
        if passage.phrases.names.is_demonym(token.text) and not any(
            place.named.overlaps(token.span) for place in places
        ):
            yield token.span


def _with_denial(judgement: Judgement, said: Sequence[Said]) -> Status:
    if judgement.status in (Status.OCCURRED, Status.ONGOING) and any(
        layer.stance == "denies" for layer in said
    ):
        return Status.DENIED
    return judgement.status
