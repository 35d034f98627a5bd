"""Turn a place and the words around its name into an area: centre, radius and precision."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from ...types import Location, Place, PlaceKind, WherePrecision
from .phrases import PlacePhrase, Relation

EARTH_KM = 6371.0
NEAR_KM = 10.0  # "near Hajin", "south of Hajin", with no distance given
KNOWN_POINT_KM = 25.0  # UCDP: precision 2 reaches so far from a known point
LONGEST_WALK_KM = 50.0  # a distance and bearing beyond this no longer fix a point
DISTRICT_KM = 25.0  # where a district or region is named after a town and only the town is known
REGION_KM = 80.0
SMALL_FEATURE_KM = 5.0

PRECISION = {
    PlaceKind.SETTLEMENT: WherePrecision.EXACT,
    PlaceKind.FEATURE: WherePrecision.EXACT,
    PlaceKind.DISTRICT: WherePrecision.DISTRICT,
    PlaceKind.REGION: WherePrecision.REGION,
    PlaceKind.AREA: WherePrecision.AREA,
    PlaceKind.COUNTRY: WherePrecision.COUNTRY,
    PlaceKind.WATER: WherePrecision.INTERNATIONAL,
}
# Each usual radius stands in where the gazetteer has none.
RADIUS_KM = {
    PlaceKind.SETTLEMENT: 2.0,
    PlaceKind.FEATURE: 3.0,
    PlaceKind.DISTRICT: DISTRICT_KM,
    PlaceKind.REGION: REGION_KM,
    PlaceKind.AREA: 40.0,
    PlaceKind.COUNTRY: 300.0,
    PlaceKind.WATER: 100.0,
}
COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def locate(place: Place, phrase: PlacePhrase) -> Location:
    """Where a place is, or where the words around its name say."""
    location = widen(locate_place(place), place, phrase)
    match phrase.relation:
        case Relation.NEAR:
            return _near(location)
        case Relation.OUTSKIRTS:
            return _outskirts(location, phrase.bearing)
        case Relation.PART:
            return _part(location, phrase.bearing)
        case Relation.AWAY:
            return _away(location, phrase)
        case _:
            return location


def locate_place(place: Place) -> Location:
    """The whole of a place."""
    radius = place.radius_km or RADIUS_KM[place.kind]
    return Location(
        place.name,
        precision_of(place, radius),
        place.latitude,
        place.longitude,
        radius,
        place.country,
        place.admin1,
        (place.id,),
    )


def precision_of(place: Place, radius_km: float) -> WherePrecision:
    """UCDP's precision for a place: small areas are near a point, large features are not one."""
    if place.kind is PlaceKind.AREA and radius_km <= KNOWN_POINT_KM:
        return WherePrecision.NEAR
    if place.kind is PlaceKind.FEATURE and radius_km > SMALL_FEATURE_KM:
        return WherePrecision.NEAR
    if place.kind is PlaceKind.WATER and place.country:
        return WherePrecision.NEAR if radius_km <= KNOWN_POINT_KM else WherePrecision.AREA
    return PRECISION[place.kind]


def widen(location: Location, place: Place, phrase: PlacePhrase) -> Location:
    """Say less where the words name a division or a base and only its town is known."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return location
    if phrase.kind is PlaceKind.REGION:
        return _moved(location, location.name, WherePrecision.REGION, radius_km=REGION_KM)
    if phrase.kind is PlaceKind.DISTRICT:
        return _moved(location, location.name, WherePrecision.DISTRICT, radius_km=DISTRICT_KM)
    if phrase.kind in (PlaceKind.FEATURE, PlaceKind.AREA):
        return _near(location)
    return location


def locate_between(one: Place, other: Place) -> Location:
    """The stretch between two places, by its middle; UCDP calls it an area whatever its length."""
    away = distance_km(one, other)
    latitude, longitude = travel(one.latitude, one.longitude, bearing(one, other), away / 2)
    return Location(
        f"between {one.name} and {other.name}",
        WherePrecision.AREA,
        latitude,
        longitude,
        round(max(away / 2, NEAR_KM / 2), 1),
        one.country if one.country == other.country else None,
        one.admin1 if one.country == other.country and one.admin1 == other.admin1 else None,
        (one.id, other.id),
    )


def _near(location: Location) -> Location:
    if location.precision > WherePrecision.NEAR:
        return location
    name = f"near {location.name}"
    return _moved(location, name, WherePrecision.NEAR, radius_km=location.radius_km + NEAR_KM)


def _outskirts(location: Location, bearing_degrees: float | None) -> Location:
    if location.precision > WherePrecision.NEAR:
        return _part(location, bearing_degrees)
    name = f"outskirts of {location.name}"
    radius = location.radius_km * 1.5 + NEAR_KM / 2
    return _moved(
        location, name, WherePrecision.NEAR, radius_km=radius, bearing_degrees=bearing_degrees,
        distance=location.radius_km if bearing_degrees is not None else 0.0,
    )  # fmt: skip


def _part(location: Location, bearing_degrees: float | None) -> Location:
    """A half of it; a part of a country is no longer known to the country alone."""
    if bearing_degrees is None:
        return location
    precision = location.precision
    if precision is WherePrecision.COUNTRY:
        precision = WherePrecision.AREA
    half = location.radius_km / 2
    name = f"{point_of(bearing_degrees)} of {location.name}, inside it"
    return _moved(
        location, name, precision, radius_km=half * 1.2, bearing_degrees=bearing_degrees,
        distance=half,
    )  # fmt: skip


def _away(location: Location, phrase: PlacePhrase) -> Location:
    if location.precision >= WherePrecision.REGION and phrase.distance_km is None:
        return _part(location, phrase.bearing)
    given = phrase.distance_km
    if phrase.bearing is None:
        reach = (given or NEAR_KM) + location.radius_km
        precision = WherePrecision.NEAR if reach <= KNOWN_POINT_KM else WherePrecision.AREA
        name = f"{say_km(given)} from {location.name}" if given else f"near {location.name}"
        return _moved(location, name, precision, radius_km=reach)
    side = f"{point_of(phrase.bearing)} of {location.name}"
    if given is None:
        distance, name = location.radius_km + NEAR_KM, side
    else:
        distance, name = given, f"{say_km(given)} {side}"
    known = distance <= LONGEST_WALK_KM and location.precision <= WherePrecision.NEAR
    # A bearing of eight points and a rounded distance leave about a fifth of the way open.
    radius = NEAR_KM if given is None else max(location.radius_km, 2.0, distance / 5)
    return _moved(
        location, name, WherePrecision.NEAR if known else WherePrecision.AREA, radius_km=radius,
        bearing_degrees=phrase.bearing, distance=distance,
    )  # fmt: skip


def _moved(
    location: Location,
    name: str,
    precision: WherePrecision,
    *,
    radius_km: float,
    bearing_degrees: float | None = None,
    distance: float = 0.0,
) -> Location:
    latitude, longitude = location.latitude, location.longitude
    if bearing_degrees is not None and latitude is not None and longitude is not None:
        latitude, longitude = travel(latitude, longitude, bearing_degrees, distance)
    return Location(
        name,
        precision,
        latitude,
        longitude,
        round(radius_km, 1),
        location.country,
        location.admin1,
        location.places,
    )


def say_km(distance: float) -> str:
    """A distance as exactly as it was given: miles make no fractions of a kilometre."""
    return f"{distance:.0f} km" if distance >= 10 else f"{round(distance, 1):g} km"


def point_of(bearing_degrees: float) -> str:
    """The nearest of the eight points of the compass."""
    return COMPASS[round(bearing_degrees / 45) % 8]


def distance_km(one: Place, other: Place) -> float:
    """The way between two places along the surface."""
    return measure_km(one.latitude, one.longitude, other.latitude, other.longitude)


def measure_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """The way between two points along the surface, by the haversine formula."""
    north = radians(to_latitude - latitude)
    east = radians(to_longitude - longitude)
    across = cos(radians(latitude)) * cos(radians(to_latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, sin(north / 2) ** 2 + across)))


def contains(outer: Location, inner: Location) -> bool:
    """Whether one location lies within another: the half of ``Hierarchy`` that is about places."""
    if inner.precision > outer.precision and outer.places != inner.places:
        return False
    if outer.precision is WherePrecision.COUNTRY:
        return outer.country is not None and outer.country == inner.country
    if outer.precision is WherePrecision.REGION and outer.admin1 and inner.admin1:
        return outer.country == inner.country and outer.admin1 == inner.admin1
    if outer.latitude is None or outer.longitude is None:
        return False
    if inner.latitude is None or inner.longitude is None:
        return False
    away = measure_km(outer.latitude, outer.longitude, inner.latitude, inner.longitude)
    # Circles are rough; a centre inside counts, and so does a point beside a point.
    return away <= max(outer.radius_km, SMALL_FEATURE_KM)


def bearing(one: Place, other: Place) -> float:
    """The direction from one place to another, in degrees from north."""
    east = radians(other.longitude - one.longitude)
    start, end = radians(one.latitude), radians(other.latitude)
    across = sin(east) * cos(end)
    along = cos(start) * sin(end) - sin(start) * cos(end) * cos(east)
    return degrees(atan2(across, along)) % 360


def travel(
    latitude: float, longitude: float, bearing_degrees: float, distance: float
) -> tuple[float, float]:
    """Latitude and longitude after a straight way, rounded to about a hundred metres."""
    angle = distance / EARTH_KM
    start, course = radians(latitude), radians(bearing_degrees)
    end = asin(sin(start) * cos(angle) + cos(start) * sin(angle) * cos(course))
    east = atan2(sin(course) * sin(angle) * cos(start), cos(angle) - sin(start) * sin(end))
    return round(degrees(end), 3), round((longitude + degrees(east) + 540) % 360 - 180, 3)
