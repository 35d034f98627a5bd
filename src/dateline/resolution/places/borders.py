"""Where two countries meet, and which two are meant: "the Turkish border" in a report on Syria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...errors import ResourceError
from ...types import Location, PlaceId, WherePrecision
from ..countries import Countries
from ..packaged import DATA

BORDERS = DATA / "borders.tsv"

# How a country is called before a hyphen.
COMBINING = {
    "Sino": "CN",
    "Indo": "IN",
    "Russo": "RU",
    "Franco": "FR",
    "Serbo": "RS",
    "Anglo": "GB",
}


@dataclass(frozen=True, slots=True)
class Border:
    """The middle of a border, which lies on it, and how far it reaches from there in km."""

    latitude: float
    longitude: float
    radius_km: float


def country_before_border(word: str, countries: Countries) -> str | None:
    """The country that a word before "border" stands for: its name, people or short form."""
    code = countries.country_named(word) or countries.country_of_demonym(word)
    return code or COMBINING.get(word)


def other_side(code: str, about: Iterable[str]) -> str | None:
    """The first of a document's countries that borders on a country."""
    borders = load_borders()
    return next((other for other in about if frozenset((code, other)) in borders), None)


def locate_border(
    one: str, other: str, countries: Countries, about: Iterable[str] = ()
) -> Location | None:
    """The border of two countries, on the side of the one that the document is about."""
    border = load_borders().get(frozenset((one, other)))
    if border is None:
        return None
    first, second = sorted(map(countries.country_name, (one, other)))
    return Location(
        f"border of {first} and {second}",
        WherePrecision.AREA,
        border.latitude,
        border.longitude,
        border.radius_km,
        next((code for code in about if code in (one, other)), None),
        places=(PlaceId(f"iso:{one}"), PlaceId(f"iso:{other}")),
    )


@cache
def load_borders(path: Path = BORDERS) -> Mapping[frozenset[str], Border]:
    """The borders that tools/make_borders.py wrote."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        return {
            frozenset((one, other)): Border(float(latitude), float(longitude), float(radius))
            for one, other, latitude, longitude, radius in rows
        }
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name}: {error}") from error
