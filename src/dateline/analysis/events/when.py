"""Which event of a sentence each of its times belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...types import Mention, MentionKind, Span
from ..grammar.parse import Token
from ..names.phrases import Phrases
from .drafts import Draft

# "A day after the attack" counts from another event of the sentence.
_COUNTS_FROM = re.compile(r"\s(?:after|before)$", re.IGNORECASE)
_SUBJECTS = ("nsubj", "nsubjpass")
# "Friday's attack", "the 2010 massacre": the time is part of the name of what it dates.
_NAMING = frozenset({"poss", "compound", "nmod", "amod", "nummod", "npadvmod"})
_APART = frozenset("after following since before over".split())
_ABOUT = frozenset("for to about against of".split())
# "After he took office in May", "because they had fled in May".
_OTHER_CLAUSES = frozenset("after before since because although though".split())
# What is done about an event after it: "the blast, claimed by a militia on Thursday".
_LATER = frozenset(
    "claim condemn blame report announce confirm reveal discover uncover investigate commemorate "
    "mourn mark describe denounce deny".split()
)


@dataclass(frozen=True, slots=True)
class _Link:
    """A time and the draft it is thought to belong to."""

    span: Span
    draft: Draft
    is_direct: bool  # it hangs from the event, and is not only near it

    @property
    def mention(self) -> Mention:
        because = "hangs from the event" if self.is_direct else "stands nearest to the event"
        return Mention(self.span, MentionKind.TIME, because=because)


class _Dating:
    """The times of one sentence."""

    def __init__(
        self, drafts: Sequence[Draft], phrases: Phrases, is_saying: Callable[[Token], bool]
    ) -> None:
        self.phrases = phrases
        self.sentence = phrases.sentence
        self.is_saying = is_saying
        self.owner = {token.index: draft for draft in drafts for token in draft.tokens()}

    def link(self, span: Span) -> _Link | None:
        """The draft that a time belongs to; none if it dates something else."""
        tokens = self.sentence.between(span)
        if not tokens:
            return None
        token = _hangs_from(tokens[0], tokens[-1])
        lower = token
        for upper in (token, *token.ancestors()):
            draft = None if upper.lemma in _LATER else self._owner_at(upper)
            if draft is not None:
                return None if self._is_when_said(token, draft) else _Link(span, draft, True)
            inside = upper in tokens
            if not inside and (self.is_saying(upper) or self._dates_other(upper, lower)):
                return None
            if upper.pos == "VERB" and upper.dep == "conj":
                break
            lower = upper
        return self._nearest(span, token)

    def counted_from(self, span: Span) -> Draft | None:
        """The event of this sentence that "a day after" counts from."""
        if not _COUNTS_FROM.search(span.of(self.phrases.text)):
            return None
        last = self.sentence.between(span)[-1]
        event = last.head if last.dep == "mark" else last.child("pobj", "pcomp")
        return self._owner_at(event) if event is not None else None

    def _owner_at(self, token: Token) -> Draft | None:
        """Whose trigger a word is; "the attack began" tells of the attack."""
        draft = self.owner.get(token.index)
        if draft is None and token.pos == "VERB":
            subject = token.child(*_SUBJECTS)
            draft = self.owner.get(subject.index) if subject else None
        return draft

    def _dates_other(self, upper: Token, lower: Token) -> bool:
        """Whether a word that is no event here has the time for itself."""
        if upper.pos in ("NOUN", "PROPN"):
            links = _APART | _ABOUT if lower.dep in _NAMING else _APART
            return upper.dep == "pobj" and upper.head.lemma in links
        if upper.pos != "VERB":
            return False
        if upper.lemma in _LATER:
            return True
        if upper.dep == "advcl":
            return any(
                child.dep == "mark" and child.lemma in _OTHER_CLAUSES for child in upper.children
            )
        if upper.dep == "conj":
            return upper.child(*_SUBJECTS) is not None
        is_modifier = upper.dep == "relcl" or (upper.dep == "acl" and upper.tag == "VBN")
        return is_modifier and upper.head.index not in self.owner

    def _is_when_said(self, token: Token, draft: Draft) -> bool:
        """ "Said on Sunday it had struck": what stands before the clause belongs to the saying."""
        clause = draft.arguments.clause
        subject = clause.child(*_SUBJECTS)
        if subject is None or not self.is_saying(clause.head):
            return False
        return clause.head.index < token.index < subject.index

    def _nearest(self, span: Span, token: Token) -> _Link | None:
        if not self.owner:
            return None
        index = min(self.owner, key=lambda index: (abs(index - token.index), index))
        draft = self.owner[index]
        return None if self._is_when_said(token, draft) else _Link(span, draft, False)


def add_times(
    drafts: Sequence[Draft], phrases: Phrases, is_saying: Callable[[Token], bool]
) -> None:
    """Give the times of a sentence to its drafts."""
    dating = _Dating(drafts, phrases, is_saying)
    links = [link for link in map(dating.link, phrases.times) if link]
    for link in links:
        if link.is_direct and dating.counted_from(link.span) is None:
            link.draft.times.append(link.mention)
    for link in links:
        if not link.is_direct:
            if not link.draft.times:
                link.draft.times.append(link.mention)
        elif event := dating.counted_from(link.span):
            # "On Friday they shelled it, a day after rebels took it" dates the taking.
            dates_event = link.draft.times and not event.times
            (event if dates_event else link.draft).times.append(link.mention)
    for draft in drafts:
        draft.times.sort(key=lambda mention: mention.span)


def _hangs_from(first: Token, last: Token) -> Token:
    """ "Five days after they left, ...": what counts from a clause belongs to what governs it."""
    clause = last.head
    counts_from = last.dep == "mark" and last.lemma in ("after", "before", "since")
    if counts_from and first is not last and clause.head is not clause:
        return clause.head
    return first
