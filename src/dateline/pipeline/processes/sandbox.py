"""Read what came from elsewhere in a process that it may kill, within limits on time and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, Self, TypeVar

from ...config import LimitSettings
from ...errors import ExtractError
from .children import Child, ChildLostError

Asked = ParamSpec("Asked")
Result = TypeVar("Result")


class StoppedError(ExtractError):
    """Reading was ended, for it overran its limits or killed its process."""


class Sandbox:
    """Runs the functions of ``sources`` that look into foreign bytes.

    What overruns the limits, or kills the process, is an ``ExtractError`` of the address on whose
    behalf it was read.
    """

    def __init__(self, *, seconds: float, megabytes: float) -> None:
        self._child = Child(seconds=seconds, megabytes=megabytes)
        # Of its own, so that what a stream gives can be looked into before it goes on.
        self._streaming = Child(seconds=seconds, megabytes=megabytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close()
        self._streaming.close()

    def call(
        self,
        address: str,
        function: Callable[Asked, Result],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Result:
        """What a function returns; raises what it raises."""
        with _blamed_on(address):
            return self._child.call(function, *args, **kwargs)

    def stream(
        self,
        address: str,
        function: Callable[Asked, Iterator[Result]],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Iterator[Result]:
        """The items a function gives, one by one; one stream at a time."""
        with _blamed_on(address):
            yield from self._streaming.stream(function, *args, **kwargs)


def make_sandbox(limits: LimitSettings) -> Sandbox:
    """Where foreign bytes are read, within the limits of a project."""
    return Sandbox(seconds=limits.extract_seconds, megabytes=limits.extract_megabytes)


@contextmanager
def _blamed_on(address: str) -> Iterator[None]:
    try:
        yield
    except ChildLostError as error:
        raise StoppedError(address, str(error)) from error
