"""Whose surnames a document uses: "Velasquez" of "Defence Minister Ivan Velasquez".

A surname is no place in the document that names the person, whatever the gazetteer knows. Where a
large town, a region or a country is called so, it takes an office or a full name that speaks; for
a village's name the age behind it ("Burgos, 39,"), a first name or "who" is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...codebook.kinds import Class
from ...types import Names
from ..grammar.lexicon import Lexicon
from ..grammar.parse import Sentence, Token
from ..text.vocabulary import given_names
from .reporting import Speech

_NAMING = frozenset({"compound", "appos", "nmod", "amod"})
_FATHER_OF = frozenset({"abu", "abou", "bu"})
_AGES = range(10, 105)


def find_persons(
    sentences: Iterable[Sentence], lexicon: Lexicon, speech: Speech, names: Names
) -> frozenset[str]:
    """The names by which a text calls the persons whom it introduces, the last of each."""
    return frozenset(
        token.text
        for sentence in sentences
        for token in sentence.tokens
        if token.is_name
        and token.text[0].isupper()
        and (
            is_person(token, lexicon, speech)
            or (is_told_as_person(token, sentence, lexicon, speech) and not _is_town(token, names))
        )
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


def is_told_as_person(name: Token, sentence: Sentence, lexicon: Lexicon, speech: Speech) -> bool:
    """Whether a first name, an age or "who" stands beside it, or it says something."""
    if name.dep in ("compound", "nmod") or name.text.lower() in lexicon.sites | lexicon.grounds:
        return False
    if name.dep == "pobj" and name.head.lemma in lexicon.locative:
        return False
    if _has_first_name(name, sentence):
        return True
    if name.dep == "pobj":
        return False
    if _has_age(sentence.tokens[name.index + 1 : name.index + 4]):
        return True
    if any(_is_who(child) for child in name.children):
        return True
    return name.dep == "nsubj" and speech.is_saying(name.head)


def _has_first_name(name: Token, sentence: Sentence) -> bool:
    """ "Robert Falkner"; villages are called "Abu Khashab"."""
    before = sentence.tokens[name.index - 1] if name.index else name
    if not before.is_name or before.head is not name or before.text.lower() in _FATHER_OF:
        return False
    return before.text.lower() in given_names()


def _has_age(behind: tuple[Token, ...]) -> bool:
    """ "Burgan, 39,"."""
    if len(behind) < 2 or behind[0].text != ",":
        return False
    age = behind[1].text
    is_last = len(behind) < 3 or behind[2].text in (",", ".", ")")
    return age.isdecimal() and int(age) in _AGES and is_last


def _is_who(clause: Token) -> bool:
    return clause.dep == "relcl" and any(
        child.lemma == "who" and child.dep == "nsubj" for child in clause.children
    )


def _is_town(name: Token, names: Names) -> bool:
    """Whether it is the name of a place that documents name often, or stands at the end of one."""
    parts = [name]
    while (first := parts[0].child("compound")) is not None and first.is_name:
        parts.insert(0, first)
    whole = " ".join(part.text for part in parts)
    return names.is_town(name.text) or (len(parts) > 1 and names.is_place(whole))


def _beside(name: Token) -> Iterator[Token]:
    stops = [child.index for child in name.children if child.dep == "punct"]
    for child in name.children:
        # "Won by Mr Trump - Wisconsin and Iowa": a title stands at its own name.
        is_parted = any(child.index < stop < name.index for stop in stops)
        if child.dep in _NAMING and (child.dep == "appos" or not is_parted):
            yield child
    if name.dep == "appos":
        yield name.head


def _is_office(token: Token, lexicon: Lexicon) -> bool:
    """One person's office or calling; "troops" and "rebels" are many."""
    if token.lemma.rstrip(".") in lexicon.titles:
        return True
    return token.tag == "NN" and lexicon.class_of(token.lemma) is Class.PEOPLE


def _is_common(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.class_of(token.lemma) is not None
