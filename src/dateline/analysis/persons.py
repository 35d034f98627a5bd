"""Whose surnames a document uses: "Velasquez" of "Defence Minister Ivan Velasquez".

A surname is no place in the document that names the person, whatever the gazetteer knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..codebook.kinds import Class
from .lexicon import Lexicon
from .parse import Sentence, Token
from .speech import Speech

_NAMING = frozenset({"compound", "appos", "nmod", "amod"})


def find_persons(sentences: Iterable[Sentence], lexicon: Lexicon, speech: Speech) -> frozenset[str]:
    """The last names of the persons whom sentences introduce."""
    return frozenset(
        token.text
        for sentence in sentences
        for token in sentence.tokens
        if token.is_name and token.text[0].isupper() and is_person(token, lexicon, speech)
    )


def is_person(name: Token, lexicon: Lexicon, speech: Speech) -> bool:
    """Whether a name stands with what only persons have: a title, an office, a first name."""
    if name.dep in ("compound", "nmod"):
        return False
    if any(_is_office(token, lexicon) for token in _beside(name)):
        return not any(lexicon.class_of(child.lemma) is Class.BODY for child in name.children)
    first = [child for child in name.children if child.dep == "compound" and child.is_name]
    is_speaker = name.dep == "nsubj" and speech.is_reporting(name.head)
    return is_speaker and bool(first) and not any(_is_common(child, lexicon) for child in first)


def _beside(name: Token) -> Iterator[Token]:
    yield from (child for child in name.children if child.dep in _NAMING)
    if name.dep == "appos":
        yield name.head


def _is_office(token: Token, lexicon: Lexicon) -> bool:
    """One person's office or calling; "troops" and "rebels" are many."""
    if token.lemma.rstrip(".") in lexicon.titles:
        return True
    return token.tag == "NN" and lexicon.class_of(token.lemma) is Class.PEOPLE


def _is_common(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.class_of(token.lemma) is not None
