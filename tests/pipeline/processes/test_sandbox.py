"""What is read in the sandbox can harm nothing but itself, and is named when it does."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from dateline.errors import ExtractError
from dateline.pipeline.processes.sandbox import Sandbox
from dateline.sources.lists import read_list


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(seconds=20, megabytes=200) as made:
        yield made


def test_what_is_read_there_comes_back(sandbox: Sandbox) -> None:
    assert sandbox.call("list", read_list, b"http://nile.example/", "list") == (
        "http://nile.example/",
    )
    assert list(sandbox.stream("list", range, 3)) == [0, 1, 2]


def test_what_is_said_there_of_a_document_is_left_as_it_is(sandbox: Sandbox) -> None:
    with pytest.raises(ExtractError, match=r"^list: has a line that is no web address"):
        sandbox.call("elsewhere", read_list, b"words", "list")


def test_what_kills_the_sandbox_is_a_failure_of_its_address(sandbox: Sandbox) -> None:
    with pytest.raises(ExtractError) as caught:
        sandbox.call("page", os.abort)
    assert (caught.value.address, caught.value.problem) == (
        "page",
        "ended the process that read it (signal 6)",
    )
    killers = sandbox.stream("archive", map, os._exit, [3])
    with pytest.raises(ExtractError, match=r"^archive: ended the process"):
        next(killers)
    assert sandbox.call("page", abs, -1) == 1


def test_the_limits_are_told(sandbox: Sandbox, monkeypatch) -> None:
    with pytest.raises(ExtractError, match=r"^page: needed more memory than 200 MB$"):
        sandbox.call("page", bytearray, 300_000_000)
    sandbox.call("page", abs, -1)
    monkeypatch.setattr(sandbox._child, "seconds", 0.2)
    with pytest.raises(ExtractError, match=r"^page: took more than 0.2 s and was stopped$"):
        sandbox.call("page", time.sleep, 600)
