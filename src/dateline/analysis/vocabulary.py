"""Which words are ordinary English, so that a bulletin in capitals can be told from its names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# What the pipeline's word list, made of content words, leaves out.
CLOSED = frozenset(
    "a about above according across after against all along alongside although am amid among amongst an "
    "and another any anybody anyone anything are around as at be because been before behind being below "
    "beneath beside besides between beyond both but by can cannot could despite did do does doing done down "
    "during each either else ever every everybody everyone everything except few following for from had has "
    "have having he her here hers herself him himself his how however i if in inside into is it its itself "
    "less let like many may me might mine more most much must my myself near neither no nobody none nor "
    "nothing of off on once one onto or other others our ours ourselves out outside over own per shall she "
    "should since so some somebody someone something such than that the their theirs them themselves then "
    "there these they this those though through throughout till to together too toward towards under "
    "underneath unless unlike until up upon us versus very via was we were what whatever when whenever where "
    "whereas wherever whether which whichever while who whoever whom whose why will with within without "
    "would yet you your yours yourself yourselves km kms kg ammo machinegun machineguns submachinegun "
    "submachineguns campesino campesinos narcoterrorist narcoterrorists narcotrafficker narcotraffickers "
    "counterinsurgency paramilitaries corregimiento kilometer kilometers et al ok".split()
)
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
    if lookups is None or not all(map(lookups.has_table, ("lemma_index", "lemma_exc", "lemma_rules"))):
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
    text = files(__package__).joinpath("data/given_names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name for line in lines for name in line.lower().split())
