"""How Dateline's kinds meet the kinds of other people's corpora, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from ...errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A label that a kind gets when every condition given holds; the first rule that holds decides.

    ``words`` are lemmas of which one must stand in trigger, instruments or targets; ``status`` the
    claim's; ``toll`` what harm must be told; ``actor`` and ``target`` what sort of party must be
    there, as a class (``armed``, ``people``, ``body``, ``thing``) or a head word (``police``), and
    ``not_target`` must not.
    No label: the corpus does not count it.
    """

    kinds: tuple[str, ...]
    label: str | None = None
    words: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    toll: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    not_target: tuple[str, ...] = ()


class Scheme(StrEnum):
    """A scheme that the codebook maps its kinds to."""

    PLOVER = "plover"
    ACLED = "acled"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMap:
    """A corpus's labels for Dateline's kinds, or for another scheme's codes.

    With a ``scheme`` (``plover``, ``acled``) an event's code in it is what ``labels`` spell; else
    the rules decide, the first that holds or, with ``every``, all that hold.
    """

    about: str
    scheme: Scheme | None = None
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the spellings of a code
    planned: Mapping[str, str] = field(default_factory=dict)  # a label, where it is only announced
    refused: Mapping[str, str] = field(default_factory=dict)  # a label, where it is declined
    rule: tuple[Rule, ...] = ()
    every: bool = False
    main: tuple[tuple[str, ...], ...] = ()  # kinds by rank, where a text is given one label only
    published: str | None = None  # the day in whose world texts without a date are read
    reportable: str | None = None  # whose weights say what a coder writes a record of
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2; empty: everywhere

    def label(self, code: str, used: Collection[str] = ()) -> str:
        """A code's label as the corpus spells it: of several spellings the one that it ``used``."""
        spellings = self.labels.get(code, (code,))
        return next((label for label in spellings if label in used), spellings[0])

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every label that it can give."""
        spelled = {label for spellings in self.labels.values() for label in spellings}
        return frozenset(spelled | {rule.label for rule in self.rule if rule.label})


@cache
def load_map(name: str) -> KindMap:
    """A map that comes with the package, or one in a file; ``UsageError`` when unreadable."""
    packaged = files(__package__).joinpath(f"{name}.toml")
    try:
        text = packaged.read_text("utf-8") if packaged.is_file() else Path(name).read_text("utf-8")
        return msgspec.convert(tomllib.loads(text), KindMap)
    except (OSError, ValueError, msgspec.ValidationError) as error:
        known = ", ".join(sorted(names()))
        raise UsageError(f"--map {name}: {error}; packaged maps: {known}") from error


def map_for(labels: Collection[str]) -> KindMap:
    """The packaged map that knows most of a corpus's labels."""
    return max(map(load_map, sorted(names())), key=lambda known: len(known.vocabulary & {*labels}))


def names() -> tuple[str, ...]:
    """The maps that come with the package."""
    return tuple(
        entry.name.removesuffix(".toml")
        for entry in files(__package__).iterdir()
        if entry.name.endswith(".toml")
    )
