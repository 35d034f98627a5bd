"""Places that the words around a name tell, whether or not the gazetteer knows the name.

"The village of Kwallabwe", "in Kwallabwe", "Kwallabwe district" and "Kwallabwe Bridge" are places
by what stands beside or in the name; so is what is told in one breath with them ("the towns of
Kwallabwe and Tse"). Where the gazetteer knows a part ("Bala" of "the Bala Farms") it is the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ...codebook.kinds import Class
from ...types import Names
from ..grammar.lexicon import Lexicon
from ..grammar.parse import Sentence, Token
from ..text.blocks import Part
from .known import Known
from .name_runs import ARTICLES, NameRuns, Run

# A name behind one of these is where something is.
STANDING = frozenset("in at near outside inside around across throughout off".split())
_CALLED = frozenset({"call", "name", "know"})
_LIST = frozenset({",", "and", "or", "the", "both", "nearby", "of", "in"})


def name_places(
    sentence: Sentence, known: Mapping[int, Known], names: Names, lexicon: Lexicon
) -> Iterator[Known]:
    """The places that their surroundings tell, in text order; they go before what is known."""
    if sentence.part is not Part.BODY:
        return  # a headline in title case tells nothing of what is a name
    finder = NameRuns(sentence.tokens, known, names, lexicon)
    reader = _Reader(sentence.tokens, known, names, lexicon, finder)
    runs = list(finder.find())
    is_place = [reader.is_place(run) for run in runs]
    for number, (before, run) in enumerate(pairwise(runs), start=1):
        is_place[number] |= is_place[number - 1] and reader.is_told_with(run, before)
    for number in range(len(runs) - 1, 0, -1):  # "Kwallabwe and Tse villages"
        run, before = runs[number], runs[number - 1]
        is_place[number - 1] |= is_place[number] and reader.is_told_with(run, before, before)
    for run, found in zip(runs, is_place, strict=True):
        if found and not reader.is_listed(run):
            yield Known(run.first, run.last, is_actor=False, is_place=True)


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: tuple[Token, ...]
    known: Mapping[int, Known]
    names: Names
    lexicon: Lexicon
    runs: NameRuns

    def is_place(self, run: Run) -> bool:
        """Whether what stands in or beside a name says that it is a place's."""
        if self.is_listed(run) or self._says_itself(run):
            return True
        if self._is_no_place(run):
            return False
        return (
            self._is_sort_after(run)
            or self._is_described(run)
            or self._is_sort_before(run)
            or self._is_where(run)
            or self._is_entered(run)
        )

    def _says_itself(self, run: Run) -> bool:
        """ "Sinak Bridge", "Mount Hermon"."""
        if run.first == run.last or self._is_actor(run):
            return False
        opening = self.tokens[run.first].text.lower().rstrip(".")
        ending = self.tokens[run.last].text.lower()
        if opening in self.lexicon.undertakings or ending in self.lexicon.undertakings:
            return False
        if ending.isdigit() and opening in self.lexicon.sites:
            return True  # "Route 9"
        return (
            opening in self.lexicon.openers
            or ending in self.lexicon.sites
            or ending in self.lexicon.grounds
        )

    def _is_actor(self, run: Run) -> bool:
        known = self.known.get(run.last)
        return known is not None and known.is_actor and not known.is_place

    def is_listed(self, run: Run) -> bool:
        """Whether the gazetteer knows exactly this name."""
        known = self.known.get(run.first)
        return (
            known is not None
            and known.is_place
            and (known.first, known.last) == (run.first, run.last)
        )

    def is_told_with(self, run: Run, before: Run, asked: Run | None = None) -> bool:
        """Whether it stands in a list with a place: "Kwallabwe, Tse and Angyom"."""
        between = self.tokens[before.last + 1 : run.first]
        words = [token.text.lower() for token in between]
        if not words or any(
            word not in _LIST and token.lemma not in self.lexicon.sites
            for word, token in zip(words, between, strict=True)
        ):
            return False
        is_list = "and" in words or "or" in words or (words[0] == "," and self._goes_on(run))
        asked = asked or run
        return is_list and not self._is_no_place(asked) and not self._acts(asked)

    def _goes_on(self, run: Run) -> bool:
        """Whether a list goes on behind a name: ", Tse and Angyom"."""
        for token in self.tokens[run.last + 1 : run.last + 24]:
            if token.text == "and":
                return True
            if not (self.runs.is_named(token.index) or token.text in (",", "-") or token.is_name):
                return False
        return False

    def _acts(self, run: Run) -> bool:
        """Whether it is what a verb is said of: "and Tse said"."""
        return self._head(run).dep in ("nsubj", "agent") or self._modifies(run)

    def _is_no_place(self, run: Run) -> bool:
        """A person with a title, an actor, an operation, a day."""
        tokens = self.tokens[run.first : run.last + 1]
        words = {token.text.lower().rstrip(".") for token in tokens}
        if words & self.lexicon.titles or words & self.lexicon.undertakings:
            return True
        if all(len(word) < 2 for word in words):
            return True
        if run.first and self._is_title(self.tokens[run.first - 1]):
            return True
        if self._is_actor(run):
            return True
        sort = self.lexicon.class_of(tokens[-1].text.lower())
        sort = sort or self.lexicon.class_of(tokens[-1].lemma)
        return sort is not None and sort is not Class.PLACE

    def _is_title(self, token: Token) -> bool:
        return token.lemma.rstrip(".") in self.lexicon.titles

    def _is_sort_after(self, run: Run) -> bool:
        """ "Kwallabwe district", "the Kwallabwe area"."""
        if run.last + 1 >= len(self.tokens):
            return False
        after = self.tokens[run.last + 1]
        if after.text.lower() == "local" and run.last + 3 < len(self.tokens):
            after = self.tokens[run.last + 3]  # "local government area"
        return (
            after.text[0].islower()
            and after.lemma in self.lexicon.sites
            and after.pos == "NOUN"
            and not (run.first == run.last and self.tokens[run.last].tag == "JJ")
            and self._head(run).dep in ("compound", "nmod", "amod", "conj")
        )

    def _is_described(self, run: Run) -> bool:
        """ "Kwallabwe, a village in Borno"."""
        words = self.tokens[run.last + 1 : run.last + 7]
        if len(words) < 3 or words[0].text != "," or words[1].text not in ("a", "an", "the"):
            return False
        noun = next((token for token in words[2:] if token.pos == "NOUN"), None)
        return (
            noun is not None
            and noun.lemma in self.lexicon.sites
            and all(
                token.pos in ("ADJ", "NOUN", "PROPN")
                for token in self.tokens[words[2].index : noun.index]
            )
        )

    def _is_sort_before(self, run: Run) -> bool:
        """ "The village of Kwallabwe", "the village Kwallabwe", "an area known as Kwallabwe"."""
        index = run.first - 1
        if index < 1:
            return False
        before = self.tokens[index]
        if before.text.lower() == "of":
            return self._is_sort(index - 1)
        if before.text.lower() == "as" or before.lemma in _CALLED:
            index -= before.lemma not in _CALLED
            verb = self.tokens[index]
            return verb.lemma in _CALLED and index > 0 and self._is_sort(index - 1)
        if before.text == ":":
            return self._is_sort(index - 1)
        if before.text.lower() in ("including", "like"):
            index -= self.tokens[index - 1].text == ","
            return self._is_sort(index - 1)
        if before.text == ",":
            return self._is_sort(index - 1) and self._head(run).dep == "appos"
        return before.text[0].islower() and self._is_sort(index) and before.pos == "NOUN"

    def _is_sort(self, index: int) -> bool:
        return self.tokens[index].lemma in self.lexicon.sites

    def _is_where(self, run: Run) -> bool:
        """ "In Kwallabwe", "near the northern Kwallabwe"."""
        index = run.first - 1
        while index >= 0 and self._may_stand_between(self.tokens[index]):
            index -= 1
        if index < 0 or self.tokens[index].text.lower() not in STANDING:
            return False
        preposition = self.tokens[index]
        is_first = index == 0  # "Near Kwallabwe" is often read as one name
        if preposition.pos not in ("ADP", "SCONJ", "ADV") and not is_first:
            return False
        if self._modifies(run):
            return False
        if is_first and self._head(run).dep in ("nsubj", "ROOT", "dep"):
            return preposition.pos == "PROPN"
        return self._head(run).dep in ("pobj", "compound", "nmod", "npadvmod", "appos", "conj")

    def _may_stand_between(self, token: Token) -> bool:
        return (
            token.text.lower() in ("the", '"', "“", "‘‘", "``", "nearby")
            or token.text.lower() in self.lexicon.compass
            or (token.pos == "ADJ" and self.names.is_demonym(token.text))
        )

    def _is_entered(self, run: Run) -> bool:
        """ "Patrols Kwallabwe", "captured Kwallabwe from the rebels"."""
        head = self._head(run)
        while head.dep == "conj":
            head = head.head
        verb = head.head
        if head.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB":
            return False
        return verb.lemma in self.lexicon.entering and not self._modifies(run)

    def _modifies(self, run: Run) -> bool:
        """Whether a noun goes on behind the name: "in Kwallabwe custody"."""
        if run.last + 1 >= len(self.tokens):
            return False
        after = self.tokens[run.last + 1]
        if after.tag == "POS":
            return not self._is_partly_listed(run)
        goes_on = after.pos in ("NOUN", "PROPN") and self._head(run).dep in ("compound", "nmod")
        return goes_on and not self._is_partly_listed(run)

    def _is_partly_listed(self, run: Run) -> bool:
        known = self.known.get(run.last)
        return known is not None and known.is_place

    def _head(self, run: Run) -> Token:
        """The token of a run that the rest of the sentence sees."""
        for token in self.tokens[run.first : run.last + 1]:
            is_outer = not run.first <= token.head.index <= run.last or token.head is token
            if is_outer and token.pos != "PUNCT" and token.text.lower() not in ARTICLES:
                return token
        return self.tokens[run.last]
