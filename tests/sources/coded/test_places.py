"""Where something was is what the coder says, as exactly as the coder says."""

import pytest

from dateline.types import WherePrecision

from .conftest import only


@pytest.mark.parametrize(
    ("column", "code", "precision", "radius"),
    [
        ("where_prec", "1", WherePrecision.EXACT, 2.0),
        ("where_prec", "5", WherePrecision.AREA, 40.0),
        ("where_prec", "7", WherePrecision.INTERNATIONAL, 100.0),
        ("geo_precision", "2", WherePrecision.NEAR, 25.0),
        ("geo_precision", "3", WherePrecision.REGION, 80.0),
        ("geo_precision", "", WherePrecision.EXACT, 2.0),
    ],
)
def test_both_scales_of_precision_are_read(table, column, code, precision, radius) -> None:
    location = only(table(f"date,kind,lat,lon,{column}", f"2024,clash,33.5,36,{code}")).location
    assert (location.precision, location.radius_km) == (precision, radius)


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("place,admin1,country", "Hajin,Deir ez-Zor,Syria", "Hajin"),
        ("place,admin1,country", ",Deir ez-Zor,Syria", "Deir ez-Zor"),
        ("place,admin1,country", ",,Syria", "Syria"),
    ],
)
def test_a_place_is_called_by_the_narrowest_name_there_is(table, header, row, name) -> None:
    event = only(table(f"date,kind,lat,lon,{header}", f"2024,clash,33.5,36,{row}"))
    assert event.location.name == event.place.words == name
