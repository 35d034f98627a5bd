"""Whom and what the words of a claim name: people, things or bodies, with their spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...analysis.grammar.lexicon import load_lexicon
from ...analysis.text.vocabulary import Vocabulary, given_names
from ...codebook.kinds import Class
from ...types import Span
from ..rows import Filler
from .circumstances import head_of, sort_of
from .words import load_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GLOSS = re.compile(r"\s*[\[(][^\])]*[\])]\s*")
_JOINED = re.compile(r"\s+and\s+|\s*,\s+(?:and\s+)?", re.IGNORECASE)
_EDGES = " ,;:.\"'“”"
_ABSTRACT_ENDINGS = (
    "tion",
    "tions",
    "ment",
    "ness",
    "ity",
    "ities",
    "ism",
    "ance",
    "ence",
    "acy",
    "cy",
)


@dataclass(frozen=True, slots=True)
class Namer:
    """Reads the words of mentions of one text."""

    text: str
    vocabulary: Vocabulary

    def words(self, span: Span) -> str:
        """The words of a span on one line, without what stands in brackets."""
        plain = _GLOSS.sub(" ", " ".join(span.of(self.text).split())).strip(_EDGES)
        return plain or " ".join(span.of(self.text).split())

    def is_person_name(self, words: str) -> bool:
        """Whether it names somebody: "Pedro Ruiz", "General Ruiz"."""
        parts = [part.lower() for part in _WORD.findall(words)]
        if not parts:
            return False
        lexicon = load_lexicon()
        bare = [part for part in parts if part not in lexicon.titles]
        if not bare or parts[0] in ("the", "a", "an") or sort_of(bare[-1]) is not None:
            return False
        if any(part in given_names() for part in bare[:-1]):
            return True
        if any(part in lexicon.people or part in lexicon.titles for part in parts[:-1]):
            return self._may_be_name(bare[-1])
        is_unknown = self.vocabulary.is_unknown(bare[-1]) or bare[-1] in given_names()
        return is_unknown and all(map(self._may_be_name, bare))

    def parties(self, words: str) -> tuple[str, ...]:
        """Each of two persons named in one breath: "Minister Pedro Ruiz and Ana Soto"."""
        parts = _JOINED.split(words)
        if len(parts) > 1 and all(" " in part and self.is_person_name(part) for part in parts):
            return tuple(parts)
        return (words,)

    def _may_be_name(self, part: str) -> bool:
        return (
            len(part) < 4
            or self.vocabulary.is_unknown(part)
            or not self.vocabulary.is_no_noun(part)
        )

    def sort(self, words: str) -> Class | None:
        """People, a thing (facilities and vehicles), a body, or nothing that can be hit."""
        head = head_of(words)
        if head in load_words().nobody or not _WORD.search(words):
            return None
        if self.is_person_name(words):
            return Class.PEOPLE
        sort = sort_of(words)
        if head in load_words().guards:
            return Class.PEOPLE
        if head in load_words().vehicles or head.removesuffix("s") in load_words().vehicles:
            return Class.THING
        if sort is Class.ARMED:
            return Class.ARMED
        if head in load_words().abstract or (sort is None and head.endswith(_ABSTRACT_ENDINGS)):
            return None
        if sort is Class.PEOPLE or sort is Class.BODY:
            return sort
        if sort is not None:
            return Class.THING
        return Class.THING if self.vocabulary.is_noun(head) else None

    def variants(self, words: str) -> Filler:
        """A name as it stands, and without the titles before it."""
        bare = _without_titles(words)
        return (words, bare) if bare != words else (words,)


def _without_titles(words: str) -> str:
    parts, titles = words.split(), load_lexicon().titles
    while len(parts) > 1 and parts[0].lower().strip(".") in titles:
        parts = parts[1:]
    return " ".join(parts)


def merge_names(names: Iterable[str], namer: Namer) -> tuple[Filler, ...]:
    """Each party once with all its spellings: "General Pedro Ruiz", "Ruiz"."""
    groups: list[list[str]] = []
    for name in names:
        group = next(
            (group for group in groups if any(_is_same(name, other, namer) for other in group)),
            None,
        )
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    fillers = []
    for group in groups:
        longest_first = sorted(dict.fromkeys(group), key=lambda name: -len(name))
        spellings = (variant for name in longest_first for variant in namer.variants(name))
        fillers.append(tuple(dict.fromkeys(spellings)))
    return tuple(fillers)


def _is_same(name: str, other: str, namer: Namer) -> bool:
    one, two = _key_words(name), _key_words(other)
    if namer.is_person_name(name) and namer.is_person_name(other):
        return one <= two or two <= one or _surname(name) == _surname(other)
    return head_of(name) == head_of(other) or head_of(name).rstrip("s") == head_of(other).rstrip(
        "s"
    )


def _surname(name: str) -> str:
    return str(_WORD.findall(name)[-1]).lower()


def _key_words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(_without_titles(name)))


def sorts_of(spans: Iterable[Span], namer: Namer) -> dict[str, Class]:
    """The words of what was hit, with what sort of thing it is, in order."""
    found: dict[str, Class] = {}
    for span in spans:
        for words in namer.parties(namer.words(span)):
            sort = namer.sort(words)
            if sort is not None:
                found.setdefault(words, sort)
    return found
