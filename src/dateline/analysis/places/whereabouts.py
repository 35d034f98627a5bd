"""Where one event was, of the places its sentence names, whether it is coded or not.

Every place is weighed by how its words hang together with the event's (its own clause, one that
shares it, elsewhere), by the words it stands behind, and by what stands beside it: of "Kafr Nabl
in Idlib" the town says where, and "70 km north of Baghdad" is not in Baghdad. The heaviest is
where it was, with what is listed beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..grammar.parse import Token
from ..grammar.slots import Arguments
from ..names.phrases import Phrases
from .place_pairs import REFERENCE, is_reference, is_verb, listed_with, stands_to
from .where import FoundPlace

IsSaying = Callable[[Token], bool]

# How a place hangs together with the event.
_OWN, _BELOW, _SHARED, _ELSEWHERE, _OF_SPEECH = 3.0, 2.2, 2.0, 1.0, 0.0
# What a place stands behind.
_BEHIND: Mapping[str, float] = {
    **dict.fromkeys(("in", "at", "inside", "within", "throughout", "across"), 1.0),
    **dict.fromkeys(("near", "outside", "around", "along", "off", "over", "on"), 0.8),
    **dict.fromkeys(("into", "onto", "to", "toward", "towards", "through", "of"), 0.4),
    **dict.fromkeys(("from", "between"), 0.0),
    **dict.fromkeys(("against", "with", "by", "for", "about", "like"), -0.8),
}
_OBJECT, _UNDERGOING, _SUBJECT, _OWNER, _NAMING = 1.0, 0.8, -1.0, -0.4, -0.3
_FRONTED = -0.5
_LEAST_SHARED = 2.0
_PER_TOKEN = -0.02
# Whose object is a place or a person.
_EITHER = frozenset(
    {"capture", "take", "seize", "target", "attack", "hit", "strike", "leave", "lose"}
)
_MAYBE_PERSON = 0.3
_IN_SUBJECT = -0.5
# What stands behind these is told of, and seldom where it was: "marched against the war in Yemen".
_ASIDE = {"against": -1.0, "about": -1.0, "for": -0.3, "from": -0.3, "after": -0.3}


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A place and how much says that the event was there."""

    place: FoundPlace
    weight: float
    relation: float


def places_of(
    event: Token,
    arguments: Arguments,
    places: tuple[FoundPlace, ...],
    phrases: Phrases,
    is_saying: IsSaying,
) -> tuple[FoundPlace, ...]:
    """Where one event was: the likeliest place, and those listed with it."""
    weighed = weigh(event, arguments, places, phrases, is_saying)
    if not weighed:
        return ()
    best = max(weighed, key=lambda one: one.weight)
    return tuple(listed_with(best.place, places, phrases))


def place_shared(
    event: Token,
    arguments: Arguments,
    places: tuple[FoundPlace, ...],
    phrases: Phrases,
    is_saying: IsSaying,
) -> FoundPlace | None:
    """Where an event was that has no place of its own: where the clause is that shares it."""
    weighed = weigh(event, arguments, places, phrases, is_saying)
    parts = _parts(phrases)
    weighed = tuple(one for one in weighed if not _is_aside(one.place, event, arguments, parts))
    best = max(weighed, key=lambda one: one.weight, default=None)
    if best is None or best.relation < _SHARED or best.weight < _LEAST_SHARED:
        return None
    return best.place


def _parts(phrases: Phrases) -> tuple[int, ...]:
    return tuple(token.index for token in phrases.sentence.tokens if token.text == ";")


def _is_aside(
    place: FoundPlace, event: Token, arguments: Arguments, parts: tuple[int, ...]
) -> bool:
    """Beyond a semicolon, or where a clause tells of something else: "talks due in Doha"."""
    low, high = sorted((place.name.index, event.index))
    if any(low < stop < high for stop in parts):
        return True
    told = next((one for one in (event, *event.ancestors()) if one.dep == "relcl"), None)
    is_there = told is not None and told.head in (place.name, place.hangs)  # "Doha, where they met"
    if (
        told is not None
        and not is_there
        and place.name.index not in {one.index for one in told.subtree()}
    ):
        return True  # "Oman, which brokered the deal, met them in Doha"
    words = {event.index, arguments.clause.index}
    token = place.hangs
    while token.head is not token and token.index not in words:
        if token.dep == "relcl" and token.head.index != event.index and event.index < token.index:
            return True
        token = token.head
    return False


def weigh(
    event: Token,
    arguments: Arguments,
    places: tuple[FoundPlace, ...],
    phrases: Phrases,
    is_saying: IsSaying,
) -> tuple[Weighed, ...]:
    """Every place of a sentence with what says that an event was there, in text order."""
    scale = _Scale(event, arguments, phrases, is_saying)
    weighed = [scale.weigh(place) for place in places if not scale.is_person(place)]
    for number in range(len(weighed) - 1, 0, -1):
        first, second = weighed[number - 1 : number + 1]
        less = stands_to(first.place, second.place, phrases)
        if less < 0:
            weighed[number - 1] = _heavier(first, second)
            weighed[number] = replace(second, weight=second.weight + less)
        elif less > 0:  # "Baghdad's Sadr City"
            weighed[number - 1] = replace(first, weight=first.weight - less)
            weighed[number] = _heavier(second, first)
    return tuple(weighed)


def _heavier(inner: Weighed, outer: Weighed) -> Weighed:
    """What is inside of another was where that was."""
    return replace(
        inner,
        weight=max(inner.weight, outer.weight),
        relation=max(inner.relation, outer.relation),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Weighs places for one event."""

    event: Token
    arguments: Arguments
    phrases: Phrases
    is_saying: IsSaying

    def is_person(self, place: FoundPlace) -> bool:
        """ "Police shot Bryant": what is done to persons is done to no place."""
        token = place.hangs
        return (
            token.dep in ("dobj", "nsubjpass")
            and token.head.lemma in self.phrases.lexicon.personal
            and not self._is_surely_place(place)
        )

    def weigh(self, place: FoundPlace) -> Weighed:
        """What says that the event was in a place, added up."""
        relation = self._relation(place)
        weight = relation + self._role(place) + self._way(place)
        weight += _PER_TOKEN * abs(place.name.index - self.event.index)
        return Weighed(place, weight, relation)

    @property
    def _words(self) -> set[int]:
        support = self.arguments.support
        words = {self.event.index, self.arguments.clause.index}
        return words | {support.index} if support else words

    def _relation(self, place: FoundPlace) -> float:
        """The clause a place stands in, as the event sees it."""
        words = self._words
        verbs = [one for one in place.hangs.ancestors() if is_verb(one) or one.index in words]
        if place.name.index in words:
            return _ELSEWHERE
        if verbs and verbs[0].index in words:
            return _OWN
        if any(verb.index in words for verb in verbs):
            return _ELSEWHERE if self.is_saying(self.event) else _BELOW
        if not verbs:
            return _ELSEWHERE
        return self._shared(verbs[0])

    def _shared(self, verb: Token) -> float:
        """What a place says that hangs from a verb above the event, or beside it."""
        above = {one.index for one in self.event.ancestors()}
        if verb.index in above:
            return _OF_SPEECH if self.is_saying(verb) else _SHARED
        return _ELSEWHERE

    def _way(self, place: FoundPlace) -> float:
        """What the words between a place and its event take away: "refugees from X marched"."""
        words, less = self._words, 0.0
        token = place.hangs
        while token.head is not token and token.index not in words and not is_verb(token):
            if token.dep in ("nsubj", "nsubjpass", "agent") and token is not place.hangs:
                less += _IN_SUBJECT
            elif token.dep == "prep":
                less += _ASIDE.get(token.lemma, 0.0)
            token = token.head
        return less

    def _role(self, place: FoundPlace) -> float:
        token = place.hangs
        if is_reference(place):
            return REFERENCE if _has_distance(token) else REFERENCE / 2
        token, naming = self._outermost(token)
        is_own = token.head.head.index in self._words
        fronted = _FRONTED if is_own and token.index < self.event.index else 0.0
        if token.dep == "pobj":
            return _BEHIND.get(token.head.lemma, 0.0) + fronted + naming
        if token.dep in ("dobj", "nsubjpass"):
            if token.head.lemma in _EITHER and not self._is_surely_place(place):
                return _MAYBE_PERSON
            return (_OBJECT if token.dep == "dobj" else _UNDERGOING) + naming
        if token.dep in ("nsubj", "agent"):
            return _SUBJECT + naming
        return naming

    def _is_surely_place(self, place: FoundPlace) -> bool:
        """Whether a name is a country's, or stands with a word for a sort of place."""
        phrases = self.phrases
        return (
            place.span != place.named
            or phrases.is_known_actor(place.name)
            or phrases.is_capital(place.name)
            or place.hangs.lemma in phrases.lexicon.sites
        )

    def _outermost(self, token: Token) -> tuple[Token, float]:
        """What a name stands in for or before: "a Baghdad restaurant", "Baghdad's streets"."""
        naming = 0.0
        while token.head is not token:
            noun = token.head.head
            if (
                token.dep == "pobj"
                and noun.pos == "NOUN"
                and noun.lemma in self.phrases.lexicon.sites
            ):
                token = noun  # "in an area near Jacmel"
                continue
            if token.dep in ("compound", "nmod", "poss", "amod"):
                if not self.phrases.is_time(token.head):
                    naming = _NAMING if token.dep != "poss" else _OWNER
            elif token.dep not in ("conj", "appos"):
                break
            token = token.head
        return token, naming


def _has_distance(compass: Token) -> bool:
    return any(child.dep in ("npadvmod", "nummod", "quantmod") for child in compass.children)
