"""Passage to drafts: find triggers, judge them, give them their tolls, places and times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...codebook.kinds import Class, Role
from ...types import Confidence, Mention, MentionKind, PassedOver, Span, Stance, Status
from ..discourse.inheritance import is_definite
from ..discourse.quotations import Quotation, said_around
from ..grammar.parse import Sentence, Token
from ..grammar.slots import Arguments
from ..knowledge import Knowledge
from ..names.passages import Passage
from ..places.stretches import find_stretches
from ..places.where import FoundPlace, assign_places, find_places
from ..places.whereabouts import place_shared
from ..roles.arguments import find_arguments
from ..roles.assigning import find_roles
from ..speech.reporting import Said
from ..status.judgements import REALISED, Judgement
from ..status.rebuttals import ASSERTIONS
from ..text.blocks import Part
from ..tolls.counting import FoundToll, find_tolls
from ..tolls.toll_words import HARM
from ..triggers.accidents import accident_of, is_of_nature
from ..triggers.bearing import is_any_public
from ..triggers.conditions import choose_entry
from ..triggers.finding import Entry, Found, bare_entry
from .addressees import address
from .consequences import (
    add_harmed_side,
    find_sums,
    fold_consequences,
    fold_headline,
    is_harm,
    owner_of,
    unreal_harm,
)
from .drafts import Draft, has_tolls
from .folding import fold_same_event, relate_mediation, told_within
from .non_events import is_no_event
from .origins import without_origins
from .when import add_times

_COUNTED_KIND = "killing"
_BARGAINED = frozenset({"talks", "ceasefire", "agreement"})
_CONCLUDED = frozenset("broker mediate sign agree reach conclude negotiate".split())
_SPOKEN = frozenset({"demand", "offer", "refusal", "threat", "accusation", "statement-of-support"})


@dataclass(slots=True)
class Drafter:
    """Draft the claims of one document's passages, keeping what is passed over and why."""

    knowledge: Knowledge
    text: str
    is_figurative: bool  # a page of sport or business
    is_remote: bool  # a text that does not bear on conflict
    is_play: bool = False  # a page of sport or the arts, by its weaker words
    quotations: tuple[Quotation, ...] = ()
    passed_over: list[PassedOver] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)  # every place named

    def __call__(self, passage: Passage) -> list[Draft]:
        """The drafts of a passage, in text order."""
        drafts = self._find(passage)
        self._add_tolls(drafts, passage)
        drafts = [draft for draft in drafts if not draft.is_folded]
        self._add_places(drafts, passage)
        address(drafts, passage.phrases, is_place=True)
        drafts = [draft for draft in drafts if self._has_substance(draft, passage.sentence)]
        add_times(drafts, passage.phrases, self.knowledge.speech.is_saying)
        return drafts

    def _has_substance(self, draft: Draft, sentence: Sentence) -> bool:
        if draft.fillers or draft.places or draft.tolls or draft.said or draft.folded:
            return True
        if draft.judgement.status in (Status.DEMANDED, Status.THREATENED, Status.DENIED):
            return True  # who demands it is told with the demand
        if draft.entry.kind.force and draft.found and _is_told_as_undone(draft.judgement):
            return True
        if draft.entry.kind.id in _BARGAINED and (
            draft.judgement.status in (Status.NEGATED, Status.FAILED)
            or draft.head.child("poss") is not None
            or any(child.lemma in _CONCLUDED for child in draft.head.children)
        ):
            return True  # "no prospect of a ceasefire", "their talks", "a UN-brokered truce"
        if draft.arguments.support is not None and is_definite(draft.head):
            return True  # "the dialogue continues": who talks was told before
        if draft.found is not None:
            self._pass_over(
                draft.found, sentence, "nobody and no place stands with it", draft.entry
            )
        return False

    # ---- triggers ----

    def _find(self, passage: Passage) -> list[Draft]:
        drafts: list[Draft] = []
        taken: set[int] = set()
        for token in passage.sentence.tokens:
            draft = self._first_that_holds(token, taken, passage)
            if draft is not None:
                # "Threat of an attack" leaves the attack to be coded too, as threatened.
                words = (draft.head,) if draft.entry.kind.id in _SPOKEN else draft.words
                taken.update(part.index for part in words)
                drafts.append(draft)
        drafts = [draft for draft in drafts if not told_within(draft, drafts)]
        fold_same_event(drafts)
        relate_mediation(drafts)
        heads = {draft.head.index for draft in drafts}
        for draft in drafts:  # "condemned the attack": what is condemned is an event, not a party
            draft.fillers = tuple(
                filler for filler in draft.fillers if filler.head.index not in heads
            )
        address(drafts, passage.phrases, is_place=False)
        return [draft for draft in drafts if self._is_event(draft, drafts, passage)]

    def _is_event(self, draft: Draft, drafts: list[Draft], passage: Passage) -> bool:
        because = is_no_event(draft, drafts) or self._is_private(draft, passage)
        if because and draft.found is not None:
            self._pass_over(draft.found, passage.sentence, because, draft.entry)
        return because is None

    def _is_private(self, draft: Draft, passage: Passage) -> str | None:
        if not self.is_remote or not draft.entry.kind.everyday:
            return None
        speakers = [layer.speaker for layer in draft.said if layer.speaker is not None]
        parties = [filler.head for filler in draft.fillers]
        if is_any_public([*parties, *speakers], passage.phrases):
            return None
        return "the text does not bear on conflict and no public party is named"

    def _first_that_holds(self, token: Token, taken: set[int], passage: Passage) -> Draft | None:
        """The longest trigger from a token on whose surroundings meet the codebook's conditions."""
        passed_over: list[PassedOver] = []
        for found in self.knowledge.triggers.options(token, passage.sentence):
            if taken.intersection(part.index for part in found.tokens):
                continue
            draft = self._consider(found, passage)
            if isinstance(draft, Draft):
                return draft
            passed_over.append(draft)
        self.passed_over += passed_over[:1]
        return None

    def _consider(self, found: Found, passage: Passage) -> Draft | PassedOver:
        figurative, sentence = self.knowledge.figurative, passage.sentence
        phrases = (figurative.phrase_at(token, sentence) for token in found.tokens)
        phrase = next((phrase for phrase in phrases if phrase), None)
        if phrase is not None:
            return _passed_over(found, sentence, f"“{phrase}” is a figure of speech")
        if not found.is_verb and passage.phrases.are_in_name(found.tokens):
            return _passed_over(found, sentence, f"“{found.head.text}” belongs to a name")
        if passage.phrases.is_in_time(found.head):
            return _passed_over(found, sentence, f"“{found.head.text}” belongs to a time")
        arguments = find_arguments(found, self.knowledge.attitudes)
        choice = choose_entry(found, arguments, passage.phrases)
        if choice.entry is None:
            return _passed_over(found, sentence, choice.lacking)
        doubt = figurative.doubt(
            choice.entry,
            arguments,
            passage.phrases,
            is_page=self.is_figurative,
            is_play=self.is_play,
        )
        if doubt is not None:
            return _passed_over(found, sentence, doubt, choice.entry)
        return self._draft(found, choice.entry, arguments, passage)

    def _draft(self, found: Found, entry: Entry, arguments: Arguments, passage: Passage) -> Draft:
        judgement = self.knowledge.status(found.head, arguments, passage.sentence)
        told = entry.pattern.status
        is_own = judgement.cue in found.tokens  # "did not respond", "failed to act"
        if told is not None and (judgement.status in REALISED or is_own):
            judgement = Judgement(told, found.head, f"“{found.head.text}” itself says so")
        said = self._said(arguments, passage)
        if entry.kind.id in _SPOKEN and (rebuttal := _rebutted(said)) is not None:
            # "A accuses B of it, a charge B denies": the accusation was made.
            said = tuple(layer for layer in said if layer is not rebuttal)
            if judgement.cue is rebuttal.cue:
                judgement = Judgement(Status.OCCURRED, None, "what it says is denied, not it")
        if judgement.status in REALISED and any(layer.stance == "denies" for layer in said):
            judgement = Judgement(Status.DENIED, said[0].cue, f"“{said[0].cue.text}” denies it")
        return Draft(
            found,
            entry,
            found.head,
            arguments,
            find_roles(entry, arguments, passage.phrases, found.tokens),
            judgement,
            said=said,
            hedges=self.knowledge.status.hedges(found.head, arguments, passage.sentence),
        )

    def _said(self, arguments: Arguments, passage: Passage) -> tuple[Said, ...]:
        return said_around(
            arguments.clause,
            passage,
            self.knowledge.speech,
            self.quotations,
            is_support=arguments.support is not None,
        )

    def _pass_over(
        self, found: Found, sentence: Sentence, because: str, entry: Entry | None = None
    ) -> None:
        self.passed_over.append(_passed_over(found, sentence, because, entry))

    # ---- tolls ----

    def _add_tolls(self, drafts: list[Draft], passage: Passage) -> None:
        """Give each toll to its event; a killing with a cause is that cause's toll."""
        tolls = find_tolls(passage.phrases, passage.sentence)
        for draft in find_sums(drafts, tolls):
            drafts.remove(draft)
            assert draft.found is not None
            because = "it sums up many events"
            self._pass_over(draft.found, passage.sentence, because, draft.entry)
        fold_consequences(drafts, tolls)
        if passage.sentence.part is not Part.BODY:
            fold_headline(drafts)
        for draft in drafts:
            add_harmed_side(draft, passage.phrases)
        self._drop_accidents(drafts, passage)
        for toll in tolls:
            owner = owner_of(toll, drafts)
            if owner is not None and not _is_no_figure_of(owner, toll):
                owner.tolls.append(toll)
            elif owner is not None:
                continue
            elif (
                toll.toll.kind == "killed"
                and not toll.toll.cumulative
                and not (self.is_figurative or self.is_play)
            ):
                drafts += self._bare(toll, drafts, passage)

    def _drop_accidents(self, drafts: list[Draft], passage: Passage) -> None:
        """ "Three people were killed when a bus overturned": no side did it."""
        for draft in [draft for draft in drafts if is_harm(draft) and not draft.is_folded]:
            word = accident_of(draft.head, self.knowledge.lexicon)
            if word is None or draft.folded or draft.heads(Role.ACTOR):
                continue
            drafts.remove(draft)
            assert draft.found is not None
            because = f"“{word.text}” is no deed of anybody"
            self._pass_over(draft.found, passage.sentence, because, draft.entry)

    def _bare(self, toll: FoundToll, drafts: list[Draft], passage: Passage) -> Iterator[Draft]:
        """ "Ten dead" with no cause is a killing by nobody named."""
        if toll.toll.low is None and toll.toll.high is None:
            return
        told = any(not draft.is_folded and has_tolls(draft) for draft in drafts)
        if told or _COUNTED_KIND not in self.knowledge.codebook:
            return
        if self._is_natural(toll.anchor, passage):
            return
        arguments = Arguments(toll.anchor, None, ())
        entry = bare_entry(self.knowledge.codebook.kind(_COUNTED_KIND))
        judgement = self.knowledge.status(toll.anchor, arguments, passage.sentence)
        if judgement.status is not Status.OCCURRED:
            return
        said = self._said(arguments, passage)
        draft = Draft(None, entry, toll.anchor, arguments, (), judgement, said=said)
        draft.tolls.append(toll)
        yield draft

    def _is_natural(self, anchor: Token, passage: Passage) -> bool:
        """ "Died of cholera", "the cyclone killed 30": no person or weapon did it."""
        if self.knowledge.figurative.phrase_at(anchor, passage.sentence):
            return True
        if is_of_nature(anchor) or accident_of(anchor, self.knowledge.lexicon) is not None:
            return True
        subject = anchor.child("nsubj")
        return (
            subject is not None
            and subject.lemma not in passage.phrases.lexicon.weapon
            and passage.phrases.classes(subject) == {Class.THING}
        )

    # ---- places ----

    def _add_places(self, drafts: list[Draft], passage: Passage) -> None:
        acting = [
            head
            for draft in drafts
            for role in (Role.ACTOR, Role.TARGET, Role.THROUGH)
            for head in draft.heads(role)
            if passage.phrases.can_act(head)
        ]
        found = find_stretches(find_places(passage.phrases, acting), passage.phrases)
        self.places += [place.span for place in found]
        spoken = {
            number: _spoken_of(draft, drafts)
            for number, draft in enumerate(drafts)
            if draft.entry.kind.id in _SPOKEN
        }
        triggers = [draft.tokens() for draft in drafts]
        given = assign_places(found, triggers, spoken, self.knowledge.speech.is_saying)
        for number, draft in enumerate(drafts):
            draft.places += given.get(number, ())
            if number not in spoken:
                draft.places += _placed_by_role(draft, found, draft.places)
        where = _places_of_facts(found, drafts)
        for number, draft in enumerate(drafts):
            is_recalled = number in spoken.values() and is_definite(draft.head)
            if number not in spoken and not is_recalled:
                draft.places += self._shared(draft, where, passage)
            draft.places = without_origins(draft, found)
            draft.places.sort(key=lambda mention: mention.span)

    def _shared(
        self, draft: Draft, found: tuple[FoundPlace, ...], passage: Passage
    ) -> Iterator[Mention]:
        """ "Shot a guard in Beni and burned the school": the school is where the guard was."""
        if draft.places or draft.judgement.status not in REALISED:
            return
        if draft.arguments.is_participle:
            return  # "the prisoners captured in May": an earlier event, told of elsewhere
        is_saying = self.knowledge.speech.is_saying
        place = place_shared(draft.head, draft.arguments, found, passage.phrases, is_saying)
        if place is not None:
            because = "the clause it shares is there"
            yield Mention(place.span, MentionKind.PLACE, None, Confidence.LOW, because)


def _is_no_figure_of(draft: Draft, toll: FoundToll) -> bool:
    """Harm that is threatened, or that was done before: "evacuated 20 wounded civilians"."""
    if toll.anchor.dep == "amod" and not draft.entry.kind.force:
        return True  # "handed over 12 captured soldiers"
    return toll.toll.kind in HARM and unreal_harm(draft)


def _rebutted(said: tuple[Said, ...]) -> Said | None:
    """The denial of what an act of speech says: "…, a charge Islamabad denies"."""
    for layer in said:
        denied = layer.cue.child("dobj")
        if layer.stance is Stance.DENIES and denied is not None and denied.lemma in ASSERTIONS:
            return layer
    return None


def _spoken_of(speech: Draft, drafts: list[Draft]) -> int | None:
    """The event an act of speech has as its object: "condemned the attack"."""
    objects = speech.arguments.of("object", "of", "for")
    return next((number for number, draft in enumerate(drafts) if draft.head in objects), None)


def _places_of_facts(found: tuple[FoundPlace, ...], drafts: list[Draft]) -> tuple[FoundPlace, ...]:
    """The places but those where something is planned, demanded or denied."""
    unreal = {
        mention.span
        for draft in drafts
        if draft.judgement.status not in REALISED
        for mention in draft.places
    }
    return tuple(place for place in found if place.span not in unreal)


def _is_told_as_undone(judgement: Judgement) -> bool:
    """ "No fighting was reported", "a car bomb was defused", with nobody and no place."""
    if judgement.status is Status.NEGATED:
        return judgement.cue is not None and judgement.cue.lemma == "no"
    return judgement.status in (Status.FAILED, Status.DENIED)


def _passed_over(
    found: Found, sentence: Sentence, because: str, entry: Entry | None = None
) -> PassedOver:
    kind = (entry or found.entries[0]).kind.id
    span = found.tokens[0].span.to(found.tokens[-1].span)
    return PassedOver(sentence.span, span, kind, because)


def _placed_by_role(
    draft: Draft, found: tuple[FoundPlace, ...], given: list[Mention]
) -> Iterator[Mention]:
    """ "Captured Marib": the object is the place."""
    for filler in (*draft.fillers, *(filler for other in draft.folded for filler in other.fillers)):
        if filler.role is not Role.PLACE:
            continue
        place = next((place for place in found if place.span.covers(filler.head.span)), None)
        if place is None:
            below = {token.index for token in filler.head.subtree()}
            place = next((place for place in found if place.name.index in below), None)
        if place is not None and all(mention.span != place.span for mention in given):
            yield Mention(place.span, MentionKind.PLACE, None, Confidence.HIGH, filler.because)
