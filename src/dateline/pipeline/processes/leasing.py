"""Part the work with other processes on the same store; what a dead one held is free at once."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ...store import Store

# Longer than any step between two renewals takes: a chunk of documents, one page. Who lets it
# expire on a machine of its own may be overtaken, which costs time and changes nothing.
LEASE = 900.0
RENEWAL = LEASE / 5
PATIENCE = 0.2  # seconds between two looks at a lease that is waited for


def mark_of(process: int) -> str:
    """Tells a process from a later one of the same number; ``gone`` if there is none."""
    if sys.platform == "win32":
        return "there"  # nothing but waiting tells there
    try:
        os.kill(process, 0)
        stat = Path(f"/proc/{process}/stat").read_text("utf-8")
    except ProcessLookupError:
        return "gone"
    except OSError:  # it is another user's, or this system has no /proc
        return "there"
    state, *others = stat.rpartition(")")[2].split()
    return "gone" if state in "ZX" else f"since-{others[18]}"


@cache
def make_owner() -> str:
    """Names this process among those of all machines."""
    return f"{platform.node()} {os.getpid()} {mark_of(os.getpid())}"


def is_gone(owner: str) -> bool:
    """Whether an owner was a process of this machine that has ended."""
    machine, _, process = owner.rpartition(" ")[0].rpartition(" ")
    if machine != platform.node() or not process.isdecimal():
        return False
    return mark_of(int(process)) != owner.rpartition(" ")[2]


@dataclass
class Leases:
    """What this process works on, so that no other does."""

    store: Store
    owner: str = field(default_factory=make_owner)
    _held: set[str] = field(default_factory=set)
    _renewed: float = field(default_factory=time.monotonic)

    def take(self, names: Collection[str]) -> tuple[str, ...]:
        """Those of some names that are now this process's own."""
        taken = self._take(names)
        if len(taken) < len(names):
            missing = set(names).difference(taken)
            for owner in filter(is_gone, self.store.lease_owners(missing)):
                self.store.release(missing, owner=owner)
            taken = self._take(names)
        self._held.update(taken)
        return taken

    def _take(self, names: Collection[str]) -> tuple[str, ...]:
        return self.store.lease(names, owner=self.owner, seconds=LEASE)

    def give_back(self, names: Collection[str]) -> None:
        """Let others have names again."""
        if names:
            self.store.release(names, owner=self.owner)
            self._held.difference_update(names)

    def renew(self) -> None:
        """Hold what is held for longer, from time to time."""
        if time.monotonic() - self._renewed > RENEWAL:
            self._renewed = time.monotonic()
            self._take(self._held)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Wait until no other process holds a name, and hold it."""
        while not self.take([name]):
            time.sleep(PATIENCE)
        try:
            yield
        finally:
            self.give_back([name])
