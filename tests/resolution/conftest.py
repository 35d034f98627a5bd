"""The real index, built once and kept in pytest's cache folder until the data change."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.pipeline.reading.gazetteers import make_lookup, open_places
from dateline.resolution.countries import Countries, load_countries
from dateline.resolution.places.choosing import PlaceResolver
from dateline.store.gazetteer import GazetteerIndex


@pytest.fixture(scope="session")
def gazetteer(pytestconfig: pytest.Config) -> GazetteerIndex:
    folder = Path(pytestconfig.cache.mkdir("gazetteer")) if pytestconfig.cache else None
    index = open_places(cache_dir=folder)
    for old in index.path.parent.glob("gazetteer-*.sqlite"):
        if old != index.path:
            old.unlink()
    return index


@pytest.fixture(scope="session")
def countries() -> Countries:
    return Countries(load_countries())


@pytest.fixture(scope="session")
def resolve(gazetteer: GazetteerIndex, countries: Countries) -> PlaceResolver:
    return PlaceResolver(gazetteer, countries, lookup=make_lookup(gazetteer))
