"""Going through an archive: one member that kills its reader loses no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.errors import ExtractError
from dateline.pipeline.processes.sandbox import StoppedError
from dateline.pipeline.reading.members import stream_members
from dateline.sources import File, Member, Said

ARCHIVE = File(Path("crawl.warc"), "crawl.warc", "desk")


@dataclass
class Deadly:
    """A sandbox in which some members kill their reader; ``again``: also when passed over."""

    killers: set[int]
    again: bool = False
    begun: list[int] = field(default_factory=list)

    def stream(
        self, address: str, function: Callable, file: File, *, said: Said, skip: int
    ) -> Iterator[Member]:
        self.begun.append(skip)
        for number in range(1, 6):
            if number in self.killers and (self.again or number > skip):
                raise StoppedError(address, "took more than 20 s and was stopped")
            if number > skip:
                yield Member(number, f"{file.address}#{number}")


def numbers(sandbox: Deadly, *, skip: int = 0) -> list[tuple[int, bool]]:
    members = stream_members(sandbox, ARCHIVE, said=Said(), skip=skip)
    return [(member.number, member.problem is not None) for member in members]


def test_members_come_in_order_after_those_that_were_had() -> None:
    assert numbers(Deadly(set())) == [(number, False) for number in range(1, 6)]
    assert numbers(Deadly(set()), skip=3) == [(4, False), (5, False)]


def test_one_that_kills_its_reader_is_a_problem_and_the_rest_comes() -> None:
    sandbox = Deadly({1, 3, 4})
    assert numbers(sandbox) == [(1, True), (2, False), (3, True), (4, True), (5, False)]
    assert sandbox.begun == [0, 1, 3, 4]


def test_an_archive_that_kills_whoever_passes_over_a_member_ends_there() -> None:
    members = stream_members(Deadly({3}, again=True), ARCHIVE, said=Said())
    assert [next(members).number for _ in range(4)] == [1, 2, 3, 4]
    with pytest.raises(StoppedError, match="took more than 20 s"):
        next(members)


def test_what_is_no_archive_says_so() -> None:
    class Refusing:
        def stream(self, *_: object, **__: object) -> Iterator[Member]:
            raise ExtractError("crawl.warc", "is no web archive")

    with pytest.raises(ExtractError, match="is no web archive"):
        next(stream_members(Refusing(), ARCHIVE, said=Said()))
