"""Document to sentences: its blocks, without what opens a bulletin, parsed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..types import Document, Span
from .grammar.parse import Parser, Sentence, Text
from .knowledge import Knowledge
from .names.passages import Passage
from .names.phrases import Phrases
from .speech.persons import find_persons
from .text.blocks import Block, Heading, Part, after_bullet, find_blocks, find_heading
from .text.dateline import Dateline, find_dateline
from .text.recase import is_in_capitals, recase
from .text.titles import is_title, recase_title

# What wire services put before a text: "[TEXT]", "[EXCERPTS]".
_MARKS = re.compile(r"\s*(?:\[[A-Z][A-Z .,'-]{1,40}\]\s*)*")
# What they put into one: "the FMLN [Farabundo Marti National Liberation Front] said", "[words
# indistinct]", who speaks. It is no part of the sentence, and a parse breaks on it.
_GLOSS = re.compile(r"\[[^\[\]\n]{1,120}\]")
# The hour before an entry of a live blog: "14:30 A officer tells …", "9.05am – The army …".
_STAMP = re.compile(
    r"\s{0,3}\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.))?"
    r"(?:\s(?:GMT|BST|UTC|CET|CEST|EST|EDT))?\s{0,3}[-–—:|]?\s{1,3}(?=[A-Z“\"'‘])",
)
# What weighs one side against another and tells nothing: "The PKK, for its part, murdered …".
_ASIDE = re.compile(r", (?:for (?:its|their|his|her) part|in turn),")


@dataclass(frozen=True, slots=True)
class Headed:
    """Text of a digest that a place's name heads: "Mali. The army says", or a line "Mali"."""

    name: Span
    over: Span


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with its sentences, as everything in analysis reads it."""

    document: Document
    sentences: tuple[Sentence, ...]
    cased: str  # its text, capitals brought back: names are looked up in it, quotes are not
    dateline: Dateline | None
    headings: tuple[Headed, ...] = ()

    def passages(self, knowledge: Knowledge) -> Iterator[Passage]:
        """Its sentences, each with its noun phrases."""
        lexicon = knowledge.lexicon
        persons = find_persons(self.sentences, lexicon, knowledge.speech, knowledge.names)
        for number, sentence in enumerate(self.sentences):
            phrases = Phrases(sentence, self.cased, knowledge.names, lexicon, persons)
            yield Passage(number, sentence, phrases, self._heading_of(sentence.span))

    def _heading_of(self, sentence: Span) -> Span | None:
        headings = (headed.name for headed in self.headings if headed.over.covers(sentence))
        return next(headings, None)

    def turns(self) -> frozenset[int]:
        """The sentences, by number, at which a digest turns to somewhere else."""
        starts = [sentence.span.start for sentence in self.sentences]
        return frozenset(bisect_left(starts, heading.over.start) for heading in self.headings)


@dataclass(frozen=True, slots=True)
class _Layout:
    """A document before it is parsed: what stands in it, and which names head what."""

    dateline: Dateline | None
    texts: tuple[Text, ...]
    headings: tuple[Headed, ...]


class Opener:
    """Open documents with one parser and one set of names."""

    def __init__(self, parser: Parser, knowledge: Knowledge) -> None:
        self.parser = parser
        self.knowledge = knowledge
        self._ordinary = knowledge.triggers.forms | knowledge.lexicon.function

    def __call__(self, documents: Sequence[Document]) -> Iterator[Opened]:
        """Open documents in order; parsing many at one go is faster, and changes nothing."""
        layouts = [self._lay_out(document) for document in documents]
        parsed = self.parser.parse_each([layout.texts for layout in layouts])
        for document, layout, sentences in zip(documents, layouts, parsed, strict=True):
            cased = _cased(document.text, layout.texts)
            yield Opened(document, sentences, cased, layout.dateline, layout.headings)

    def _lay_out(self, document: Document) -> _Layout:
        dateline = find_dateline(document.text)
        blocks = find_blocks(document)
        headings = [self._heading(block, document, dateline) for block in blocks]
        return _Layout(
            dateline,
            tuple(self._texts(document, dateline, blocks, headings)),
            tuple(_headed(document, blocks, headings)),
        )

    def _texts(
        self,
        document: Document,
        dateline: Dateline | None,
        blocks: Sequence[Block],
        headings: Sequence[Heading | None],
    ) -> Iterator[Text]:
        for number, (block, heading) in enumerate(zip(blocks, headings, strict=True)):
            whole = block.span
            if heading is not None and heading.end < whole.end:
                whole = Span(heading.end, whole.end)
            span = _without_opening(whole, document.text, dateline)
            if span is None:
                continue
            words = span.of(document.text).replace("\n", " ")
            if is_in_capitals(words):
                words = recase(words, self.knowledge.names, self._ordinary, self.parser.vocabulary)
                words = _GLOSS.sub(lambda gloss: " " * len(gloss.group()), words)
            elif block.part is not Part.BODY and is_title(words):
                known = self.knowledge.names, self._ordinary, self.parser.vocabulary
                words = recase_title(words, document.text[whole.end :], *known)
            words = _ASIDE.sub(lambda aside: " " * len(aside.group()), words)
            yield Text(words, span.start, block.part, number)

    def _heading(
        self, block: Block, document: Document, dateline: Dateline | None
    ) -> Heading | None:
        if block.part is Part.HEADLINE or (dateline and block.span.overlaps(dateline.span)):
            return None
        heading = find_heading(block.span, document.text)
        words = heading.name.of(document.text) if heading else ""
        is_town = self.knowledge.names.is_town
        return heading if is_town(words) or (words.isupper() and is_town(words.title())) else None


def _headed(
    document: Document, blocks: Sequence[Block], headings: Sequence[Heading | None]
) -> Iterator[Headed]:
    """A name heads its paragraph; one on a line of its own what comes before the next line."""
    lines = [block.span.start for block in blocks if block.part is Part.SUBHEAD]
    for block, heading in zip(blocks, headings, strict=True):
        if heading is None:
            continue
        end = block.span.end
        if heading.end == end:
            end = next((start for start in lines if start > end), len(document.text))
        yield Headed(heading.name, Span(block.span.start, end))


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
    for opening in (_MARKS, _STAMP):
        mark = opening.match(text, start, block.end)
        start = mark.end() if mark else start
    return after_bullet(Span(start, block.end), text) if start < block.end else None
