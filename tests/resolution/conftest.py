"""The real index, built once and kept in pytest's cache folder until the data change."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.resolution.atlas import atlas_digest, load_atlas
from dateline.resolution.countries import Countries, load_countries
from dateline.resolution.folding import fold
from dateline.resolution.places import PlaceResolver
from dateline.store.gazetteer import GazetteerIndex, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer(pytestconfig: pytest.Config) -> GazetteerIndex:
    folder = Path(pytestconfig.cache.mkdir("gazetteer")) if pytestconfig.cache else None
    index = open_gazetteer(load_atlas, fold, digest=atlas_digest(), cache_dir=folder)
    for old in index.path.parent.glob("gazetteer-*.sqlite"):
        if old != index.path:
            old.unlink()
    return index


@pytest.fixture(scope="session")
def countries() -> Countries:
    return Countries(load_countries())


@pytest.fixture(scope="session")
def resolve(gazetteer: GazetteerIndex, countries: Countries) -> PlaceResolver:
    return PlaceResolver(gazetteer, countries)
