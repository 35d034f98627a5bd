"""Guess what sort of group it is that no register knows: villagers, gunmen, some brigade."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...types import Actor, ActorId, Candidate, Reason
from ..folding import strip_marks
from .composition import Part, States, is_part_of_name
from .phrases import find_backing
from .weights import GUESSED, Proposal
from .words import Group, Vocabulary, drop_counts, find_words

LONGEST_HEAD = 4  # words: "armed wing", "member of parliament"
# Where a noun phrase's head is over: "residents of Homs", "a man who".
AFTER_HEAD = frozenset(
    "of from in at near on with who whom which that for inside outside by to and or".split()
)
POLITICAL = frozenset({"government", "parliament"})
PARTICIPLE = ("ing", "ed")  # "men armed with", "individuals wearing"


class ActorGuesser:
    """Make actors of words that only say what sort of people they are."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        states: States,
        propose: Callable[[str], tuple[Proposal, ...]],
    ) -> None:
        self._vocabulary = vocabulary
        self._states = states
        self._propose = propose

    def __call__(self, name: str) -> Candidate[Actor] | None:
        """A group under the name it is given, of the kind of its head word; not registered."""
        words = drop_counts(find_words(name), self._vocabulary)
        found = self._find_group(words)
        if found is None:
            return None
        group, head = found
        country = self._states.find_country(words)
        shown = " ".join(words)
        slug = re.sub(r"\W+", "-", strip_marks(shown)).strip("-")
        actor = Actor(
            ActorId(f"named:{slug}"),
            shown,
            group.inter,
            group.sector,
            country[0] if country else None,
            side=self._side(words),
            registered=False,
        )
        return Candidate(actor, (Reason(GUESSED, f"{head!r} are {group.label}"),))

    def _find_group(self, words: tuple[str, ...]) -> tuple[Group, str] | None:
        end = next((i for i, word in enumerate(words) if i and word in AFTER_HEAD), len(words))
        front = words[:end]
        return (
            self._by_last_words(front)
            or self._by_first_words(front)
            or self._by_past_office(front)
            or self._by_nation(front)
        )

    def _by_last_words(self, words: tuple[str, ...]) -> tuple[Group, str] | None:
        """ "Masked men wearing uniforms", "the Lakeside governor Jane Example"."""
        for last in range(len(words), 0, -1):
            if last < len(words) and not self._ends_head(words, last):
                continue
            for length in range(min(last, LONGEST_HEAD), 0, -1):
                head = " ".join(words[last - length : last])
                if group := self._vocabulary.find_group(head):
                    return group, head
        return None

    def _ends_head(self, words: tuple[str, ...], last: int) -> bool:
        """Whether what follows is about the head or its name: "men wearing masks", "Mayor X"."""
        if words[last].endswith(PARTICIPLE):
            return True
        head = words[last - 1]
        is_title = head.islower() or head.lower() in self._vocabulary.titles
        return is_title and all(word[:1].isupper() for word in words[last:])

    def _by_first_words(self, words: tuple[str, ...]) -> tuple[Group, str] | None:
        """ "Militant group Free Harbour", "Governor Jane Example"."""
        for length in range(min(len(words) - 1, LONGEST_HEAD), 0, -1):
            head = " ".join(words[:length])
            group = self._vocabulary.find_group(head)
            if group and all(map(is_part_of_name, words[length:])):
                return group, head
        return None

    def _by_past_office(self, words: tuple[str, ...]) -> tuple[Group, str] | None:
        """ "The former Kenyan president": a politician, not the state."""
        office = tuple(word for word in words if not self._vocabulary.is_past((word,)))
        if not office or office == words:
            return None
        part = self._states.find_part(office)
        organ = part.organ if part else None
        if organ is None and (found := self._states.find_organ(office)):
            organ = found.id
        if organ is None:
            return None
        group = self._vocabulary.find_group("politician" if organ in POLITICAL else "civilian")
        return (group, " ".join(words)) if group else None

    def _by_nation(self, words: tuple[str, ...]) -> tuple[Group, str] | None:
        """ "Israelis", "the Congolese"."""
        if len(words) != 1 or not words[0].endswith(("s", "ese")):
            return None
        group = self._vocabulary.find_group("civilian")
        nation = self._states.countries.country_of_demonym(words[0])
        return (group, words[0]) if group and nation else None

    def _side(self, words: tuple[str, ...]) -> ActorId | None:
        backing = find_backing(words, self._vocabulary)
        if backing is None:
            return None
        behind = " ".join(backing.behind)
        named = self._states.find_country(backing.behind)
        whole = named[0] if named and named[1] == len(backing.behind) else None
        if country := whole or self._states.countries.capital_country(behind):
            return self._states.actor(Part(country)).id
        proposals = self._propose(behind)
        return proposals[0].actor.id if proposals else None
