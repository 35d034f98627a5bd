"""What can be said of a party that bears on whether it fills a slot of a happening's record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...types import Span
from ..rows import Filler, RecordEvent
from .cast import SLOTS, Candidate, Cast, sort_name
from .circumstances import head_of, sort_of
from .happenings import Happening
from .parties import Party
from .words import load_words

NEAR = (
    3  # sentences; what is named only further away fills no slot, but for what the text opens with
)
Read = Mapping[str, tuple[Filler, ...]]


@dataclass(frozen=True)
class Scene:
    """A happening among the other happenings and the parties of its text."""

    it: Happening
    cast: Cast
    read: Read  # what the reading puts in each slot
    others: Read  # and in those of the text's other happenings
    own: tuple[Span, ...]  # its triggers
    foreign: tuple[Span, ...]  # those of the other happenings
    numbers: frozenset[int]  # of its sentences

    def candidates(self, slot: str) -> Iterator[Candidate]:
        """Whom the reading puts there, then whoever else is named near."""
        known = self.cast.of(slot)
        for names in self.read[slot]:
            same = [candidate for candidate in known if candidate.is_among((names,))]
            mentions = sorted((m for c in same for m in c.mentions), key=lambda m: m.at)
            actor = next((c.actor for c in same if c.actor), None)
            sort = same[0].sort if same else sort_name(names[0], self.it.text)
            spellings = (*names, *(name for c in same for name in c.names))
            yield Candidate(tuple(dict.fromkeys(spellings)), tuple(mentions), sort, actor)
        for candidate in known:
            if not candidate.is_among(self.read[slot]) and self._is_in_reach(candidate):
                yield candidate

    def features(self, slot: str, candidate: Candidate) -> dict[str, float]:
        """Everything said of a candidate for a slot; each is there or is not."""
        return dict.fromkeys(self._all(slot, candidate), 1.0)

    def _is_in_reach(self, candidate: Candidate) -> bool:
        if any(self._far(mention) <= NEAR for mention in candidate.mentions):
            return True
        if any(candidate.is_among(self.read[other]) for other in SLOTS):
            return True
        return any(candidate.is_among(self.others[other]) for other in SLOTS) or any(
            self._opens_text(mention) for mention in candidate.mentions
        )

    def _all(self, slot: str, candidate: Candidate) -> Iterator[str]:
        yield f"it is {candidate.sort}"
        yield f"{candidate.sort} of a {self.it.label}"
        yield f"of what is {self.it.status}"
        yield from self._named(candidate)
        yield from self._as_read(slot, candidate)
        if self.it.rivals == 0:
            yield "there is nothing else"
        if candidate.mentions:
            yield from self._near(candidate)
            yield from self._parts(candidate)
            yield from self._around(slot, candidate)
        if slot == "actor_organizations":
            yield from self._as_body(candidate)

    def _named(self, candidate: Candidate) -> Iterator[str]:
        is_person = any(map(self.it.text.namer.is_person_name, candidate.names))
        head = head_of(candidate.names[0])
        if is_person:
            yield "it is a person's name"
        elif sort_of(head) is not None:
            yield f"“{head.removesuffix('s')}”"
        if head in load_words().generic:
            yield "it says nothing"
        count = len(candidate.mentions)
        yield ("named once" if count == 1 else "named some times" if count < 4 else "named often")

    def _as_read(self, slot: str, candidate: Candidate) -> Iterator[str]:
        for other in SLOTS:
            if candidate.is_among(self.read[other]):
                yield f"read among the {other}"
            if candidate.is_among(self.others[other]):
                yield f"read among another's {other}"
        if not self.read[slot]:
            yield "nobody is read"
        if len(self.read[slot]) > 3:
            yield "many are read"
        if slot == "actors" and self.read["actor_organizations"]:
            yield "an organisation is read"

    # ---- where it is named ----

    def _near(self, candidate: Candidate) -> Iterator[str]:
        nearest = self._nearest(candidate)
        far, inside = self._far(nearest), sum(self._far(m) == 0 for m in candidate.mentions)
        yield f"{_distance(far)} it"
        yield f"{candidate.sort} {_distance(far)} it"
        if 0 < far <= NEAR:
            yield "after it" if nearest.number > min(self.numbers) else "before it"
        if inside > 1:
            yield "in its sentences more than once"
        if self._opens_text(nearest):
            yield "in the first paragraph"
        yield f"it opens with {nearest.opening}"

    def _parts(self, candidate: Candidate) -> Iterator[str]:
        for mention in candidate.mentions:
            far = self._far(mention)
            where = "" if far == 0 else " nearby" if far <= NEAR else " elsewhere"
            for part in mention.parts:
                if any(span.start <= part.at < span.end for span in self.own):
                    yield f"{part.how} of its own word"
                elif any(span.start <= part.at < span.end for span in self.foreign):
                    yield f"{part.how} of another's word"
                yield f"{part.how} of {part.sort}{where}"
            if not mention.parts and not where:
                yield "part of nothing"

    def _around(self, slot: str, candidate: Candidate) -> Iterator[str]:
        nearest = self._nearest(candidate)
        far = self._far(nearest)
        sentence, where = self.it.text.around.sentences[nearest.number], _distance(far)
        if sentence.words & load_words().suspecting:
            yield f"with suspicion {where} it"
        if sentence.words & {"responsibility", "credit"}:
            yield f"with responsibility {where} it"
        if any(sentence.span.covers(span) for span in self.foreign):
            yield f"beside another's word {where} it"
        if nearest.at < self.own[0].start:
            yield f"told before {where} it"
        peers = [other for other in self.cast.of(slot) if other.sort == candidate.sort]
        if not any(other.mentions[0].at < candidate.mentions[0].at for other in peers):
            yield "the first named"
        for part in nearest.parts[:2] if far == 0 else ():
            yield f"{part.how} of {part.sort}, {candidate.sort}"
            yield f"{part.how} of {part.sort}, a {self.it.label}"

    def _as_body(self, candidate: Candidate) -> Iterator[str]:
        actor, actors = candidate.actor, self.read["actors"]
        who = actor.inter.name.lower() if actor and actor.inter else candidate.sort
        heads = {head_of(name).removesuffix("s") for names in actors for name in names}
        said = {name.casefold() for names in actors for name in names}
        if any(spelling in name for spelling in candidate.spellings for name in said):
            yield "within who is read to act"
        acting = "rebels" if heads & load_words().rebels else "others" if heads else "nobody"
        yield f"{acting} act, it is {who}"
        yield f"it is {who}, of a {self.it.label}"
        if candidate.mentions:
            yield f"{who} {_distance(self._far(self._nearest(candidate)))} it"
        if not self.read["actor_organizations"]:
            yield f"no organisation is read, it is {who}"
        if actor is None:
            return
        peers = [b for b in self.cast.bodies if b.actor and b.actor.inter == actor.inter]
        if len(peers) == 1:
            yield f"the only {who}"
        elif len(candidate.mentions) >= max((len(b.mentions) for b in peers), default=0):
            yield f"the most named {who}"

    def _nearest(self, candidate: Candidate) -> Party:
        return min(candidate.mentions, key=self._far)

    def _far(self, party: Party) -> int:
        return min(abs(party.number - number) for number in self.numbers)

    def _opens_text(self, party: Party) -> bool:
        sentences = self.it.text.around.sentences
        return sentences[party.number].block == sentences[0].block


def _distance(far: int) -> str:
    if far == 0:
        return "beside"
    return "next to" if far == 1 else "near" if far <= NEAR else "far from"


def scenes_of(
    happenings: Sequence[Happening], records: Sequence[RecordEvent], cast: Cast
) -> Iterator[Scene]:
    """Each happening of one text among the others."""
    reads = [{slot: getattr(record, slot) for slot in SLOTS} for record in records]
    triggers = [tuple(claim.trigger for claim in it.claims) for it in happenings]
    for number, it in enumerate(happenings):
        rest = [n for n in range(len(happenings)) if n != number]
        others = {slot: tuple(f for n in rest for f in reads[n][slot]) for slot in SLOTS}
        foreign = tuple(span for n in rest for span in triggers[n])
        numbers = frozenset(map(it.text.around.sentence_of, it.claims))
        yield Scene(it, cast, reads[number], others, triggers[number], foreign, numbers)
