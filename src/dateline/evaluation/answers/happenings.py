"""One happening as a corpus of whole events sees it: the slots of its record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ...codebook.kinds import Class
from ...resolution.countries import Countries, load_countries
from ...types import Actor, Claim, Inter, Location, Stance, When
from ..rows import DateRange, Filler, RecordEvent, RecordToll
from .circumstances import head_of, sort_of
from .harm import Deed, Harm
from .naming import merge_names, sorts_of
from .tellings import Telling
from .texts import TextView
from .words import load_words

_OF_PEOPLE = frozenset({"kidnapping"})
_BELONGING = re.compile(r"(?:his|her|its|their|our|my)\b", re.IGNORECASE)
Figures = dict[str, tuple[int, int | None]]  # lowest and highest, by kind of harm


@dataclass(frozen=True)
class Happening:
    """Tellings of one event, as the corpus sees it."""

    text: TextView
    group: list[Telling]
    harms: list[tuple[int, Harm]]
    deeds: list[Deed]
    rivals: int = 0  # how many others the text tells

    @property
    def claims(self) -> list[Claim]:
        """The claims that tell it."""
        return [telling.claim for telling in self.group]

    @property
    def label(self) -> str:
        """What the corpus calls it: a bombing whatever else it is called."""
        labels = Counter(telling.label for telling in self.group)
        return "bombing" if labels["bombing"] else labels.most_common(1)[0][0]

    def record(self) -> RecordEvent:
        """Its record."""
        actors, organizations = self.actors()
        status = self.status
        return RecordEvent(
            kind=self.label,
            status=status,
            actors=actors,
            actor_organizations=organizations,
            actor_confidence=self._confidence() if organizations else None,
            targets=merge_names(self.things, self.text.namer),
            victims=self._victims(),
            instruments=self.instruments(),
            place=self._place(),
            date=self._date(),
            tolls=tuple(self.tolls()),
        )

    @property
    def status(self) -> str:
        """Whether it happened, as most of its tellings have it."""
        return Counter(telling.status for telling in self.group).most_common(1)[0][0]

    # ---- who ----

    @cached_property
    def people(self) -> list[str]:
        """Who was hit; a bare "people", or who fights, only where nobody says who else."""
        namer = self.text.namer
        people = [words for telling in self.group for words in telling.people]
        people += [w for w, s in self._harmed.items() if s in (Class.PEOPLE, Class.ARMED)]
        people += self._members(people)
        described = frozenset(self._described.values())
        people = [words for words in people if words not in described]
        named = [words for words in people if head_of(words) not in load_words().generic]
        unarmed = [words for words in named if namer.sort(words) is not Class.ARMED]
        return list(dict.fromkeys(unarmed or named or people))

    @property
    def _unarmed(self) -> list[str]:
        """Soldiers and guerrillas are no victims in the corpora that count violence on others."""
        sort = self.text.namer.sort
        return [words for words in self.people if sort(words) is not Class.ARMED]

    def _members(self, people: list[str]) -> Iterator[str]:
        """Names of those hit that the text spells out anywhere: "the nurses, A and B"."""
        namer = self.text.namer
        hit = {head_of(words) for words in people if not namer.is_person_name(words)}
        for group, name in self.text.opened.members:
            if head_of(namer.words(group)) in hit - load_words().generic:
                yield namer.words(name)

    def _victims(self) -> tuple[Filler, ...]:
        """Each of them with all spellings, and with what those are whose names are spelled out."""
        fillers = merge_names(self._unarmed, self.text.namer)
        return tuple(
            tuple(dict.fromkeys((*names, *(d for n in names if (d := self._described.get(n))))))
            for names in fillers
        )

    @cached_property
    def _described(self) -> dict[str, str]:
        """Names that spell out a description, with it."""
        words = self.text.namer.words
        return {
            words(harm.words): words(harm.group) for _, harm in self.harms if harm.group is not None
        }

    @cached_property
    def things(self) -> list[str]:
        """What was hit, of things whose sort is known."""
        if self.label in _OF_PEOPLE:
            return []
        things = [words for telling in self.group for words in telling.things]
        things += [w for w, s in self._harmed.items() if s in (Class.THING, Class.BODY)]
        known = (words for words in things if sort_of(words) and not _BELONGING.match(words))
        return list(dict.fromkeys(known))

    @cached_property
    def _harmed(self) -> dict[str, Class]:
        return sorts_of((harm.words for _, harm in self.harms), self.text.namer)

    def actors(self) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
        """Who acted, as named by what they are, and the organisations by name."""
        namer, persons = self.text.namer, list[str]()
        bodies: dict[str, list[str]] = {}
        spans = [m.names for claim in self.claims for m in claim.actors]
        spans += [deed.who for deed in self.deeds]
        hit = {head_of(words) for words in self.people}
        for span in dict.fromkeys(spans):
            words = namer.words(span)
            known, sort = self.text.actor_at(span), namer.sort(words)
            if known is not None and known.registered and self._names_body(words, known):
                bodies.setdefault(known.name, self._names_of(known)).append(words)
            elif head_of(words) in load_words().bodies and not (known and known.registered):
                bodies.setdefault(words, []).append(words)
                continue
            elif sort not in (Class.ARMED, Class.PEOPLE) or head_of(words) in hit:
                continue
            if self._is_somebody(words, sort, known):
                persons.append(words)
        if persons and not bodies:
            rebels = self.text.rebels
            if rebels is not None and any(map(_is_rebel, persons)):
                bodies[rebels.name] = self._names_of(rebels)
        organizations = tuple(tuple(dict.fromkeys(names)) for names in bodies.values())
        return merge_names(dict.fromkeys(persons), namer), organizations

    def _names_body(self, words: str, known: Actor) -> bool:
        """Whether the words name a group, and not just soldiers or a president."""
        if known.inter in (Inter.REBEL_GROUP, Inter.POLITICAL_MILITIA, Inter.IDENTITY_MILITIA):
            return True
        return known.inter is Inter.STATE_FORCES and bool(
            load_words().state & set(words.lower().split())
        )

    def _names_of(self, known: Actor) -> list[str]:
        """The names of a group that the text uses, its full one first."""
        text = self.text.opened.cased
        return [known.name, *(alias for alias in known.aliases if alias in text)]

    def _is_somebody(self, words: str, sort: Class | None, known: Actor | None) -> bool:
        """Whether it says what sort of people acted, and not only in a word before another."""
        parts = words.split()
        if len(parts) == 1 and not parts[0].lower().endswith(("s", "men", "people")):
            return False
        if self.text.namer.is_person_name(words):
            return False  # whoever is named as an actor is more often the victim or a speaker
        if known is not None and known.registered:
            return sort in (Class.ARMED, Class.PEOPLE) and head_of(words) not in load_words().bodies
        return True

    def instruments(self) -> tuple[Filler, ...]:
        """With what, by its claims or a weapon in their sentences."""
        text = self.text.read.document.text
        named = [self.text.namer.words(m.names) for claim in self.claims for m in claim.instruments]
        numbers = dict.fromkeys(self.text.around.sentence_of(claim) for claim in self.claims)
        named += [t.span.of(text) for n in numbers for t in self.text.around.weapons_in(n)]
        return merge_names(dict.fromkeys(named), self.text.namer)

    def _confidence(self) -> str:
        """How sure the text is who did it, and by whose word."""
        stances = {said.stance for claim in self.claims for said in claim.speakers}
        words = self.text.around.words_of(self.claims)
        if Stance.CLAIMS in stances or (
            "responsibility" in words and words & load_words().claiming
        ):
            return "claimed or admitted"
        is_blame = any(deed.is_blame for deed in self.deeds) or words & load_words().suspecting
        if Stance.ACCUSES in stances or is_blame:
            by_authorities = " by authorities" if words & load_words().authorities else ""
            return f"suspected or accused{by_authorities}"
        return "reported as fact"

    # ---- where, when, how many ----

    @cached_property
    def location(self) -> Location | None:
        """The most exact place told, else one named nearby."""
        own = [t.location for t in self.group if t.location and self.text.covers(t.location)]
        if own:
            return min(own, key=lambda place: place.radius_km)
        near = (self.text.around.place_near(claim, self.text.country) for claim in self.claims)
        return next(filter(None, near), None)

    @cached_property
    def when(self) -> When | None:
        """The most exact time told, else the only one its sentence gives."""
        own = [t.when for t in self.group if t.when and not t.claim.background]
        own = own or [t.when for t in self.group if t.when]
        if not own:
            own = [when for c in self.claims if (when := self.text.around.time_near(c))]
        return min(own, key=lambda when: when.precision, default=None)

    def _place(self) -> tuple[str | None, ...] | None:
        location = self.location
        code = location.country if location else self.text.country
        country = _country_name(code)
        named = [
            _bare(self.text.namer.words(m.names)) for claim in self.claims for m in claim.places
        ]
        levels = [country]
        if location is not None:
            levels += [location.admin1, location.name]
        if location is None or location.country == code:
            levels += named
        named_levels = [level for level in levels if level]
        return tuple({level.casefold(): level for level in named_levels}.values()) or None

    def _date(self) -> DateRange | None:
        published = self.text.read.document.published
        day = published.date().isoformat() if published else None
        when = self.when
        if when is None or when.latest is None or when.latest.date is None:
            return DateRange(None, day) if day else None
        start = when.earliest.date if when.earliest else None
        return DateRange(start.isoformat() if start else None, when.latest.date.isoformat())

    def tolls(self) -> Iterator[RecordToll]:
        """How many of each kind: what one passage counts, or all who are told of one by one."""
        best: Figures = {}
        for figures in (*map(_told_by, self.claims), *self._counted(), self._one_by_one()):
            for kind, figure in figures.items():
                best[kind] = max(best.get(kind, (0, 0)), figure, key=lambda f: f[0])
        for kind, (low, high) in best.items():
            if kind in ("killed", "wounded", "abducted", "released") and low:
                yield RecordToll(kind, low, high)

    def _counted(self) -> Iterator[Figures]:
        """The figures of each sentence."""
        by_sentence: dict[int, Figures] = {}
        for number, harm in self.harms:
            words = self.text.namer.words(harm.words)
            if self.text.namer.sort(words) in (Class.PEOPLE, Class.ARMED):
                _add(by_sentence.setdefault(number, {}), harm.kind, harm.low, harm.high)
        yield from by_sentence.values()

    def _one_by_one(self) -> Figures:
        """Everybody named, once, and each other sort of people with its greatest figure."""
        namer = self.text.namer
        each: dict[str, Figures] = {}
        counted = {namer.words(harm.words) for _, harm in self.harms if harm.is_counted}
        within = {name for name, group in self._described.items() if group in counted}
        for _, harm in self.harms:
            words = namer.words(harm.words)
            head = head_of(words)
            if words in within:
                continue
            if namer.sort(words) not in (Class.PEOPLE, Class.ARMED) or head in load_words().generic:
                continue
            is_name = namer.is_person_name(words)
            if not is_name and (words.lower().startswith("the ") or not harm.is_counted):
                continue
            low, high = (1, 1) if is_name else (harm.low, harm.high)
            had = each.setdefault(harm.kind, {}).get(head, (0, 0))
            each[harm.kind][head] = max(had, (low, high), key=lambda f: f[0])
        for telling in self.group:
            kind = _DOES.get(telling.claim.kind)
            if kind is not None and telling.status == "occurred":
                for words in telling.people:
                    if namer.is_person_name(words) and words not in within:
                        each.setdefault(kind, {}).setdefault(head_of(words), (1, 1))
        totals: Figures = {}
        for kind, figures in each.items():
            for low, high in figures.values():
                _add(totals, kind, low, high)
        return totals


_DOES = {"killing": "killed", "abduction": "abducted"}


def _told_by(claim: Claim) -> Figures:
    figures: Figures = {}
    for toll in claim.tolls:
        if not toll.cumulative and toll.low:
            _add(figures, toll.kind.value, toll.low, toll.high)
    return figures


def _add(figures: Figures, kind: str, low: int, high: int | None) -> None:
    had = figures.get(kind, (0, 0))
    figures[kind] = had[0] + low, None if had[1] is None or high is None else had[1] + high


def _is_rebel(words: str) -> bool:
    return head_of(words).removesuffix("s") in load_words().rebels


def _bare(words: str) -> str:
    parts = words.split()
    while len(parts) > 1 and parts[-1].lower() in load_words().place_words:
        parts = parts[:-1]
    while len(parts) > 1 and parts[0].lower() in load_words().place_words:
        parts = parts[1:]
    return " ".join(parts)


@cache
def _countries() -> Countries:
    return Countries(load_countries())


def _country_name(code: str | None) -> str | None:
    return _countries().country_name(code) if code else None
