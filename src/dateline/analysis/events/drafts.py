"""A claim in the making, and what drafts of one sentence are to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...codebook.kinds import Role
from ...types import Mention
from ..grammar.parse import Token
from ..grammar.slots import Arguments
from ..roles.fillers import Filler
from ..speech.reporting import Said
from ..status.judgements import Judgement
from ..tolls.counting import FoundToll
from ..tolls.toll_words import is_consequence
from ..triggers.finding import Entry, Found


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making."""

    found: Found | None  # None: a bare toll ("ten dead")
    entry: Entry
    head: Token
    arguments: Arguments
    fillers: tuple[Filler, ...]
    judgement: Judgement
    tolls: list[FoundToll] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    times: list[Mention] = field(default_factory=list)
    said: tuple[Said, ...] = ()
    hedges: tuple[Token, ...] = ()
    folded: list[Draft] = field(default_factory=list)
    owner: Draft | None = None  # the draft it was folded into

    @property
    def is_folded(self) -> bool:
        """Whether it is told as part of another event."""
        return self.owner is not None

    @property
    def top(self) -> Draft:
        """The draft that is told: itself, or what it was folded into."""
        return self.owner.top if self.owner is not None else self

    def heads(self, role: Role) -> list[Token]:
        """The heads in a role, in text order."""
        return [filler.head for filler in self.fillers if filler.role is role]

    @property
    def words(self) -> tuple[Token, ...]:
        """The trigger's words."""
        return self.found.tokens if self.found else (self.head,)

    def tokens(self) -> tuple[Token, ...]:
        """The trigger's words, what supports them, and the words of what was folded into it."""
        own = self.words
        support = (self.arguments.support,) if self.arguments.support else ()
        return (*own, *support, *(token for other in self.folded for token in other.tokens()))


def has_tolls(draft: Draft) -> bool:
    """Whether people can come to harm, be taken or freed by an event of this kind."""
    return draft.entry.kind.family not in ("diplomacy",) and draft.entry.kind.id not in (
        "deployment",
        "preparation",
    )


def who_suffers(draft: Draft, tolls: tuple[FoundToll, ...]) -> Token | None:
    """Who came to harm by a draft: whoever was counted, else its target."""
    counted = next((toll.who for toll in tolls if toll.anchor is draft.head and toll.who), None)
    return counted or next(iter(draft.heads(Role.TARGET)), None)


def fold(part: Draft, whole: Draft) -> None:
    """Tell one draft as part of another; what is part of each other stays apart."""
    whole = whole.top
    if part.is_folded or whole is part:
        return
    part.owner = whole
    whole.folded.append(part)
    if not whole.said:
        whole.said = part.said


def lent(draft: Draft) -> Iterable[Filler]:
    """What a draft's parts say that it leaves out: who did it, to whom."""
    # Who was killed in a shelling is its target only where nothing else was.
    parts = sorted(draft.folded, key=lambda part: is_consequence(part.head))
    named = {filler.head.index for filler in draft.fillers}
    for role in (Role.ACTOR, Role.TARGET):
        if not draft.heads(role):
            yield from next(
                (
                    found
                    for part in parts
                    if (
                        found := [
                            filler
                            for filler in part.fillers
                            if filler.role is role and filler.head.index not in named
                        ]
                    )
                ),
                (),
            )
