"""What a text says around an event: a coder reads the sentences beside a claim too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ...analysis.grammar.lexicon import load_lexicon
from ...analysis.grammar.parse import Sentence, Token
from ...analysis.times.finding import find_times
from ...resolution.times.choosing import TimeResolver
from ...types import Claim, Location, When, WherePrecision
from .documents import OpenText

# Weapons that a coder does not take for what an attack was made with.
_NO_INSTRUMENT = frozenset(
    "artillery tank drone stick stone club helicopter jet warplane gas shell".split()
)
_DEVICES = frozenset("device charge machinegun submachinegun tnt cocktail".split())
# "Rifle fire", "a bomb explosion", "a dynamite attack" name the weapon in front.
_EVENTS = frozenset("attack explosion blast fire assault stick detonation".split())
_SEIZING = frozenset(
    "seize confiscate find capture discover carry recover wear hold surrender lay".split()
)
# No further back than this many sentences is looked for where it was.
REACH = 3


@dataclass(frozen=True)
class Surroundings:
    """The sentences of one text, for what stands near a claim."""

    text: OpenText

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return self.text.sentences

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_of(self, claim: Claim) -> int:
        """The number of the sentence that a claim stands in."""
        return max(bisect_right(self._starts, claim.evidence.start) - 1, 0)

    def tag_of(self, claim: Claim) -> str:
        """The tag of the main word of a claim's trigger: a verb's or a noun's."""
        tokens = self.sentences[self.sentence_of(claim)].between(claim.trigger)
        verbs = [token.tag for token in tokens if token.pos == "VERB"]
        nouns = [token.tag for token in tokens if token.pos in ("NOUN", "PROPN")]
        return next(iter((*verbs, *nouns[::-1])), "")

    def words_of(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The words, and their lemmas, of the sentences that claims stand in."""
        numbers = {self.sentence_of(claim) for claim in claims}
        return frozenset(word for number in numbers for word in self.sentences[number].words)

    def before(self, number: int) -> Iterator[Sentence]:
        """A sentence and those before it in its paragraph, the nearest first."""
        here = self.sentences[number]
        for index in range(number, max(number - REACH, -1), -1):
            if self.sentences[index].block != here.block:
                return
            yield self.sentences[index]

    def places_in(self, sentence: Sentence) -> list[Location]:
        """The places a sentence names, but for countries."""
        return [
            place
            for span, place in self.text.places.items()
            if sentence.span.covers(span) and place.precision < WherePrecision.COUNTRY
        ]

    def place_near(self, claim: Claim, country: str | None) -> Location | None:
        """The most exact place in the sentence, or in those before it."""
        for sentence in self.before(self.sentence_of(claim)):
            inside = [place for place in self.places_in(sentence) if place.country == country]
            if inside:
                return min(inside, key=lambda place: place.radius_km)
        return None

    def time_near(self, claim: Claim) -> When | None:
        """The one time that the sentence gives; ``None`` when it gives several."""
        found = self._times_in(self.sentences[self.sentence_of(claim)])
        return found[0] if len(found) == 1 else None

    def _times_in(self, sentence: Sentence) -> list[When]:
        words = sentence.span.of(self.text.read.document.text)
        resolve = TimeResolver(self.text.read.document.published)
        times = (resolve(span.of(words)).chosen for span in find_times(words))
        return [when for when in times if when is not None]

    def weapons_in(self, number: int) -> Iterator[Token]:
        """The weapons a sentence names, but for those that were found or seized."""
        lexicon = load_lexicon()
        for token in self.sentences[number].tokens:
            is_led = token.dep in ("compound", "amod", "nmod") and token.head.lemma not in _EVENTS
            if token.pos not in ("NOUN", "PROPN") or is_led:
                continue
            if token.lemma not in lexicon.weapon | _DEVICES or token.lemma in _NO_INSTRUMENT:
                continue
            if not any(above.lemma in _SEIZING for above in token.ancestors()):
                yield token
