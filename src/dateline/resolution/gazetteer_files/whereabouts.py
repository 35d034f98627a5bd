"""Tell the country and region of a point, for rows that give coordinates alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..places.atlas import Region, load_regions
from ..places.outlines import Ring, decode, is_inside

Box = tuple[float, float, float, float]  # south, west, north, east


class Whereabouts:
    """Regions by the points that lie inside them."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._regions = tuple(_boxed(regions))

    def find(self, latitude: float, longitude: float) -> Region | None:
        """The region around a point; none at sea."""
        for (south, west, north, east), rings, region in self._regions:
            is_near = south <= latitude <= north and west <= longitude <= east
            if is_near and is_inside(latitude, longitude, rings):
                return region
        return None


def _boxed(regions: Iterable[Region]) -> Iterator[tuple[Box, tuple[Ring, ...], Region]]:
    for region in regions:
        rings = tuple(map(decode, region.outline))
        points = [point for ring in rings for point in ring]
        if points:
            latitudes, longitudes = zip(*points, strict=True)
            box = min(latitudes), min(longitudes), max(latitudes), max(longitudes)
            yield box, rings, region


@lru_cache(1)
def load_whereabouts() -> Whereabouts:
    """The packaged regions; takes a second, so nothing asks for it that need not."""
    return Whereabouts(load_regions())
