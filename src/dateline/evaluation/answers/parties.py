"""Everybody and everything that a text names, with the part that each plays in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...analysis.knowledge import Passage
from ...analysis.lexicon import load_lexicon
from ...analysis.parse import Token
from ...analysis.subjects import is_passive
from ...types import Span
from .harm import kind_of
from .words import load_words

_UNDERGOING = frozenset("die perish suffer sustain receive".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_WITHIN = frozenset("compound amod nmod nummod quantmod".split())
DEEP = 3  # no further up than this from a noun to what it is part of


@dataclass(frozen=True, slots=True)
class Part:
    """What a party has to do with a verb or noun: "subject", "against", and of which sort it is."""

    how: str
    sort: str
    at: int  # where the verb or noun stands


@dataclass(frozen=True, slots=True)
class Party:
    """One noun phrase."""

    words: Span
    at: int  # where its main word stands
    number: int  # of its sentence
    opening: str  # how it is brought in: "the", "a", "a number", "an owner", "bare"
    parts: tuple[Part, ...]


def find_parties(passage: Passage, sayings: frozenset[str]) -> Iterator[Party]:
    """The noun phrases of one sentence, in text order; times are none."""
    phrases = passage.phrases
    seen: set[Span] = set()
    for token in passage.sentence.tokens:
        if not _is_head(token) or phrases.is_time(token):
            continue
        span = phrases.span_of(phrases.people_in(token))
        if span not in seen:
            seen.add(span)
            yield make_party(token, span, passage.number, sayings)


def make_party(token: Token, span: Span, number: int, sayings: frozenset[str]) -> Party:
    """What a main word and its words say of a party."""
    parts = tuple(dict.fromkeys(_parts_of(token, sayings)))
    return Party(span, token.start, number, _opening(token), parts)


def _is_head(token: Token) -> bool:
    if token.pos in ("NOUN", "PROPN"):
        return token.dep not in _WITHIN
    is_noun = token.tag in ("VBN", "JJ") and token.dep not in ("amod", "ROOT", "acomp")
    return is_noun and any(child.dep == "det" for child in token.children)


def _opening(token: Token) -> str:
    for child in token.children:
        if child.dep == "nummod":
            return "a number"
        if child.dep == "poss":
            return "an owner"
        if child.dep == "det":
            return "the" if child.lemma in ("the", "this", "that", "these", "those") else "a"
    return "bare"


# ---- parts ---------------------------------------------------------------------------------------


def _parts_of(token: Token, sayings: frozenset[str]) -> Iterator[Part]:
    for child in token.children:
        if child.dep in ("acl", "relcl") and child.pos == "VERB":
            yield Part(_part_in_clause(child), sort_of_word(child, sayings), child.start)
    node, within = token, ""
    for _ in range(DEEP):
        while node.dep in ("conj", "appos") and node.head.pos in ("NOUN", "PROPN"):
            node = node.head
        how, governor = _governor_of(node)
        if how is None:
            return
        yield Part(within + how, sort_of_word(governor, sayings), governor.start)
        if governor.pos in ("VERB", "AUX"):
            for also in _sharing(governor, how):
                yield Part(within + how, sort_of_word(also, sayings), also.start)
            return
        node, within = governor, "within the "


def _part_in_clause(verb: Token) -> str:
    if is_passive(verb) or verb.lemma in _UNDERGOING:
        return "object"
    subject = verb.child(*_SUBJECTS)
    if subject is not None and subject.tag not in ("WP", "WDT", "DT"):
        return "object"
    return "subject"


def _governor_of(node: Token) -> tuple[str | None, Token]:
    head = node.head
    if node.dep in _SUBJECTS:
        is_object = node.dep == "nsubjpass" or is_passive(head) or head.lemma in _UNDERGOING
        return ("object" if is_object else "subject"), head
    if node.dep in ("dobj", "dative"):
        return "object", head
    if node.dep in ("attr", "oprd"):
        return "predicate", head
    if node.dep == "poss":
        return "owner", head
    if node.dep in ("pobj", "pcomp"):
        if head.dep == "agent" and head.head.pos == "VERB":
            return "subject", head.head
        above = head.head
        while above.dep in ("prep", "pcomp") and above.pos == "ADP":
            above = above.head
        return head.lemma, above
    return None, head


def _sharing(verb: Token, how: str) -> Iterator[Token]:
    """Verbs that have the same subject: "they came and shot", "they tried to shoot"."""
    if how != "subject":
        return
    for child in verb.children:
        is_led = child.dep in ("conj", "xcomp", "advcl") and child.pos == "VERB"
        if is_led and child.child(*_SUBJECTS) is None and not is_passive(child):
            yield child


def sort_of_word(token: Token, sayings: frozenset[str]) -> str:
    """Of which sort a verb or noun is, as far as it bears on who did what to whom."""
    kind = kind_of(token)
    words, lexicon = load_words(), load_lexicon()
    if kind is not None:
        return f"being {kind}"
    tables = (
        ("blame", words.blaming),
        ("capture", words.arresting),
        ("a deed", words.deeds),
        ("an attack", words.blows),
        ("owning up", words.claiming),
    )
    for name, table in tables:
        if token.lemma in table:
            return name
    if token.pos in ("VERB", "AUX"):
        if token.lemma in sayings:
            return "saying"
        return "being" if token.lemma == "be" else "a verb"
    if token.lemma in lexicon.weapon:
        return "a weapon"
    found = lexicon.class_of(token.lemma)
    return f"a word for {found.value}" if found is not None else "a noun"


def find_bodies(passage: Passage, sayings: frozenset[str]) -> Iterator[Party]:
    """The names of groups and forces in one sentence, those within a longer phrase too."""
    phrases, tokens = passage.phrases, passage.sentence.tokens
    for known in dict.fromkeys(phrases.known.values()):
        if not known.is_actor:
            continue
        head = tokens[known.last]
        while head.dep in _WITHIN and head.head.pos in ("NOUN", "PROPN"):
            head = head.head
        span = Span(tokens[known.first].start, tokens[known.last].end)
        yield make_party(head, span, passage.number, sayings)
