"""Which words are ordinary English, so that a bulletin in capitals can be told from its names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from .packaged import read_data

if TYPE_CHECKING:
    from spacy.language import Language


def _read_words(name: str) -> frozenset[str]:
    text = read_data(name)
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.lower().split())


# What the pipeline's word list, made of content words, leaves out.
CLOSED = _read_words("closed_words.txt")
# Words built by these endings are ordinary ones that no list has.
ENDINGS = ("ing", "ingly", "ized", "ised", "ization", "isation", "ists", "ness", "ously", "ively")
LONGEST_STEM = 3

Rules = Collection[tuple[str, str]]


@dataclass(frozen=True)
class Vocabulary:
    """Words by part of speech. An empty one knows no word, and calls none a name."""

    words: Mapping[str, Collection[str]] = field(default_factory=dict)  # noun, verb, adj, adv
    irregular: Mapping[str, Collection[str]] = field(default_factory=dict)
    rules: Mapping[str, Rules] = field(default_factory=dict)

    def is_unknown(self, word: str) -> bool:
        """Whether it is no English word, as most names of people and towns are."""
        if not self.words or len(word) < LONGEST_STEM or word in CLOSED:
            return False
        parts = word.split("-")
        if len(parts) > 1:
            return all(map(self.is_unknown, parts))
        if word.endswith(ENDINGS) and len(word) > 6:
            return False
        return not any(self._is(word, pos) for pos in self.words)

    def is_no_noun(self, word: str) -> bool:
        """Whether it is said of what things do or are like, or counts several: no name alone."""
        if word in CLOSED:
            return True
        if any(self._is(word, pos) for pos in ("verb", "adj", "adv") if pos in self.words):
            return True
        nouns = self.words.get("noun", ())
        return word not in nouns and self._is(word, "noun")

    def is_noun(self, word: str) -> bool:
        """Whether it is an ordinary noun, or a name that the list has among them."""
        return self._is(word, "noun")

    def _is(self, word: str, pos: str) -> bool:
        known = self.words.get(pos, ())
        if word in known or word in self.irregular.get(pos, ()):
            return True
        return any(stem in known for stem in self._stems(word, pos))

    def _stems(self, word: str, pos: str) -> Iterator[str]:
        for ending, instead in self.rules.get(pos, ()):
            stem = word.removesuffix(ending) if ending and word.endswith(ending) else ""
            if len(stem) >= LONGEST_STEM - 1:
                yield stem + instead
                if ending in ("ed", "ing") and stem[-1] == stem[-2]:
                    yield stem[:-1]  # "planned"


def vocabulary_of(nlp: Language) -> Vocabulary:
    """The word list of a pipeline's lemmatizer; empty where it has none."""
    if not nlp.has_pipe("lemmatizer"):
        return Vocabulary()
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not all(
        map(lookups.has_table, ("lemma_index", "lemma_exc", "lemma_rules"))
    ):
        return Vocabulary()
    tables = {name: lookups.get_table(f"lemma_{name}") for name in ("index", "exc", "rules")}
    kinds = ("noun", "verb", "adj", "adv")
    return Vocabulary(
        {pos: frozenset(tables["index"].get(pos) or ()) for pos in kinds},
        {pos: frozenset(tables["exc"].get(pos) or ()) for pos in kinds},
        {pos: tuple(map(tuple, tables["rules"].get(pos) or ())) for pos in kinds},
    )


@cache
def given_names() -> frozenset[str]:
    """First names, in lower case, of people of many countries."""
    return _read_words("given_names.txt")
