"""The event kinds as data: definitions, mappings, trigger language and examples."""

from __future__ import annotations

from .book import Codebook
from .examples import ExampleFailure, Told, check_examples
from .loading import load_codebook

__all__ = ["Codebook", "ExampleFailure", "Told", "check_examples", "load_codebook"]
