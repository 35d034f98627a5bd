"""Decide which actor a name refers to, in a document's countries and on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ...types import Actor, ActorId, Candidate, Inter, Reason, Resolution
from ..masks import resolve_plainly
from .composition import CountryWords, Part, States
from .guesses import ActorGuesser
from .phrases import Variant, find_variants, is_people
from .register import ActorRegister, load_register
from .register_entries import Entry, Naming
from .weights import (
    ACCEPT,
    COMPOSED,
    EXACT,
    FOLDED,
    INDIRECT,
    ORDINARY,
    OTHER_TIMES,
    RANKS,
    RIVAL,
    Proposal,
    choose,
    weigh,
)
from .weights import ActorContext as ActorContext
from .words import Vocabulary, drop_articles, drop_counts, find_words, load_vocabulary

LONGEST_ACRONYM = 3
REMEMBERED = 10_000

# Whose armed forces are another state's, or none.
_MILITARY = frozenset({"military", "army", "air-force", "navy"})
_WITHOUT_FORCES = frozenset({"PS", "CR", "PA"})
# Offices that every side has: they are a state's only where a country stands with them.
_OF_ANYBODY = frozenset(
    "side mediator negotiator delegation team envoy diplomat spokesman spokeswoman spokesperson "
    "ambassador embassy leader leadership ruler".split()
)


class ActorResolver:
    """Resolve actors' names against a register, and compose what each state has."""

    def __init__(
        self,
        register: ActorRegister | None = None,
        *,
        countries: CountryWords | None = None,
        vocabulary: Vocabulary | None = None,
        accept: float = ACCEPT,
    ) -> None:
        self.register = register or load_register()
        self.vocabulary = vocabulary or load_vocabulary()
        self.states = States(self.vocabulary, countries)
        self.accept = accept
        self.propose = lru_cache(REMEMBERED)(self._propose)
        self.guess = ActorGuesser(self.vocabulary, self.states, self.propose)

    def __call__(self, name: str, *, context: ActorContext) -> Resolution[Actor]:
        """Resolve a name; what is no actor has no candidates."""
        return resolve_plainly(name, lambda plain: self._resolve(plain, context))

    def _resolve(self, name: str, context: ActorContext) -> Resolution[Actor]:
        known = (*self.propose(name), *self._propose_capital(name))
        known = known or self._propose_adjective(name)
        candidates = self._weigh(known, context)
        if is_out_of_place(known, candidates, self.accept):
            others = self._weigh(self._propose_ordinary(name, context), context)
            guess = None if others else self.guess(name)
            candidates += [guess] if guess else others
        return choose(name, tuple(sorted(candidates, key=_by_score)), self.accept)

    def _weigh(
        self, proposals: Iterable[Proposal], context: ActorContext
    ) -> list[Candidate[Actor]]:
        return [weigh(proposal, context) for proposal in proposals]

    # ---- what the register knows or a state has ----

    def _propose(self, name: str) -> tuple[Proposal, ...]:
        """What a name can mean in any document; the most literal reading that means anything."""
        whole = True
        past = self.vocabulary.is_past(find_words(name))
        for variant in find_variants(name, self.vocabulary):
            whole = whole and variant.because is None
            named = tuple(self._named(variant))
            composed = () if past else tuple(self._composed(variant, whole=whole))
            if named and composed:
                named, composed = self._set_apart(variant, named, composed)
            found = (*named, *composed) or self._after_country(variant)
            if found:
                return _once(found)
        return ()

    def _set_apart(
        self, variant: Variant, named: tuple[Proposal, ...], composed: tuple[Proposal, ...]
    ) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
        """Weigh a name against the organ that its words name too."""
        bare = drop_articles(variant.words, self.vocabulary)
        if self.register.spelled(" ".join(bare)):
            return named, tuple(_beside(named, proposal) for proposal in composed)
        if len(bare) == 2 and bare[1].islower():  # "Lebanese forces" are not the Lebanese Forces
            organs = {proposal.actor.id for proposal in composed}
            named = tuple(proposal for proposal in named if proposal.actor.id in organs)
        return named, composed

    def _named(self, variant: Variant) -> Iterator[Proposal]:
        name = variant.name
        namings, points = self.register.spelled(name), EXACT
        if not namings:
            namings, points = self.register.sounding(name), FOLDED
        for naming in namings:
            because = naming.because or f"{naming.name!r} is one of its names"
            reasons = (Reason(points, because), *_indirectly(variant))
            for proposal in self._meant(naming, reasons):
                yield replace(
                    proposal,
                    ordinary=self.vocabulary.is_ordinary(name),
                    local=naming.local,
                    shared=len(namings) > 1,
                    acronym=name.isupper() and len(name) <= LONGEST_ACRONYM,
                    composed=naming.entry is None,
                )

    def _meant(self, naming: Naming, reasons: tuple[Reason, ...]) -> Iterator[Proposal]:
        if naming.entry:
            yield self._entry(naming.entry, reasons, naming.since, naming.until)
        elif naming.country and naming.organ:
            for proposal in self._part(Part(naming.country, naming.organ), reasons):
                yield replace(
                    proposal,
                    since=naming.since or proposal.since,
                    until=naming.until or proposal.until,
                )

    def _composed(self, variant: Variant, *, whole: bool) -> Iterator[Proposal]:
        part = self.states.find_part(drop_articles(variant.words, self.vocabulary))
        if part and (part.organ or whole):
            country = self.states.countries.country_name(part.country)
            because = f"{variant.name!r} names {'an organ of ' if part.organ else ''}{country}"
            yield from self._part(part, (Reason(COMPOSED, because), *_indirectly(variant)))
            return
        seated = self.states.find_seated(drop_articles(variant.words, self.vocabulary))
        if seated:
            because = f"{self.states.countries.country_name(seated.country)} is governed from there"
            reasons = (Reason(EXACT, because), *_indirectly(variant))
            for proposal in self._part(seated, reasons):
                yield replace(proposal, composed=False, local=True)

    def _after_country(self, variant: Variant) -> tuple[Proposal, ...]:
        """ "Iraqi Kataib Hezbollah": a known name after its country's."""
        found = self.states.find_country(variant.words)
        if not found or len(variant.words) == found[1]:
            return ()
        country, length = found
        rest = Variant(variant.words[length:], "the country before it only describes it")
        if self.vocabulary.is_ordinary(rest.name.lower()):
            return ()
        return tuple(
            proposal
            for proposal in self._named(rest)
            if not proposal.countries or country in proposal.countries
        )

    def _part(self, part: Part, reasons: tuple[Reason, ...]) -> Iterator[Proposal]:
        """The register's entries for a part of a state, and what it is on any other day."""
        entries = self.register.get_organs(part.country, part.organ) if part.organ else ()
        for entry in entries:
            yield self._entry(entry, reasons, entry.since, entry.until)
        composed = self.states.actor(part)
        if not entries:
            yield Proposal(composed, reasons, (part.country,), composed=True)
        elif all(entry.since or entry.until for entry in entries) and not self.register.get_entry(
            composed.id
        ):
            listed = Reason(OTHER_TIMES, "the register has an entry for it at other times")
            yield Proposal(
                composed,
                (*reasons, listed),
                (part.country,),
                composed=True,
                successive=len(entries) > 1,
            )

    def _entry(
        self, entry: Entry, reasons: tuple[Reason, ...], since: date | None, until: date | None
    ) -> Proposal:
        """An entry of the register, meant from one day to another."""
        actor = entry.actor
        # A power beside its country's government is not what UCDP calls that country's.
        if actor.ucdp is None and actor.inter is Inter.STATE_FORCES and actor.side is None:
            ucdp = self.states.ucdp_name(actor.country) if actor.country else None
            actor = replace(actor, ucdp=ucdp)
        return Proposal(actor, reasons, entry.countries, since, until, composed=True)

    # ---- what only the document decides ----

    def _propose_capital(self, name: str) -> tuple[Proposal, ...]:
        """ "Damascus", where an actor is meant, is the government that sits there."""
        country = self.states.countries.capital_country(" ".join(find_words(name)))
        if country is None:
            return ()
        state = self.states.countries.country_name(country)
        because = f"the government of {state} sits there"
        return tuple(self._part(Part(country, "government"), (Reason(COMPOSED, because),)))

    def _propose_adjective(self, name: str) -> tuple[Proposal, ...]:
        """ "Israeli", where an actor is meant, is the state that acts: "Israeli air strikes"."""
        country = self.states.country_of_adjective(name)
        if country is None:
            return ()
        return tuple(self._part(Part(country), (Reason(COMPOSED, f"{name!r} says whose it is"),)))

    def _propose_ordinary(self, name: str, context: ActorContext) -> tuple[Proposal, ...]:
        """ "The army" is that of the document's country."""
        organ = self._ordinary_organ(name)
        if organ is None:
            return ()
        proposals: list[Proposal] = []
        for country, points in _ranked(context, is_person=self._names_person(name)):
            if organ in _MILITARY and country in _WITHOUT_FORCES:
                continue  # "the army" of a text about Gaza is Israel's
            state = self.states.countries.country_name(country)
            reasons = (
                Reason(ORDINARY, f"every state has its {organ}"),
                Reason(points, f"the document is about {state}{' and others' * (points < 0)}"),
            )
            proposals += self._part(Part(country, organ), reasons)
        return tuple(proposals)

    def _names_person(self, name: str) -> bool:
        """ "President Hakim Example": an office and who holds it."""
        words = find_words(name)
        return (
            len(words) > 1
            and words[-1][:1].isupper()
            and not self.vocabulary.find_organ(" ".join(words))
        )

    def _ordinary_organ(self, name: str) -> str | None:
        words = drop_counts(find_words(name), self.vocabulary)
        if self.vocabulary.is_past(words):
            return None
        organ = self.states.find_organ(words)
        while not organ and len(words) > 1 and is_people(words[-1], self.vocabulary):
            words = words[:-1]  # "armed forces members"
            organ = self.states.find_organ(words)
        if words and words[-1].lower().removesuffix("s") in _OF_ANYBODY:
            return None  # "the two sides", "mediators": without a country they may be anybody's
        return organ.id if organ else None


def _ranked(context: ActorContext, *, is_person: bool) -> Iterator[tuple[str, float]]:
    """The document's countries with what each has for it that an office or a force is its own.

    Whose president a person is does not follow from what a document is most about: it is that of
    the country where it was written, if the document is about that country.
    """
    if not is_person:
        yield from zip(context.countries, RANKS, strict=False)
    elif context.home in context.countries[:2] and context.home is not None:
        yield context.home, RANKS[0]
    elif len(context.countries) > 1:
        yield from zip(context.countries, (-ORDINARY,) * len(RANKS), strict=False)
    else:
        yield from zip(context.countries, RANKS, strict=False)


def is_out_of_place(
    known: Iterable[Proposal], candidates: Iterable[Candidate[Actor]], accept: float
) -> bool:
    """Whether a name is not known, or made of ordinary words and met where those it names are not.

    Then it may be anybody's.
    """
    likely = any(candidate.score >= accept for candidate in candidates)
    return not likely and all(proposal.local for proposal in known)


def _by_score(candidate: Candidate[Actor]) -> tuple[float, ActorId]:
    return -candidate.score, candidate.value.id


def _indirectly(variant: Variant) -> tuple[Reason, ...]:
    return (Reason(INDIRECT, variant.because),) if variant.because else ()


def _beside(named: tuple[Proposal, ...], composed: Proposal) -> Proposal:
    """A composed organ where the register has another actor of this very name."""
    ids = {proposal.actor.id for proposal in named}
    if not ids or composed.actor.id in ids:
        return composed
    points = (
        RIVAL - OTHER_TIMES if any(r.points == OTHER_TIMES for r in composed.reasons) else RIVAL
    )
    reason = Reason(points, "the register has an actor of this very name")
    return replace(composed, reasons=(*composed.reasons, reason))


def _once(proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Each actor once, by what says it best: "the Israeli army" is a name and names an organ."""
    best: dict[str, Proposal] = {}
    for proposal in proposals:
        known = best.get(proposal.actor.id)
        if known is None or proposal.points > known.points:
            best[proposal.actor.id] = proposal
    return tuple(best.values())
