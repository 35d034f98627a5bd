"""The child's side of the pipe, as its parent sees it; here without a process."""

from __future__ import annotations

import io
import operator
import sys
from pathlib import Path

import pytest

from dateline.pipeline.processes import child_side
from dateline.pipeline.processes.child_side import (
    END,
    ERROR,
    NO_MEMORY,
    RESULT,
    portable,
    receive,
    send,
    serve,
)


def ask(*messages: object) -> list[object]:
    """What a child answers to messages, until the parent is gone."""
    asked, answers = io.BytesIO(), io.BytesIO()
    for message in messages:
        send(asked, message)
    asked.seek(0)
    serve(asked, answers)
    return told(answers)


def told(answers: io.BytesIO) -> list[object]:
    answers.seek(0)
    found = []
    while True:
        try:
            found.append(receive(answers))
        except EOFError:
            return found


def task(function: object, *args: object, each: bool = False) -> object:
    return function, args, {}, 60.0, each


def test_tasks_are_done_in_order() -> None:
    assert ask(task(abs, -1), task(abs, -2)) == [(RESULT, 1), (RESULT, 2)]


def test_items_are_sent_as_long_as_they_are_asked_for() -> None:
    assert ask(task(range, 2, each=True), True, True, task(abs, -1)) == [
        (RESULT, 0),
        (RESULT, 1),
        (END, None),
        (RESULT, 1),
    ]
    assert ask(task(range, 9, each=True), False, task(abs, -1)) == [(RESULT, 0), (RESULT, 1)]


def test_what_is_raised_is_told_and_the_next_task_done() -> None:
    (what, error), after = ask(task(operator.truediv, 1, 0), task(abs, -1))
    assert (what, type(error), after) == (ERROR, ZeroDivisionError, (RESULT, 1))


def test_what_cannot_be_understood_is_told_and_the_next_task_done() -> None:
    asked, answers = io.BytesIO(), io.BytesIO()
    body = b"cno_such_module\nfunction\n."
    asked.write(len(body).to_bytes(8, "big") + body)
    send(asked, task(abs, -1))
    asked.seek(0)
    serve(asked, answers)
    (what, error), after = told(answers)
    assert (what, type(error), after) == (ERROR, ModuleNotFoundError, (RESULT, 1))


def test_what_cannot_be_sent_is_told() -> None:
    [(what, error)] = ask(task(memoryview, b"words"))
    assert (what, type(error)) == (ERROR, TypeError)


def test_a_parent_that_is_gone_is_not_told_anything() -> None:
    class Gone(io.BytesIO):
        def write(self, body: object) -> int:
            raise BrokenPipeError

    asked = io.BytesIO()
    send(asked, task(abs, -1))
    asked.seek(0)
    with pytest.raises(BrokenPipeError):
        serve(asked, Gone())


def test_an_error_that_would_not_survive_the_way_is_told_in_words() -> None:
    class LocalError(Exception):
        pass

    assert repr(portable(LocalError("a slip"))) == "RuntimeError('LocalError: a slip')"
    assert repr(portable(ValueError("a slip"))) == "ValueError('a slip')"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_the_limit_on_memory_counts_from_what_there_is(monkeypatch) -> None:
    resource = pytest.importorskip("resource")
    limits = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    child_side.limit_memory(1.0)
    most, _ = limits[resource.RLIMIT_AS]
    assert most > 2_000_000
    assert limits[resource.RLIMIT_CORE] == (0, 0)


def no_memory(*_: object) -> None:
    raise MemoryError


@pytest.mark.parametrize("step", ["receive", "send", "end_after"])
def test_where_there_is_no_more_memory_nothing_is_said(step: str, monkeypatch) -> None:
    asked, answers = io.BytesIO(), io.BytesIO()
    send(asked, task(abs, -1))
    asked.seek(0)
    monkeypatch.setattr(child_side, step, no_memory)
    with pytest.raises(MemoryError):
        serve(asked, answers)
    assert answers.getvalue() == b""


@pytest.mark.parametrize("megabytes", [None, 100.0])
def test_a_process_is_set_up_before_it_serves(
    megabytes: float | None, monkeypatch, tmp_path: Path
) -> None:
    done = []
    told = child_side.json.dumps({"path": ["a", "b"], "megabytes": megabytes})
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(child_side.signal, "signal", lambda *_: done.append("signal"))
    monkeypatch.setattr(child_side.os, "dup2", lambda *_: done.append("dup2"))
    monkeypatch.setattr(child_side, "limit_memory", lambda size: done.append(size))
    monkeypatch.setattr(child_side.logging, "lastResort", None)

    def look(asked: io.BufferedReader, answers: io.BufferedWriter) -> None:
        done.append(sys.path[:])
        asked.close()
        answers.close()
        raise MemoryError

    monkeypatch.setattr(child_side, "serve", look)
    monkeypatch.setattr(child_side.os, "_exit", done.append)
    child_side.main(told)
    limit = [] if megabytes is None else [megabytes]
    assert done == ["signal", "dup2", "dup2", *limit, ["a", "b"], NO_MEMORY]
