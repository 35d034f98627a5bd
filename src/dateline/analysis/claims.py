"""Document to claims: find triggers, read what stands around them, put it together.

The steps are in ``ClaimFinder._read_sentence``, in order; each is a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..codebook import Codebook
from ..codebook.kinds import Role
from ..types import (
    Attribution,
    Claim,
    Confidence,
    Document,
    Mention,
    MentionKind,
    Names,
    Outcome,
    PassedOver,
    Reason,
    Span,
    Status,
    Toll,
    TollKind,
)
from .antecedents import Discourse, is_generic
from .arguments import Arguments, find_arguments
from .attitudes import load_attitudes
from .background import find_background
from .causes import find_cause
from .conditions import choose_entry
from .confidence import weigh_claim
from .dateline import Dateline, find_dateline
from .drafts import (
    Draft,
    fold,
    fold_same_event,
    has_tolls,
    is_no_event,
    lent,
    relate_mediation,
    who_suffers,
)
from .figurative import Figurative
from .follow_ups import follow_up
from .inheritance import inherit, is_definite
from .lexicon import load_lexicon
from .outcomes import find_outcome
from .parse import Parser, Sentence, Text, Token
from .passages import find_blocks
from .phrases import Phrases
from .recase import is_in_capitals, recase
from .roles import find_roles
from .speech import load_speech
from .status import Judgement, StatusReader
from .times import find_times
from .tolls import FoundToll, find_tolls, is_consequence
from .triggers import Entry, Found, TriggerIndex, bare_entry
from .where import FoundPlace, assign_places, find_places

_MARKS = re.compile(r"\s*(?:\[[A-Z][A-Z .,'-]{1,40}\]\s*)*")
_COUNTED_KIND = "killing"
_SPOKEN = frozenset({"demand", "offer", "refusal", "threat", "accusation", "statement-of-support"})


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading a document found, before anything is resolved."""

    claims: tuple[Claim, ...]
    passed_over: tuple[PassedOver, ...]
    places: tuple[Span, ...]  # every place named, in a claim or not
    demonyms: tuple[Span, ...]  # "Syrian"


class ClaimFinder:
    """Find the claims in a document with one parser, codebook and set of names."""

    def __init__(self, parser: Parser, codebook: Codebook, names: Names) -> None:
        self.parser = parser
        self.codebook = codebook
        self.names = names
        self._lexicon = load_lexicon()
        self._attitudes = load_attitudes()
        self._speech = load_speech()
        self._status = StatusReader(self._attitudes, self._speech)
        self._index = TriggerIndex(codebook)
        self._ordinary = self._index.forms | self._lexicon.function
        self._figurative = Figurative.of(codebook)

    def __call__(self, document: Document) -> Findings:
        """Read one document."""
        texts = tuple(self._texts(document))
        sentences = self.parser(texts)
        reader = _DocumentReader(self, document, texts, sentences)
        for number, sentence in enumerate(sentences):
            reader.read(number, sentence)
        return reader.findings()

    def _texts(self, document: Document) -> Iterator[Text]:
        dateline = find_dateline(document.text)
        for number, block in enumerate(find_blocks(document)):
            span = _without_opening(block.span, document.text, dateline)
            if span is None:
                continue
            words = span.of(document.text).replace("\n", " ")
            if is_in_capitals(words):
                words = recase(words, self.names, self._ordinary)
            yield Text(words, span.start, block.part, number)


def _spoken_of(speech: Draft, drafts: list[Draft]) -> int | None:
    """The event an act of speech has as its object: "condemned the attack"."""
    objects = speech.arguments.of("object", "of", "for")
    return next((number for number, draft in enumerate(drafts) if draft.head in objects), None)


def _passed_over(
    found: Found, sentence: Sentence, because: str, entry: Entry | None = None
) -> PassedOver:
    kind = (entry or found.entries[0]).kind.id
    span = found.tokens[0].span.to(found.tokens[-1].span)
    return PassedOver(sentence.span, span, kind, because)


def _cased(text: str, blocks: tuple[Text, ...]) -> str:
    """A document's text with its blocks as they were parsed: capitals brought back, letter for letter."""
    parts, end = [], 0
    for block in blocks:
        parts += [text[end : block.start], block.words]
        end = block.start + len(block.words)
    return "".join((*parts, text[end:]))


def _without_opening(block: Span, text: str, dateline: Dateline | None) -> Span | None:
    """A block without what opens a bulletin: the dateline and the service's marks ("[TEXT]")."""
    start = block.start
    if dateline is not None and block.covers(dateline.span):
        start = dateline.span.end
    mark = _MARKS.match(text, start, block.end)
    start = mark.end() if mark else start
    return Span(start, block.end) if start < block.end else None


class _DocumentReader:
    """One document's reading in progress: what was named so far, what was found."""

    def __init__(
        self,
        finder: ClaimFinder,
        document: Document,
        texts: tuple[Text, ...],
        sentences: tuple[Sentence, ...],
    ) -> None:
        self.finder = finder
        self.document = document
        self.cased = _cased(document.text, texts)  # names are looked up in it, quotes are not
        self.discourse = Discourse()
        self.is_figurative = finder._figurative.is_page(sentences)
        self.claims: list[Claim] = []
        self.previous: list[Claim] = []  # those of the passage before
        self.passed_over: list[PassedOver] = []
        self.places: list[Span] = []
        self.demonyms: list[Span] = []

    def findings(self) -> Findings:
        """Everything found, in text order."""
        return Findings(
            tuple(self.claims), tuple(self.passed_over), tuple(self.places), tuple(self.demonyms)
        )

    def read(self, number: int, sentence: Sentence) -> None:
        """Read the next passage."""
        finder = self.finder
        phrases = Phrases(sentence, self.cased, finder.names, finder._lexicon)
        self.discourse.hear(phrases, number)
        drafts = list(self._drafts(sentence, phrases))
        self._add_tolls(drafts, sentence, phrases)
        drafts = [draft for draft in drafts if not draft.is_folded]
        self._place(drafts, sentence, phrases)
        drafts = [draft for draft in drafts if self._has_substance(draft, sentence)]
        self._time(drafts, sentence)
        claims = [
            claim for draft in drafts for claim in self._claims(draft, sentence, phrases, number)
        ]
        # A passage that only says how the one before ended completes its claims.
        completed = follow_up(self.previous, claims, sentence, phrases, self.discourse, number)
        if completed is not None:
            self._replace(self.previous, completed)
            claims = []
            self.previous = list(completed)
        elif claims:
            self.previous = claims
        self.claims += claims

    def _replace(self, old: list[Claim], new: tuple[Claim, ...]) -> None:
        start = len(self.claims) - len(old)
        self.claims[start:] = new

    def _has_substance(self, draft: Draft, sentence: Sentence) -> bool:
        if draft.fillers or draft.places or draft.tolls or draft.said or draft.folded:
            return True
        if draft.arguments.support is not None and is_definite(draft.head):
            return True  # "the dialogue continues": who talks was told before
        if draft.found is not None:
            self._pass_over(
                draft.found, sentence, "nobody and no place stands with it", draft.entry
            )
        return False

    # ---- triggers ----

    def _drafts(self, sentence: Sentence, phrases: Phrases) -> Iterator[Draft]:
        drafts: list[Draft] = []
        taken: set[int] = set()
        for token in sentence.tokens:
            draft = self._first_that_holds(token, taken, sentence, phrases)
            if draft is not None:
                taken.update(part.index for part in draft.words)
                drafts.append(draft)
        fold_same_event(drafts)
        relate_mediation(drafts)
        heads = {draft.head.index for draft in drafts}
        for draft in drafts:  # "condemned the attack": what is condemned is an event, not a party
            draft.fillers = tuple(
                filler for filler in draft.fillers if filler.head.index not in heads
            )
        for draft in list(drafts):
            because = is_no_event(draft, drafts)
            if because and draft.found is not None:
                drafts.remove(draft)
                self._pass_over(draft.found, sentence, because, draft.entry)
        yield from drafts

    def _first_that_holds(
        self, token: Token, taken: set[int], sentence: Sentence, phrases: Phrases
    ) -> Draft | None:
        """The longest trigger from a token on whose surroundings meet the codebook's conditions."""
        passed_over: list[PassedOver] = []
        for found in self.finder._index.options(token, sentence.tokens):
            if taken.intersection(part.index for part in found.tokens):
                continue
            draft = self._consider(found, sentence, phrases)
            if isinstance(draft, Draft):
                return draft
            passed_over.append(draft)
        self.passed_over += passed_over[:1]
        return None

    def _consider(self, found: Found, sentence: Sentence, phrases: Phrases) -> Draft | PassedOver:
        finder = self.finder
        phrase = finder._figurative.phrase_at(found.head, sentence)
        if phrase is not None:
            return _passed_over(found, sentence, f"“{phrase}” is a figure of speech")
        arguments = find_arguments(found, finder._attitudes)
        choice = choose_entry(found, arguments, phrases)
        if choice.entry is None:
            return _passed_over(found, sentence, choice.lacking)
        doubt = finder._figurative.doubt(
            choice.entry, arguments, phrases, is_page=self.is_figurative
        )
        if doubt is not None:
            return _passed_over(found, sentence, doubt, choice.entry)
        return self._draft(found, choice.entry, arguments, sentence, phrases)

    def _draft(
        self, found: Found, entry: Entry, arguments: Arguments, sentence: Sentence, phrases: Phrases
    ) -> Draft:
        finder = self.finder
        judgement = finder._status(found.head, arguments, sentence)
        told = entry.pattern.status
        if told is not None and judgement.status in (Status.OCCURRED, Status.ONGOING):
            judgement = Judgement(told, found.head, f"“{found.head.text}” itself says so")
        said = finder._speech.around(arguments.clause, sentence)
        if any(layer.stance == "denies" for layer in said) and judgement.status in (
            Status.OCCURRED,
            Status.ONGOING,
        ):
            judgement = Judgement(Status.DENIED, said[0].cue, f"“{said[0].cue.text}” denies it")
        return Draft(
            found,
            entry,
            found.head,
            arguments,
            find_roles(entry, arguments, phrases),
            judgement,
            said=said,
            hedges=finder._status.hedges(found.head, arguments),
        )

    def _pass_over(
        self, found: Found, sentence: Sentence, because: str, entry: Entry | None = None
    ) -> None:
        self.passed_over.append(_passed_over(found, sentence, because, entry))

    # ---- tolls ----

    def _add_tolls(self, drafts: list[Draft], sentence: Sentence, phrases: Phrases) -> None:
        """Give each toll to its event; a killing with a cause is that cause's toll."""
        events = [
            (number, draft.head)
            for number, draft in enumerate(drafts)
            if has_tolls(draft)
            and not (draft.found and draft.found.is_verb and is_consequence(draft.head))
        ]
        supports = [
            (number, draft.arguments.support)
            for number, draft in enumerate(drafts)
            if has_tolls(draft) and draft.arguments.support is not None
        ]
        tolls = find_tolls(phrases, sentence)
        self._drop_cumulative(drafts, tolls, sentence)
        for draft in drafts:
            if draft.found is None or not draft.found.is_verb or not is_consequence(draft.head):
                continue
            cause = find_cause(draft.head, who_suffers(draft, tolls), events + supports)
            if cause is not None:
                fold(draft, drafts[cause])
        for draft in drafts:  # "killing nine and wounding twenty"
            if draft.found is None or draft.is_folded or not is_consequence(draft.head):
                continue
            others = [
                (number, other.head)
                for number, other in enumerate(drafts)
                if other.found is not None
                and other.found.is_verb
                and not other.is_folded
                and other.head.index < draft.head.index
                and is_consequence(other.head)
            ]
            first = find_cause(draft.head, None, others) if draft.found.is_verb else None
            if first is not None:
                fold(draft, drafts[first])
        for toll in tolls:
            owner = self._owner_of(toll, drafts, events + supports)
            if owner is not None:
                owner.tolls.append(toll)
            elif toll.toll.kind == "killed" and not toll.toll.cumulative and not self.is_figurative:
                bare = self._bare(toll, drafts, sentence, phrases)
                if bare is not None:
                    drafts.append(bare)

    def _drop_cumulative(
        self, drafts: list[Draft], tolls: tuple[FoundToll, ...], sentence: Sentence
    ) -> None:
        """ "Since 2011 half a million have been killed" sums up; it is no event of its own."""
        for toll in tolls:
            draft = next((draft for draft in drafts if draft.head is toll.anchor), None)
            if toll.toll.kind not in (TollKind.KILLED, TollKind.WOUNDED):
                continue
            if draft is not None and toll.toll.cumulative and draft.found is not None:
                drafts.remove(draft)
                self._pass_over(draft.found, sentence, "it sums up many events", draft.entry)

    def _owner_of(
        self, toll: FoundToll, drafts: list[Draft], events: list[tuple[int, Token]]
    ) -> Draft | None:
        for draft in drafts:
            if toll.anchor in draft.tokens() and not draft.is_folded:
                return draft if has_tolls(draft) else None
        cause = find_cause(toll.anchor, toll.who, events)
        if cause is not None:
            return drafts[cause]
        for draft in drafts:  # "killed ten and wounded four"
            if draft.tolls and toll.anchor.dep == "conj" and not draft.is_folded:
                anchors = {own.anchor.index for own in draft.tolls}
                if anchors & {token.index for token in toll.anchor.ancestors()}:
                    return draft
        return next((draft for draft in drafts if draft.tolls and not draft.is_folded), None)

    def _bare(
        self, toll: FoundToll, drafts: list[Draft], sentence: Sentence, phrases: Phrases
    ) -> Draft | None:
        """ "Ten dead" with no cause is a killing by nobody named."""
        if toll.toll.low is None and toll.toll.high is None:
            return None
        if _COUNTED_KIND not in self.finder.codebook or any(
            not draft.is_folded and has_tolls(draft) for draft in drafts
        ):
            return None
        arguments = Arguments(toll.anchor, None, ())
        entry = bare_entry(self.finder.codebook.kind(_COUNTED_KIND))
        judgement = self.finder._status(toll.anchor, arguments, sentence)
        if judgement.status is not Status.OCCURRED:
            return None
        said = self.finder._speech.around(toll.anchor, sentence)
        draft = Draft(None, entry, toll.anchor, arguments, (), judgement, said=said)
        draft.tolls.append(toll)
        return draft

    # ---- places and times ----

    def _place(self, drafts: list[Draft], sentence: Sentence, phrases: Phrases) -> None:
        acting = [
            head
            for draft in drafts
            for role in (Role.ACTOR, Role.TARGET, Role.THROUGH)
            for head in draft.heads(role)
            if phrases.can_act(head)
        ]
        found = find_places(phrases, acting)
        self.places += [place.span for place in found]
        self.demonyms += [
            token.span for token in sentence.tokens if phrases.names.is_demonym(token.text)
        ]
        spoken = {
            number: _spoken_of(draft, drafts)
            for number, draft in enumerate(drafts)
            if draft.entry.kind.id in _SPOKEN
        }
        triggers = [draft.tokens() for draft in drafts]
        given = assign_places(found, triggers, spoken, self.finder._speech.is_saying)
        for number, draft in enumerate(drafts):
            draft.places += given.get(number, ())
            if number not in spoken:
                draft.places += _placed_by_role(draft, found, draft.places)
            draft.places.sort(key=lambda mention: mention.span)

    def _time(self, drafts: list[Draft], sentence: Sentence) -> None:
        owner = {token.index: draft for draft in drafts for token in draft.tokens()}
        for span in find_times(sentence.span.of(self.document.text), offset=sentence.span.start):
            token = next(iter(sentence.between(span)), None)
            draft = self._told_with(token, owner) if token else None
            if draft is not None:
                draft.times.append(Mention(span, MentionKind.TIME, because="hangs from the event"))

    def _told_with(self, token: Token, owner: dict[int, Draft]) -> Draft | None:
        """The event a time hangs from, else the nearest one; none if it is when somebody spoke."""
        for ancestor in (token, *token.ancestors()):
            if ancestor.index in owner:
                return owner[ancestor.index]
            if self.finder._speech.is_saying(ancestor):
                return None
        if not owner:
            return None
        return owner[min(owner, key=lambda index: (abs(index - token.index), index))]

    # ---- putting it together ----

    def _claims(
        self, draft: Draft, sentence: Sentence, phrases: Phrases, number: int
    ) -> Iterator[Claim]:
        targets = self._mentions(draft, Role.TARGET, phrases, number)
        for part, places in _split(targets, tuple(draft.places)):
            yield self._claim(draft, part, places, sentence, phrases, number)

    def _claim(
        self,
        draft: Draft,
        targets: tuple[Mention, ...],
        places: tuple[Mention, ...],
        sentence: Sentence,
        phrases: Phrases,
        number: int,
    ) -> Claim:
        text = self.document.text
        judgement = draft.judgement
        actors = self._mentions(draft, Role.ACTOR, phrases, number)
        when = " ".join(mention.span.of(text) for mention in draft.times)
        background = find_background(
            draft.head, draft.arguments, sentence, when, self.document.published
        )
        why = [Reason(0.0, f"“{_words(draft, text)}” tells of {draft.entry.kind.label.lower()}")]
        why.append(Reason(0.0, f"{judgement.status}: {judgement.because}"))
        if background:
            why.append(Reason(0.0, f"background: {background}"))
        why += [
            Reason(0.0, f"“{_words(other, text)}” is its consequence") for other in draft.folded
        ]
        tolls = _tolls(draft)
        claim = Claim(
            document=self.document.id,
            evidence=sentence.span,
            trigger=_trigger_span(draft),
            kind=draft.entry.kind.id,
            status=judgement.status,
            status_cue=judgement.cue.span if judgement.cue else None,
            background=background is not None,
            actors=tuple(mention for mention in actors if mention not in targets),
            targets=targets,
            through=self._mentions(draft, Role.THROUGH, phrases, number),
            places=places,
            times=tuple(draft.times),
            instruments=_instruments(draft, phrases),
            purposes=_purposes(draft),
            outcome=self._outcome(draft),
            tolls=tolls,
            speakers=self._speakers(draft, phrases, number),
            hedges=tuple(sorted(token.span for token in draft.hedges)),
            why=tuple(why),
        )
        if draft.found is not None and is_definite(draft.head):
            claim = inherit(claim, self.claims, text, self.finder.codebook.family_of)
        confidence, reasons = weigh_claim(claim)
        return replace(claim, confidence=confidence, why=(*claim.why, *reasons))

    def _outcome(self, draft: Draft) -> Outcome | None:
        return find_outcome(
            draft.head, draft.arguments.clause, draft.judgement.status, draft.judgement.cue
        )

    def _mentions(
        self, draft: Draft, role: Role, phrases: Phrases, number: int
    ) -> tuple[Mention, ...]:
        found: dict[Span, Mention] = {}
        for filler in (*draft.fillers, *lent(draft)):
            if filler.role is not role:
                continue
            mention = self._mention(filler.head, filler.because, phrases, number)
            if mention is not None:
                found.setdefault(mention.names, mention)
        return tuple(sorted(found.values(), key=lambda mention: mention.span))

    def _mention(self, head: Token, because: str, phrases: Phrases, number: int) -> Mention | None:
        if head.lemma in ("who", "which", "that", "there", "what", "all", "both", "each"):
            return None
        head = phrases.people_in(head)
        resolved = self.discourse.resolve(head, phrases, number)
        if resolved is None:
            if head.tag in ("PRP", "PRP$", "DT", "WP", "WDT", "EX"):
                return None
            confidence = Confidence.HIGH if phrases.is_known_actor(head) else Confidence.MEDIUM
            return Mention(phrases.span_of(head), MentionKind.ACTOR, None, confidence, because)
        if resolved.antecedent is None and not is_generic(head, phrases):
            return None
        return replace(resolved, because=f"{because}; {resolved.because}")

    def _speakers(self, draft: Draft, phrases: Phrases, number: int) -> tuple[Attribution, ...]:
        return tuple(
            Attribution(
                layer.stance,
                layer.cue.span,
                self._mention(layer.speaker, f"who “{layer.cue.text}”", phrases, number)
                if layer.speaker
                else None,
            )
            for layer in draft.said
        )


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


def _split(
    targets: tuple[Mention, ...], places: tuple[Mention, ...]
) -> tuple[tuple[tuple[Mention, ...], tuple[Mention, ...]], ...]:
    """Different targets by place are two claims: "A at P and B at Q"."""
    order = sorted((*targets, *places), key=lambda mention: mention.span)
    kinds = "".join("t" if mention in targets else "p" for mention in order)
    if len(targets) < 2 or len(places) < 2 or "tpt" not in kinds or not kinds.endswith("p"):
        return ((targets, places),)
    parts: list[tuple[list[Mention], list[Mention]]] = [([], [])]
    for mention in order[kinds.index("t") :]:
        if mention in targets:
            if parts[-1][1]:
                parts.append(([], []))
            parts[-1][0].append(mention)
        else:
            parts[-1][1].append(mention)
    return tuple((tuple(part), tuple(where)) for part, where in parts)


def _tolls(draft: Draft) -> tuple[Toll, ...]:
    return tuple(dict.fromkeys(found.toll for found in draft.tolls))


def _trigger_span(draft: Draft) -> Span:
    tokens = draft.found.tokens if draft.found else (draft.head,)
    inside = [token for token in tokens if abs(token.index - draft.head.index) < 5]
    return inside[0].span.to(inside[-1].span)


def _words(draft: Draft, text: str) -> str:
    return _trigger_span(draft).of(text)


def _instruments(draft: Draft, phrases: Phrases) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            phrases.span_of(phrases.people_in(filler.head)),
            MentionKind.WEAPON,
            because=filler.because,
        )
        for filler in draft.fillers
        if filler.role is Role.INSTRUMENT
    )


def _purposes(draft: Draft) -> tuple[Span, ...]:
    """ "To ward off the offensive": an infinitive of purpose under the event's clause."""
    found = []
    for child in draft.arguments.clause.children:
        if (
            child.dep == "advcl"
            and child.tag == "VB"
            and any(part.lemma == "to" for part in child.children)
        ):
            tokens = sorted(child.subtree(), key=lambda token: token.index)
            found.append(Span(tokens[0].start, tokens[-1].end))
    return tuple(found)
