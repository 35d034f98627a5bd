"""Find whom speech and protest are directed at, where no argument of their own names them.

A demand is made of whoever is to act, a threat of those whom the harm would befall, a rejection of
those whose proposal it is. They stand inside what is said: its subject, its owner, its objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...codebook.kinds import Class, Role
from ..grammar.parse import Token
from ..names.phrases import Phrases
from ..roles.fillers import Filler
from .drafts import Draft

_DIRECTED = frozenset(
    "agreement demand offer refusal threat accusation statement-of-support aid sanction "
    "restriction evacuation protest riot strike".split()
)
_DEPTH = 5  # how far below what is said its party may stand
_DEPTH_OF_PLACE = 3

# Arguments that say who speaks, and where and when.
_ASIDE = frozenset(
    "subject by possessive modifier in at near during after before since amid following".split()
)
# The prepositions that lead to a party, the surest first.
_TOWARDS = (
    "from", "by", "with", "against", "to", "toward", "towards", "on", "upon", "at", "of", "between",
    "for", "among", "over", "about", "into", "in", "without", "under",
)  # fmt: skip
_BEYOND = ("to", "from", "with", "against")
# Of a deed that is condemned, only who did it is accused; who suffered it is not.
_DOERS = ("by", "from", "of", "in")
_WHERE = frozenset({"in", "into", "at", "near", "around", "outside", "across", "through"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_NOUN_CLAUSES = frozenset({"acl", "relcl", "ccomp", "xcomp"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "acomp"})
_OWNING = frozenset({"compound", "amod", "nmod"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_VOICING = frozenset(
    "protest demand denounce condemn oppose show express urge press call force persuade convince "
    "support decry pressure resist".split()
)
_IN_PROTEST = frozenset("protest defiance opposition solidarity anger outrage response".split())
_EMPTY = ("there", "we", "you", "i")
# "Its allies" are others, "its troops" are its own.
_OTHERS = frozenset(
    "ally partner neighbour neighbor enemy foe rival opponent adversary counterpart creditor donor "
    "backer sponsor guest host successor predecessor critic".split()
)
# What these say of a place is directed at it: "threatened to blockade the port of Aden".
_OF_PLACES = frozenset({"offer", "refusal", "threat"})


def address(drafts: list[Draft], phrases: Phrases, *, is_place: bool) -> None:
    """Give speech and protest that names nobody as its target the party in what is said.

    Where no party is named, what is said of a place is directed at the place (``is_place``).
    """
    events = {draft.head.index: draft for draft in drafts}
    for draft in drafts:
        search = _Address(draft, phrases, events, is_place)
        if is_place and draft.entry.kind.id in _OF_PLACES and not draft.heads(Role.TARGET):
            draft.fillers += tuple(search.directed())
        elif not is_place and draft.entry.kind.id in _DIRECTED and not _has_sides(draft):
            draft.fillers = tuple(search.fillers())


def _has_sides(draft: Draft) -> bool:
    return draft.entry.kind.symmetric and bool(draft.heads(Role.TARGET))


@dataclass(frozen=True, slots=True)
class _Address:
    """The search for the target of one draft."""

    draft: Draft
    phrases: Phrases
    events: dict[int, Draft]
    is_place: bool

    def fillers(self) -> Iterator[Filler]:
        """The draft's fillers, with the party in place of a thing, and one where there is none."""
        has_target = False
        for filler in self.draft.fillers:
            if filler.role is not Role.TARGET:
                yield filler
                continue
            if self._is_victim(filler.head):
                continue
            has_target = True
            yield from self._party_for(filler)
        if not has_target:
            yield from self.directed()

    def directed(self) -> Iterator[Filler]:
        """The parties, or the places, that what is said is directed at."""
        contents = self._contents()
        found = self._first(contents)
        for head in dict.fromkeys((*found, *self._on_condition(contents))):
            if self._is_side(head):
                yield Filler(head, Role.TARGET, f"“{self.draft.head.text}” is directed at it")

    def _is_side(self, head: Token) -> bool:
        """Whether it can be meant: not where it is done, nor who is only exchanged by a deal."""
        placed = [filler.head for filler in self.draft.fillers if filler.role is Role.PLACE]
        if head in placed:
            return False
        return self.draft.entry.kind.id != "agreement" or self.phrases.classes(head) != {
            Class.PEOPLE
        }

    def _is_victim(self, head: Token) -> bool:
        """ "Condemned an attack by rebels on fishermen": the attack's target, not the accused."""
        return (
            self.draft.entry.kind.id == "accusation"
            and head not in self.draft.arguments.of("object")
            and any(
                head in event.heads(Role.TARGET)
                for event in self.events.values()
                if event.entry.kind.force
            )
        )

    def _party_for(self, filler: Filler) -> Iterator[Filler]:
        """ "Criticised Sweden's decision": whose it is."""
        if self._is_party(filler.head) or filler.head.is_name:
            yield filler
            return
        owners = self._first([filler.head])
        if not owners:
            yield filler
        for owner in owners:
            yield Filler(owner, Role.TARGET, f"{filler.because}, whose it is")

    def _first(self, contents: list[Token]) -> tuple[Token, ...]:
        """The parties of the first content that has any."""
        return self._first_of(contents, 1 + (_DEPTH_OF_PLACE if self.is_place else _DEPTH))

    # ---- what is said ----

    def _contents(self) -> list[Token]:
        """What is demanded, threatened, offered or protested: nouns and clauses, in text order."""
        draft = self.draft
        nouns = [argument.head for argument in draft.arguments.found if argument.slot not in _ASIDE]
        nouns += [word for word in draft.words if word.pos == "NOUN"]
        clauses = [
            child
            for token in dict.fromkeys((draft.head, *draft.words, draft.arguments.clause))
            for child in token.children
            if child.dep in (_CLAUSES if token.pos in ("VERB", "AUX", "ADJ") else _NOUN_CLAUSES)
            and child.pos in ("VERB", "AUX")
        ]
        clauses += [child for child in draft.head.children if _is_wish(child)]
        if draft.entry.kind.family == "protest":
            clauses += self._purposes()
        contents = {token.index: token for token in (*nouns, *clauses)}
        return [contents[index] for index in sorted(contents)]

    def _purposes(self) -> Iterator[Token]:
        """ "To protest the visit", "demanding reforms", "in protest at the visit"."""
        clause = self.draft.arguments.clause
        for token in dict.fromkeys((clause, self.draft.head)):
            for child in token.children:
                if child.dep in ("advcl", "xcomp", "acl") and child.lemma in _VOICING:
                    yield child
                elif child.dep == "prep":
                    thing = child.child("pobj")
                    if thing is not None and (
                        thing.lemma in _IN_PROTEST or self._is_protest(thing)
                    ):
                        yield thing

    def _is_protest(self, thing: Token) -> bool:
        """ "Threw stones during a rally against the visit": what they are part of."""
        event = self.events.get(thing.index)
        return event is not None and event.entry.kind.family == "protest"

    # ---- whose it is ----

    def _parties(self, token: Token, depth: int) -> Iterator[Token]:
        if depth == 0:
            return
        if token.pos in ("VERB", "AUX"):
            yield from self._of_clause(token, depth)
            return
        token = self.phrases.people_in(token)
        if self._is_sought(token):
            yield from (one for one in token.conjuncts() if not self._is_own(one))
            return
        yield from self._of_noun(token, depth)

    def _is_sought(self, token: Token) -> bool:
        if self._is_own(token) or any(token is word for word in self.draft.words):
            return False
        if self.is_place:
            return token.is_name and self.phrases.is_known_place(token)
        return self._is_party(token)

    def _is_party(self, token: Token) -> bool:
        if token.tag in ("PRP", "PRP$", "WP", "WDT", "DT", "EX", "CD") or self.phrases.is_time(
            token
        ):
            return False
        if token.lemma in self.phrases.lexicon.weapon:
            return False
        if self._is_called(token):
            return False
        return self.phrases.can_act(token)

    def _is_called(self, token: Token) -> bool:
        """ "The desert of Badia": a name nobody knows, and what it names is a place."""
        kind = token.head.head
        is_named = token.dep == "pobj" and token.head.lemma == "of" and not self._is_known(token)
        return is_named and token.is_name and self.phrases.is_place(kind)

    def _is_known(self, token: Token) -> bool:
        return bool(self.phrases.classes(token))

    def _is_own(self, token: Token) -> bool:
        """Whether it is who speaks, or belongs to them: "its troops"."""
        is_owned = any(child.dep == "poss" and child.tag == "PRP$" for child in token.children)
        if is_owned and token.lemma not in _OTHERS:
            return True
        names = [head.text.lower() for head in self.draft.heads(Role.ACTOR)]
        return token.text.lower() in (*_EMPTY, *names)

    def _of_noun(self, noun: Token, depth: int) -> Iterator[Token]:
        event = self.events.get(noun.index)
        is_deed = self.draft.entry.kind.id == "accusation" and event is not None
        if is_deed and event is not None and event.entry.kind.family != "diplomacy":
            doers = event.heads(Role.ACTOR) if not self.is_place else ()
            yield from (head for head in doers if not self._is_own(head))
            return
        owners = list(self._owners(noun, depth))
        if owners:
            yield from owners
            return
        order = _DOERS if is_deed else _TOWARDS
        yield from self._below(noun, order, depth)

    def _owners(self, noun: Token, depth: int) -> Iterator[Token]:
        for child in noun.children:
            if child.dep == "poss" and child.tag != "PRP$":
                yield from self._parties(child, depth - 1)
            elif child.dep in _OWNING and not self.is_place and not self._is_own(child):
                yield from filter(self._is_somebody, (child, *self._leading(child)))

    def _is_somebody(self, modifier: Token) -> bool:
        side = self.phrases.lexicon.class_of(modifier.lemma)
        return (
            self.phrases.is_known_actor(modifier)
            or self.phrases.names.is_demonym(modifier.text)
            or (side in (Class.ARMED, Class.BODY) and modifier.pos == "NOUN")
        )

    def _leading(self, modifier: Token) -> Iterator[Token]:
        """ "The US-led war", "Iranian-backed plans": who leads or backs it."""
        if modifier.pos == "VERB" and modifier.dep == "amod":
            yield from (part for part in modifier.children if part.dep in ("npadvmod", "compound"))

    def _of_clause(self, verb: Token, depth: int) -> Iterator[Token]:
        """Who is to act, else whom the act would befall."""
        agent = verb.child("agent")
        doers = [agent.child("pobj") if agent else None, verb.child("nsubj", "nsubjpass")]
        found = self._first_of((doer for doer in doers if doer is not None), depth)
        if not found:
            # "Send teachers to Somalia": a name beyond what is moved outranks what is moved.
            beyond = self._first_of(_governed(verb, _BEYOND, self._is_where), depth)
            found = beyond if any(map(self._is_named, beyond)) else ()
        if not found:
            objects = (child for child in verb.children if child.dep in _OBJECTS)
            found = self._first_of(objects, depth)
        yield from found or self._below(verb, _TOWARDS, depth)

    def _is_named(self, token: Token) -> bool:
        return token.is_name or self.phrases.is_known_actor(token)

    def _first_of(self, tokens: Iterable[Token], depth: int) -> tuple[Token, ...]:
        """The parties of the first of these that has any."""
        found = (tuple(dict.fromkeys(self._parties(token, depth - 1))) for token in tokens)
        return next(filter(None, found), ())

    def _below(self, token: Token, order: tuple[str, ...], depth: int) -> tuple[Token, ...]:
        """Parties behind the surest preposition that has any; else those of a clause below."""
        clauses = (child for child in token.children if _is_clause(child))
        governed = _governed(token, order, self._is_where)
        return self._first_of(governed, depth) or self._first_of(clauses, depth)

    def _is_where(self, thing: Token) -> bool:
        """ "In Nairobi" says where, though Nairobi can act."""
        is_inside = thing.head.lemma in _WHERE and self.phrases.is_known_place(thing)
        return is_inside and not self.is_place

    def _on_condition(self, contents: list[Token]) -> Iterator[Token]:
        """ "Unless the government resigns": on whose doing a threat hangs."""
        if self.draft.entry.kind.id != "threat":
            return
        for verb in (self.draft.head, *contents):
            for child in verb.children:
                marks = {part.lemma for part in child.children if part.dep == "mark"}
                if child.dep == "advcl" and marks & _CONDITIONS:
                    subject = child.child("nsubj")
                    if subject is not None and self._is_party(subject):
                        yield subject


def _governed(
    token: Token, order: tuple[str, ...], is_where: Callable[[Token], bool]
) -> Iterator[Token]:
    """What the prepositions of a token govern, the surest preposition first."""
    prepositions = [child for child in token.children if child.dep in ("prep", "dative", "agent")]
    for lemma in order:
        for preposition in prepositions:
            if preposition.lemma == lemma:
                yield from (
                    thing
                    for thing in preposition.children
                    if thing.dep in ("pobj", "pcomp") and not is_where(thing)
                )


def _is_wish(clause: Token) -> bool:
    """ "Called for Ankara to respect their rights": what is asked of whom."""
    is_for = any(child.dep == "mark" and child.lemma == "for" for child in clause.children)
    return clause.dep == "advcl" and is_for and clause.child("nsubj", "nsubjpass") is not None


def _is_clause(token: Token) -> bool:
    if token.pos not in ("VERB", "AUX"):
        return False
    is_purpose = token.dep == "advcl" and token.tag == "VB"
    return is_purpose or token.dep in _CLAUSES | _NOUN_CLAUSES | {"conj"}
