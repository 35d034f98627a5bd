"""Go through the members of an archive in the sandbox, on beyond one that kills it."""

from __future__ import annotations

from collections.abc import Iterator

from ...sources import File, Member, Said, find_members
from ..processes.sandbox import Sandbox, StoppedError

# In a row; each may cost all the time there is for one, and passing over one costs it again.
MOST_STOPPED = 3


def stream_members(sandbox: Sandbox, file: File, *, said: Said, skip: int = 0) -> Iterator[Member]:
    """The members of an archive after so many, and how far it was read now and then.

    One that ends the process that looks for it is a problem of its own, if what comes after it can
    be had without it.
    """
    stopped = 0
    while True:
        try:
            for member in sandbox.stream(file.address, find_members, file, said=said, skip=skip):
                skip, stopped = member.number, 0
                yield member
            return
        except StoppedError as error:
            stopped += 1
            if stopped == MOST_STOPPED:
                raise
            skip += 1
            yield Member(skip, f"{file.address}#{skip}", problem=error.problem)
