"""Sentences with their tokens and grammar, from a spaCy pipeline.

spaCy's objects stay in this module: everything after it works on ``Sentence`` and ``Token``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...config import DEFAULT_MODEL
from ...errors import ResourceError
from ...types import Span
from ..text.blocks import Part
from ..text.vocabulary import Vocabulary, vocabulary_of
from .mending import mend
from .tokens import Token as Token
from .word_forms import MENDED, RULERS, WordForms, after

if TYPE_CHECKING:
    from spacy.language import Language

# Named entities of the packaged model call Deir Ezzor a person and cost half the time.
BATCH = 64  # blocks
# Words and forms of them. With what names are remembered by, this is what a worker grows by: 100 MB
# when every text invents its own names, and then no more (`tools/bench_workers.py`, 10,000 texts).
REMEMBERED = 20_000
UNUSED = ("ner", "senter", "entity_ruler")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A passage: a sentence or headline, its tokens in order."""

    span: Span
    tokens: tuple[Token, ...]
    part: Part
    block: int  # which block of the document it is in
    lowered: tuple[str, ...]  # its words in lower case
    words: frozenset[str]  # those and their lemmas, to look for a word in it

    @property
    def root(self) -> Token:
        """The token everything else hangs from."""
        return next(token for token in self.tokens if token.head is token)

    def between(self, span: Span) -> tuple[Token, ...]:
        """The tokens that a span touches."""
        return tuple(
            token for token in self.tokens if token.start < span.end and span.start < token.end
        )


def make_sentence(tokens: tuple[Token, ...], part: Part, block: int) -> Sentence:
    """The sentence that linked tokens make up."""
    lowered = tuple(token.text.lower() for token in tokens)
    words = frozenset(lowered).union(token.lemma for token in tokens)
    return Sentence(Span(tokens[0].start, tokens[-1].end), tokens, part, block, lowered, words)


@dataclass(frozen=True, slots=True)
class Text:
    """What is parsed at one go: a block's words and where they start in the document."""

    words: str
    start: int
    part: Part
    block: int


class Parser:
    """Parse blocks of documents. A block is parsed the same way in every batch."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._nlp = load_model(model)
        self._forms = WordForms(self._nlp) if WordForms.fit(self._nlp) else None
        self._strings: dict[int, str] = {}
        self.vocabulary: Vocabulary = vocabulary_of(self._nlp)

    @property
    def version(self) -> str:
        """Name and version of the pipeline, for a reading's digest."""
        meta = self._nlp.meta
        return f"{self.model} {meta.get('version', '?')}"

    def __call__(self, texts: Iterable[Text]) -> tuple[Sentence, ...]:
        """Parse the blocks of one document into sentences, in order."""
        return self.parse_each([tuple(texts)])[0]

    def parse_each(self, documents: Sequence[tuple[Text, ...]]) -> list[tuple[Sentence, ...]]:
        """Parse the blocks of several documents at one go.

        The matrix products behind a parse are summed row by row, so that what else is in a batch
        cannot change it: 2,629 blocks gave the same bits in batches of 1, 3, 17, 64 and 1,000.
        """
        blocks = [block for document in documents for block in document]
        sentences: list[list[Sentence]] = [[] for _ in documents]
        owners = (number for number, document in enumerate(documents) for _ in document)
        self._forget()
        # What spaCy learns of words that it does not know goes with the zone: else every name that
        # a text invents would stay for good.
        with self._nlp.memory_zone():
            parsed = self._nlp.pipe(
                (block.words for block in blocks),
                batch_size=BATCH,
                disable=RULERS if self._forms else (),
            )
            for owner, block, doc in zip(owners, blocks, parsed, strict=True):
                sentences[owner] += self._sentences(doc, block)
        return [tuple(found) for found in sentences]

    def _forget(self) -> None:
        """Let go of words met before, when they are too many."""
        if len(self._strings) > REMEMBERED:
            self._strings.clear()
        if self._forms:
            self._forms.forget(REMEMBERED)

    def _sentences(self, doc: Any, block: Text) -> Iterator[Sentence]:
        rows = self._rows(doc)
        if self._forms:
            self._forms.learn((row[0], row[1], row[2]) for row in rows)
        starts = [index for index, row in enumerate(rows) if row[6] == 1] or [0]
        if block.part is not Part.BODY:
            starts = [0]  # a headline or sub-head is one sentence, stops or not
        for first, last in zip(starts, [*starts[1:], len(rows)], strict=True):
            tokens = self._tokens(doc, rows, range(first, last), block.start)
            if tokens:
                yield make_sentence(tokens, block.part, block.block)

    def _rows(self, doc: Any) -> list[list[int]]:
        """Word, tag, relation, head (as a distance), offset, length, sentence start, is space."""
        import numpy

        table = doc.to_array(
            ["ORTH", "TAG", "DEP", "HEAD", "IDX", "LENGTH", "SENT_START", "IS_SPACE"]
        )
        # spaCy packs signed distances into unsigned numbers.
        heads = table[:, 3].astype(numpy.int64)
        rows: list[list[int]] = table.tolist()
        for row, head in zip(rows, heads.tolist(), strict=True):
            row[3] = head
        return rows

    def _tokens(
        self, doc: Any, rows: list[list[int]], indexes: range, offset: int
    ) -> tuple[Token, ...]:
        made: dict[int, Token] = {}
        root: int | None = None
        for index in indexes:
            word, tag, relation, head, start, length, _, is_space = rows[index]
            if is_space:
                continue
            if head == 0 and root is None:
                root = index
            pos, lemma = self._forms[word, tag, relation] if self._forms else _form_of(doc[index])
            begin, text = offset + start, self._string(doc, word)
            if index:
                pos = after(self._string(doc, rows[index - 1][2]), text.lower(), pos)
            made[index] = Token(
                len(made),
                begin,
                begin + length,
                text,
                lemma,
                pos,
                self._string(doc, tag),
                self._string(doc, relation),
            )
        for index, token in made.items():
            # A head outside the sentence (one passage holds two roots) hangs from the root.
            governor = made.get(index + rows[index][3])
            if governor is None:
                governor = made[root] if root is not None else next(iter(made.values()))
            token.head = governor
            if governor is not token:
                governor.children.append(token)
        return mend(tuple(made.values()))

    def _string(self, doc: Any, number: int) -> str:
        found = self._strings.get(number)
        if found is None:
            found = self._strings[number] = doc.vocab.strings[number]
        return found


def _form_of(token: Any) -> tuple[str, str]:
    return token.pos_, MENDED.get(token.lower_) or token.lemma_.lower()


def load_model(name: str) -> Language:
    """Load an installed spaCy pipeline without the parts that are not used."""
    import spacy

    try:
        return spacy.load(name, exclude=list(UNUSED))
    except OSError as error:
        raise ResourceError(
            f"{name}: no such spaCy pipeline is installed; install it, or leave out --model"
        ) from error
