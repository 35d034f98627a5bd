"""Read the outlines of regions, and say whether a point lies inside one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

SCALE = 1000  # tools/make_regions.py keeps thousandths of a degree

Ring = tuple[tuple[float, float], ...]


def decode(letters: str) -> Ring:
    """The points of a ring, as latitude and longitude, from the encoded polyline format."""
    numbers: list[int] = []
    value = shift = 0
    for letter in letters:
        bits = ord(letter) - 63
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    latitude = longitude = 0
    points = []
    for north, east in zip(numbers[::2], numbers[1::2], strict=True):
        latitude, longitude = latitude + north, longitude + east
        points.append((latitude / SCALE, longitude / SCALE))
    return tuple(points)


def is_inside(latitude: float, longitude: float, rings: Iterable[Ring]) -> bool:
    """Whether a point lies within an outline; a ring inside another is a hole."""
    inside = False
    for ring in rings:
        for (south, west), (north, east) in pairwise(ring):
            if (south > latitude) != (north > latitude):
                crossing = west + (latitude - south) / (north - south) * (east - west)
                inside ^= longitude < crossing
    return inside
