"""The official code lists that a codebook's mappings must be spelt after."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Schemes:
    """Each list by its scheme; modes belong to PLOVER types, sub-events to ACLED event types."""

    plover: Mapping[str, tuple[str, ...]]
    plover_contexts: tuple[str, ...]
    acled: Mapping[str, tuple[str, ...]]
    cameo: Mapping[str, str]
    ucdp: Mapping[str, str]


@cache
def load_schemes() -> Schemes:
    """The lists as packaged."""
    text = resources.files(__package__).joinpath("data/schemes.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Schemes)
