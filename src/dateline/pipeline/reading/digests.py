"""Name code and data after their content: what they decide is another reading when they change."""

from __future__ import annotations

from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable


def code_digest(*names: str) -> str:
    """Name the code and packaged data below some folders of the package."""
    # The version alone would call two checkouts the same.
    digest = blake2b(digest_size=12)
    package = files("dateline")
    for name in names:
        for path, content in _contents(package.joinpath(name), name):
            digest.update(path.encode())
            digest.update(content)
    return digest.hexdigest()


def _contents(entry: Traversable, name: str) -> list[tuple[str, bytes]]:
    if entry.is_file():
        return [(name, entry.read_bytes())]
    return [
        found
        for child in sorted(entry.iterdir(), key=lambda child: child.name)
        if child.is_dir() or child.name.endswith((".py", ".toml", ".txt"))
        if child.name != "__pycache__"
        for found in _contents(child, f"{name}/{child.name}")
    ]
