"""Document to claims: the steps from a text to what its passages report, in order.

``parse`` makes sentences, ``drafting`` finds what they tell of, ``composing`` makes claims of it;
each other module of this package decides one thing for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..codebook import Codebook
from ..types import Claim, Document, Names, PassedOver, Span
from .antecedents import Discourse
from .composing import Composer
from .dateline import Dateline, find_dateline
from .drafting import Drafter
from .follow_ups import follow_up
from .knowledge import Knowledge, Passage
from .parse import Parser, Sentence, Text
from .passages import find_blocks
from .phrases import Phrases
from .recase import is_in_capitals, recase

# What wire services put before a text: "[TEXT]", "[EXCERPTS]".
_MARKS = re.compile(r"\s*(?:\[[A-Z][A-Z .,'-]{1,40}\]\s*)*")


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading a document found, before anything is resolved."""

    claims: tuple[Claim, ...]
    passed_over: tuple[PassedOver, ...]
    places: tuple[Span, ...]  # every place named, in a claim or not
    demonyms: tuple[Span, ...]  # "Syrian"
    dated: Span | None = None  # the day in the dateline


class ClaimFinder:
    """Find the claims in documents with one parser, codebook and set of names."""

    def __init__(self, parser: Parser, codebook: Codebook, names: Names) -> None:
        self.parser = parser
        self.knowledge = Knowledge.of(codebook, names)
        self._ordinary = self.knowledge.triggers.forms | self.knowledge.lexicon.function

    def __call__(self, document: Document) -> Findings:
        """Read one document."""
        return next(self.read_each([document]))

    def read_each(self, documents: Sequence[Document]) -> Iterator[Findings]:
        """Read documents in order; parsing many at one go is faster, and changes nothing."""
        datelines = [find_dateline(document.text) for document in documents]
        texts = [tuple(self._texts(*pair)) for pair in zip(documents, datelines, strict=True)]
        parsed = self.parser.parse_each(texts)
        for document, dateline, blocks, sentences in zip(
            documents, datelines, texts, parsed, strict=True
        ):
            found = self._read(document, blocks, sentences)
            yield replace(found, dated=dateline.date) if dateline else found

    def _texts(self, document: Document, dateline: Dateline | None) -> Iterator[Text]:
        for number, block in enumerate(find_blocks(document)):
            span = _without_opening(block.span, document.text, dateline)
            if span is None:
                continue
            words = span.of(document.text).replace("\n", " ")
            if is_in_capitals(words):
                words = recase(words, self.knowledge.names, self._ordinary)
            yield Text(words, span.start, block.part, number)

    def _read(
        self, document: Document, blocks: tuple[Text, ...], sentences: tuple[Sentence, ...]
    ) -> Findings:
        knowledge = self.knowledge
        cased = _cased(document.text, blocks)  # names are looked up in it, quotes are not
        discourse = Discourse()
        is_figurative = knowledge.figurative.is_page(sentences)
        draft_passage = Drafter(knowledge, document.text, is_figurative)
        compose = Composer(document, knowledge, discourse)
        claims: list[Claim] = []
        previous: list[Claim] = []  # those of the passage before
        for number, sentence in enumerate(sentences):
            phrases = Phrases(sentence, cased, knowledge.names, knowledge.lexicon)
            passage = Passage(number, sentence, phrases)
            discourse.hear(phrases, number)
            found = [
                claim
                for draft in draft_passage(passage)
                for claim in compose(draft, passage, claims)
            ]
            completed = follow_up(previous, sentence, phrases, discourse, number)
            if completed is not None:
                # A passage that only says how the one before ended completes its claims.
                claims[len(claims) - len(previous) :] = completed
                previous = list(completed)
                continue
            previous = found or previous
            claims += found
        return Findings(
            tuple(claims),
            tuple(draft_passage.passed_over),
            tuple(draft_passage.places),
            tuple(self._demonyms(sentences)),
        )

    def _demonyms(self, sentences: tuple[Sentence, ...]) -> Iterator[Span]:
        is_demonym = self.knowledge.names.is_demonym
        for sentence in sentences:
            yield from (token.span for token in sentence.tokens if is_demonym(token.text))


def _cased(text: str, blocks: tuple[Text, ...]) -> str:
    """A document's text with its blocks as they were parsed, capitals brought back."""
    parts, end = [], 0
    for block in blocks:
        parts += [text[end : block.start], block.words]
        end = block.start + len(block.words)
    return "".join((*parts, text[end:]))


def _without_opening(block: Span, text: str, dateline: Dateline | None) -> Span | None:
    """A block without what opens a bulletin: the dateline and the service's marks ("[TEXT]")."""
    start = block.start
    if dateline is not None and block.covers(dateline.span):
        start = dateline.span.end
    mark = _MARKS.match(text, start, block.end)
    start = mark.end() if mark else start
    return Span(start, block.end) if start < block.end else None
