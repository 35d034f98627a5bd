"""Find the places a sentence names, with the words that relate to them, and whose they are.

"Around the gas wells at Shaer" is one mention: what it names is near Shaer, not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...codebook.kinds import Class
from ...types import Confidence, Mention, MentionKind, Span
from ..grammar.parse import Sentence, Token
from ..names.phrases import Phrases
from ..text.blocks import Part

COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest "
    "north-east north-west south-east south-west".split()
)
_PARTS = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern "
    "north-eastern north-western south-eastern south-western".split()
)
# "The outskirts of Hajin", "the oil fields at Hurayji"; a market in a town is in the town.
_RELATIONAL = frozenset({"of", "at", "near", "around", "from", "between"})
# A place stands behind one of these; "of" alone ("the president of Mali") places nothing.
_STANDING = frozenset("in at near outside inside around across throughout along".split())
_LENGTHS = frozenset("km kms kilometer kilometre mile meter metre".split())
_LOCATIVE = frozenset(
    "in at near outside inside around across throughout along within off on over beyond toward "
    "towards into onto from to through between above behind amid".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class FoundPlace:
    """A mention of a place and the token through which it hangs in the sentence."""

    span: Span
    name: Token  # the head of the name inside it
    hangs: Token  # the outermost token of the phrase: its preposition, or the name
    named: Span  # the name alone: "Hajin" of "the outskirts of Hajin"


def find_places(phrases: Phrases, acting: Iterable[Token]) -> tuple[FoundPlace, ...]:
    """Every place a sentence names, in text order, but those that act ("Damascus rejected")."""
    used_as_actor = {token.index for token in acting}

    def is_place(token: Token) -> bool:
        if token.index in used_as_actor or not _names_place(token, phrases):
            return False
        if token.dep == "dobj" and token.head.lemma == "tell":
            return False  # "told The Jerusalem Post"
        if token.dep == "poss" and phrases.classes(token.head) & {Class.BODY, Class.ARMED}:
            return False  # "Moscow's Defence Ministry"
        known = phrases.known.get(token.index)
        if known is None:
            return True
        return used_as_actor.isdisjoint(range(known.first, known.last + 1)) and (
            not known.is_actor or _is_located(token)
        )

    return tuple(_merged(_find(phrases, is_place)))


def find_named(phrases: Phrases) -> tuple[FoundPlace, ...]:
    """Every name of a place, those of countries that act or own among them."""
    return tuple(_find(phrases, lambda token: _names_place(token, phrases)))


def _find(phrases: Phrases, is_place: Callable[[Token], bool]) -> Iterator[FoundPlace]:
    for token in phrases.sentence.tokens:
        if is_place(token):
            yield _widened(token, phrases)


def _merged(places: Iterable[FoundPlace]) -> list[FoundPlace]:
    """One mention for "the road between Homs and Palmyra"."""
    found: list[FoundPlace] = []
    for place in places:
        if found and found[-1].span.covers(place.span):
            continue
        if found and place.span.covers(found[-1].span):
            found.pop()
        found.append(place)
    return found


def _names_place(token: Token, phrases: Phrases) -> bool:
    known = phrases.known.get(token.index)
    if known is not None:
        head = _head_index(known.first, known.last, phrases.sentence)
        return known.is_place and head == token.index
    # In a headline a name that nothing knows, behind "in" or "near", is a place nobody listed.
    return (
        phrases.sentence.part is not Part.BODY
        and token.is_name
        and token.text[0].isupper()
        and token.dep == "pobj"
        and token.head.lemma in ("in", "at", "near", "outside", "around")
        and not phrases.is_time(token)
        and not phrases.lexicon.class_of(token.lemma)
    )


def _head_index(first: int, last: int, sentence: Sentence) -> int:
    """The token of a name that the rest of the sentence sees."""
    for token in sentence.tokens[first : last + 1]:
        if not first <= token.head.index <= last or token.head is token:
            return token.index
    return last


def _is_located(token: Token) -> bool:
    is_within = token.dep == "pobj" and token.head.lemma in _LOCATIVE
    return is_within or (token.dep in ("dobj", "nsubjpass") and is_region(token))


def is_region(name: Token) -> bool:
    """ "Northern Mali", which is a place and no side."""
    return any(child.dep == "amod" and child.lemma in _PARTS for child in name.children)


def _widened(token: Token, phrases: Phrases) -> FoundPlace:
    """Take in what relates to the name: "the outskirts of", "12 km north of", "between A and B"."""
    named = _name_of(token, phrases)
    span, hangs = named, token
    while True:
        if hangs.dep in ("conj", "appos") and hangs.head.is_name:
            preposition = hangs.head
            if preposition.dep == "pobj" and preposition.head.lemma == "between":
                span, hangs = span.to(phrases.span_of(preposition)), preposition
                continue
            break
        governor = hangs.head
        is_sort = governor.lemma in phrases.lexicon.place or governor.lemma == "direction"
        if hangs.dep in ("compound", "nmod") and is_sort:
            span, hangs = span.to(governor.span), governor  # "the Badia desert", "Homs province"
            continue
        if hangs.dep != "pobj" or governor.lemma not in _RELATIONAL:
            break
        # A parse may hang "at Hurayji" from the verb; what stands right before it is what is there.
        before = phrases.sentence.tokens[governor.index - 1] if governor.index else governor.head
        outer = before if before.lemma in phrases.lexicon.areas else governor.head
        if governor.lemma == "between" and outer.lemma not in phrases.lexicon.areas:
            span = span.to(governor.span)
            break
        if governor.index != outer.index + 1:
            break  # hung from too far: "the fields at A and against B at C"
        if _is_named(outer, phrases):
            break  # "the Badia region of Homs" has a name of its own
        if outer.lemma in phrases.lexicon.areas and outer.pos == "NOUN":
            span, hangs = span.to(phrases.span_of(outer)), outer
        elif outer.lemma in COMPASS:
            span, hangs = span.to(_with_distance(outer, phrases)), outer
        else:
            break
    return FoundPlace(span, token, hangs, named)


def _is_named(sort: Token, phrases: Phrases) -> bool:
    return sort.index in phrases.known or any(
        child.index < sort.index and phrases.is_known_place(child) for child in sort.children
    )


def _name_of(token: Token, phrases: Phrases) -> Span:
    known = phrases.known.get(token.index)
    if known is None:
        return phrases.span_of(token)
    tokens = phrases.sentence.tokens
    return Span(tokens[known.first].start, tokens[known.last].end)


def _with_distance(compass: Token, phrases: Phrases) -> Span:
    """ "12 km north", "20 km (12 miles) south", "just south"."""
    span = _measured(compass, phrases)
    for child in compass.children:
        is_before = child.index < compass.index and child.tag != "CD"
        if is_before and child.dep in ("npadvmod", "advmod", "amod", "det", "quantmod"):
            span = span.to(phrases.span_of(child))
    return span


def _measured(compass: Token, phrases: Phrases) -> Span:
    """A point of the compass with the length before it, which a parse may hang elsewhere."""
    tokens = phrases.sentence.tokens
    last = compass.index - 1
    if last > 0 and tokens[last].text == ")":
        opened = (index for index in range(last, max(last - 6, 0), -1) if tokens[index].text == "(")
        last = next(opened, 0) - 1
    if last < 1 or tokens[last].lemma not in _LENGTHS or tokens[last - 1].tag != "CD":
        return compass.span
    return Span(tokens[last - 1].start, compass.end)


def governing(place: FoundPlace) -> Token | None:
    """The preposition a place stands behind, if any."""
    return place.hangs.head if place.hangs.dep == "pobj" else None


def assign_places(
    places: tuple[FoundPlace, ...],
    triggers: Iterable[tuple[Token, ...]],
    spoken: Mapping[int, int | None],
    is_saying: Callable[[Token], bool],
) -> dict[int, tuple[Mention, ...]]:
    """Give each place to the trigger it hangs from; ``triggers`` are each one's tokens.

    ``spoken`` are the numbers of acts of speech, each with the number of the event it speaks of:
    "condemned the attack in Mogadishu" says where the attack was. What hangs from a verb that
    ``is_saying`` is where somebody spoke.

    The place climbs the grammar until it meets a trigger. One that meets none belongs to the
    clause: to the nearest trigger behind it, else before it, with less confidence.
    """
    triggers = list(triggers)
    owner = {token.index: number for number, tokens in enumerate(triggers) for token in tokens}
    given: dict[int, list[Mention]] = {number: [] for number in range(len(triggers))}
    for place in places:
        if not triggers:
            break
        number, confidence, because = _owner(place, owner, is_saying)
        if number is not None and number in spoken:
            number = spoken[number] if not _comes_over(place, owner) else None
        if number is None:
            continue
        mention = Mention(place.span, MentionKind.PLACE, None, confidence, because)
        given[number].append(mention)
    return {number: tuple(mentions) for number, mentions in given.items()}


def _owner(
    place: FoundPlace, owner: dict[int, int], is_saying: Callable[[Token], bool]
) -> tuple[int | None, Confidence, str]:
    preposition = governing(place)
    start = preposition or place.hangs
    if start.index in owner:
        return owner[start.index], Confidence.HIGH, f"hangs from “{start.text}”"
    for ancestor in start.ancestors():
        if ancestor.index in owner:
            return owner[ancestor.index], Confidence.HIGH, f"hangs from “{ancestor.text}”"
        if is_saying(ancestor):
            return None, Confidence.LOW, ""
        if ancestor.dep in ("relcl", "advcl") and ancestor.pos == "VERB":
            break
    if preposition is None or preposition.lemma not in _STANDING:
        return None, Confidence.LOW, ""
    stops = _semicolons(place.name)
    near = [index for index in owner if not _is_parted(index, place.name.index, stops)]
    behind = [index for index in near if index > place.name.index]
    before = [index for index in near if index < place.name.index]
    if not behind and not before:
        return None, Confidence.LOW, ""
    nearest = min(behind) if behind and (not before or place.name.index < 6) else max(before)
    return owner[nearest], Confidence.LOW, "stands nearest to it"


def _comes_over(place: FoundPlace, owner: dict[int, int]) -> bool:
    """ "Condemned the attack and cut short a visit to Lagos": Lagos is the other verb's."""
    token = governing(place) or place.hangs
    while token.index not in owner and token.head is not token:
        if token.dep == "conj" and token.pos == "VERB":
            return True
        token = token.head
    return False


def _semicolons(token: Token) -> tuple[int, ...]:
    return tuple(other.index for other in token.root.subtree() if other.text == ";")


def _is_parted(index: int, other: int, stops: tuple[int, ...]) -> bool:
    low, high = sorted((index, other))
    return any(low < stop < high for stop in stops)
