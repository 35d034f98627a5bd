"""A process of one's own: what it costs, and what becomes of it, is the parent's to decide."""

from __future__ import annotations

import ctypes
import itertools
import operator
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from dateline.errors import ExtractError, FetchError
from dateline.pipeline.processes.children import Child, ChildLostError
from dateline.sources.lists import read_list

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child(seconds=20, megabytes=200) as made:
        yield made


def test_a_function_runs_in_another_process_which_stays(child: Child) -> None:
    first = child.call(os.getpid)
    assert first != os.getpid()
    assert child.call(os.getpid) == first


def test_an_error_comes_back_as_it_was_and_says_where_it_was_raised(child: Child) -> None:
    with pytest.raises(ExtractError, match="has a line that is no web address") as caught:
        child.call(read_list, b"words", "list.txt")
    assert caught.value.address == "list.txt"
    assert "Traceback" in caught.value.__notes__[0]


def test_an_error_keeps_what_it_holds_beside_its_words(child: Child) -> None:
    busy = FetchError("page", "is busy", retry_after=5.0)
    assert child.call(operator.attrgetter("retry_after"), busy) == 5.0


def test_a_result_that_cannot_be_sent_is_told(child: Child) -> None:
    with pytest.raises(TypeError, match="pickle"):
        child.call(memoryview, b"words")


def test_a_child_that_dies_is_replaced_and_how_it_died_is_told(child: Child) -> None:
    for function, arguments, how in (
        (os._exit, (3,), "status 3"),
        (os.abort, (), "signal 6"),
        (ctypes.string_at, (0,), "signal 11"),
    ):
        before = child.call(os.getpid)
        with pytest.raises(ChildLostError, match=how):
            child.call(function, *arguments)
        assert child.call(os.getpid) != before


def test_a_child_that_died_as_it_waited_is_blamed_on_nobody(child: Child) -> None:
    before = child.call(os.getpid)
    os.kill(before, signal.SIGKILL)
    while child._process.poll() is None:
        time.sleep(0.01)
    assert child.call(os.getpid) != before


def test_what_takes_too_long_is_stopped(child: Child, monkeypatch) -> None:
    assert child.call(abs, -1) == 1
    with monkeypatch.context() as patched:
        patched.setattr(child, "seconds", 0.2)
        with pytest.raises(ChildLostError, match=r"took more than 0.2 s and was stopped"):
            child.call(time.sleep, 600)
    assert child.call(abs, -1) == 1


@LINUX
def test_what_takes_too_much_memory_is_stopped(child: Child) -> None:
    with pytest.raises(ChildLostError, match="needed more memory than 200 MB"):
        child.call(bytearray, 300_000_000)
    assert child.call(len, child.call(bytearray, 10_000_000)) == 10_000_000


def test_items_come_one_by_one_until_they_end_or_are_left(child: Child) -> None:
    assert list(child.stream(range, 3)) == [0, 1, 2]
    endless = child.stream(itertools.count)
    assert (next(endless), next(endless)) == (0, 1)
    endless.close()
    assert child.call(abs, -1) == 1


def test_each_item_has_its_own_time(child: Child, monkeypatch) -> None:
    items = child.stream(map, time.sleep, [0, 600])
    assert next(items) is None
    with monkeypatch.context() as patched:
        patched.setattr(child, "seconds", 0.2)
        with pytest.raises(ChildLostError, match=r"took more than 0.2 s"):
            next(items)


def test_items_can_be_left_after_their_child_is_gone(child: Child) -> None:
    items = child.stream(itertools.count)
    next(items)
    child.close()
    items.close()
    assert child.call(abs, -1) == 1


def test_who_is_stopped_before_it_starts_does_nothing_either() -> None:
    with Child(seconds=600) as child:
        child.stop()
        with pytest.raises(ChildLostError, match="signal 9"):
            child.call(time.sleep, 600)


def test_an_error_amid_items_ends_them(child: Child) -> None:
    items = child.stream(map, operator.truediv, [1, 1], [1, 0])
    assert next(items) == 1
    with pytest.raises(ZeroDivisionError):
        next(items)
    assert child.call(abs, -1) == 1


def test_what_is_broken_off_is_not_taken_for_the_next_answer(child: Child, monkeypatch) -> None:
    before = child.call(os.getpid)
    with monkeypatch.context() as patched:
        patched.setattr("dateline.pipeline.processes.children.receive", interrupt)
        with pytest.raises(KeyboardInterrupt):
            child.call(abs, -1)
    assert child.call(os.getpid) != before


def interrupt(stream: object) -> None:
    raise KeyboardInterrupt


def test_a_child_ends_with_its_parent_even_as_it_works() -> None:
    program = (
        "import os, time\n"
        "from dateline.pipeline.processes.children import Child\n"
        "child = Child(seconds=1)\n"
        "print(child.call(os.getpid), flush=True)\n"
        "child.call(time.sleep, 600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
    ) as parent:
        number = int(parent.stdout.readline())
        parent.kill()
    while is_alive(number):
        time.sleep(0.05)


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
