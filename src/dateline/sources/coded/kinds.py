"""Say which kind of the codebook a table's own word for one is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import msgspec

from ...codebook import Codebook
from ...errors import UsageError
from ...types import KindId
from .shapes import Shape


@dataclass(frozen=True, slots=True)
class KindMap:
    """What a table calls kinds; words it does not have are the codebook's own."""

    codebook: Codebook
    kinds: Mapping[str, str]  # by the words in small letters
    deadly: Mapping[str, str]

    def find(self, words: str, *, is_deadly: bool = False) -> KindId:
        """The kind that words stand for; ``ValueError`` says what to do where there is none."""
        label = words.casefold()
        kind = (self.deadly.get(label) if is_deadly else None) or self.kinds.get(label)
        kind = kind or label.replace(" ", "-").replace("_", "-")
        if kind in self.codebook:
            return KindId(kind)
        by_label = {entry.label.casefold(): entry.id for entry in self.codebook.kinds}
        if label in by_label:
            return by_label[label]
        near = get_close_matches(kind, [entry.id for entry in self.codebook.kinds], n=1)
        hint = f"did you mean {near[0]}? If not, " if near else ""
        raise ValueError(
            f"{words!r} is no kind of the codebook: {hint}say which it is with "
            f"--kinds {words!r}=KIND; `dateline codebook` lists them"
        )


def make_kind_map(shape: Shape, codebook: Codebook, said: Mapping[str, str]) -> KindMap:
    """What kinds are called in a shape, and what the user says goes before it."""
    own = {words.casefold(): kind for words, kind in said.items()}
    for kind in own.values():
        codebook.kind(kind)  # refuses a kind that is not there
    kinds = {words.casefold(): kind for words, kind in shape.kinds.items()} | own
    deadly = {words.casefold(): kind for words, kind in shape.deadly.items()}
    return KindMap(
        codebook, kinds, {words: kind for words, kind in deadly.items() if words not in own}
    )


def parse_kinds(said: tuple[str, ...]) -> dict[str, str]:
    """``raid=offensive,bomb=explosion``, or a TOML file of such lines, each over those before."""
    kinds: dict[str, str] = {}
    for words in said:
        kinds |= _inline(words) if "=" in words else _read_file(Path(words))
    return kinds


def _inline(words: str) -> dict[str, str]:
    pairs = [part.rpartition("=") for part in words.split(",")]
    if any(not (label.strip() and kind.strip()) for label, _, kind in pairs):
        raise UsageError(f"--kinds {words!r}: write it like raid=offensive,bomb=explosion")
    return {label.strip().strip("'\""): kind.strip() for label, _, kind in pairs}


def _read_file(path: Path) -> dict[str, str]:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, str])
    except (OSError, ValueError, msgspec.ValidationError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f'--kinds {path}: {reason}; it is a file of lines like "night raid" = "offensive"'
        ) from error
