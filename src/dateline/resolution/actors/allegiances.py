"""Say which actors stand together; the actors' half of ``Hierarchy``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...types import Actor, ActorId, Inter
from .register import ActorRegister


class Allegiances:
    """Follow parents and sides through the register."""

    def __init__(self, register: ActorRegister) -> None:
        self.register = register

    def same_side(self, left: Actor, right: Actor) -> bool:
        """Whether one is the other, its parent, its part, or both fight under one command."""
        above_left, above_right = set(self._above(left)), set(self._above(right))
        if left.id in above_right or right.id in above_left:
            return True
        return is_same_state(left, right) or any(map(self._commands, above_left & above_right))

    def _above(self, actor: Actor) -> Iterator[ActorId]:
        """The actor, and everyone it belongs to or fights for."""
        seen: set[ActorId] = set()
        waiting: list[ActorId | None] = [actor.id, actor.parent, actor.side]
        while waiting:
            actor_id = waiting.pop()
            if actor_id is None or actor_id in seen:
                continue
            seen.add(actor_id)
            yield actor_id
            entry = self.register.get_entry(actor_id)
            if entry:
                waiting += (entry.parent, entry.side)

    def _commands(self, actor_id: ActorId) -> bool:
        """Whether those under it share a command; a banner without a country is none."""
        entry = self.register.get_entry(actor_id)
        return entry is None or entry.country is not None


def is_same_state(left: Actor, right: Actor) -> bool:
    """Whether both are forces or organs of one state, at one time and of one of its governments."""
    states = left.inter is right.inter is Inter.STATE_FORCES
    if not states or left.country is None or left.country != right.country:
        return False
    return left.side == right.side and overlap(left, right)


def overlap(left: Actor, right: Actor) -> bool:
    """Whether there is a day on which both exist."""
    earliest, latest = date.min, date.max
    return (left.since or earliest) < (right.until or latest) and (right.since or earliest) < (
        left.until or latest
    )
