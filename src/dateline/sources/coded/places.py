"""Read where a row says that something was."""

from __future__ import annotations

from ...types import Location, WherePrecision
from .numbers import read_code, read_degrees, read_kilometres
from .rows import Row

# By design; those that the gazetteer falls back on are alike.
RADIUS_KM = {
    WherePrecision.EXACT: 2.0,
    WherePrecision.NEAR: 25.0,
    WherePrecision.DISTRICT: 25.0,
    WherePrecision.REGION: 80.0,
    WherePrecision.AREA: 40.0,
    WherePrecision.COUNTRY: 300.0,
    WherePrecision.INTERNATIONAL: 100.0,
}
ACLED_PRECISION = (WherePrecision.EXACT, WherePrecision.NEAR, WherePrecision.REGION)


def read_location(row: Row) -> Location | None:
    """Where it was, because the coder said so; none without coordinates."""
    north, east = row.piece("latitude"), row.piece("longitude")
    if north is None or east is None:
        if lone := north or east:
            raise row.fail(lone.column, "stands alone: latitude and longitude go together")
        return None
    latitude = row.understand(north, lambda words: read_degrees(words, most=90))
    longitude = row.understand(east, lambda words: read_degrees(words, most=180))
    if latitude == longitude == 0:
        raise row.fail(north.column, "0, 0 lies in the Atlantic: leave unknown coordinates blank")
    code = row.read("where_prec", lambda words: read_code(words, most=7))
    geo = row.read("geo_precision", lambda words: read_code(words, most=3))
    precision = WherePrecision(code) if code else ACLED_PRECISION[(geo or 1) - 1]
    admin1, country = row.piece("admin1"), row.piece("country")
    place = row.piece("place") or admin1 or country
    return Location(
        name=place.words if place else f"{latitude}, {longitude}",
        precision=precision,
        latitude=latitude,
        longitude=longitude,
        radius_km=row.read("radius_km", read_kilometres) or RADIUS_KM[precision],
        country=None,
        admin1=admin1.words if admin1 else None,
    )
