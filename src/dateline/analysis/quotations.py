"""Who says what: the source, the words that show it, and what is said, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..types import Span
from .parse import Sentence, Token
from .speech import Speech

_CONTENT = ("ccomp", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One act of speech or thought; ``source`` is ``None`` where nobody is named."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


def find_quotations(sentence: Sentence, speech: Speech) -> Iterator[Quotation]:
    """Every act of speech in a sentence, in text order."""
    for token in sentence.tokens:
        said = speech.said_by(token)
        if said is None:
            continue
        content = tuple(_contents(token))
        if content:
            source = _extent(said.speaker) if said.speaker else None
            yield Quotation(source, token.span, content)


def _contents(cue: Token) -> Iterator[Span]:
    """What is said: the clause under the verb, or the one that the verb is an aside to."""
    for child in cue.children:
        if child.dep in _CONTENT and child.index > cue.index:
            yield _extent(child)
            return
    for child in cue.children:
        if child.dep in ("dobj", "ccomp"):
            yield _extent(child)
            return


def _extent(token: Token) -> Span:
    tokens = sorted(token.subtree(), key=lambda part: part.index)
    while len(tokens) > 1 and tokens[0].text in ",;:\"'“”‘’":
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in ",;:":
        tokens = tokens[:-1]
    return Span(tokens[0].start, tokens[-1].end)
