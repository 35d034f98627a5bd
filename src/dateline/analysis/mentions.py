"""Who, where, when, how many and with what: everything a passage names, coded or not.

A name inside a longer one is a mention of its own: "Turkey's government" names a government and
a country. A country is a place wherever it stands, and an actor too where it acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..codebook.kinds import Class
from ..types import Inter, Mention, MentionKind, Span
from .grammar.parse import Token
from .names.known import Known
from .names.passages import Passage
from .names.phrases import Phrases
from .places.where import FoundPlace

_ACTING = frozenset({Class.ARMED, Class.BODY, Class.PEOPLE})
_NAMED_BY = frozenset({"compound", "amod", "nmod", "punct"})
# Who speaks and who is spoken to; "it" names a thing as often as a body.
_PERSONAL = frozenset("we us i me you he him she they them".split())
_AGENTS = frozenset({"nsubj", "agent"})
# Nouns for places that as often name no place: "took place", "the front line", "a settlement".
_VAGUE = frozenset(
    "place ground land line front position post axis route sector party home site location station "
    "state department division market settlement jail area region part zone summit "
    "territory".split()
)


def find_mentions(passage: Passage, places: tuple[FoundPlace, ...], text: str) -> Iterator[Mention]:
    """The mentions of one passage, in text order."""
    found: dict[tuple[MentionKind, Span], Mention] = {}
    sentence = passage.sentence
    times = passage.phrases.times
    for span in times:
        found[MentionKind.TIME, span] = Mention(
            span, MentionKind.TIME, because="it is a form of a date or duration"
        )
    timed = {token.index for span in times for token in sentence.between(span)}
    reader = _Mentions(passage.phrases)
    for mention in (*reader.of_places(places), *reader.of_words(sentence.tokens, timed)):
        found.setdefault((mention.kind, mention.span), mention)
    yield from sorted(found.values(), key=lambda mention: (mention.span, mention.kind))


class _Mentions:
    """Reads the words of one passage."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.lexicon = phrases.lexicon

    # ---- places ----

    def of_places(self, places: tuple[FoundPlace, ...]) -> Iterator[Mention]:
        """Each name, and what is told of it: "the city of Mosul", "northern Iraq"."""
        for place in places:
            if self._is_abbreviation(place.name):
                continue  # "U.S. forces" says to whom they belong
            yield _place(place.named, "a place by this name is known")
            wider = self._wider(place)
            if wider is not None:
                yield _place(wider, "it relates to a place that is known")

    def _is_abbreviation(self, name: Token) -> bool:
        return name.dep in _NAMED_BY and self.phrases.names.is_demonym(name.text)

    def _wider(self, place: FoundPlace) -> Span | None:
        if place.span != place.named and place.hangs is not place.name:
            is_sort = place.hangs.lemma in self.lexicon.sites
            return self.phrases.span_of(place.hangs).to(place.span) if is_sort else None
        for child in place.name.children:
            if child.dep == "amod" and child.lemma in self.lexicon.compass:
                return child.span.to(place.named)
        return None

    # ---- words ----

    def of_words(self, tokens: tuple[Token, ...], timed: set[int]) -> Iterator[Mention]:
        """What each head word names, but for the words of a time."""
        for token in tokens:
            if token.index in timed:
                continue
            kind, because = self._kind_of(token)
            if kind is not None:
                yield Mention(self.phrases.span_of(token), kind, because=because)
            yield from self._inside(token, kind)
            if self.phrases.names.is_demonym(token.text) and not self._is_abbreviated(token):
                because = "it says to whom somebody belongs"
                yield Mention(token.span, MentionKind.ACTOR, because=because)
            if token.tag == "CD" and token.dep == "nummod" and token.index < token.head.index:
                yield Mention(token.span, MentionKind.QUANTITY, because="it counts what follows")

    def _is_abbreviated(self, demonym: Token) -> bool:
        """ "U.S." of "the U.S. Army"."""
        return demonym.text.isupper() and demonym.dep in _NAMED_BY

    def _inside(self, token: Token, kind: MentionKind | None) -> Iterator[Mention]:
        """The name in "Secretary Kerry" and "ISIS fighters", the body in "Coalition partners"."""
        known = self.phrases.known.get(token.index)
        if kind is MentionKind.ACTOR and known is not None and known.first < known.last:
            first = self.phrases.sentence.tokens[known.first]
            names = self.phrases.names
            if names.inter_of(first.text) is not None and not names.is_place(first.text):
                yield _actor(first.span, "an actor by this name is known")
            yield from self._country_of(known)
        if kind is MentionKind.ACTOR and token.is_name and token.index not in self.phrases.known:
            titled = [child for child in token.children if child.dep in _NAMED_BY]
            named = [child for child in titled if not self._is_title(child)]
            if len(named) < len(titled):
                start = min([child.start for child in named if child.is_name] + [token.start])
                yield _actor(Span(start, token.end), "a name behind a title")
        elif token.dep in _NAMED_BY and token.text[0].isupper() and token.index:
            sort = self.lexicon.class_of(token.lemma)
            if sort in (Class.BODY, Class.ARMED) and token.index not in self.phrases.known:
                yield _actor(token.span, "a body's name without the rest of it")

    def _country_of(self, known: Known) -> Iterator[Mention]:
        """The country in "the Government of Chad"."""
        tokens = self.phrases.sentence.tokens[known.first : known.last + 1]
        names = self.phrases.names
        joints = [index for index, token in enumerate(tokens) if token.lemma == "of"]
        if not joints or names.inter_of(words_of(tokens)) is not Inter.STATE_FORCES:
            return
        owner = [token for token in tokens[joints[-1] + 1 :] if token.lemma != "the"]
        if owner and names.is_place(words_of(owner)):
            yield _place(owner[0].span.to(owner[-1].span), "a place by this name is known")

    def _is_title(self, token: Token) -> bool:
        return token.lemma.rstrip(".") in self.lexicon.titles

    def _kind_of(self, token: Token) -> tuple[MentionKind | None, str]:
        if token.lemma in _PERSONAL and token.tag in ("PRP", "PRP$"):
            return MentionKind.ACTOR, "a pronoun for persons"
        if token.pos not in ("NOUN", "PROPN"):
            return None, ""
        if token.dep in _NAMED_BY:
            known = self.phrases.known.get(token.index)
            is_last = known is not None and known.is_actor and known.last == token.index
            if not is_last or (known is not None and known.is_place):
                return None, ""
            return MentionKind.ACTOR, "an actor by this name is known"
        if token.lemma in self.lexicon.weapon or token.lemma in self.lexicon.platform:
            return MentionKind.WEAPON, "its head word names one"
        if self._acts(token):
            return MentionKind.ACTOR, "its head word names one"
        if token.pos == "NOUN" and self.phrases.is_place(token) and token.lemma not in _VAGUE:
            return MentionKind.PLACE, "its head word names one"
        return None, ""

    def _is_undertaking(self, token: Token) -> bool:
        words = (token, *(child for child in token.children if child.dep == "compound"))
        return any(word.text.lower() in self.lexicon.undertakings for word in words)

    def _acts(self, token: Token) -> bool:
        phrases = self.phrases
        if not phrases.can_act(token):
            return False
        if phrases.is_known_place(token) and token.is_name:
            first = next((one for one in token.ancestors() if one.dep != "conj"), token)
            return token.dep in _AGENTS or (token.dep == "conj" and first.dep in _AGENTS)
        if self._is_undertaking(token):
            return False
        return bool(phrases.classes(token) & _ACTING) or token.is_name


def _actor(span: Span, because: str) -> Mention:
    return Mention(span, MentionKind.ACTOR, because=because)


def _place(span: Span, because: str) -> Mention:
    return Mention(span, MentionKind.PLACE, because=because)


def words_of(tokens: Iterable[Token]) -> str:
    """Their words, one space apart."""
    return " ".join(token.text for token in tokens)
