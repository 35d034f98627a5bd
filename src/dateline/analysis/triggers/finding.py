"""Find the words that a codebook's kinds are told with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...codebook import Codebook
from ...codebook.kinds import Kind, Noun, Verb
from ..grammar.parse import Sentence, Token

# Words that may stand inside a phrase: "opened heavy fire on", "exchange of artillery fire".
_BETWEEN = frozenset({"DET", "ADJ", "ADV", "NUM", "PRON"})
_NAMING = frozenset({"compound", "poss", "case"})  # "voted against the peace plan"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
# Nouns that are the event of a phrase they end.
_EVENTS = frozenset("attack strike raid offensive operation agreement deal accord talk".split())
MOST_BETWEEN = 3
MOST_OF_OBJECT = 6  # what a "*" can stand for: "took four aid workers hostage"
MOST_OF_CLAUSE = 14  # what a "**" can stand for: "said that the two sides must"
_WILD = {"*": MOST_OF_OBJECT, "**": MOST_OF_CLAUSE}

# Phrases that are read in the passive too: "fire was opened", "two bombs were dropped".
_PASSIVE = frozenset(
    {("open", "fire"), ("drop", "bomb"), ("fire", "rocket"), ("fire", "missile"), ("fire", "shot")}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of telling one kind."""

    kind: Kind
    words: tuple[str, ...]
    pattern: Verb | Noun

    @property
    def conditions(self) -> int:
        """How much must hold for it to apply; the more, the more it is to be believed."""
        pattern = self.pattern
        strict = len(pattern.needs)
        if isinstance(pattern, Verb):
            strict += bool(pattern.subject)
        # A word that must be there ("warplane") says more than a class or a slot.
        return strict + bool(pattern.object) + 4 * bool(pattern.words)

    @property
    def is_verb(self) -> bool:
        """Whether a verb tells it."""
        return isinstance(self.pattern, Verb)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A place in a sentence where an entry's words stand, or any event word, of no entry."""

    entries: tuple[Entry, ...]  # those with the most conditions first
    head: Token  # the verb, or the noun that names the event
    tokens: tuple[Token, ...]

    @property
    def light(self) -> frozenset[str]:
        """Verbs that support its kinds' nouns beyond the general ones."""
        return frozenset(word for entry in self.entries for word in entry.kind.triggers.light)

    @property
    def is_verb(self) -> bool:
        """Whether it is told with a verb."""
        return self.entries[0].is_verb if self.entries else self.head.pos in ("VERB", "AUX")


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """The entries that share their words, those with the most conditions first."""

    words: tuple[str, ...]
    entries: tuple[Entry, ...]
    further: frozenset[str]  # the words that must stand behind the first


class TriggerIndex:
    """A codebook's trigger language by first lemma, the longest phrases first."""

    def __init__(self, codebook: Codebook) -> None:
        phrases: dict[tuple[tuple[str, ...], bool], list[Entry]] = defaultdict(list)
        for kind in codebook.kinds:
            entries = [Entry(kind, _words(verb.verb), verb) for verb in kind.triggers.verbs]
            entries += [Entry(kind, _words(noun.noun), noun) for noun in kind.triggers.nouns]
            for entry in entries:
                phrases[entry.words, entry.is_verb].append(entry)
        index: dict[str, list[Phrase]] = defaultdict(list)
        for (words, _), entries in sorted(phrases.items(), key=lambda item: _order(*item)):
            entries.sort(key=lambda entry: (-entry.conditions, entry.kind.id))
            index[words[0]].append(
                Phrase(words, tuple(entries), frozenset(words[1:]) - _WILD.keys())
            )
        self._index = dict(index)

    @property
    def forms(self) -> frozenset[str]:
        """The forms in which its single words can stand in a text."""
        lemmas = {words for words in self._index if "*" not in words}
        stems = {lemma.removesuffix("e") for lemma in lemmas}
        return frozenset(
            {*lemmas}
            | {lemma + "s" for lemma in lemmas}
            | {stem + ending for stem in stems for ending in ("ed", "ing")}
        )

    def options(self, token: Token, sentence: Sentence) -> Iterator[Found]:
        """Yield what can be told from a token on, the longest phrase first."""
        yield from self._passives(token)
        for phrase in self._index.get(self._lemma(token), ()):
            if phrase.further <= sentence.words:
                matched = _match(phrase.entries[0], token, sentence.tokens)
                if matched is not None and not self._goes_on(matched):
                    yield Found(phrase.entries, _head(phrase.entries[0], matched), matched)

    @staticmethod
    def _goes_on(matched: tuple[Token, ...]) -> bool:
        """ "A wave of rocket" of "a wave of rocket attacks" is no wave of rockets."""
        last = matched[-1]
        is_part = last.dep == "compound" and last.head.index == last.index + 1
        return is_part and len(matched) > 1 and last.head.lemma in _EVENTS

    def _passives(self, first: Token) -> Iterator[Found]:
        """ "The ceasefire was violated" for "violate ceasefire"."""
        noun = first.head if first.dep in ("compound", "amod") else first
        verb = noun.head
        if noun.dep == "nsubjpass" and noun.index < verb.index:
            for phrase in self._index.get(self._lemma(verb), ()):
                entry = phrase.entries[0]
                is_telling = entry.pattern.status or phrase.words in _PASSIVE
                if not (phrase.words[1:] and entry.is_verb and is_telling):
                    continue
                named = self._named_before(noun, phrase.words[1:])
                if named and named[0] is first:
                    yield Found(phrase.entries, verb, (*named, verb))

    @staticmethod
    def _named_before(noun: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
        """The tokens up to a noun, if these are their words: "explosive device"."""
        before = {child.index: child for child in noun.children if child.index < noun.index}
        first = noun.index - len(words) + 1
        run = [before.get(index) for index in range(first, noun.index)] + [noun]
        tokens = tuple(token for token in run if token is not None)
        fits = len(tokens) == len(words) and all(map(_is, tokens, words))
        return tokens if fits else ()

    def _lemma(self, token: Token) -> str:
        """Its lemma, mended where the rules cut an "e" too many ("raped": "rap")."""
        if token.pos == "VERB" and token.lemma not in self._index and token.tag != "VB":
            return token.lemma + "e" if token.lemma + "e" in self._index else token.lemma
        return token.lemma


def bare_entry(kind: Kind) -> Entry:
    """The entry of a claim that no trigger word tells: a figure of people alone."""
    return Entry(kind, (), Noun(noun=""))


def _order(form: tuple[tuple[str, ...], bool], entries: list[Entry]) -> tuple[int, int, str]:
    """Longer phrases first; of equal ones, those whose entries ask for more."""
    words, _ = form
    length = sum(word not in _WILD for word in words)
    strictest = min(entries, key=lambda entry: (-entry.conditions, entry.kind.id))
    return -length, -strictest.conditions, strictest.kind.id


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().replace("-", " - ").split())


def _match(entry: Entry, first: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """The tokens an entry's words stand for from a first token on, or nothing."""
    if isinstance(entry.pattern, Verb):
        if len(entry.words) == 1 and first.pos == "AUX":
            return None
        if first.pos not in ("VERB", "AUX") and not _leads_to_verb(entry, first):
            return None
    elif len(entry.words) == 1 and first.pos not in ("NOUN", "PROPN"):
        return None
    matched, index, most = [first], first.index + 1, MOST_BETWEEN
    for word in entry.words[1:]:
        if word in _WILD:
            most, index = _WILD[word], index + 1  # it stands for one token at least
            continue
        direct = _direct_object(first, word) if most == MOST_BETWEEN else None
        if direct is not None and direct.index >= index:
            index = direct.index  # however much stands between: "lifted Friday a day-old blockade"
        skipped = 0
        while index < len(tokens) and not _is(tokens[index], word):
            between = tokens[index]
            if skipped == most or (
                most == MOST_BETWEEN
                and between.pos not in _BETWEEN
                and not _is_beside(between, first)
                and not (entry.is_verb and between.dep in _NAMING)
            ):
                return None
            skipped += 1
            index += 1
        if index >= len(tokens):  # a wildcard may reach beyond the last one
            return None
        matched.append(tokens[index])
        index, most = index + 1, MOST_BETWEEN
    if isinstance(entry.pattern, Verb) and not any(part.pos in ("VERB", "AUX") for part in matched):
        return None
    if entry.is_verb and first.tag == "VBN" and first.dep == "amod" and first.head in matched:
        return None  # "a UN-brokered truce" is a truce
    if isinstance(entry.pattern, Noun) and any(part.tag in _FINITE for part in matched):
        return None  # "artillery shelled" is no "artillery shell"
    if isinstance(entry.pattern, Noun) and not any(
        part.pos in ("NOUN", "PROPN") for part in matched
    ):
        return None
    return tuple(matched)


def _direct_object(verb: Token, word: str) -> Token | None:
    if verb.pos != "VERB":
        return None
    return next(
        (child for child in verb.children if child.dep == "dobj" and _is(child, word)), None
    )


def _is_beside(token: Token, first: Token) -> bool:
    """ "A drone and missile attack" is a drone attack too."""
    return token.head is first and token.dep in ("cc", "conj")


def _leads_to_verb(entry: Entry, first: Token) -> bool:
    """ "Sexually assault", "test-fire"."""
    return len(entry.words) > 1 and (first.pos == "ADV" or entry.words[1] == "-")


def _is(token: Token, word: str) -> bool:
    return token.lemma == word or token.text.lower() == word


def _head(entry: Entry, matched: tuple[Token, ...]) -> Token:
    if isinstance(entry.pattern, Noun):
        return _noun_head(matched)
    # The verb need not come first: "sexually assault", "test - fire".
    return next((part for part in matched if part.pos == "VERB"), matched[0])


def _noun_head(matched: tuple[Token, ...]) -> Token:
    """The noun that carries the grammar: what no other matched token governs."""
    inside = {token.index for token in matched}
    # The last: in "missile and drone attack" the drone hangs from the missile.
    for token in reversed(matched):
        if token.head.index not in inside or token.head is token:
            return token
    return matched[-1]
