"""The tables of places, actors and countries that come with the package, and what names them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from ..errors import ResourceError

T = TypeVar("T")

DATA = Path(__file__).parent / "data"


def read_toml(path: Path, shape: type[T]) -> T:
    """A data file as records; what does not fit is named with its place in the file."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), shape)
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error


def digest_of_files(paths: Iterable[Path], salt: str = "") -> str:
    """Names what files say: other content has another name."""
    digest = blake2b(salt.encode(), digest_size=8)
    for path in paths:
        # Windows checkouts may change line ends, which change nothing else.
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
