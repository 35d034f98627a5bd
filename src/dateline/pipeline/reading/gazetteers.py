"""Open the gazetteer that is to be read with: the packaged one, or one that the user built."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ...resolution.folding import fold
from ...resolution.places.atlas import atlas_digest, load_atlas
from ...resolution.places.lookup import PlaceLookup
from ...resolution.places.transliteration import load_scripts, spelling_digest
from ...store.gazetteer import GazetteerIndex, open_built, open_gazetteer
from ...store.gazetteer_layout import Spelling
from ...types import fingerprint

Progress = Callable[[int, int], None]


@lru_cache(1)
def make_spelling() -> Spelling:
    """The rules that names are compared by."""
    return Spelling(fold, load_scripts().index_key, spelling_digest())


def open_places(
    path: Path | None = None,
    *,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
) -> GazetteerIndex:
    """The gazetteer at a path; the packaged one, built the first time, where there is none."""
    if path is not None:
        return open_built(path, make_spelling())
    return open_gazetteer(
        load_atlas, make_spelling(), digest=atlas_digest(), cache_dir=cache_dir, progress=progress
    )


def digest_of(gazetteer: GazetteerIndex) -> str:
    """Names what a gazetteer is made of: readings with another one are other readings."""
    built_from = gazetteer.get_meta("digest")
    return fingerprint(built_from) if built_from else atlas_digest()


def make_lookup(gazetteer: GazetteerIndex) -> PlaceLookup:
    """The steps by which a name is looked for in a gazetteer."""
    return PlaceLookup(gazetteer, load_scripts())
