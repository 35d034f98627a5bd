"""Decide which actor a name refers to, in a document's countries and on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ..types import Actor, ActorId, Candidate, Confidence, Reason, Resolution
from .actor_phrases import Variant, find_backing, find_variants
from .actor_words import Group, Vocabulary, drop_articles, drop_counts, find_words, load_vocabulary
from .composition import CountryWords, Part, States, is_part_of_name
from .folding import strip_marks
from .register import ActorRegister, Entry, Naming, load_register

# Points. They were set so that tests/cases/actors.toml comes out right; the order matters more
# than the sizes: a name as written, then its spelling, then the day, then the country.
EXACT = 0.6
FOLDED = 0.5
COMPOSED = 0.7
ORDINARY = 0.3  # "the army": only the document's country says whose
INDIRECT = -0.05
IN_TIME = 0.1
CURRENT = 0.05
OTHER_TIMES = -0.1
NO_DAY = 0.3
TOO_EARLY = -0.5
TOO_LATE = -0.15  # what is over is still written about
HERE = 0.2
HERE_TOO = 0.15
EVERYWHERE = 0.05
ELSEWHERE = -0.05
ELSEWHERE_ACRONYM = -0.15
ELSEWHERE_SHARED = -0.35  # an acronym that others bear too
RANKS = (0.3, 0.15, 0.05)  # the document's countries, most relevant first
GUESSED = 0.45

# Below this nothing is chosen; nor when the second best is as near as MARGIN.
ACCEPT = 0.4
MARGIN = 0.04
SURE = 0.65

LONGEST_ACRONYM = 3
LONGEST_HEAD = 4  # words: "armed wing", "member of parliament"
REMEMBERED = 50_000

# Where a noun phrase's head is over: "residents of Homs", "a man who".
AFTER_HEAD = frozenset(
    "of from in at near on with who whom which that for inside outside by to and or".split()
)
PARTICIPLE = ("ing", "ed")  # "men armed with", "individuals wearing"


@dataclass(frozen=True, slots=True)
class ActorContext:
    """The document's countries, most relevant first, and its day."""

    countries: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An actor that a name can mean before the document is asked, and where and when it does."""

    actor: Actor
    reasons: tuple[Reason, ...]
    countries: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    ordinary: bool = False  # a common noun that only means it in its own country
    acronym: bool = False
    shared: bool = False  # others bear the name too
    composed: bool = False
    successive: bool = False  # several entries have been it, one after the other


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

    def __call__(self, name: str, *, context: ActorContext) -> Resolution[Actor]:
        """Resolve a name; what is no actor has no candidates."""
        proposals = (
            *self.propose(name),
            *self._propose_capital(name),
        ) or self._propose_ordinary(name, context)
        candidates = sorted(
            (weigh(proposal, context) for proposal in proposals),
            key=lambda candidate: (-candidate.score, candidate.value.id),
        )
        if not candidates:
            guess = self._guess(name)
            candidates = [guess] if guess else []
        return choose(name, tuple(candidates), self.accept)

    # ---- what the register knows or a state has ----

    def _propose(self, name: str) -> tuple[Proposal, ...]:
        """What a name can mean in any document; the most literal reading that means anything."""
        whole = True
        for variant in find_variants(name, self.vocabulary):
            whole = whole and variant.because is None
            found = (
                *self._named(variant),
                *self._composed(variant, whole=whole),
            ) or self._after_country(variant)
            if found:
                return _once(found)
        return ()

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
                    shared=len(namings) > 1,
                    acronym=name.isupper() and len(name) <= LONGEST_ACRONYM,
                    composed=naming.entry is None,
                )

    def _meant(self, naming: Naming, reasons: tuple[Reason, ...]) -> Iterator[Proposal]:
        if naming.entry:
            yield make_proposal(naming.entry, reasons, naming.since, naming.until)
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
            yield make_proposal(entry, reasons, entry.since, entry.until)
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

    # ---- what only the document decides ----

    def _propose_capital(self, name: str) -> tuple[Proposal, ...]:
        """ "Damascus", where an actor is meant, is the government that sits there."""
        country = self.states.countries.capital_country(" ".join(find_words(name)))
        if country is None:
            return ()
        state = self.states.countries.country_name(country)
        because = f"the government of {state} sits there"
        return tuple(self._part(Part(country, "government"), (Reason(COMPOSED, because),)))

    def _propose_ordinary(self, name: str, context: ActorContext) -> tuple[Proposal, ...]:
        """ "The army" is that of the document's country."""
        organ = self._ordinary_organ(name)
        if organ is None:
            return ()
        proposals: list[Proposal] = []
        for country, points in zip(context.countries, RANKS, strict=False):
            state = self.states.countries.country_name(country)
            reasons = (
                Reason(ORDINARY, f"every state has its {organ}"),
                Reason(points, f"the document is about {state}"),
            )
            proposals += self._part(Part(country, organ), reasons)
        return tuple(proposals)

    def _ordinary_organ(self, name: str) -> str | None:
        organ = self.states.find_organ(drop_counts(find_words(name), self.vocabulary))
        return organ.id if organ else None

    # ---- groups without a name ----

    def _guess(self, name: str) -> Candidate[Actor] | None:
        """A group known only by what it is called: villagers, gunmen, a brigade of some name."""
        words = drop_counts(find_words(name), self.vocabulary)
        found = self._find_group(words)
        if found is None:
            return None
        group, head = found
        country = self.states.find_country(words)
        shown = " ".join(words)
        slug = re.sub(r"\W+", "-", strip_marks(shown)).strip("-")
        actor = Actor(
            ActorId(f"named:{slug}"),
            shown,
            group.inter,
            group.sector,
            country[0] if country else None,
            side=self._side(words),
            registered=False,
        )
        return Candidate(actor, (Reason(GUESSED, f"{head!r} are {group.label}"),))

    def _find_group(self, words: tuple[str, ...]) -> tuple[Group, str] | None:
        end = next((i for i, word in enumerate(words) if i and word in AFTER_HEAD), len(words))
        front = words[:end]
        for last in range(len(front), 0, -1):
            if last < len(front) and not front[last].endswith(PARTICIPLE):
                continue
            for length in range(min(last, LONGEST_HEAD), 0, -1):
                head = " ".join(front[last - length : last])
                if group := self.vocabulary.find_group(head):
                    return group, head
        for length in range(min(len(front) - 1, LONGEST_HEAD), 0, -1):
            head = " ".join(front[:length])
            group = self.vocabulary.find_group(head)
            if group and all(map(is_part_of_name, front[length:])):
                return group, head
        people = self.vocabulary.find_group("civilian")
        if people and len(front) == 1 and self._is_nation(front[0]):
            return people, front[0]
        return None

    def _is_nation(self, word: str) -> bool:
        """ "Israelis", "the Congolese"."""
        plural = word.endswith(("s", "ese"))
        return plural and self.states.countries.country_of_demonym(word) is not None

    def _side(self, words: tuple[str, ...]) -> ActorId | None:
        backing = find_backing(words, self.vocabulary)
        if backing is None:
            return None
        behind = " ".join(backing.behind)
        country = self.states.find_country(backing.behind)
        if country and country[1] == len(backing.behind):
            return self.states.actor(Part(country[0])).id
        proposals = self.propose(behind)
        return proposals[0].actor.id if proposals else None


def make_proposal(
    entry: Entry, reasons: tuple[Reason, ...], since: date | None, until: date | None
) -> Proposal:
    """An entry of the register, meant from one day to another."""
    return Proposal(entry.actor, reasons, entry.countries, since, until, composed=True)


def weigh(proposal: Proposal, context: ActorContext) -> Candidate[Actor]:
    """Make the case for an actor in a document, one reason at a time."""
    reasons = [*proposal.reasons, *weigh_day(proposal, context.on)]
    if not proposal.composed:
        reasons += weigh_countries(proposal, context.countries)
    return Candidate(proposal.actor, tuple(reasons))


def weigh_day(proposal: Proposal, on: date | None) -> Iterator[Reason]:
    """Whether the name means this actor on the document's day."""
    since, until = proposal.since, proposal.until
    if on is None and proposal.successive:
        yield Reason(NO_DAY, "no day says which of several it was")
    if since is None and until is None:
        return
    if on is None:
        if until is None:
            yield Reason(CURRENT, "it still bears this name")
    elif since and on < since:
        yield Reason(TOO_EARLY, f"it begins only on {since}")
    elif until and on >= until:
        yield Reason(TOO_LATE, f"it ended on {until}")
    else:
        yield Reason(IN_TIME, f"on {on} it bears this name")


def weigh_countries(proposal: Proposal, countries: tuple[str, ...]) -> Iterator[Reason]:
    """Whether the document is about a country where the actor is active."""
    if not proposal.countries:
        if proposal.shared:
            yield Reason(EVERYWHERE, "it is met with in any country")
        return
    here = [country for country in countries if country in proposal.countries]
    if here:
        points = HERE if here[0] == countries[0] else HERE_TOO
        yield Reason(points, f"the document is about {here[0]}")
    elif proposal.ordinary:
        yield Reason(ORDINARY - EXACT, "elsewhere it is no name")
    elif countries:
        yield Reason(weigh_absence(proposal), "the document is not about its country")


def weigh_absence(proposal: Proposal) -> float:
    """What it costs a name that none of the document's countries is the actor's."""
    if not proposal.acronym:
        return ELSEWHERE
    return ELSEWHERE_SHARED if proposal.shared else ELSEWHERE_ACRONYM


def choose(name: str, candidates: tuple[Candidate[Actor], ...], accept: float) -> Resolution[Actor]:
    """Take the best, if it is good enough and ahead of the rest."""
    if not candidates:
        return Resolution(name, because="the words name no actor")
    best = candidates[0]
    if best.score < accept:
        return Resolution(name, candidates, because="no reading of the name is likely enough")
    if len(candidates) > 1 and best.score - candidates[1].score < MARGIN:
        return Resolution(name, candidates, because="two readings are as likely")
    confidence = Confidence.HIGH if best.score >= SURE else Confidence.MEDIUM
    return Resolution(
        name, candidates, best.value, confidence, "; ".join(r.because for r in best.reasons)
    )


def _indirectly(variant: Variant) -> tuple[Reason, ...]:
    return (Reason(INDIRECT, variant.because),) if variant.because else ()


def _once(proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Each actor once, as first found."""
    first: dict[str, Proposal] = {}
    for proposal in proposals:
        first.setdefault(proposal.actor.id, proposal)
    return tuple(first.values())
