from __future__ import annotations

import pytest

from dateline.resolution.places.atlas import load_regions
from dateline.resolution.places.outlines import decode, is_inside

SQUARE = ((0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 0.0), (0.0, 0.0))
HOLE = ((1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0), (1.0, 1.0))


def test_reads_the_encoded_polyline_format() -> None:
    # The format's own example, at a hundredth of its scale.
    assert decode("_p~iF~ps|U") == ((3850.0, -12020.0),)
    assert decode("") == ()


@pytest.mark.parametrize(
    ("point", "inside"), [((3.0, 3.0), True), ((1.5, 1.5), False), ((5.0, 1.0), False)]
)
def test_a_ring_inside_another_is_a_hole(point: tuple[float, float], inside: bool) -> None:
    assert is_inside(*point, (SQUARE, HOLE)) is inside


def test_a_region_covers_its_own_middle() -> None:
    missed = [
        region.name
        for region in load_regions()
        if region.radius_km > 20
        and not is_inside(region.latitude, region.longitude, map(decode, region.outline))
    ]
    # A ring around Prague, whose middle falls into the hole by the width of the simplification; and
    # islands, whose middle is the sea between them.
    assert missed == ["Central Bohemian", "Hawaii"]


def test_a_capital_is_a_hole_in_the_region_around_it() -> None:
    around = next(region for region in load_regions() if region.name == "Rif Dimashq")
    rings = tuple(map(decode, around.outline))
    assert not is_inside(33.51, 36.29, rings)
    assert is_inside(33.90, 36.70, rings)
