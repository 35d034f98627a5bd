"""Run functions in a Python process of their own, which may die, hang or eat memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import Any, NoReturn, ParamSpec, Self, TypeVar

from . import child_side
from .child_side import END, ERROR, NO_MEMORY, receive, send
from .crashing import crash_at

Asked = ParamSpec("Asked")
Result = TypeVar("Result")

PARTING = 5.0  # seconds that a child, which answers no more, has to come to its end


class ChildLostError(Exception):
    """A child came to no end of what it was to do; the text says why."""


@dataclass
class Child:
    """A process that runs one function after the other, each under a deadline.

    It starts when it is first needed, and again after it was lost. Unlike one of
    ``multiprocessing`` it does not import the program that started it.
    """

    seconds: float  # for each result
    megabytes: float | None = None  # that it may take beyond those of Python itself
    variables: Mapping[str, str] = field(default_factory=dict)  # of its environment
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _is_stopped: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The number of the process, while there is one."""
        return self._process.pid if self._process is not None else None

    def call(
        self, function: Callable[Asked, Result], *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Result:
        """What a function of a module returns; raises what it raises, or ``ChildLostError``."""
        _, result = self._ask((function, args, kwargs, self.seconds, False))
        return result  # type: ignore[no-any-return]

    def stream(
        self, function: Callable[Asked, Iterator[Result]], *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Iterator[Result]:
        """The items a function gives, each made when it is asked for and under its own deadline.

        Nothing else can be asked for before they end, or the iterator is closed.
        """
        what, item = self._ask((function, args, kwargs, self.seconds, True))
        while what != END:
            try:
                yield item
            except GeneratorExit:
                self._end_items()
                raise
            what, item = self._ask(True)

    def stop(self) -> None:
        """Have the call that another thread waits for end, and all later ones, as lost."""
        self._is_stopped = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process, at once."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _end_items(self) -> None:
        if self._process is not None:
            assert self._process.stdin is not None
            with suppress(OSError):
                send(self._process.stdin, False)

    def _ask(self, message: object) -> tuple[str, Any]:
        """The answer to a message; without one the process is ended, and why is said."""
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it died of something else, as it waited
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        deadline = _Deadline(process, self.seconds)
        try:
            with deadline:
                if self._is_stopped:  # while there was no process to end
                    process.kill()
                send(process.stdin, message)
                crash_at("child-asked")
                what, answer = receive(process.stdout)
        except (EOFError, OSError):
            what, answer = ERROR, None
        except BaseException:
            self.close()  # or its answer would be taken for that to the next message
            raise
        if what == ERROR:
            self._refuse(process, answer, is_over=deadline.is_over)
        return what, answer

    def _refuse(
        self, process: subprocess.Popen[bytes], error: Exception | None, *, is_over: bool
    ) -> NoReturn:
        """Raise what the function raised, or why there is nothing."""
        if error is not None:
            raise error
        with suppress(subprocess.TimeoutExpired):
            process.wait(PARTING)  # how it ends says why
        self.close()
        if is_over:
            raise ChildLostError(f"took more than {self.seconds:g} s and was stopped")
        if process.returncode == NO_MEMORY:
            limit = "there is" if self.megabytes is None else f"{self.megabytes:,.0f} MB"
            raise ChildLostError(f"needed more memory than {limit}")
        raise ChildLostError(f"ended the process that read it ({_how(process.returncode)})")

    def _start(self) -> subprocess.Popen[bytes]:
        said = json.dumps({"path": list(map(str, sys.path)), "megabytes": self.megabytes})
        return subprocess.Popen(
            [sys.executable, child_side.__file__, said],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **self.variables},
            # Ctrl-C is for the parent alone, from the first moment on.
            start_new_session=os.name == "posix",
        )


class _Deadline:
    """Ends a process that is still at work when its time is up."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.is_over = False
        self._process = process
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        self._process.kill()


def _how(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"
