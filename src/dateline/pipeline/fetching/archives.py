"""Bring in the members of an archive, each in one transaction with how far that is."""

from __future__ import annotations

from dataclasses import replace

from ...errors import DocumentError
from ...sources import File, Member
from ...store import Visit
from ...types import Failure
from ..processes.sandbox import StoppedError
from ..reading.extracting import NoDocumentError
from ..reading.members import stream_members
from .visiting import Go, Planned


def take_archive(go: Go, plan: Planned, file: File, visit: Visit, *, before: Visit | None) -> None:
    """Take what is new in an archive, from where the last go stopped.

    ``visit`` is what is kept of it when it was read to its end, ``before`` the last one to it as it
    is now. What cannot be read to its end is left alone until it changes.
    """
    if before is not None and before.problem and before.position and not go.insist:
        go.tally.quarantined += 1
        return
    skip = (before and before.position) or 0
    here = replace(visit, succeeded=None, position=skip)
    try:
        for member in stream_members(go.sandbox, file, said=plan.said, skip=skip):
            here = replace(here, position=member.number)
            take_member(go, plan, member, here)
            go.leases.renew()
            go.seen(go.tally)
            if go.stop():
                return
    except StoppedError as error:
        go.store.take_in(replace(here, failures=1, problem=error.problem))
        go.tally.failures.append(Failure(visit.address, "fetch", error.problem))
    else:
        go.store.take_in(visit)


def take_member(go: Go, plan: Planned, member: Member, here: Visit) -> None:
    """Take the document of a member, or record why there is none; and how far this is."""
    original, problem = member.original, member.problem
    try:
        if original is None:
            go.store.take_in(here)
        else:
            document = go.extract(original, place=member.address)
            go.take_in(plan, document, original, visit=here, fetched=member.fetched)
            go.store.clear_failure(member.address)
    except NoDocumentError as error:
        problem = error.problem
        if error.is_known:
            go.tally.quarantined += 1
            return
    except DocumentError as error:
        problem = error.problem
    if problem is not None:
        failure = Failure(member.address, "extract", problem)
        go.store.add_failure(failure, original=original)
        go.tally.failures.append(failure)
