"""How two places that a sentence names in turn stand to each other: in, near, far from, listed."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.parse import Token
from ..names.phrases import Phrases
from .where import COMPASS, FoundPlace

# What it takes from a place that it contains the one before it, only helps to find it, or is near.
OUTER, REFERENCE, BESIDE = -1.2, -1.6, -0.8
# "An area known as El Tablazo", "a town located in Idlib".
_LYING = frozenset("call name know locate situate base station live hold control dub".split())
_IN = frozenset({"in", "at", "near", "of"})
_LIST = frozenset({",", "and", "or", "the", "both", "&"})
# A town's name follows these; that of a district goes before.
_TOWNS = frozenset("town city village capital port enclave settlement hamlet stronghold".split())
_SEATS = frozenset({"capital", "centre", "center", "seat", "hub"})
_CONTAINING = frozenset({",", "in", "of", "the", "a", "an", "(", "at", "inside", "within"})
_LENGTHS = frozenset("km kilometer kilometre mile meter metre yard hour".split())
_BESIDE_WORDS = frozenset({"near", "outside", "around", "from", "along", "off", "close", "to"})


def is_verb(token: Token) -> bool:
    """Whether a clause hangs from it; "an area known as El Tablazo" is no clause of its own."""
    if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "amod", "compound"):
        return False
    return not (token.dep == "acl" and token.lemma in _LYING)


def _between(first: FoundPlace, second: FoundPlace, phrases: Phrases) -> list[Token]:
    tokens = phrases.sentence.tokens
    begin = (
        phrases.known[first.name.index].last
        if first.name.index in phrases.known
        else (first.name.index)
    )
    return [token for token in tokens[begin + 1 :] if token.start < second.named.start]


def stands_to(first: FoundPlace, second: FoundPlace, phrases: Phrases) -> float:
    """Below 0: the second contains the first, or helps to find it; above 0: it is in the first."""
    between = _between(first, second, phrases)
    words = [token.text.lower() for token in between]
    if not words or len(words) > 14 or any(is_verb(token) for token in between):
        return 0.0
    if _is_far(between):
        return REFERENCE
    if words[0] in ("'s", "’s", "’", "'") and len(words) < 4:
        return -OUTER
    if COMPASS.intersection(words) and words[-1] in ("of", "the") and _is_measured(between):
        return REFERENCE
    if is_reference(first) and not _IN.isdisjoint(words):
        return 0.0  # "north of Baghdad in Samarra"
    if _names_town(between):
        return -OUTER  # "the West Bank town of Hebron"
    if words == [","] and _is_seat_of(first):
        return -OUTER
    if all(
        word in _CONTAINING or _is_sort(token, phrases)
        for word, token in zip(words, between, strict=True)
    ):
        is_list = words == [","] and _goes_on(second, phrases)
        return 0.0 if is_list else OUTER
    while words and (words[0] == "," or words[0] in phrases.lexicon.sites):
        words = words[1:]
    if words and words[0] in _BESIDE_WORDS:
        return BESIDE
    return 0.0


def _names_town(between: list[Token]) -> bool:
    """ "Town of", "'s northern city of"."""
    words = [token.text.lower() for token in between]
    return (
        len(words) > 1
        and words[-1] == "of"
        and between[-2].lemma in _TOWNS
        and not any(token.pos == "ADP" or token.text == "," for token in between[:-1])
    )


def is_reference(place: FoundPlace) -> bool:
    """Whether a place only helps to find another: "north of Baghdad"."""
    return place.hangs.lemma in COMPASS or _is_compass_of(place)


def _is_seat_of(place: FoundPlace) -> bool:
    """ "The capital of Adamawa, Yola": what follows is in it."""
    token = place.name
    for sort in (place.hangs, token.head.head):
        if sort.lemma in _SEATS:
            return sort.index < token.index
    return False


def _is_far(between: list[Token]) -> bool:
    """ "Some 70 km from"."""
    words = [token.lemma for token in between]
    return words[-1] in ("of", "from", "the") and not _LENGTHS.isdisjoint(words)


def _is_measured(between: list[Token]) -> bool:
    """ "70 km north of", "just south of"; no clause between."""
    return all(
        token.pos in ("NUM", "NOUN", "ADV", "ADJ", "ADP", "PUNCT", "DET", "SYM", "PROPN", "X")
        for token in between
    )


def _is_sort(token: Token, phrases: Phrases) -> bool:
    word = token.text.lower()
    return (
        word in phrases.lexicon.compass
        or token.lemma in phrases.lexicon.sites
        or phrases.names.is_demonym(token.text)
        or token.pos in ("ADJ", "ADV")
        or word == "government"  # "local government area of"
    )


def _goes_on(place: FoundPlace, phrases: Phrases) -> bool:
    """Whether a list goes on behind a place: ", Hama and Homs"."""
    rest = [token for token in phrases.sentence.tokens if token.start >= place.named.end][:30]
    words = [token.text.lower() for token in rest]
    if "and" not in words:
        return False
    last = words.index("and")
    upto, after = rest[:last], rest[last + 1 :]
    if not after or not (after[0].text[0].isupper() or after[0].text in ("the", "nearby")):
        return False
    return all(token.is_name or token.text in (",", "-", "‘") for token in upto)


def listed_with(
    best: FoundPlace, places: tuple[FoundPlace, ...], phrases: Phrases
) -> Iterator[FoundPlace]:
    """The places of the list that one stands in, in text order."""
    number = places.index(best)
    first = last = number
    while first > 0 and _are_listed(places[first - 1], places[first], phrases):
        first -= 1
    while last + 1 < len(places) and _are_listed(places[last], places[last + 1], phrases):
        last += 1
    yield from places[first : last + 1]


def _are_listed(first: FoundPlace, second: FoundPlace, phrases: Phrases) -> bool:
    between = _between(first, second, phrases)
    words = [token.text.lower() for token in between]
    if not words or any(
        word not in _LIST
        and not _is_sort(token, phrases)
        and ("and" not in words or word not in _IN)
        for word, token in zip(words, between, strict=True)
    ):
        return False
    return "and" in words or "or" in words or (words == [","] and _goes_on(second, phrases))


def _is_compass_of(place: FoundPlace) -> bool:
    token = place.hangs
    return token.dep == "pobj" and token.head.lemma == "of" and token.head.head.lemma in COMPASS
