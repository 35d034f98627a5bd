"""A claim in the codes of other schemes, from what its mentions resolved to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ...analysis.grammar.lexicon import load_lexicon
from ...codebook import Codebook
from ...codebook.book import Known
from ...codebook.kinds import Class, Plover
from ...pipeline import DocumentReading
from ...types import Actor, Claim, Mention, Resolution, Span
from ..maps import KindMap, Rule, Scheme
from .inters import RIOTERS, inter_of, is_crowd

_USES_OF_CROWDS = frozenset({"killing", "torture-or-beating", "offensive", "destruction"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Told:
    """The claims of one document, with what the codebook makes of them."""

    read: DocumentReading
    codebook: Codebook

    def plover_of(self, claim: Claim) -> Plover | None:
        """The PLOVER type of a claim."""
        return self.codebook.plover_of(claim.kind, **self._known(claim))

    def acled_code(self, claim: Claim, about: str = "") -> str | None:
        """The name of its ACLED sub-event; words of the passage ``about`` it count as its own."""
        known = self._known(claim)
        known["words"] = {*known["words"], *_forms(about)}
        found = self.codebook.acled_of(claim.kind, **known)
        return found.sub_event if found else None

    def labels_of(
        self, claims: Sequence[Claim], kinds: KindMap, used: Collection[str] = ()
    ) -> tuple[str, ...]:
        """What a corpus calls what these claims tell, as it spells it; nothing: not counted."""
        if kinds.scheme is not None:
            codes = (self._code(claim, kinds.scheme) for claim in claims)
            return tuple(dict.fromkeys(kinds.label(code, used) for code in codes if code))
        held = (
            rule
            for rule in kinds.rule
            if any(claim.kind in rule.kinds for claim in claims) and self._holds(rule, claims)
        )
        rules = list(held if kinds.every else islice(held, 1))
        return tuple(dict.fromkeys(rule.label for rule in rules if rule.label))

    def actor_of(self, mention: Mention) -> Actor | None:
        """Who a mention was resolved to."""
        return self._actors.get(mention.names)

    def actor_named(self, span: Span) -> Actor | None:
        """Whom the words at a span were resolved to."""
        return self._actors.get(span)

    def words_of(self, claim: Claim) -> frozenset[str]:
        """The words, and their likely lemmas, of trigger, instruments and targets."""
        spans = [claim.trigger, *(m.span for m in (*claim.instruments, *claim.targets))]
        text = self.read.document.text
        return frozenset(form for span in spans for form in _forms(span.of(text)))

    @property
    def named(self) -> dict[Span, Actor]:
        """Everybody who was resolved, by where they are named."""
        return self._actors

    @cached_property
    def _resolved(self) -> dict[Span, Resolution[Actor]]:
        return {span: found for found in self.read.reading.actors for span in found.spans}

    @cached_property
    def _actors(self) -> dict[Span, Actor]:
        return {
            span: found.chosen
            for found in self.read.reading.actors
            if found.chosen is not None
            for span in found.spans
        }

    def _code(self, claim: Claim, scheme: Scheme) -> str | None:
        if scheme is Scheme.PLOVER:
            plover = self.plover_of(claim)
            return plover.type if plover else None
        return self.acled_code(claim)

    def _holds(self, rule: Rule, claims: Sequence[Claim]) -> bool:
        if rule.words and not any(self.words_of(claim) & set(rule.words) for claim in claims):
            return False
        if rule.status and not any(claim.status.value in rule.status for claim in claims):
            return False
        if rule.toll and not any(t.kind.value in rule.toll for c in claims for t in c.tolls):
            return False
        actors = {sort for claim in claims for m in claim.actors for sort in self._sorts(m)}
        targets = {sort for claim in claims for m in claim.targets for sort in self._sorts(m)}
        return (
            (not rule.actor or bool(actors & set(rule.actor)))
            and (not rule.target or bool(targets & set(rule.target)))
            and not targets & set(rule.not_target)
        )

    def _sorts(self, mention: Mention) -> Iterator[str]:
        """What sort of party a mention names: a class of the codebook's, and its head word."""
        words = mention.names.of(self.read.document.text)
        sort = sort_of(words)
        if sort is not None:
            yield sort.value
        yield head_of(words)

    def _inter_of(self, mention: Mention) -> int | None:
        words = mention.names.of(self.read.document.text)
        return inter_of(words, self._resolved.get(mention.names))

    def _acts_as(self, claim: Claim) -> int | None:
        """The code of who acts; a crowd of civilians who use force riots."""
        for mention in claim.actors:
            inter = self._inter_of(mention)
            if inter is not None:
                head = head_of(mention.names.of(self.read.document.text))
                is_riot = claim.kind in _USES_OF_CROWDS and is_crowd(inter, head)
                return RIOTERS if is_riot else inter
        return None

    def _known(self, claim: Claim) -> Known:
        return Known(
            inter=self._acts_as(claim),
            target_inter=next(filter(None, map(self._inter_of, claim.targets)), None),
            words=self.words_of(claim),
            status=claim.status,
        )


def head_of(words: str) -> str:
    """The last word before the first preposition, in lower case."""
    before = f" {words.lower()} "
    for preposition in (" of ", " in ", " at ", " from ", " for "):
        before = before.split(preposition)[0]
    return before.split()[-1] if before.split() else before.strip()


def sort_of(words: str) -> Class | None:
    """What sort of thing a name's head word names; ``None`` when the lexicon does not know it."""
    lexicon, head = load_lexicon(), head_of(words)
    singular = "child" if head == "children" else head.removesuffix("men") + "man"
    forms = (head, head.removesuffix("s"), head.removesuffix("es"), head[:-3] + "y", singular)
    return next((found for form in forms if (found := lexicon.class_of(form))), None)


def _forms(words: str) -> Iterable[str]:
    for word in _WORD.findall(words.lower()):
        yield word
        yield word.removesuffix("s")
        yield word.removesuffix("es")
        for ending in ("ed", "ing"):
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                yield from (stem, stem + "e", stem[:-1])
