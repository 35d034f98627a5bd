"""Which labels of a corpus the kinds of the codebook are."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import msgspec

from ..errors import UsageError

FOLDER = "maps"


@dataclass(frozen=True, slots=True)
class KindMap:
    """The labels of a corpus for kinds of the codebook; no labels for what it does not code."""

    kinds: dict[str, str | tuple[str, ...]] = field(default_factory=dict)

    def labels_of(self, kind: str) -> tuple[str, ...]:
        """Each as right as the others; the kind itself where the map says nothing of it."""
        labels = self.kinds.get(kind, kind)
        return (labels,) if isinstance(labels, str) else labels


def load_kind_map(name: str) -> KindMap:
    """A map by the name of a packaged one, or from a file."""
    packaged = files(__package__).joinpath(FOLDER, f"{name}.toml")
    source = packaged if name in packaged_maps() else Path(name)
    try:
        return msgspec.toml.decode(source.read_bytes(), type=KindMap, strict=True)
    except FileNotFoundError as error:
        known = ", ".join(packaged_maps()) or "none"
        raise UsageError(
            f"{name}: no such file, nor a packaged map (there are: {known})"
        ) from error
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise UsageError(f"{name}: {error}") from error


def packaged_maps() -> tuple[str, ...]:
    """The names of the maps that come with Dateline."""
    folder = files(__package__).joinpath(FOLDER)
    if not folder.is_dir():
        return ()
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
