"""Draft to claims: put into words and spans what was found out about one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...codebook.kinds import Role
from ...types import (
    Attribution,
    Claim,
    Confidence,
    Document,
    Mention,
    MentionKind,
    Reason,
    Span,
    Status,
    Toll,
)
from ..discourse.antecedents import Discourse, is_generic
from ..discourse.inheritance import inherit, is_definite
from ..grammar.parse import Token
from ..knowledge import Knowledge
from ..names.passages import Passage
from ..names.phrases import Phrases
from ..status.background import find_background
from ..status.outcomes import find_outcome
from .confidence import weigh_claim
from .drafts import Draft, lent

_NOBODY = frozenset({"who", "which", "that", "there", "what", "all", "both", "each"})
_PRONOUNS = frozenset({"PRP", "PRP$", "DT", "WP", "WDT", "EX"})


@dataclass(frozen=True, slots=True)
class Composer:
    """Make claims of the drafts of one document."""

    document: Document
    knowledge: Knowledge
    discourse: Discourse

    def __call__(self, draft: Draft, passage: Passage, earlier: Sequence[Claim]) -> Iterator[Claim]:
        """The claims of a draft; ``earlier`` are those that it may take up."""
        targets = self._mentions(draft, Role.TARGET, passage)
        for part, places in _split(targets, tuple(draft.places)):
            claim = self._claim(draft, part, places, passage)
            if draft.found is not None and is_definite(draft.head):
                claim = inherit(
                    claim,
                    earlier,
                    self.document.text,
                    family_of=self.knowledge.codebook.family_of,
                    same_name=self.discourse.same_name,
                )
            confidence, reasons = weigh_claim(claim)
            yield replace(claim, confidence=confidence, why=(*claim.why, *reasons))

    def _claim(
        self,
        draft: Draft,
        targets: tuple[Mention, ...],
        places: tuple[Mention, ...],
        passage: Passage,
    ) -> Claim:
        judgement, clause = draft.judgement, draft.arguments.clause
        actors = self._mentions(draft, Role.ACTOR, passage)
        background = self._background(draft, passage)
        return Claim(
            document=self.document.id,
            evidence=_evidence(draft, passage),
            trigger=_trigger_span(draft),
            kind=draft.entry.kind.id,
            status=judgement.status,
            status_cue=judgement.cue.span if judgement.cue else None,
            background=background is not None,
            actors=tuple(mention for mention in actors if mention not in targets),
            targets=targets,
            through=self._mentions(draft, Role.THROUGH, passage),
            places=places,
            times=tuple(draft.times),
            instruments=_instruments(draft, passage.phrases),
            purposes=_purposes(draft),
            outcome=find_outcome(draft.head, clause, judgement.status, judgement.cue),
            tolls=_tolls(draft),
            speakers=self._speakers(draft, passage),
            hedges=tuple(sorted(token.span for token in draft.hedges)),
            why=tuple(self._why(draft, background)),
        )

    def _background(self, draft: Draft, passage: Passage) -> str | None:
        # What goes on "since February" is news, however long ago it began.
        times = () if draft.judgement.status is Status.ONGOING else draft.times
        when = " ".join(mention.span.of(self.document.text) for mention in times)
        return find_background(
            draft.head, draft.arguments, passage.sentence, when, self.document.local
        )

    def _why(self, draft: Draft, background: str | None) -> Iterator[Reason]:
        text = self.document.text
        label = draft.entry.kind.label
        yield Reason(0.0, f"“{_words(draft, text)}” tells of {label[:1].lower()}{label[1:]}")
        yield Reason(0.0, f"{draft.judgement.status}: {draft.judgement.because}")
        if background:
            yield Reason(0.0, f"background: {background}")
        for part in draft.folded:
            yield Reason(0.0, f"“{_words(part, text)}” is told as part of it")

    def _mentions(self, draft: Draft, role: Role, passage: Passage) -> tuple[Mention, ...]:
        found: dict[Span, Mention] = {}
        for filler in (*draft.fillers, *lent(draft)):
            if filler.role is role:
                mention = self.mention(filler.head, filler.because, passage)
                if mention is not None:
                    found.setdefault(mention.names, mention)
        return tuple(sorted(found.values(), key=lambda mention: mention.span))

    def mention(self, head: Token, because: str, passage: Passage) -> Mention | None:
        """The words for a party, with what a pronoun or "the group" stands for."""
        if head.lemma in _NOBODY or _is_each_other(head):
            return None
        phrases = passage.phrases
        head = phrases.people_in(head)
        resolved = self.discourse.resolve(head, phrases, passage.number)
        if resolved is None:
            if head.tag in _PRONOUNS:
                return None
            confidence = Confidence.HIGH if phrases.is_known_actor(head) else Confidence.MEDIUM
            return Mention(phrases.span_of(head), MentionKind.ACTOR, None, confidence, because)
        if resolved.antecedent is None and not is_generic(head, phrases):
            return None
        return replace(resolved, because=f"{because}; {resolved.because}")

    def _speakers(self, draft: Draft, passage: Passage) -> tuple[Attribution, ...]:
        return tuple(
            Attribution(
                layer.stance,
                layer.cue.span,
                self.mention(layer.speaker, f"who “{layer.cue.text}”", layer.told_in or passage)
                if layer.speaker
                else None,
            )
            for layer in draft.said
        )


def _evidence(draft: Draft, passage: Passage) -> Span:
    """The passage, and the one that says who speaks in it."""
    spans = [passage.sentence.span]
    spans += [layer.told_in.sentence.span for layer in draft.said if layer.told_in is not None]
    return min(spans).to(max(spans))


def _is_each_other(head: Token) -> bool:
    """ "Each other", "one another": the sides themselves."""
    before = {child.lemma for child in head.children}
    return (head.lemma, before & {"each", "one"}) in (("other", {"each"}), ("another", {"one"}))


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
