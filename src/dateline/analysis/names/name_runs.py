"""Adjoining words written as one name: "Deir ez-Zor", "Gulf of Aden", "Route 9"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...types import Names
from ..grammar.lexicon import Lexicon
from ..grammar.parse import Token
from .known import Known

ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "an", "az", "at", "et", "ed"})
_HYPHENS = frozenset("-–’'‘`")
_QUOTES = frozenset("‘’'`")
_LINKS = frozenset("of de del la los las le les du des da do dos di bin ibn sur el al".split())
# "Of" belongs to a name behind one of these.
_OF = frozenset("gulf strait straits bay cape horn isle isles sea lake coast rock golden".split())
_LONGEST = 7  # tokens


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Adjoining tokens written as one name."""

    first: int
    last: int  # inclusive


@dataclass(frozen=True, slots=True)
class NameRuns:
    """The runs of one sentence's tokens, without the peoples and actors that are known in them."""

    tokens: tuple[Token, ...]
    known: Mapping[int, Known]
    names: Names
    lexicon: Lexicon

    def find(self) -> Iterator[Run]:
        """The runs, in text order."""
        index = 0
        while index < len(self.tokens):
            if not self._may_begin(index):
                index += 1
                continue
            last = self._last_of(index)
            yield from self._without_actors(index, last)
            index = last + 1

    def is_named(self, index: int) -> bool:
        """Whether a word is written as a name, or as part of one."""
        token = self.tokens[index]
        word = token.text.lower()
        return (
            token.text[0].isupper()
            and (token.pos in ("PROPN", "NOUN", "ADJ", "X", "ADP") or index > 0)
            and (word not in self.lexicon.function or token.text == "New")
            and word not in self.lexicon.locative
            and not (word.rstrip(".") in self.lexicon.time and token.pos in ("PROPN", "NOUN"))
        )

    def _may_begin(self, index: int) -> bool:
        token = self.tokens[index]
        if token.text in _QUOTES:  # the ayn of "‘Arak"
            return self._is_followed(index) and token.end == self.tokens[index + 1].start
        return self.is_named(index) or self._is_article(index)

    def _is_article(self, index: int) -> bool:
        """ "al" of "al-Qaim"."""
        tokens = self.tokens[index : index + 3]
        return (
            len(tokens) == 3
            and tokens[0].text.lower() in ARTICLES
            and tokens[1].text in _HYPHENS
            and tokens[0].end == tokens[1].start
            and self.is_named(index + 2)
        )

    def _is_followed(self, index: int) -> bool:
        return index + 1 < len(self.tokens) and self.is_named(index + 1)

    def _last_of(self, first: int) -> int:
        last = index = first
        while index + 1 < len(self.tokens) and index - first < _LONGEST:
            index += 1
            token = self.tokens[index]
            if self.is_named(index) or (token.text.isdigit() and self._takes_number(last)):
                last = index
            elif token.text in _HYPHENS or token.text.lower() in ARTICLES:
                if token.tag == "POS" or not self._joins(index):
                    break
            elif not (token.text.lower() in _LINKS and self._links(index)):
                break
        return last

    def _takes_number(self, index: int) -> bool:
        """ "Route 9", "Camp 4"."""
        return self.tokens[index].lemma in self.lexicon.place

    def _joins(self, index: int) -> bool:
        """Whether a hyphen or article goes on to a further part of the name."""
        token = self.tokens[index]
        if index + 1 >= len(self.tokens):
            return False
        after = self.tokens[index + 1]
        if token.text in _HYPHENS:
            if token.text in _QUOTES and self.is_named(index + 1):
                return token.end == after.start  # "Ayn ‘Issa"
            is_tight = token.end == after.start and token.start == self.tokens[index - 1].end
            is_article = self._is_article(index + 1) or after.text.lower() in ARTICLES
            return is_tight and (self.is_named(index + 1) or is_article)
        return self._is_article(index) or self.is_named(index + 1)

    def _links(self, index: int) -> bool:
        """ "Gulf of Aden", "Valle del Cauca": "of" links only behind a word for a place."""
        if index + 1 >= len(self.tokens) or not self.is_named(index + 1):
            return False
        if self.tokens[index].text.lower() != "of":
            return True
        before = self.tokens[index - 1]
        return before.text[0].isupper() and before.text.lower() in _OF

    def _without_actors(self, first: int, last: int) -> Iterator[Run]:
        """A run without the peoples and actors named in it: "Iraqi", "ISIS"."""
        begin = first
        for index in range(first, last + 1):
            known = self.known.get(index)
            is_actor = known is not None and known.is_actor and not known.is_place
            is_people = self.names.is_demonym(self.tokens[index].text) and not (
                known is not None and known.is_place and known.last > known.first
            )
            if is_actor or is_people:
                if begin < index:
                    yield Run(begin, index - 1)
                begin = index + 1
        if begin <= last:
            yield Run(begin, last)
