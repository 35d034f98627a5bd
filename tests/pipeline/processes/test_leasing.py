"""Work is parted between processes, and what a dead one held is free at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from dateline.pipeline.processes import leasing
from dateline.pipeline.processes.leasing import Leases, is_gone, make_owner, mark_of


@pytest.fixture
def gone() -> str:
    """The owner that a process was, which has ended."""
    program = "from dateline.pipeline.processes.leasing import make_owner; print(make_owner())"
    return subprocess.check_output([sys.executable, "-c", program], text=True).strip()


def test_what_one_holds_no_other_gets(store) -> None:
    mine, yours = Leases(store), Leases(store, "another")
    assert mine.take(["a", "b"]) == ("a", "b")
    assert yours.take(["b", "c"]) == ("c",)
    mine.give_back(["b"])
    mine.give_back([])
    assert yours.take(["b", "c"]) == ("b", "c")


def test_what_a_dead_process_held_is_free_at_once(store, gone: str) -> None:
    Leases(store, gone).take(["a", "b"])
    assert Leases(store).take(["a", "b"]) == ("a", "b")


def test_a_process_is_told_from_a_later_one_of_its_number(gone: str) -> None:
    assert is_gone(gone)
    assert not is_gone(make_owner())
    assert is_gone(make_owner() + "-and-a-day") == (sys.platform == "linux")


@pytest.mark.parametrize("owner", ["", "another", "elsewhere 1 gone", "elsewhere 1 since-1"])
def test_of_other_machines_nothing_is_known(owner: str) -> None:
    assert not is_gone(owner)


def test_a_process_of_another_user_and_one_that_was_not_waited_for(monkeypatch) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        while os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT) is None:
            time.sleep(0.01)
        assert mark_of(ended.pid) == "gone"

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr("os.kill", refuse)
        assert mark_of(1) == "there"
        patched.setattr(sys, "platform", "win32")
        assert mark_of(1) == "there"


def test_what_is_held_is_held_for_longer_from_time_to_time(store, monkeypatch) -> None:
    leases = Leases(store)
    leases.take(["a"])
    monkeypatch.setattr(leasing, "LEASE", -1.0)
    leases.renew()
    assert Leases(store, "another").take(["a"]) == ()
    monkeypatch.setattr(leasing, "RENEWAL", -1.0)
    leases.renew()
    assert Leases(store, "another").take(["a"]) == ("a",)
