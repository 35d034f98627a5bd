"""Take the words around an actor's name away: "the militiamen of the Islamic State"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .composition import is_part_of_name
from .words import Vocabulary, drop_articles, drop_counts, drop_descriptions, find_words

IN_BRACKETS = re.compile(r"(?<!\s)\s*(?:\([^()]*\)|\[[^\[\]]*\])")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Variant:
    """Words that may be the name itself; ``because`` says what was taken away, if anything."""

    words: tuple[str, ...]
    because: str | None = None

    @property
    def name(self) -> str:
        """The words as one string."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Backing:
    """A group that is called after the one behind it: "Turkish-backed rebels"."""

    behind: tuple[str, ...]
    group: tuple[str, ...]


def find_variants(name: str, vocabulary: Vocabulary) -> tuple[Variant, ...]:
    """The name as it stands, and what is left when the words around it go, in that order."""
    words = find_words(IN_BRACKETS.sub("", name)) or find_words(name)
    if not words:
        return ()
    # An entry may be called "Communist Party of India (Maoist)".
    written = Variant(tuple(name.split()))
    variants = dict.fromkeys((written, Variant(words), Variant(drop_articles(words, vocabulary))))
    for whole in tuple(variants)[1:] or (written,):
        for variant in _strip_all(whole, vocabulary):
            variants.setdefault(variant)
    seen: dict[tuple[str, ...], Variant] = {}
    for variant in variants:
        if variant.words:
            seen.setdefault(variant.words, variant)
    return tuple(seen.values())


def find_backing(words: tuple[str, ...], vocabulary: Vocabulary) -> Backing | None:
    """Who is behind a group, if its name says so."""
    for index, word in enumerate(words[:-1]):
        lowered = word.lower()
        if lowered.startswith("pro-") and len(word) > 4:
            return Backing((word[4:],), words[index + 1 :])
        stem, _, ending = word.rpartition("-")
        if stem and ending.lower() in vocabulary.sides - vocabulary.same:
            return Backing((*words[:index], stem), words[index + 1 :])
    text = " ".join(words)
    for joint in vocabulary.siding:
        group, found, behind = text.partition(f" {joint} ")
        if found:
            return Backing(drop_articles(tuple(behind.split()), vocabulary), tuple(group.split()))
    return None


def _strip_all(whole: Variant, vocabulary: Vocabulary) -> Iterator[Variant]:
    """Each way to find a name inside, the safest first."""
    words = whole.words
    for bare in (drop_counts(words, vocabulary), drop_descriptions(words, vocabulary)):
        yield Variant(bare, None if bare == words else "the words before it only describe it")
    backing = find_backing(words, vocabulary)
    if backing:
        # The one behind it is not the group: it stays in the name ("Saudi-led coalition"), or only
        # what follows may be the name, if that is one.
        yield from _before_people(words, vocabulary)
        for variant in _strip_people(backing.group, vocabulary):
            if not vocabulary.is_ordinary(variant.name.lower()):
                yield variant
        return
    yield from _strip_people(words, vocabulary)


def _strip_people(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Variant]:
    yield Variant(words)
    yield from _after_joint(words, vocabulary)
    yield from _possessor(words, vocabulary)
    yield from _before_people(words, vocabulary)
    yield from _after_people(words, vocabulary)
    yield from _before_person(words, vocabulary)


def _after_joint(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Variant]:
    """ "Fighters of X": X."""
    text = " ".join(words)
    for joint in vocabulary.joints:
        people, found, owner = text.partition(f" {joint} ")
        if found and people.split()[-1].lower() in vocabulary.members:
            owned = drop_articles(tuple(owner.split()), vocabulary)
            because = f"{people!r} are its people"
            yield Variant(owned, because)
            for deeper in (*_before_people(owned, vocabulary), *_after_people(owned, vocabulary)):
                yield Variant(deeper.words, because)


def _possessor(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Variant]:
    """ "X's fighters": X."""
    for index, word in enumerate(words[:-1]):
        after = words[index + 1]
        if word.endswith(("'s", "s'")) and (after.islower() or after.lower() in vocabulary.offices):
            owner = word[:-2] if word.endswith("'s") else word[:-1]
            yield Variant((*words[:index], owner), "what follows belongs to it")
            return


def _before_people(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Variant]:
    """ "X fighters", "X health ministry", "X-run ministry": X."""
    end = len(words)
    while end > 1 and (people := _count_people(words[:end], vocabulary)):
        end = max(1, end - people)
        yield Variant(words[:end], f"{' '.join(words[end:])!r} are its people")
        bare = drop_descriptions(words[:end], vocabulary)
        yield Variant(bare, f"{' '.join(words[end:])!r} are its people")
    for index, word in enumerate(words[:-1]):
        stem, _, ending = word.rpartition("-")
        if stem and ending.lower() in vocabulary.same:
            yield Variant((*words[:index], stem), f"it has {ending.lower()} what follows")


def _count_people(words: tuple[str, ...], vocabulary: Vocabulary) -> int:
    """How many of the last words call people or parts of a group: "fighters", "health ministry"."""
    if words[-1].lower() in vocabulary.offices:
        start = len(words) - 1
        while start and words[start - 1].lower() in vocabulary.portfolios:
            start -= 1
        if start < len(words) - 1:
            return len(words) - start
    return int(is_people(words[-1], vocabulary))


def is_people(word: str, vocabulary: Vocabulary) -> bool:
    """Whether it calls a group's people or parts: "fighters", "12th Front"."""
    lowered = word.lower()
    return lowered in vocabulary.members or ORDINAL.fullmatch(lowered) is not None


def _after_people(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Variant]:
    """ "Militant group X": X."""
    start = 0
    while start < len(words) - 1 and words[start].islower():
        start += 1
    before = words[:start]
    if before and before[-1] in vocabulary.members:
        yield Variant(words[start:], f"{' '.join(before)!r} describes it")


def _before_person(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Variant]:
    """ "X leader So-and-so": X."""
    for index in range(1, len(words) - 1):
        role = words[index]
        if role.lower() in vocabulary.members and all(map(is_part_of_name, words[index + 1 :])):
            yield Variant(words[:index], f"{' '.join(words[index:])!r} speaks or acts for it")
            return
