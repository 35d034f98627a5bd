"""Read a list of addresses, one a line."""

from __future__ import annotations

from ..errors import ExtractError
from .decoding import decode
from .links import web_link


def read_list(raw: bytes, address: str) -> tuple[str, ...]:
    """The addresses of a list, each once; blank lines and those after # are passed over."""
    lines = (line.strip() for line in decode(raw, address).splitlines())
    told = [line for line in lines if line and not line.startswith("#")]
    wrong = next((line for line in told if web_link("", line) != line), None)
    if wrong is not None:
        raise ExtractError(address, f"has a line that is no web address: {wrong[:80]!r}")
    return tuple(dict.fromkeys(told))
