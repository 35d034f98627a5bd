"""A word with its grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...types import Span


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word with its grammar (Penn tags, CLEAR relations); linked once, then left alone."""

    index: int  # in its sentence
    start: int
    end: int
    text: str
    lemma: str  # lower case
    pos: str
    tag: str
    dep: str
    head: Token = field(init=False)  # itself at the root
    children: list[Token] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep}"

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.start, self.end)

    @property
    def is_name(self) -> bool:
        """Whether it is tagged, or written inside a sentence, as a proper noun."""
        return self.pos == "PROPN"

    @property
    def is_nobody(self) -> bool:
        """Whether it says that there is none: "nobody", "no group"."""
        return self.lemma in ("nobody", "none") or any(
            child.lemma in ("no", "neither") for child in self.children
        )

    @property
    def is_negated(self) -> bool:
        """Whether a verb says that it is not done, or that nobody does it."""
        subject = self.child("nsubj", "nsubjpass")
        return (subject is not None and subject.is_nobody) or any(
            child.dep == "neg" or child.lemma == "never" for child in self.children
        )

    def ancestors(self) -> Iterator[Token]:
        """Its head, its head's head, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def root(self) -> Token:
        """What everything in its sentence hangs from."""
        token = self
        while token.head is not token:
            token = token.head
        return token

    def child(self, *relations: str) -> Token | None:
        """The first child in one of these relations."""
        return next((child for child in self.children if child.dep in relations), None)

    def subtree(self) -> Iterator[Token]:
        """Itself and everything below it, in no useful order."""
        yield self
        for child in self.children:
            yield from child.subtree()

    def conjuncts(self) -> Iterator[Token]:
        """Itself and what is coordinated to it ("A, B and C" from A)."""
        yield self
        for child in self.children:
            if child.dep == "conj":
                yield from child.conjuncts()


def hang(token: Token, head: Token, dep: str) -> None:
    """Hang a token from another head, keeping its order among the children."""
    token.head.children = [child for child in token.head.children if child is not token]
    token.head, token.dep = head, dep
    head.children = sorted([*head.children, token], key=lambda child: child.index)


def uproot(token: Token) -> None:
    """Make a token the root of its sentence."""
    token.head.children = [child for child in token.head.children if child is not token]
    token.head, token.dep = token, "ROOT"
