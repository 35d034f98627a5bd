"""Find the figures in a record of scores, each by its dotted path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from ..errors import UsageError
from .measures import Rate

_SHARE = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Measured:
    """A precision with its recall, a rate, or a plain number, and where it stands in the scores."""

    path: tuple[str, ...]
    value: Any

    @property
    def label(self) -> str:
        """The path in words."""
        # A corpus's own labels (ABDUCT_DISSAP) stay as it spells them.
        return " ".join(part if part.isupper() else part.replace("_", " ") for part in self.path)


def find_figures(scores: object, path: tuple[str, ...] = ()) -> Iterator[Measured]:
    """Every figure, in the order of the record; what was not measured is left out."""
    if is_share(scores) or isinstance(scores, Rate | int | float):
        yield Measured(path, scores)
    else:
        for name, value in _parts(scores):
            yield from find_figures(value, (*path, name))


def is_share(value: object) -> bool:
    """Whether it has a precision, a recall and an F1."""
    return all(hasattr(value, name) for name in _SHARE)


def _parts(scores: object) -> Iterator[tuple[str, Any]]:
    if isinstance(scores, Mapping):
        yield from scores.items()
    elif is_dataclass(scores):
        yield from ((part.name, getattr(scores, part.name)) for part in fields(scores))


def figure_of(scores: object, path: str) -> float | None:
    """The figure at a dotted path; ``None`` where it was not measured."""
    value: Any = scores
    for name in path.split("."):
        if value is None:
            return None
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name, _MISSING)
    if value is None:
        return None
    if not isinstance(value, int | float):
        raise UsageError(f"{path}: no figure of these scores; see --json for their names")
    return float(value)


_MISSING = object()
