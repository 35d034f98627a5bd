"""Document to claims: the steps from a text to what its passages report, in order.

``opening`` makes sentences, ``drafting`` finds what they tell of, ``composing`` makes claims of it;
each other module of this package decides one thing for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..codebook import Codebook
from ..types import Claim, Document, Names, PassedOver, Span
from .discourse.antecedents import Discourse
from .discourse.follow_ups import count_harm, follow_up
from .discourse.owning_up import own_up
from .discourse.quotations import quoted_speech
from .discourse.scenes import Scene
from .events.composing import Composer
from .events.drafting import Drafter
from .grammar.parse import Parser, Sentence
from .knowledge import Knowledge
from .opening import Opened, Opener
from .text.dateline import find_written
from .triggers.bearing import is_remote

FOLLOWING = 2  # passages on, figures alone are still those of the event told last


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading a document found, before anything is resolved."""

    claims: tuple[Claim, ...]
    passed_over: tuple[PassedOver, ...]
    places: tuple[Span, ...]  # every place named, in a claim or not
    demonyms: tuple[Span, ...]  # "Syrian"
    dated: Span | None = None  # the day on which it says it was written
    filed: tuple[Span, ...] = ()  # the places in the dateline
    cased: str = (
        ""  # the text with its capitals brought back; what stands in a span is looked up here
    )
    headings: tuple[Span, ...] = ()  # places that paragraphs of a digest are headed by


class ClaimFinder:
    """Find the claims in documents with one parser, codebook and set of names."""

    def __init__(self, parser: Parser, codebook: Codebook, names: Names) -> None:
        self.parser = parser
        self.knowledge = Knowledge.of(codebook, names)
        self.open = Opener(parser, self.knowledge)

    def __call__(self, document: Document) -> Findings:
        """Read one document."""
        return next(self.read_each([document]))

    def read_each(self, documents: Sequence[Document]) -> Iterator[Findings]:
        """Read documents in order; parsing many at one go is faster, and changes nothing."""
        return map(self.read, self.open(documents))

    def read(self, opened: Opened) -> Findings:
        """Read a document that was opened."""
        knowledge, document = self.knowledge, opened.document
        discourse = Discourse()
        is_figurative = knowledge.figurative.is_page(opened.sentences)
        passages = tuple(opened.passages(knowledge))
        quotations = quoted_speech(passages, document.text, knowledge.speech)
        draft_passage = Drafter(
            knowledge,
            document.text,
            is_figurative,
            is_remote(opened.sentences, knowledge.lexicon),
            knowledge.figurative.is_play(opened.sentences),
            quotations,
        )
        compose = Composer(document, knowledge, discourse)
        claims: list[Claim] = []
        previous: list[Claim] = []  # those of the last passage that told any
        told_at = 0
        scene = Scene(
            knowledge.codebook.family_of,
            lambda name: knowledge.names.is_country(name.of(opened.cased)),
        )
        before: list[Claim] = []  # under other headings, where other people are meant
        turns = opened.turns()
        for passage in passages:
            if passage.number in turns:
                before += claims
                claims, previous, discourse = [], [], Discourse()
                compose = Composer(document, knowledge, discourse)
            discourse.hear(passage.phrases, passage.number)
            named = len(draft_passage.places)
            drafts = draft_passage(passage)
            found = [claim for draft in drafts for claim in compose(draft, passage, claims)]
            found = scene.set(found, passage, draft_passage.places[named:])
            owned = own_up(
                passage,
                [*claims, *found],
                mention_of=compose.mention,
                is_force=knowledge.is_force,
            )
            found += [owned] if owned is not None else []
            completed = follow_up(
                previous, passage.sentence, passage.phrases, discourse, passage.number
            )
            if completed is None and all(draft.found is None for draft in drafts):
                near = previous if passage.number - told_at <= FOLLOWING else []
                completed = count_harm(
                    near, passage.sentence, passage.phrases, is_force=knowledge.is_force
                )
            if completed is not None:
                # A passage that only says how the one before ended completes its claims.
                claims[len(claims) - len(previous) :] = completed
                previous = list(completed)
                continue
            if found:
                previous, told_at = found, passage.number
            claims += found
        headings = tuple(headed.name for headed in opened.headings)
        return Findings(
            (*before, *claims),
            tuple(draft_passage.passed_over),
            (*headings, *draft_passage.places),
            tuple(self._demonyms(opened.sentences)),
            find_written(document.text, opened.dateline),
            opened.dateline.places if opened.dateline else (),
            opened.cased,
            headings,
        )

    def _demonyms(self, sentences: tuple[Sentence, ...]) -> Iterator[Span]:
        is_demonym = self.knowledge.names.is_demonym
        for sentence in sentences:
            yield from (token.span for token in sentence.tokens if is_demonym(token.text))
