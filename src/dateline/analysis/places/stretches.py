"""Find the stretches that two places mark off, and the borders that only peoples name.

"The road from Mosul to Tal Afar", "between the towns of Djibo and Bourzanga", "the border with
Chad" and "the Syrian-Lebanese border" are one mention each: it happened at neither end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...types import Span
from ..grammar.parse import Token
from ..names.phrases import Phrases
from .where import FoundPlace

_BORDERS = frozenset({"border", "frontier"})
_LINES = _BORDERS | frozenset(
    "road highway motorway route axis line corridor front frontline railway".split()
)
_STARTING = frozenset("from link linking connect connecting join joining links connects".split())
_JOINING = frozenset({"and", "to", "with", "towards", "toward"})
_LONGEST_GAP = 6  # tokens between the two names


def find_stretches(places: Iterable[FoundPlace], phrases: Phrases) -> tuple[FoundPlace, ...]:
    """The places of a sentence, two that mark off a stretch as one, with nameless borders."""
    borders = tuple(_find_borders(phrases))
    others = (
        place
        for place in _join(list(places), phrases)
        if not any(border.span.overlaps(place.span) for border in borders)
    )
    return tuple(sorted((*others, *borders), key=lambda place: place.span))


def _join(places: list[FoundPlace], phrases: Phrases) -> Iterator[FoundPlace]:
    index = 0
    while index < len(places):
        first = places[index]
        second = places[index + 1] if index + 1 < len(places) else None
        stretch = _stretch(first, second, phrases) if second else None
        if stretch:
            index += 1
        yield stretch or first
        index += 1


def _stretch(first: FoundPlace, second: FoundPlace, phrases: Phrases) -> FoundPlace | None:
    """One mention of both, where the words before and between them say so."""
    tokens = phrases.sentence.tokens
    between = [token for token in tokens if first.named.end <= token.start < second.named.start]
    words = {token.text.lower() for token in between}
    if not words & _JOINING or len(between) > _LONGEST_GAP:
        return None
    if not all(_may_stand_between(token, phrases) for token in between):
        return None
    opening = _opening(first, phrases)
    if opening is None:
        return None
    span = Span(opening.start, second.named.end).to(first.span)
    is_line = opening.lemma in _LINES
    if not is_line and phrases.is_known_actor(first.name):
        return None  # "a deal between Mali and Niger"
    return FoundPlace(
        span,
        first.name,
        opening if is_line else _hung(first, opening),
        first.named.to(second.named),
    )


def _may_stand_between(token: Token, phrases: Phrases) -> bool:
    word = token.text.lower()
    return word in _JOINING or word in ("the", "of") or token.lemma in phrases.lexicon.place


def _opening(place: FoundPlace, phrases: Phrases) -> Token | None:
    """The "road" of "the road from Mosul", or a bare "between"."""
    tokens = phrases.sentence.tokens
    first = next((token for token in tokens if token.start >= place.named.start), None)
    index = first.index - 1 if first else -1
    while index >= 0 and tokens[index].text.lower() not in _JOINING | _STARTING | {"between"}:
        if not _may_stand_between(tokens[index], phrases):
            return None
        index -= 1
    if index < 0 or tokens[index].text.lower() in _JOINING:
        return None
    is_between = tokens[index].text.lower() == "between"
    for before in reversed(tokens[max(index - 2, 0) : index]):
        if before.lemma in _LINES and before.pos == "NOUN":
            return before
    return tokens[index] if is_between else None


def _hung(place: FoundPlace, opening: Token) -> Token:
    """The token that hangs from "between", as far as the parse agrees."""
    for token in (place.hangs, *place.hangs.ancestors()):
        if token.head is opening:
            return token
    return place.hangs


def _find_borders(phrases: Phrases) -> Iterator[FoundPlace]:
    """ "The Thai-Lao border", "the border between Mali and Niger", "its border with Chad"."""
    for token in phrases.sentence.tokens:
        if token.lemma not in _BORDERS or token.pos != "NOUN" or token.dep != "pobj":
            continue  # a border that is closed is no place but a target
        before, behind = _side_before(token, phrases), _side_behind(token, phrases)
        if before or behind:
            span = (before or token.span).to(behind or token.span)
            yield FoundPlace(span, token, token, span)


def _side_before(border: Token, phrases: Phrases) -> Span | None:
    """The peoples, or the two countries, that stand before the word."""
    tokens = phrases.sentence.tokens
    first = border.index
    while first and _is_side(tokens[first - 1], phrases):
        first -= 1
    if first and tokens[first - 1].tag == "POS":
        owner = phrases.known.get(first - 2)
        return Span(tokens[owner.first].start, border.end) if owner and owner.is_place else None
    sides = tokens[first : border.index]
    if not any(phrases.names.is_demonym(side.text) for side in sides):
        return None
    return Span(tokens[first].start, border.end)


def _is_side(token: Token, phrases: Phrases) -> bool:
    return token.text in ("-", "–") or phrases.names.is_demonym(token.text)


def _side_behind(border: Token, phrases: Phrases) -> Span | None:
    """The one or two places that stand behind the word, after "between" or "with"."""
    tokens = phrases.sentence.tokens
    index = border.index + 1
    if index >= len(tokens) or tokens[index].text.lower() not in ("between", "with"):
        return None
    last: int | None = None
    for _ in range(2):
        index += 1 + (tokens[min(index + 1, len(tokens) - 1)].text.lower() == "the")
        side = phrases.known.get(index)
        if side is None or not side.is_place:
            break
        last, index = side.last, side.last + 1
        if index >= len(tokens) or tokens[index].text.lower() not in ("and", "with"):
            break
        if tokens[border.index + 1].text.lower() == "with":
            break  # "the border with Chad and Sudan" would be two
    return Span(border.start, tokens[last].end) if last is not None else None
