# /// script
# requires-python = ">=3.11"
# ///
"""Make borders.tsv, where each two neighbouring countries meet, from the outlines in regions.jsonl.

A border is walked in steps of a few kilometres along one country's outlines, where the other's are
close by. Its middle is the step nearest to the mean of all, and so lies on it. Run it by hand after
tools/make_regions.py; the same input gives the same bytes:

    python tools/make_borders.py src/dateline/resolution/data/borders.tsv
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

from dateline.resolution.places.areas import measure_km
from dateline.resolution.places.atlas import load_regions
from dateline.resolution.places.outlines import decode

STEP = 0.04  # degrees, about 4 km
CLOSE = 0.12  # outlines are simplified each for itself, and part by up to so much
HEAD = "# country\tneighbour\tlatitude\tlongitude\tradius in km\n"

Point = tuple[float, float]
Grid = Mapping[tuple[int, int], set[str]]


def main(target: Path) -> None:
    """Write one line for each two neighbours."""
    steps: dict[str, list[Point]] = defaultdict(list)
    for region in load_regions():
        for ring in map(decode, region.outline):
            steps[region.country] += walk(ring)
    grid: dict[tuple[int, int], set[str]] = defaultdict(set)
    for country, points in steps.items():
        for point in points:
            grid[cell(point)].add(country)
    borders: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for country, points in steps.items():
        for point in points:
            for other in neighbours(point, grid):
                if country < other:
                    borders[country, other].append(point)
    target.write_text(HEAD + "".join(map(line, sorted(borders.items()))), encoding="utf-8")


def walk(ring: tuple[Point, ...]) -> Iterator[Point]:
    """Points along a ring, no further apart than a step."""
    for (north, east), (to_north, to_east) in pairwise(ring):
        count = 1 + int(hypot(to_north - north, to_east - east) / STEP)
        for number in range(count):
            share = number / count
            yield north + share * (to_north - north), east + share * (to_east - east)


def cell(point: Point) -> tuple[int, int]:
    """The square of the grid that a point lies in; squares narrow towards the poles as meridians do."""
    north = int(point[0] // CLOSE)
    return north, int(point[1] * cos(radians(north * CLOSE)) // CLOSE)


def neighbours(point: Point, grid: Grid) -> set[str]:
    """The countries whose outlines pass a point, in its square or one beside it."""
    north, east = cell(point)
    around = ((north + up, east + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
    return set[str]().union(*(grid.get(square, set()) for square in around))


def line(border: tuple[tuple[str, str], list[Point]]) -> str:
    """The middle of a border and how far it reaches."""
    (country, other), points = border
    north = sum(point[0] for point in points) / len(points)
    east = sum(point[1] for point in points) / len(points)
    middle = min(points, key=lambda point: measure_km(north, east, *point))
    reach = max(measure_km(*middle, *point) for point in points)
    return f"{country}\t{other}\t{middle[0]:.2f}\t{middle[1]:.2f}\t{reach:.0f}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
