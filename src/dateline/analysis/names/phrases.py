"""Noun phrases: how far one reaches, and what sort of thing it names."""

from __future__ import annotations

from collections.abc import Iterable

from ...codebook.kinds import Class
from ...time_forms import SEASONS
from ...types import Inter, Names, Span
from ..grammar.lexicon import Lexicon
from ..grammar.parse import Sentence, Token
from ..text.blocks import Part
from ..times.finding import find_times
from .known import Known, find_known
from .named_places import name_places

_BEFORE = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "punct", "advmod"}
)
_COLLECTIVE = frozenset(
    "part half most majority handful portion hundred thousand dozen score ten number group total "
    "million hundreds thousands dozens scores tens team band".split()
)
_PARTS = frozenset(
    "northern southern eastern western central north-eastern north-western south-eastern "
    "south-western northeastern northwestern southeastern southwestern upper lower".split()
)
_CARRYING = frozenset("convoy caravan column patrol crew bus truck boat".split())
_ARMING = frozenset({"armed", "masked", "uniformed"})
_CONDITIONS = frozenset("siege emergency war alert exception readiness mind calamity".split())
_BREAKS = frozenset(',;:()"“”')
NON_STATE = frozenset({Inter.REBEL_GROUP, Inter.POLITICAL_MILITIA, Inter.IDENTITY_MILITIA})
ACTING = frozenset({Class.ARMED, Class.BODY})


class Phrases:
    """The noun phrases of one sentence, read with the names that are known."""

    def __init__(
        self,
        sentence: Sentence,
        text: str,
        names: Names,
        lexicon: Lexicon,
        persons: frozenset[str] = frozenset(),  # surnames
    ) -> None:
        self.sentence = sentence
        self.persons = persons
        self.text = text
        self.names = names
        self.lexicon = lexicon
        self.times = find_times(sentence.span.of(text), offset=sentence.span.start)
        self.known: dict[int, Known] = _by_token(
            known
            for known in find_known(sentence, text, names, lexicon)
            if not self._is_surname(known)
        )
        for place in name_places(sentence, dict(self.known), names, lexicon):
            if not self._is_surname(place):
                self._add(place)

    def _add(self, place: Known) -> None:
        """Take in a place that goes before what is known in it."""
        for index in range(place.first, place.last + 1):
            inside = self.known.get(index)
            if inside is not None:
                for other in range(inside.first, inside.last + 1):
                    self.known.pop(other, None)
        self.known |= _by_token([place])

    # ---- extent ----

    def span_of(self, head: Token) -> Span:
        """The words that name what a head word names, with the names it is "of"."""
        tokens = self.sentence.tokens
        first = last = head.index
        for child in sorted(head.children, key=lambda child: -child.index):
            is_before = child.index < head.index and child.dep in _BEFORE
            if is_before and child.text not in _BREAKS:
                first = min(first, min(token.index for token in child.subtree()))
        known = self.known.get(head.index)
        if known:
            first, last = min(first, known.first), max(last, known.last)
        first = self._after_time(first, head.index)
        span = Span(tokens[first].start, tokens[last].end)
        belonging = self._belonging(head)
        return span.to(belonging) if belonging else span

    def _after_time(self, first: int, head: int) -> int:
        """Where a phrase begins behind a time: "on Tuesday militias", "last year's attackers"."""
        tokens = self.sentence.tokens
        for time in self.times:
            if time.start <= tokens[first].start < time.end <= tokens[head].start:
                behind = (token for token in tokens[first:head] if token.start >= time.end)
                return next((token.index for token in behind if token.tag != "POS"), head)
        return first

    def is_in_time(self, token: Token) -> bool:
        """Whether a word is part of a time: the month in "on 12 March"."""
        if token.lemma in SEASONS:
            return False
        return any(time.covers(token.span) for time in self.times)

    def _belonging(self, head: Token) -> Span | None:
        """ "of X" behind a head that acts for X, or is a kind of place called X."""
        if head.lemma in _CARRYING:
            return self._carried(head)  # "a convoy of soldiers"
        is_of = head.lemma in self.lexicon.members or head.lemma in self.lexicon.place
        for child in head.children:
            if child.dep != "prep" or child.index < head.index:
                continue
            thing = child.child("pobj")
            if thing is None:
                continue
            is_named = (
                thing.is_name or thing.index in self.known or thing.lemma in self.lexicon.place
            )
            if child.lemma == "of" and is_of and is_named:
                return child.span.to(self.span_of(thing))
            if child.lemma == "from" and self._is_home(head, thing):
                return child.span.to(self.span_of(thing))
        return None

    def _carried(self, head: Token) -> Span | None:
        for child in head.children:
            thing = child.child("pobj") if child.dep == "prep" else None
            if thing is not None and child.lemma in ("of", "carrying") and self.can_act(thing):
                return child.span.to(self.span_of(thing))
        return None

    def _is_home(self, head: Token, thing: Token) -> bool:
        """ "Activists from the party": whom they belong to, not where they come from."""
        is_body = bool(self.classes(thing) & ACTING) and not self.is_known_place(thing)
        return is_body and bool(self.classes(head) & {Class.PEOPLE, Class.ARMED})

    def words(self, span: Span) -> str:
        """The words of a span, without a leading article, as looked up in registers."""
        words = span.of(self.text).replace("\n", " ")
        for article in ("the ", "The ", "THE ", "a ", "an ", "A ", "An "):
            words = words.removeprefix(article)
        return words

    def people_in(self, counted: Token) -> Token:
        """ "Dozens of people", "the largest of them, the M23": who is meant, not the number."""
        if counted.lemma in _COLLECTIVE or counted.tag == "CD":
            for child in counted.children:
                if child.dep == "prep" and child.lemma == "of":
                    people = child.child("pobj")
                    if people is not None:
                        return self.people_in(people)
        named = counted.child("appos") if counted.tag in ("JJS", "CD") else None
        return named if named is not None and named.is_name else counted

    # ---- what it names ----

    def classes(self, head: Token) -> frozenset[Class]:
        """What a head word can name; empty when nothing is known about it."""
        head = self.people_in(head)
        known = self.known.get(head.index)
        found: set[Class] = set()
        if known and known.is_actor:
            found |= ACTING
        if known and known.is_place:
            found.add(Class.PLACE)
        if found and head.is_name:
            return frozenset(found)
        by_word = self.lexicon.class_of(head.lemma) or self._as_noun(head)
        if head.lemma == "state" and _is_condition(head):
            return frozenset({Class.THING})
        if by_word is Class.PEOPLE and any(child.lemma in _ARMING for child in head.children):
            return frozenset({Class.ARMED})  # "armed men"
        if by_word:
            return frozenset({by_word})
        if found:
            return frozenset(found)
        if head.tag == "DT" and head.lemma in ("this", "that"):
            return frozenset({Class.THING})
        if _are_those_who(head):
            return frozenset({Class.PEOPLE})
        if head.lemma in self.lexicon.pronouns or head.tag in ("WP", "WDT"):
            return frozenset()
        if head.is_name:
            is_person = head.text in self.persons or self._has_title(head)
            is_people = is_person or self._are_a_people(head)
            return frozenset({Class.PEOPLE}) if is_people else frozenset()
        if head.tag == "CD" and any(child.tag == "$" for child in head.children):
            return frozenset({Class.THING})  # "$60 billion in aid"
        if head.tag == "CD":
            return frozenset({Class.PEOPLE})  # "killing ten"
        if _is_source(head):
            return frozenset({Class.BODY})  # "according to the camp's emergency room"
        return frozenset({Class.THING}) if head.pos == "NOUN" else frozenset()

    def is_known_place(self, head: Token) -> bool:
        """Whether the gazetteer knows the name this head stands in."""
        known = self.known.get(head.index)
        return bool(known and known.is_place)

    def is_known_actor(self, head: Token) -> bool:
        """Whether the register knows the name this head stands in."""
        known = self.known.get(head.index)
        return bool(known and known.is_actor)

    def is_non_state(self, head: Token) -> bool:
        """Whether the register knows it as rebels, a militia or a party."""
        return self.names.inter_of(self._name(head)) in NON_STATE

    def is_capital(self, head: Token) -> bool:
        """Whether the name this head stands in is a capital's."""
        return self.names.is_capital(self._name(head))

    def can_act(self, head: Token) -> bool:
        """Whether it may be an actor: a force, body or person, or a name nothing is known about."""
        head = self.people_in(head)
        classes = self.classes(head)
        if self.is_known_place(head) and any(child.lemma in _PARTS for child in head.children):
            return False  # "southern Israel"
        if classes & {Class.ARMED, Class.BODY, Class.PEOPLE}:
            return True
        if Class.PLACE in classes and head.is_name:
            return self.is_known_actor(head) or self.is_capital(head)
        return not classes and (head.is_name or head.tag in ("PRP", "WP", "DT"))

    def names_somebody(self, modifier: Token) -> bool:
        """Whether a modifier says who or where: "rebel attack", "Israeli strikes"."""
        return (
            bool(self.classes(modifier) - {Class.THING})
            or self.can_act(modifier)
            or self.names.is_demonym(modifier.text)
        )

    def are_in_name(self, words: tuple[Token, ...]) -> bool:
        """Whether words are part of a longer name: "Civilian Joint Task Force"."""
        first = words[0].index
        known = self.known.get(first)
        if known and known.is_actor and known.first < first and words[-1].index <= known.last:
            # "Ukrainian drones" are known as an actor too, and no name.
            return not self.names.is_demonym(self.sentence.tokens[known.first].text)
        if self.sentence.part is not Part.BODY or not first:
            return False  # a headline in title case tells nothing of what is a name
        before = self.sentence.tokens[first - 1]
        return (
            all(word.is_name for word in (before, *words))
            and before.dep == "compound"
            and before.index not in self.known
            and not self.names.is_demonym(before.text)
        )

    def is_place(self, head: Token) -> bool:
        """Whether it names a place and cannot act."""
        return Class.PLACE in self.classes(head)

    def is_time(self, head: Token) -> bool:
        """Whether it names a time: "killed on Tuesday", "last week"."""
        return head.lemma.rstrip(".") in self.lexicon.time or (
            head.tag == "CD"
            and len(head.text) == 4
            and head.text.isdigit()
            and head.text[0] in "12"
        )

    def _are_a_people(self, head: Token) -> bool:
        """ "Palestinians", "Tutsis": people by their nation or kin."""
        one = head.text.removesuffix("s")
        if any(child.dep == "det" for child in head.children) and head.tag in ("NN", "NNP"):
            return self.names.is_demonym(head.text)  # "a Palestinian"
        is_many = one != head.text and head.tag in ("NNS", "NNPS", "NNP")
        return is_many and (
            self.names.is_demonym(one) or self.lexicon.class_of(one.lower()) is Class.PEOPLE
        )

    def _is_surname(self, known: Known) -> bool:
        """Whether what is known as a place is the last name of somebody in this document."""
        last = self.sentence.tokens[known.last]
        return known.is_place and not known.is_actor and last.text in self.persons

    def _name(self, head: Token) -> str:
        known = self.known.get(head.index)
        if known is None:
            return head.text
        tokens = self.sentence.tokens
        return self.text[tokens[known.first].start : tokens[known.last].end]

    def _as_noun(self, head: Token) -> Class | None:
        """ "The wounded", "the injured": a participle that names people."""
        if head.tag not in ("VBN", "JJ") or head.dep in ("amod", "ROOT", "acomp"):
            return None
        is_named = any(child.dep == "det" for child in head.children)
        return self.lexicon.class_of(head.text.lower()) if is_named else None

    def _has_title(self, head: Token) -> bool:
        return any(
            child.dep in ("compound", "appos", "amod")
            and child.lemma.rstrip(".") in self.lexicon.titles
            for child in head.children
        )


def _are_those_who(head: Token) -> bool:
    """ "Shot those who fled"."""
    clause = head.child("relcl") if head.text.lower() in ("those", "anyone", "everyone") else None
    return clause is not None and any(part.text.lower() == "who" for part in clause.children)


def _is_condition(state: Token) -> bool:
    """ "A state of siege", "the state of war" are no states."""
    return any(
        (child.child("pobj") or child).lemma in _CONDITIONS
        for child in state.children
        if child.dep == "prep" and child.lemma == "of"
    )


def _is_source(head: Token) -> bool:
    """Whether what is told is "according to" it."""
    return head.dep == "pobj" and head.head.lemma == "to" and head.head.head.lemma == "accord"


def _by_token(found: Iterable[Known]) -> dict[int, Known]:
    return {index: known for known in found for index in range(known.first, known.last + 1)}
