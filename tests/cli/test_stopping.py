"""A long command ends with the step it is at, and at once when it is asked twice."""

from __future__ import annotations

import os
import signal

import pytest

from dateline.cli.stopping import stopping


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_the_second_breaks_off(number: int, capsys) -> None:
    before = signal.getsignal(number)
    with stopping() as asked:
        assert not asked.is_set()
        os.kill(os.getpid(), number)
        assert asked.wait(5)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
    assert "once more" in capsys.readouterr().err
    assert signal.getsignal(number) == before
